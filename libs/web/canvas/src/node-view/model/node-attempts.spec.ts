import type { ExecutionEvent } from '@millrace/engine';
import { nodeAttempts } from './node-attempts';

const failure = { code: 'HTTP_STATUS', fault: 'transient', message: 'It answered 503.' } as const;

/** Events of node `a`, one second apart. */
function events(bodies: readonly object[]): readonly ExecutionEvent[] {
  return bodies.map(
    (body, index) => ({ nodeId: 'a', ...body, seq: index + 1, atMs: (index + 1) * 1_000 }) as ExecutionEvent,
  );
}

it('tells of every try how it ended, after how long, and why', () => {
  const list = events([
    { type: 'node.started', attempt: 1 },
    { type: 'node.retrying', attempt: 1, error: failure, retryAt: '' },
    { type: 'node.started', attempt: 2 },
    { type: 'node.interrupted', attempt: 2 },
    { type: 'node.started', attempt: 3 },
    { type: 'node.completed', attempt: 3, ports: {}, startedAtMs: 5_000, durationMs: 40 },
    { type: 'node.started', nodeId: 'b', attempt: 1 },
  ]);
  expect(nodeAttempts(list, 'a')).toMatchObject([
    { attempt: 1, outcome: 'failed', durationMs: 1_000, error: { code: 'HTTP_STATUS' } },
    { attempt: 2, outcome: 'interrupted', durationMs: 1_000, error: { code: 'WORKER_LOST' } },
    { attempt: 3, outcome: 'completed', durationMs: 40 },
  ]);
  expect(nodeAttempts(list, 'b')).toEqual([{ attempt: 1, outcome: 'running', startedAtMs: 7_000 }]);
});

it('counts a wait and what follows it as one try', () => {
  const list = events([
    { type: 'node.waiting', attempt: 1, wait: { kind: 'timer', until: '' }, startedAtMs: 500 },
    { type: 'node.woken', wake: { kind: 'timer' } },
  ]);
  expect(nodeAttempts(list.slice(0, 1), 'a')).toEqual([{ attempt: 1, outcome: 'waiting', startedAtMs: 500 }]);
  expect(nodeAttempts(list, 'a')).toEqual([{ attempt: 1, outcome: 'running', startedAtMs: 500 }]);
});

it('tells what pure nodes did, which have no start of their own, and what was cancelled', () => {
  const pure = events([
    { type: 'node.retrying', attempt: 1, error: failure, retryAt: '' },
    { type: 'node.failed', attempt: 2, error: failure, startedAtMs: 0, durationMs: 3 },
  ]);
  expect(nodeAttempts(pure, 'a')).toMatchObject([
    { attempt: 1, outcome: 'failed', error: { message: 'It answered 503.' } },
    { attempt: 2, outcome: 'failed', durationMs: 3 },
  ]);
  const cancelled = events([
    { type: 'node.started', attempt: 1 },
    { type: 'node.cancelled', attempt: 1 },
  ]);
  expect(nodeAttempts(cancelled, 'a')).toMatchObject([{ outcome: 'cancelled', durationMs: 1_000 }]);
});

it('knows none of nodes that were not run', () => {
  const list = events([
    { type: 'node.skipped', reason: 'dead-path' },
    { type: 'node.reused', nodeId: 'b', ports: {}, from: 'pin' },
    { type: 'node.log', nodeId: 'c', level: 'info', message: 'x' },
  ]);
  for (const id of ['a', 'b', 'c']) expect(nodeAttempts(list, id)).toEqual([]);
});
