import type { ExecutionEvent, ExecutionEventBody } from '@millrace/engine';
import { filterLines, logLineOf } from './log-lines';

const line = (event: Record<string, unknown>) => logLineOf({ seq: 1, atMs: 0, ...event } as unknown as ExecutionEvent);
const error = { code: 'HTTP_STATUS', fault: 'transient', message: 'Answered 503', details: { status: 503 } };

it.each([
  [{ type: 'workflow.started', nodeCount: 1 }, 'info', 'Run started with 1 step'],
  [{ type: 'workflow.finished', status: 'cancelled', terminated: true, outputFrom: [] }, 'warn', 'Run terminated'],
  [{ type: 'workflow.cancel_requested', reason: 'wrong input' }, 'warn', 'Cancellation requested: wrong input'],
  [{ type: 'node.started', nodeId: 'a', attempt: 2 }, 'debug', 'Attempt 2 started'],
  [
    { type: 'node.completed', nodeId: 'a', durationMs: 1_500, ports: { main: { value: 1 } } },
    'info',
    'Completed in 1.5 s',
  ],
  [
    { type: 'node.completed', nodeId: 'a', durationMs: 2, ports: { true: { value: 1 } } },
    'info',
    'Completed in 2 ms on “true”',
  ],
  [{ type: 'node.reused', nodeId: 'a', from: 'pin', ports: {} }, 'info', 'Pinned output used'],
  [{ type: 'node.skipped', nodeId: 'a', reason: 'dead-path' }, 'debug', 'Skipped: no branch led here'],
  [{ type: 'node.waiting', nodeId: 'a', wait: { kind: 'event', name: 'ok' } }, 'info', 'Waiting for the event “ok”'],
  [
    { type: 'node.waiting', nodeId: 'a', wait: { kind: 'event', name: 'ok', prompt: { kind: 'approval' } } },
    'info',
    'Waiting for an approval',
  ],
  [
    {
      type: 'node.waiting',
      nodeId: 'a',
      wait: { kind: 'event', name: 'millrace.workflow-end/r1', prompt: { kind: 'workflow', executionId: 'r1' } },
    },
    'info',
    'Waiting for the run of its workflow',
  ],
  [{ type: 'node.woken', nodeId: 'a', wake: { kind: 'timeout' } }, 'info', 'Nothing came in time'],
  [{ type: 'node.woken', nodeId: 'a', wake: { kind: 'turns' } }, 'info', 'Its turns are over'],
  [{ type: 'node.iterating', nodeId: 'a', attempt: 1, count: 3 }, 'info', 'Its body runs 3 times'],
  [{ type: 'turn.started', nodeId: 'a', turn: 0 }, 'debug', 'Turn 1 started'],
  [{ type: 'turn.finished', nodeId: 'a', turn: 1, status: 'completed' }, 'debug', 'Turn 2 completed'],
  [{ type: 'turn.finished', nodeId: 'a', turn: 1, status: 'failed', error }, 'warn', 'Turn 2 failed: Answered 503'],
  [{ type: 'node.log', nodeId: 'a', level: 'warn', message: 'odd' }, 'warn', 'odd'],
])('%j is told as %s: %s', (event, level, text) => {
  expect(line(event)).toMatchObject({ level, text });
});

it('a failure keeps its code and details to unfold', () => {
  expect(line({ type: 'node.failed', nodeId: 'a', error })).toMatchObject({
    level: 'error',
    text: 'Failed: Answered 503',
    detail: { code: 'HTTP_STATUS', details: { status: 503 } },
  });
});

it('a failure that the run went on after is a warning', () => {
  expect(line({ type: 'node.completed', nodeId: 'a', durationMs: 5, ports: {}, error }).level).toBe('warn');
});

describe('filtering', () => {
  const lines = [
    line({ type: 'node.started', nodeId: 'a', attempt: 1 }),
    line({ type: 'node.failed', nodeId: 'a', error }),
    line({ type: 'node.log', nodeId: 'b', level: 'info', message: 'Hello' }),
  ];

  it('takes a level and graver ones', () => {
    expect(filterLines(lines, { level: 'info', text: '' })).toHaveLength(2);
    expect(filterLines(lines, { level: 'error', text: '' })).toHaveLength(1);
  });

  it('takes one step', () => {
    expect(filterLines(lines, { level: 'debug', nodeId: 'b', text: '' })).toHaveLength(1);
  });

  it('finds text whatever its case', () => {
    expect(filterLines(lines, { level: 'debug', text: 'hELLO' })).toHaveLength(1);
  });
});

describe('turns of a loop', () => {
  const at = (body: ExecutionEventBody, seq: number) => logLineOf({ ...body, seq, atMs: seq });
  const lines = [
    at({ type: 'turn.started', nodeId: 'each', turn: 0 }, 1),
    at({ type: 'node.started', nodeId: 'a', attempt: 1, path: 'each/0' }, 2),
    at({ type: 'turn.started', nodeId: 'inner', turn: 4, path: 'each/0' }, 3),
    at({ type: 'node.started', nodeId: 'b', attempt: 1, path: 'each/0/inner/4' }, 4),
  ];
  const shown = (open: readonly string[]) =>
    filterLines(lines, { level: 'debug', text: '', open: new Set(open) }).map(({ seq }) => seq);

  it('are folded below their first line until they are opened, from the outside in', () => {
    expect(lines[2]?.begins).toBe('each/0/inner/4');
    expect(shown([])).toEqual([1]);
    expect(shown(['each/0'])).toEqual([1, 2, 3]);
    expect(shown(['each/0', 'each/0/inner/4'])).toEqual([1, 2, 3, 4]);
    expect(shown(['each/0/inner/4'])).toEqual([1]);
  });

  it('are kept apart for one step', () => {
    const of = (path: string | null) => filterLines(lines, { level: 'debug', text: '', path }).map(({ seq }) => seq);
    expect([of(null), of('each/0')]).toEqual([[1], [2, 3]]);
  });
});
