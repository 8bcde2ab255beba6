import { LIMITS } from './limits';
import type { Problem } from './problem';

/** The problems when they are not too many; else the first ones, errors before warnings, and one that tells of the rest. */
export function capProblems(problems: readonly Problem[]): readonly Problem[] {
  const limit = LIMITS.problems;
  if (problems.length <= limit) return problems;
  const errors = problems.filter((problem) => problem.severity === 'error');
  const warnings = problems.filter((problem) => problem.severity === 'warning');
  const rest = problems.length - limit;
  const message = `There are ${rest} more problems than are told here; mend these first.`;
  const severity = errors.length > limit ? 'error' : 'warning';
  return [...[...errors, ...warnings].slice(0, limit), { code: 'TOO_MANY_PROBLEMS', severity, message }];
}
