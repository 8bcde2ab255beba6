import type { JsonObject } from '@millrace/workflow-model';
import type { EventRecord, Expectation, History, RunRecord, WriteRecord } from '../history';

/** Beginning of the times in these histories. */
export const BEGUN_MS = Date.parse('2026-01-01T00:00:00Z');

/** A history whose parts a spec may spoil. */
export type Spoilable = { -readonly [K in keyof History]: History[K] extends readonly (infer T)[] ? T[] : History[K] };

type Fact = readonly [type: string, nodeId: string | null, body?: JsonObject];

/** Events of a run, one second apart. */
export function logOf(executionId: string, facts: readonly Fact[]): EventRecord[] {
  return facts.map(([type, nodeId, body = {}], index) => ({
    ...{ executionId, seq: index + 1, atMs: BEGUN_MS + 1_000 * index, type, nodeId, body },
  }));
}

function run(id: string, workflow: string, more: Partial<RunRecord> = {}): RunRecord {
  return {
    ...{ id, workflow, parentId: null, status: 'completed', mode: 'webhook', eventSeq: 0, leaseOwner: null },
    ...{ leaseEpoch: 1, nextDueAt: null, waits: 0, trigger: { n: 1 }, n: 2, isTerminated: false },
    ...more,
  };
}

function write(executionId: string, more: Partial<WriteRecord>): WriteRecord {
  const claim = { writer: 'worker-1.1', owner: null, oldEpoch: 0, newEpoch: 1, oldSeq: 1, newSeq: 1 };
  return { executionId, ...claim, ...more };
}

/** A parent with an effect, a wait, a child and an event; a listener; a run of a schedule. Nothing is wrong with it. */
export function goodHistory(): Spoilable {
  const due = new Date(BEGUN_MS + 5_000).toISOString();
  const events = [
    ...logOf('parent', [
      ['workflow.started', null],
      ['node.started', 'call', { attempt: 1 }],
      ['node.retrying', 'call', { attempt: 1 }],
      ['node.started', 'call', { attempt: 2 }],
      ['node.completed', 'call'],
      ['node.waiting', 'nap', { wait: { kind: 'timer', until: due } }],
      ['node.woken', 'nap', { wake: { kind: 'timer' } }],
      ['node.completed', 'nap'],
      ['workflow.finished', null],
    ]),
    ...['child', 'listener', 'timed'].flatMap((id) =>
      logOf(id, [
        ['workflow.started', null],
        ['workflow.finished', null],
      ]),
    ),
  ];
  const seqs = new Map(events.map(({ executionId, seq }) => [executionId, seq]));
  const runs = [
    run('parent', 'main'),
    run('child', 'part', { parentId: 'parent', mode: 'api' }),
    run('listener', 'heard', { mode: 'event', trigger: { payload: { n: 1, from: 'parent' } } }),
    run('timed', 'every', { mode: 'schedule' }),
  ].map((one) => ({ ...one, eventSeq: seqs.get(one.id) ?? 0 }));
  const plain = { expected: (n: number) => n + 1, fails: false, effects: 0, children: [] };
  return {
    seed: 1,
    expectations: new Map<string, Expectation>([
      ['main', { ...plain, effects: 1, children: ['part'], publishes: 'told' }],
      ['part', plain],
      ['heard', { ...plain, event: 'told' }],
      ['every', { ...plain, expected: () => 2 }],
    ]),
    acknowledgements: [
      { key: 'a', workflow: 'main', executionId: 'parent', n: 1 },
      { key: 'a', workflow: 'main', executionId: 'parent', n: 1 },
    ],
    orders: [],
    askedToEnd: new Set<string>(),
    runs,
    events,
    writes: [
      write('parent', {}),
      write('parent', { owner: 'host:11:x', oldEpoch: 1, newSeq: 3 }),
      write('parent', { writer: 'worker-2.1', oldEpoch: 1, newEpoch: 2, oldSeq: 3, newSeq: 3 }),
      write('parent', { writer: 'worker-2.1', owner: 'host:12:y', oldEpoch: 2, newEpoch: 2, oldSeq: 3, newSeq: 9 }),
    ],
    hits: [503, 200].map((status) => ({ key: 'parent:call:0', route: '/flaky/1/1', atMs: BEGUN_MS, status })),
    fires: [0, 1, 2].map((index) => ({
      ...{ schedule: 's', everyMs: 1_000, scheduledForMs: BEGUN_MS + 1_000 * index },
      ...(index === 0 ? { outcome: 'fired', executionId: 'timed' } : { outcome: 'missed', executionId: null }),
    })),
    schedules: [{ schedule: 's', everyMs: 1_000, stoppedMs: BEGUN_MS + 2_500 }],
    slots: [{ lane: 'main', held: 3, max: 3 }],
    lives: new Map([
      ['worker-1.1', 11],
      ['worker-2.1', 12],
    ]),
    badLines: [],
  };
}
