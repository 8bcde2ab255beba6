import { BEGUN_MS, goodHistory, logOf, type Spoilable } from '../testing/good-history';
import { breachesOf, INVARIANTS } from './invariants';

/** Breaches of a history after something was planted in it: the invariant and a word of what it says. */
function planted(spoil: (history: Spoilable) => unknown): string[] {
  const history = goodHistory();
  spoil(history);
  return breachesOf(history).map(({ invariant, what }) => `${invariant}: ${what}`);
}

function change<T>(list: T[], index: number, more: Partial<T>): void {
  list[index] = { ...(list[index] as T), ...more };
}

/** Puts another log in the place of that of the parent. */
function relog(history: Spoilable, facts: Parameters<typeof logOf>[1]): void {
  history.events = [...logOf('parent', facts), ...history.events.filter(({ executionId }) => executionId !== 'parent')];
  change(history.runs, 0, { eventSeq: facts.length });
}

const BEGIN = ['workflow.started', null] as const;
const END = ['workflow.finished', null] as const;

it('finds nothing wrong with a history that is well', () => {
  expect(breachesOf(goodHistory())).toEqual([]);
});

const plants: [invariant: keyof typeof INVARIANTS, what: string, spoil: (history: Spoilable) => unknown][] = [
  [
    'I1',
    'an acknowledged run that does not exist',
    ({ acknowledgements }) => acknowledgements.push({ key: 'b', workflow: 'main', executionId: 'lost', n: 1 }),
  ],
  ['I1', 'one key with two runs', ({ acknowledgements }) => change(acknowledgements, 1, { executionId: 'child' })],
  ['I1', 'two keys with one run', ({ acknowledgements }) => change(acknowledgements, 1, { key: 'b' })],
  ['I1', 'a run that nobody asked for', ({ runs }) => change(runs, 3, { mode: 'webhook' })],
  [
    'I2',
    'two results of one node',
    (history) => relog(history, [BEGIN, ['node.completed', 'call'], ['node.failed', 'call'], END]),
  ],
  [
    'I2',
    'two results of one node in one turn',
    (history) =>
      relog(history, [
        BEGIN,
        ['node.completed', 'call', { path: 'each/0' }],
        ['node.completed', 'call', { path: 'each/0' }],
        END,
      ]),
  ],
  [
    'I2',
    'a wait that ends twice',
    (history) =>
      relog(history, [
        BEGIN,
        ['node.waiting', 'nap', { wait: { kind: 'event', name: 'x' } }],
        ['node.woken', 'nap', { wake: { kind: 'event' } }],
        ['node.woken', 'nap', { wake: { kind: 'event' } }],
        END,
      ]),
  ],
  ['I3', 'a node that began and never ended', (history) => relog(history, [BEGIN, ['node.started', 'call'], END])],
  [
    'I3',
    'a second attempt without an end',
    (history) =>
      relog(history, [BEGIN, ['node.started', 'call'], ['node.retrying', 'call'], ['node.started', 'call'], END]),
  ],
  [
    'I4',
    'a node that begins after the run was cancelled',
    (history) =>
      relog(history, [
        BEGIN,
        ['workflow.cancel_requested', null],
        ['node.started', 'call'],
        ['node.cancelled', 'call'],
        END,
      ]),
  ],
  [
    'I4',
    'a node without a start in the log that gives its result after the run was cancelled',
    (history) => relog(history, [BEGIN, ['workflow.cancel_requested', null], ['node.completed', 'sum'], END]),
  ],
  [
    'I4',
    'a turn that begins after the run was cancelled',
    (history) =>
      relog(history, [
        BEGIN,
        ['node.iterating', 'each'],
        ['workflow.cancel_requested', null],
        ['turn.started', 'each'],
        ['node.cancelled', 'each'],
        END,
      ]),
  ],
  ['I5', 'a call for a run that does not exist', ({ hits }) => change(hits, 0, { key: 'ghost:call:0' })],
  ['I5', 'more calls than starts', ({ hits }) => hits.push({ ...hits[0]! })],
  ['I5', 'a second key for the same effect', ({ hits }) => change(hits, 1, { key: 'parent:other:0' })],
  ['I5', 'an effect that was left out', (history) => (history.hits = [])],
  ['I6', 'a gap in a log', ({ events }) => events.splice(2, 1)],
  ['I6', 'a log that is shorter than the run says', ({ runs }) => change(runs, 0, { eventSeq: 10 })],
  ['I6', 'a run that goes on after its end', (history) => relog(history, [BEGIN, END, ['node.log', 'call']])],
  ['I6', 'a run that ended without saying so', (history) => relog(history, [BEGIN, ['node.completed', 'call']])],
  ['I6', 'events of no run', ({ events }) => events.push(...logOf('ghost', [BEGIN]))],
  ['I7', 'a run that never ends', ({ runs }) => change(runs, 1, { status: 'running' })],
  ['I7', 'a lease that is left', ({ runs }) => change(runs, 1, { leaseOwner: 'host:11:x' })],
  ['I7', 'a due time that is left', ({ runs }) => change(runs, 1, { nextDueAt: '2026-01-01T00:00:00Z' })],
  ['I7', 'a wait that is left', ({ runs }) => change(runs, 1, { waits: 1 })],
  ['I8', 'an epoch that falls', ({ writes }) => change(writes, 3, { newEpoch: 1 })],
  ['I8', 'a claim that leaves an epoch out', ({ writes }) => change(writes, 2, { newEpoch: 3 })],
  [
    'I8',
    'a write by a worker whose lease went to another',
    ({ writes }) => change(writes, 3, { writer: 'worker-1.1' }),
  ],
  ['I8', 'a write by a worker though nobody held the lease', ({ writes }) => change(writes, 3, { owner: null })],
  ['I8', 'a write that begins before the last one ended', ({ writes }) => change(writes, 3, { oldSeq: 2 })],
  [
    'I9',
    'a schedule that stopped long before it was told to',
    ({ schedules }) => change(schedules, 0, { stoppedMs: BEGUN_MS + 9_000 }),
  ],
  [
    'I9',
    'a schedule that never fired',
    ({ schedules }) => schedules.push({ schedule: 'never', everyMs: 1_000, stoppedMs: BEGUN_MS }),
  ],
  ['I9', 'an instant that is missing', ({ fires }) => fires.splice(1, 1)],
  ['I9', 'an instant that is there twice', ({ fires }) => change(fires, 2, { scheduledForMs: BEGUN_MS + 1_000 })],
  ['I9', 'an instant that fired without a run', ({ fires }) => change(fires, 1, { outcome: 'fired' })],
  ['I9', 'two instants with one run', ({ fires }) => change(fires, 1, { outcome: 'fired', executionId: 'timed' })],
  [
    'I9',
    'a run of a schedule without an instant',
    ({ fires }) => change(fires, 0, { outcome: 'missed', executionId: null }),
  ],
  ['I10', 'a log line that tells of a bug', ({ badLines }) => badLines.push('api-1: unhandledRejection')],
  ['results are right', 'a wrong number', ({ runs }) => change(runs, 0, { n: 3 })],
  ['results are right', 'a run that failed for no reason', ({ runs }) => change(runs, 0, { status: 'failed' })],
  ['results are right', 'a run that nobody cancelled', ({ runs }) => change(runs, 0, { status: 'cancelled' })],
  [
    'orders are obeyed',
    'a run that goes on though it was cancelled',
    ({ orders }) => orders.push({ kind: 'cancel', executionId: 'parent' }),
  ],
  ['children are started once', 'a second child', ({ runs }) => runs.push({ ...runs[1]!, id: 'twin' })],
  ['children are started once', 'a child that is missing', ({ runs }) => runs.splice(1, 1)],
  ['events start runs once', 'an event that nobody heard', ({ runs }) => runs.splice(2, 1)],
  ['events start runs once', 'an event that was heard twice', ({ runs }) => runs.push({ ...runs[2]!, id: 'again' })],
  [
    'events start runs once',
    'an event that nobody published',
    ({ runs }) => change(runs, 2, { trigger: { payload: { n: 1, from: 'ghost' } } }),
  ],
  [
    'nobody wakes early',
    'a timer that rings before its time',
    (history) =>
      relog(history, [
        BEGIN,
        ['node.waiting', 'nap', { wait: { kind: 'timer', until: new Date(BEGUN_MS + 2_001).toISOString() } }],
        ['node.woken', 'nap', { wake: { kind: 'timer' } }],
        ['node.completed', 'nap'],
        END,
      ]),
  ],
  [
    'limits of runs at a time hold',
    'a fourth run where three are allowed',
    ({ slots }) => change(slots, 0, { held: 4 }),
  ],
];

