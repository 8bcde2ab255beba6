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

describe('a loop', () => {
  const turns = Array.from({ length: 3 }, (_, turn) => ({
    turn,
    startMs: turn * 100,
    endMs: turn * 100 + 80,
    ...(turn === 1 ? { status: 'failed' as const, message: 'No' } : { status: 'completed' as const }),
  }));
  const attempt = { kind: 'attempt' as const, attempt: 1, startMs: 0, endMs: 300, outcome: 'completed' as const };
  const looped = {
    ...input,
    timeline: {
      ...timeline,
      rows: [
        { nodeId: 'a', attempts: 1, startMs: 0, endMs: 300, segments: [attempt] },
        { nodeId: 'b', path: 'a/0', attempts: 1, startMs: 0, endMs: 80, segments: [attempt] },
        { nodeId: 'b', path: 'a/1', attempts: 1, startMs: 100, endMs: 180, segments: [attempt] },
      ],
      turns: new Map([['a', turns]]),
    },
  };
  const shown = (open: readonly string[], most = 50) =>
    barRowsOf(looped, scaleOf(looped, 'all')!, { open: new Set(open), turnsOf: () => most }).map(
      ({ kind, key, depth, label }) => [kind, key, depth, label],
    );

  it('is one row until it is unfolded to its turns, and these to their steps', () => {
    expect(shown([])).toEqual([['step', 'a', 0, 'Fetch']]);
    expect(shown(['a', 'a/1'])).toEqual([
      ['step', 'a', 0, 'Fetch'],
      ['turn', 'a/0', 1, 'Turn 1'],
      ['turn', 'a/1', 1, 'Turn 2'],
      ['step', 'a/1/b', 2, 'Approve'],
      ['turn', 'a/2', 1, 'Turn 3'],
    ]);
  });

  it('says what became of a turn', () => {
    const rowsOpen = barRowsOf(looped, scaleOf(looped, 'all')!, { open: new Set(['a']), turnsOf: () => 50 });
    expect(rowsOpen[2]).toMatchObject({ text: 'Failed: No', totalMs: 80 });
    expect(rowsOpen[2]?.bars[0]?.outcome).toBe('failed');
  });

  it('with many turns shows some, and how many are left', () => {
    expect(shown(['a'], 1).at(-1)).toEqual(['more', 'a/more', 1, '']);
    const last = barRowsOf(looped, scaleOf(looped, 'all')!, { open: new Set(['a']), turnsOf: () => 1 }).at(-1);
    expect(last?.turns).toBe(2);
  });

  it('of ten thousand turns is drawn at once', () => {
    const many = Array.from({ length: 10_000 }, (_, turn) => ({ turn, startMs: turn, endMs: turn + 1 }));
    const rowsOfTurns = many.flatMap(({ turn }) =>
      ['x', 'y', 'z'].map((nodeId) => ({
        nodeId,
        path: `a/${turn}`,
        attempts: 1,
        startMs: turn,
        endMs: turn + 1,
        segments: [{ ...attempt, startMs: turn, endMs: turn + 1 }],
      })),
    );
    const large = {
      ...looped,
      timeline: {
        ...looped.timeline,
        rows: [...looped.timeline.rows.slice(0, 1), ...rowsOfTurns],
        turns: new Map([['a', many]]),
      },
    };
    const unfolded = { open: new Set(['a', 'a/3']), turnsOf: () => 50 };
    expect(barRowsOf(large, scaleOf(large, 'hide-idle')!, unfolded)).toHaveLength(1 + 50 + 3 + 1);
  });
});
