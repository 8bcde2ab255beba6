import type { ExecutionEvent } from '@millrace/engine';
import { adviceFor } from './failure-advice';
import { attemptsOf, failureReport } from './failure-report';

const failure = { code: 'HTTP_STATUS', fault: 'transient', message: 'Answered 503', details: { status: 503 } } as const;
const events = [
  { seq: 1, atMs: 0, type: 'node.started', nodeId: 'a', attempt: 1 },
  { seq: 2, atMs: 40, type: 'node.retrying', nodeId: 'a', attempt: 1, error: failure, retryAt: '2026-01-01T00:00:00Z' },
  { seq: 3, atMs: 90, type: 'node.started', nodeId: 'a', attempt: 2 },
  { seq: 4, atMs: 95, type: 'node.started', nodeId: 'b', attempt: 1 },
  {
    seq: 5,
    atMs: 99,
    type: 'node.failed',
    nodeId: 'a',
    attempt: 2,
    error: { ...failure, message: 'a | b' },
    startedAtMs: 90,
    durationMs: 9,
  },
] as unknown as readonly ExecutionEvent[];

it('attempts are put together from the events of the step', () => {
  expect(attemptsOf(events, 'a')).toEqual([
    { number: 1, startedAtMs: 0, durationMs: 40, outcome: 'failed', message: 'Answered 503' },
    { number: 2, startedAtMs: 90, durationMs: 9, outcome: 'failed', message: 'a | b' },
  ]);
  expect(attemptsOf(events, 'b')).toEqual([{ number: 1, startedAtMs: 95, outcome: 'running' }]);
});

it.each([
  [401, 'The service refused access'],
  [404, 'The service knows no such address'],
  [429, 'The service was asked too often'],
  [503, 'The service failed'],
  [422, 'The service refused the request'],
])('a status of %i is advised on as: %s', (status, title) => {
  expect(adviceFor({ ...failure, details: { status } }).title).toBe(title);
});

it('an unknown code is advised on by whose fault it is', () => {
  expect(adviceFor({ code: 'NEW', message: '', fault: 'bug' }).title).toBe('Something went wrong inside Millrace');
  expect(adviceFor({ code: 'NEW', message: '', fault: 'user' }).title).toBe('The step failed');
});

it('the report has what happened, where, what to do, the attempts and the details', () => {
  const report = failureReport({
    failure,
    workflowName: 'Orders',
    version: '1.2.0',
    executionId: 'run-1',
    stepLabel: 'Fetch',
    attempts: attemptsOf(events, 'a'),
  });
  expect(report).toContain('### The service failed');
  expect(report).toContain('**HTTP_STATUS**: Answered 503');
  expect(report).toContain('- Workflow: Orders 1.2.0');
  expect(report).toContain('- Step: Fetch');
  expect(report).toContain('failed: a \\| b');
  expect(report).toContain('"status": 503');
});
