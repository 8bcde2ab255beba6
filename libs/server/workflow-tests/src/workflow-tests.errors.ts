import { conflict, invalid, limitExceeded, notFound, type DomainError } from '@millrace/server-platform';
import { MOST_TESTS, MOST_TEST_BYTES } from '@millrace/workflow-model';

/** No such test in the caller's workspace (404). */
export function testNotFound(id: string): DomainError {
  return notFound('TEST_NOT_FOUND', `There is no test ${JSON.stringify(id.slice(0, 60))}. It may have been deleted.`);
}

/** No such run of tests in the caller's workspace (404). */
export function testRunNotFound(id: string): DomainError {
  const name = JSON.stringify(id.slice(0, 60));
  return notFound('TEST_RUN_NOT_FOUND', `There is no run of tests ${name}. Only the newest ones are kept.`);
}

/** Another test of the workflow is called so (409). */
export function testNameTaken(name: string): DomainError {
  return conflict('TEST_NAME_TAKEN', `The workflow has a test “${name}” already. Choose another name.`);
}

/** Somebody changed the test in between (409). */
export function testConflict(currentRevision: number): DomainError {
  const message = 'Somebody changed the test in between. Load it again and repeat your change.';
  return conflict('TEST_CONFLICT', message, { currentRevision });
}

/** One problem of a test, by path. */
export interface TestProblem {
  readonly path: string;
  readonly message: string;
}

/** The test cannot be read (400). */
export function testInvalid(problems: readonly TestProblem[]): DomainError {
  const [first] = problems;
  const where = first?.path ? ` at ${first.path}` : '';
  return invalid('TEST_INVALID', `The test cannot be read${where}: ${first?.message ?? 'it is no test'}.`, {
    problems,
  });
}

/** The test is too large (413 as a limit). */
export function testTooLarge(bytes: number): DomainError {
  const message = `The test has ${bytes} bytes of JSON; ${MOST_TEST_BYTES} is the limit. Shorten the values of its mocks.`;
  return limitExceeded('TEST_TOO_LARGE', message);
}

/** The workflow has as many tests as it may. */
export function tooManyTests(): DomainError {
  return limitExceeded('TOO_MANY_TESTS', `The workflow has ${MOST_TESTS} tests, which is the limit. Delete one first.`);
}

/** There is nothing to run (409). */
export function noTests(): DomainError {
  return conflict('NO_TESTS', 'The workflow has no tests. Make one, or save a run as a test.');
}

/** A test is made of a run that is over (409). */
export function runNotOver(executionId: string): DomainError {
  const message = `Run ${executionId} is not over yet. Wait for its end, then save it as a test.`;
  return conflict('EXECUTION_NOT_OVER', message);
}

/** A run of a document that belongs to no workflow has nowhere to keep tests (409). */
export function runWithoutWorkflow(executionId: string): DomainError {
  const message = `Run ${executionId} belongs to no stored workflow, so that there is nowhere to keep a test.`;
  return conflict('EXECUTION_WITHOUT_WORKFLOW', message);
}

/** Publishing needs green tests (409). */
export function testsNotGreen(failed: readonly { testId: string; name: string; message: string }[]): DomainError {
  const names = failed.map(({ name }) => `“${name}”`);
  const shown = names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
  const message = `This workflow is published only when its tests pass. Failed: ${shown}. Mend the draft or the tests.`;
  return conflict('TESTS_NOT_GREEN', message, { failed });
}

/** Publishing needs green tests and there are none (409). */
export function testsMissing(): DomainError {
  const message =
    'This workflow is published only when its tests pass, and it has none. Make a test, or switch the setting off.';
  return conflict('TESTS_NOT_GREEN', message, { failed: [] });
}
