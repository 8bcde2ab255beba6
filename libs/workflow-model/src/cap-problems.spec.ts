import { capProblems } from './cap-problems';
import type { Problem } from './problem';
import { hasErrors } from './problem';

const problem = (severity: Problem['severity'], index = 0): Problem => ({ code: 'X', severity, message: `${index}.` });
const many = (count: number, severity: Problem['severity']): Problem[] =>
  Array.from({ length: count }, (_, index) => problem(severity, index));

describe('capProblems', () => {
  it('gives up to a thousand problems back as they are', () => {
    const problems = many(1_000, 'warning');
    expect(capProblems(problems)).toBe(problems);
  });

  it('keeps errors rather than warnings, in their order', () => {
    const capped = capProblems([...many(1_000, 'warning'), problem('error', 7)]);
    expect(capped).toHaveLength(1_001);
    expect(capped[0]).toEqual(problem('error', 7));
    expect(capped[1]).toEqual(problem('warning', 0));
    expect(capped.at(-1)).toMatchObject({ code: 'TOO_MANY_PROBLEMS', severity: 'warning' });
  });

  it('never makes a blocking report out of warnings, nor the other way round', () => {
    expect(hasErrors(capProblems(many(2_000, 'warning')))).toBe(false);
    expect(hasErrors(capProblems(many(2_000, 'error')))).toBe(true);
    expect(capProblems(many(2_000, 'error')).at(-1)?.severity).toBe('error');
  });
});
