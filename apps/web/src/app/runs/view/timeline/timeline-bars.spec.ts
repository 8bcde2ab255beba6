import type { RunTimeline } from '@millrace/web-canvas';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { barRowsOf, scaleOf, spanOfRun } from './timeline-bars';

const document = {
  nodes: [
    { id: 'a', label: 'Fetch' },
    { id: 'b', label: 'Approve' },
  ],
  edges: [{ id: 'e', source: 'a', sourceHandle: 'main', target: 'b', targetHandle: 'main' }],
} as unknown as WorkflowDocument;
const timeline: RunTimeline = {
  startMs: 0,
  rows: [
    {
      nodeId: 'a',
      attempts: 2,
      startMs: 0,
      endMs: 500,
      segments: [
        { kind: 'attempt', attempt: 1, startMs: 0, endMs: 200, outcome: 'failed', message: '503' },
        { kind: 'retry-pause', attempt: 2, startMs: 200, endMs: 300 },
        { kind: 'attempt', attempt: 2, startMs: 300, endMs: 500, outcome: 'completed' },
      ],
    },
    {
      nodeId: 'b',
      attempts: 1,
      startMs: 600,
      segments: [{ kind: 'wait', attempt: 1, startMs: 600, message: 'approval' }],
    },
  ],
  pauses: [],
};
const input = { timeline, document, nowMs: 1_000 };
const rows = () => barRowsOf(input, scaleOf(input, 'all')!);

it('a run that goes on reaches up to now', () => {
  expect(spanOfRun(timeline, 1_000)).toEqual({ startMs: 0, endMs: 1_000 });
  expect(spanOfRun({ rows: [], pauses: [] }, 1_000)).toBeUndefined();
});

it('a row has a bar for each attempt and pause, in words', () => {
  const [fetch] = rows();
  expect(fetch?.bars.map(({ kind, from, width }) => [kind, from, Number(width.toFixed(2))])).toEqual([
    ['attempt', 0, 0.2],
    ['retry-pause', 0.2, 0.1],
    ['attempt', 0.3, 0.2],
  ]);
  expect(fetch?.text).toBe('Attempt 1 failed after 200 ms: 503. Pause of 100 ms before attempt 2. Attempt 2 200 ms');
});

it('a step that was tried again has a line for each try', () => {
  const [fetch, approve] = rows();
  expect(fetch?.tries.map(({ number, durationMs, message }) => [number, durationMs, message])).toEqual([
    [1, 200, '503'],
    [2, 200, undefined],
  ]);
  expect(fetch?.tries[0]?.bar).toMatchObject({ kind: 'attempt', outcome: 'failed' });
  expect(approve?.tries).toEqual([]);
});

it('a step that was ready before it began was queued', () => {
  const queue = rows()[1]?.bars[0];
  expect(queue).toMatchObject({ kind: 'queue', from: 0.5, text: 'Queued for 100 ms' });
});

it('a wait without an end goes on', () => {
  const wait = rows()[1]?.bars[1];
  expect(wait).toMatchObject({ kind: 'wait', outcome: 'running', text: 'Waiting 400 ms for “approval”' });
  expect(rows()[1]?.isOver).toBe(false);
});

it('hidden idle time folds long waits only', () => {
  const long = { ...input, nowMs: 3_600_000 };
  expect(scaleOf(long, 'hide-idle')?.gaps).toHaveLength(1);
  expect(scaleOf(long, 'all')?.gaps).toHaveLength(0);
});
