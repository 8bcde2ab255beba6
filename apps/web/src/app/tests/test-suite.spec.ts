import { TestBed } from '@angular/core/testing';
import { ApiError } from '@millrace/web-api';
import { Subject } from 'rxjs';
import { ApiTests, type TestRun, type TestSummary } from './api-tests';
import { standingOf, TestSuite } from './test-suite';

type Result = NonNullable<TestSummary['lastResult']>;

const result = (testId: string, status: Result['status'], isCurrent = true): Result => ({
  ...{ runId: 'r', testId, name: testId, status, isCurrent, executionId: null, elapsedMs: 0, durationMs: 1 },
  ...{ startedAt: '2026-01-01T00:00:00Z', finishedAt: null, error: null },
});
const test = (id: string, last: Result | null = null): TestSummary => ({ id, name: id, lastResult: last });
const runOf = (results: readonly Result[], status: TestRun['status']): TestRun => ({
  ...{ id: 'r', status, total: 2, finishedAt: null, results },
  passed: results.filter((one) => one.status === 'PASSED').length,
  failed: results.filter((one) => one.status === 'FAILED').length,
});

/** The server, by hand. */
class Server {
  tests: TestSummary[] = [test('a'), test('b')];
  runs = new Subject<TestRun>();
  asked: unknown[] = [];
  refusal: ApiError | undefined;
  list = () => (this.refusal ? Promise.reject(this.refusal) : Promise.resolve(this.tests));
  run = (workflowId: string, ids?: readonly string[]) => {
    this.asked.push([workflowId, ids]);
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve(runOf([], 'RUNNING'));
  };
  watch = () => this.runs;
}

function made() {
  const server = new Server();
  TestBed.configureTestingModule({ providers: [{ provide: ApiTests, useValue: server }] });
  return { server, suite: TestBed.inject(TestSuite) };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('a test stands as its last result, unless it runs or the draft has changed since', () => {
  const none = new Set<string>();
  expect(standingOf(test('a'), none)).toBe('never');
  expect(standingOf(test('a', result('a', 'PASSED')), none)).toBe('passed');
  expect(standingOf(test('a', result('a', 'PASSED', false)), none)).toBe('stale');
  expect(standingOf(test('a', result('a', 'FAILED', false)), none)).toBe('failed');
  expect(standingOf(test('a', result('a', 'ERROR')), none)).toBe('error');
  expect(standingOf(test('a', result('a', 'PASSED')), new Set(['a']))).toBe('running');
});

it('shows results as they come in, and reads the list when the run is over', async () => {
  const { server, suite } = made();
  await suite.open('w');
  const run = suite.run();
  await settled();
  expect([suite.counts().running, server.asked]).toEqual([2, [['w', undefined]]]);
  server.runs.next(runOf([result('a', 'PASSED'), result('b', 'RUNNING')], 'RUNNING'));
  expect(suite.counts()).toMatchObject({ passed: 1, running: 1 });
  server.tests = [test('a', result('a', 'PASSED')), test('b', result('b', 'FAILED'))];
  const last = runOf([result('a', 'PASSED'), result('b', 'FAILED')], 'FAILED');
  server.runs.next(last);
  server.runs.complete();
  expect(await run).toEqual(last);
  expect([suite.counts(), suite.isGreen(), suite.isRunning()]).toMatchObject([{ passed: 1, failed: 1 }, false, false]);
});

it('is green when every test passed on the draft as it is', async () => {
  const { server, suite } = made();
  await suite.open('w');
  expect(suite.isGreen()).toBe(false);
  server.tests = [test('a', result('a', 'PASSED')), test('b', result('b', 'PASSED'))];
  await suite.refresh();
  expect(suite.isGreen()).toBe(true);
  server.tests = [test('a', result('a', 'PASSED')), test('b', result('b', 'PASSED', false))];
  await suite.refresh();
  expect(suite.isGreen()).toBe(false);
});

it('tells why tests could not be run, and runs none for ever', async () => {
  const { server, suite } = made();
  await suite.open('w');
  server.refusal = new ApiError({ code: 'NO', message: 'Not now', category: 'NETWORK' });
  expect(await suite.run(['a'])).toBeUndefined();
  expect([suite.error()?.message, suite.isRunning(), suite.status()]).toEqual(['Not now', false, 'ready']);
});

it('forgets the tests of another workflow', async () => {
  const { server, suite } = made();
  await suite.open('w');
  server.tests = [];
  const opened = suite.open('other');
  expect([suite.tests(), suite.status()]).toEqual([[], 'loading']);
  await opened;
  expect(suite.status()).toBe('ready');
});
