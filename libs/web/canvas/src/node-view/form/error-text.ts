import type { Problem } from '@millrace/workflow-model';

/** What stands beside a value that cannot stay as it is; null for warnings, and when nothing is wrong. */
export function errorText(problem: Problem | undefined): string | null {
  if (problem === undefined || problem.severity !== 'error') return null;
  // The field says which param of which node it is.
  return problem.code === 'MISSING_PARAM' ? 'It needs a value.' : withoutPlace(problem.message);
}

/** Rules that the server checks name node and field first; beside the field that is known. */
function withoutPlace(message: string): string {
  return message.replace(/^Node ".*?" is not set up right(?: at "[^"]*")?: /, '');
}