describe('a planted violation is found', () => {
  it.each(plants)('by %s: %s', (invariant, _what, spoil) => {
    expect(planted(spoil)).toContainEqual(expect.stringMatching(new RegExp(`^${invariant}\\b`)));
  });

  it('for every invariant', () => {
    const proven = new Set(plants.map(([invariant]) => invariant));
    const unproven = Object.keys(INVARIANTS).filter(
      (name) => ![...proven].some((known) => name.startsWith(`${known}`)),
    );
    expect(unproven).toEqual([]);
  });
});

it('takes what nodes tell that had begun before their run was told to end', () => {
  const found = planted((history) => {
    relog(history, [
      BEGIN,
      ['node.started', 'call'],
      ['node.iterating', 'each'],
      ['turn.started', 'each'],
      ['node.started', 'in', { path: 'each/0' }],
      ['workflow.cancel_requested', null],
      ['node.completed', 'call'],
      ['node.completed', 'in', { path: 'each/0' }],
      ['turn.finished', 'each'],
      ['node.cancelled', 'each'],
      END,
    ]);
  });
  expect(found.filter((breach) => breach.startsWith('I4'))).toEqual([]);
});

it('takes what a run that was told to end left open, and the runs that it had started', () => {
  const found = planted((history) => {
    relog(history, [BEGIN, ['node.started', 'call'], ['workflow.cancel_requested', null], END]);
    change(history.runs, 0, { status: 'cancelled', isTerminated: true });
    change(history.runs, 1, { status: 'cancelled' });
    history.runs.splice(2, 1);
    history.events = history.events.filter(({ executionId }) => executionId !== 'listener');
    history.hits = [];
    history.writes = [];
    history.orders.push({ kind: 'terminate', executionId: 'parent' });
    history.askedToEnd = new Set(['parent']);
  });
  expect(found).toEqual([]);
});
