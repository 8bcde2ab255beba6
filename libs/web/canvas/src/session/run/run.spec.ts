import { computed } from '@angular/core';
import type { ExecutionEvent, ExecutionEventBody } from '@millrace/engine';
import type { OutputEdit, RunFeed, RunSnapshot } from '../ports/run-feed';
import { chainOf, documentOf } from '../testing/documents';
import { ManualTimers, settled } from '../testing/manual-timers';
import { RunOverlay } from './run-overlay';
import { timelineOf } from './run-timeline';

const document = documentOf(
  [
    { id: 't', type: 'manual-trigger' },
    { id: 'f', type: 'http-request', settings: { onError: 'stop', retry: { maxAttempts: 3 } } },
    { id: 'c', type: 'condition' },
    'yes',
    'no',
  ],
  ['t>f', 'f>c', 'c:true>yes', 'c:false>no'],
);
const failure = { code: 'HTTP_STATUS', fault: 'transient', message: 'It answered 503.' } as const;

/** Events one second apart, numbered from `first`. */
function events(bodies: readonly ExecutionEventBody[], first = 1): ExecutionEvent[] {
  return bodies.map((body, place) => ({ ...body, seq: first + place, atMs: (first + place) * 1_000 }));
}
const started: ExecutionEventBody = {
  type: 'workflow.started',
  triggerNodeId: 't',
  trigger: { value: { a: 1 } },
  nodeCount: 5,
};
const begun = (nodeId: string, attempt = 1): ExecutionEventBody => ({ type: 'node.started', nodeId, attempt });
const completed = (nodeId: string, value: unknown, port = 'main', more: object = {}): ExecutionEventBody =>
  ({
    type: 'node.completed',
    nodeId,
    attempt: 1,
    ports: { [port]: { value } },
    startedAtMs: 0,
    durationMs: 0,
    ...more,
  }) as ExecutionEventBody;
const finished: ExecutionEventBody = { type: 'workflow.finished', status: 'completed', outputFrom: [] };

function snapshot(list: readonly ExecutionEvent[] = []): RunSnapshot {
  return { executionId: 'run', workflowId: 'w', document, events: list };
}

/** A feed whose streams are written by hand. */
class ScriptedFeed implements RunFeed {
  readonly asked: number[] = [];
  snapshots: (() => Promise<RunSnapshot>)[] = [];
  streams: (() => AsyncGenerator<ExecutionEvent | readonly ExecutionEvent[]>)[] = [];

  snapshot(): Promise<RunSnapshot> {
    return (this.snapshots.shift() ?? (() => Promise.resolve(snapshot())))();
  }

  watch(_executionId: string, afterSeq: number): AsyncIterable<ExecutionEvent | readonly ExecutionEvent[]> {
    this.asked.push(afterSeq);
    const stream = this.streams.shift();
    return stream === undefined ? silence() : stream();
  }

  readonly edits: OutputEdit[] = [];

  edit(_executionId: string, edit: OutputEdit): Promise<void> {
    this.edits.push(edit);
    return Promise.resolve();
  }

  value(_executionId: string, payloadId: string): Promise<string> {
    return Promise.resolve(`large ${payloadId}`);
  }
}

// eslint-disable-next-line require-yield
async function* silence(): AsyncGenerator<ExecutionEvent> {
  await new Promise(() => {});
}

function made() {
  const timers = new ManualTimers();
  const feed = new ScriptedFeed();
  return { timers, feed, run: new RunOverlay({ feed, timers }) };
}
const edge = (id: string) => document.edges.find((each) => each.id === id)!;

describe('a run over the canvas', () => {
  it('shows nothing at first', () => {
    const { run } = made();
    expect([run.shown(), run.isLive(), run.isOver(), run.node('f')(), run.following()]).toEqual([
      undefined,
      false,
      false,
      undefined,
      'none',
    ]);
  });

  it('tells for every node where it stands', () => {
    const { run } = made();
    run.show(snapshot(events([started, completed('t', { a: 1 }), begun('f')])));
    expect(run.node('f')()).toMatchObject({ status: 'running', attempt: 1, maxAttempts: 3, startedAtMs: 3_000 });
    run.receive(
      events(
        [{ type: 'node.retrying', nodeId: 'f', attempt: 1, error: failure, retryAt: new Date(9_000).toISOString() }],
        4,
      ),
    );
    expect(run.node('f')()).toMatchObject({ status: 'retrying', attempt: 1, waitsUntilMs: 9_000, error: failure });
    run.receive(
      events([begun('f', 2), { ...(completed('f', [1, 2, 3]) as object), attempt: 2 } as ExecutionEventBody], 5),
    );
    expect(run.node('f')()).toMatchObject({ status: 'completed', attempt: 2, itemCount: 3 });
    run.receive(
      events([completed('c', { a: 1 }, 'true'), { type: 'node.skipped', nodeId: 'no', reason: 'dead-path' }], 7),
    );
    expect([run.node('no')()?.skipReason, run.node('c')()?.itemCount]).toEqual(['dead-path', 1]);
  });

  it('tells at which breakpoints it is held, until it goes on', () => {
    const { run } = made();
    const pauseBefore = { ...started, pauseBefore: ['f', 'c'] } as ExecutionEventBody;
    run.show({ ...snapshot(events([pauseBefore, completed('t', 1)])), mode: 'MANUAL' });
    expect([run.pausedAt(), run.isByHand()]).toEqual([[], true]);
    run.receive(events([{ type: 'workflow.paused', before: ['f'] }], 3));
    const held = run.pausedAt();
    expect([held, run.status(), run.isLive()]).toEqual([['f'], 'paused', true]);
    run.receive(events([{ type: 'node.log', nodeId: 't', level: 'info', message: 'x' }], 4));
    expect(run.pausedAt()).toBe(held);
    run.receive(events([{ type: 'workflow.resumed' }], 5));
    expect([run.pausedAt(), run.status()]).toEqual([[], 'running']);
  });

  it('shows what somebody wrote in place of what a node gave, where the run is held', async () => {
    const { run, feed } = made();
    const pauseBefore = { ...started, pauseBefore: ['f'] } as ExecutionEventBody;
    const before: ExecutionEventBody = { type: 'workflow.paused', before: ['f'] };
    run.show({ ...snapshot(events([pauseBefore, completed('t', 1), before])), mode: 'MANUAL' });
    const trigger = computed(() => run.node('t')()?.ports['main']);
    expect([run.isHeldBefore('f'), run.isHeldBefore('c'), trigger()]).toEqual([true, false, { value: 1 }]);
    await run.edit('t', { n: 2 });
    expect(feed.edits).toEqual([{ nodeId: 't', port: 'main', value: { n: 2 } }]);
    run.receive(
      events([{ type: 'workflow.resumed', step: [], edits: { t: { main: { value: { n: 2 } } } } }, before], 4),
    );
    expect([trigger(), run.pausedAt()]).toEqual([{ value: { n: 2 } }, ['f']]);
  });

  it('tells what a node waits for and until when', () => {
    const { run } = made();
    const wait = { kind: 'event', name: 'approval', timeoutAt: new Date(60_000).toISOString() } as const;
    run.show(snapshot(events([started, { type: 'node.waiting', nodeId: 'f', attempt: 1, wait, startedAtMs: 2_000 }])));
    expect([run.node('f')(), run.status()]).toMatchObject([
      { status: 'waiting', wait, waitsUntilMs: 60_000 },
      'waiting',
    ]);
  });

  it('tells for every edge what went over it', () => {
    const { run } = made();
    const seen = () => ['t>f', 'f>c', 'c:true>yes', 'c:false>no'].map((id) => run.edge(edge(id)).status);
    run.show(snapshot(events([started])));
    expect(seen()).toEqual(['idle', 'idle', 'idle', 'idle']);
    run.receive(events([completed('t', [1, 2]), begun('f')], 2));
    expect([seen(), run.edge(edge('t>f')).itemCount]).toEqual([['flowing', 'idle', 'idle', 'idle'], 2]);
    run.receive(events([completed('f', 1), completed('c', 1, 'true')], 4));
    expect(seen()).toEqual(['done', 'done', 'flowing', 'dead']);
    const failed = {
      type: 'node.failed',
      nodeId: 'yes',
      attempt: 1,
      error: failure,
      startedAtMs: 0,
      durationMs: 1,
    } as const;
    run.receive(events([{ type: 'node.skipped', nodeId: 'no', reason: 'dead-path' }, failed], 6));
    expect(seen()).toEqual(['done', 'done', 'failed', 'dead']);
  });

  it('knows no count of a value that lies out of line, and brings it when asked', async () => {
    const { run, feed } = made();
    feed.snapshots.push(() =>
      Promise.resolve(
        snapshot(
          events([
            started,
            completed('t', 1, 'main', { ports: { main: { payloadId: 'p', bytes: 99_999 } } }),
            finished,
          ]),
        ),
      ),
    );
    await run.follow('run');
    const ref = run.node('t')()?.ports['main'];
    expect([run.node('t')()?.itemCount, ref && run.valueOf(ref)]).toEqual([undefined, undefined]);
    const read = computed(() => ref && run.valueOf(ref));
    expect(read()).toBeUndefined();
    expect([await run.loadValue('p'), read(), await run.loadValue('p')]).toEqual(['large p', 'large p', 'large p']);
  });

  it('wakes only the views of what an event is about', () => {
    const { run } = made();
    run.show({ ...snapshot(events([started])), document: chainOf(500) });
    let count = 0;
    const views = Array.from({ length: 500 }, (_, place) => {
      const cell = run.node(`n${place}`);
      return computed(() => {
        count += 1;
        return cell()?.status;
      });
    });
    for (const view of views) view();
    count = 0;
    run.receive(events([completed('n7', 1), begun('n8')], 2));
    for (const view of views) view();
    expect([count, views[7]?.(), views[8]?.()]).toEqual([2, 'completed', 'running']);
  });

  it('forgets everything of a run when another is shown', () => {
    const { run } = made();
    const status = computed(() => run.node('f')()?.status);
    run.show(snapshot(events([started, completed('f', 1)])));
    expect(status()).toBe('completed');
    run.show({ ...snapshot(events([started])), executionId: 'other' });
    expect([status(), run.executionId(), run.events().length]).toEqual([undefined, 'other', 1]);
    run.clear();
    expect([run.shown(), run.events(), run.status()]).toEqual([undefined, [], 'pending']);
  });
});

describe('following a run', () => {
  it('loads what happened and goes on with what happens, from where it is, to the end', async () => {
    const { run, feed } = made();
    feed.snapshots.push(() => Promise.resolve(snapshot(events([started, completed('t', 1)]))));
    feed.streams.push(async function* () {
      yield events([completed('t', 1), begun('f')], 2);
      yield events([completed('f', 2)], 4)[0]!;
      yield events([finished], 5);
    });
    await run.follow('run');
    expect([feed.asked, run.status(), run.following(), run.events().map((event) => event.seq)]).toEqual([
      [2],
      'completed',
      'ended',
      [1, 2, 3, 4, 5],
    ]);
  });

  it('asks again from where it is when the connection breaks, with pauses', async () => {
    const { run, feed, timers } = made();
    feed.streams.push(
      async function* () {
        yield events([started]);
        throw new Error('connection reset');
      },
      () => {
        throw new Error('connection refused');
      },
      async function* () {
        yield events([finished], 2);
      },
    );
    const following = run.follow('run');
    await settled();
    expect([run.following(), feed.asked]).toEqual(['reconnecting', [0]]);
    await timers.pass(1_000);
    expect(feed.asked).toEqual([0, 1]);
    await timers.pass(1_000);
    await following;
    expect([feed.asked, run.following()]).toEqual([[0, 1, 1], 'ended']);
  });

  it('asks again when a stream ends before the run does, and when it leaves something out', async () => {
    const { run, feed, timers } = made();
    feed.streams.push(
      async function* () {
        yield events([started]);
      },
      async function* () {
        yield events([finished], 5);
      },
      async function* () {
        yield events([completed('t', 1), finished], 2);
      },
    );
    const following = run.follow('run');
    await timers.pass(5_000);
    await following;
    expect([feed.asked, run.events().map((event) => event.seq)]).toEqual([
      [0, 1, 1],
      [1, 2, 3],
    ]);
  });

  it('asks for nothing more when the run is over already', async () => {
    const { run, feed } = made();
    feed.snapshots.push(() => Promise.resolve(snapshot(events([started, finished]))));
    await run.follow('run');
    expect([feed.asked, run.following()]).toEqual([[], 'ended']);
  });

  it('tells when the run cannot be loaded', async () => {
    const { run, feed } = made();
    feed.snapshots.push(() => Promise.reject(new Error('gone')));
    await run.follow('run');
    expect([run.following(), run.loadError()]).toEqual(['failed', new Error('gone')]);
  });

  it('lets go of a run when another is followed, even before the first was loaded', async () => {
    const { run, feed } = made();
    let arrive = (_snapshot: RunSnapshot): void => {};
    feed.snapshots.push(
      () => new Promise((resolve) => (arrive = resolve)),
      () => Promise.resolve({ ...snapshot(events([started, finished])), executionId: 'second' }),
    );
    const first = run.follow('first');
    await run.follow('second');
    arrive(snapshot(events([started])));
    await first;
    expect([run.executionId(), run.following()]).toEqual(['second', 'ended']);
  });

  it('takes nothing in after it was put away', async () => {
    const { run, feed } = made();
    feed.streams.push(async function* () {
      yield events([started]);
      run.dispose();
      yield events([finished], 2);
    });
    await run.follow('run');
    expect(run.status()).toBe('running');
  });

  it('does nothing without a feed', async () => {
    const run = new RunOverlay({ timers: new ManualTimers() });
    await run.follow('run');
    expect(run.following()).toBe('none');
  });
});

describe('looking back', () => {
  const all = events([started, completed('t', 1), begun('f'), completed('f', 1), finished]);

  it('gives the state at any instant', () => {
    const { run } = made();
    run.show(snapshot(all));
    expect([500, 1_000, 3_500, 99_000].map((ms) => run.stateAt(ms).status)).toEqual([
      'pending',
      'running',
      'running',
      'completed',
    ]);
    expect(run.stateAt(3_500).nodes.get('f')?.status).toBe('running');
  });

  it('shows it on every node, and the newest again afterwards', () => {
    const { run } = made();
    run.show(snapshot(all.slice(0, 4)));
    const status = computed(() => run.node('f')()?.status);
    run.seek(3);
    expect([status(), run.seekSeq(), run.node('t')()?.status]).toEqual(['running', 3, 'completed']);
    expect(run.seen().map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(run.lookedAtMs()).toBe(all[2]?.atMs);
    run.receive(all.slice(4));
    expect([status(), run.status(), run.isOver()]).toEqual(['running', 'running', true]);
    run.seek();
    expect([status(), run.status(), run.lookedAtMs()]).toEqual(['completed', 'completed', null]);
    expect(run.seen()).toHaveLength(5);
  });

  it('begins before the first event, and knows none after the last', () => {
    const { run } = made();
    run.show(snapshot(all));
    run.seek(-1);
    expect([run.seekSeq(), run.status(), run.node('t')()]).toEqual([0, 'pending', undefined]);
    run.seek(99);
    expect([run.seekSeq(), run.status()]).toEqual([5, 'completed']);
  });

  it('goes over ten thousand events without folding them again', () => {
    const { run } = made();
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...{ type: 'node.log' as const, nodeId: 't', level: 'info' as const, message: `${index}` },
      ...{ seq: index + 2, atMs: index },
    }));
    run.show(snapshot([...all.slice(0, 1), ...many]));
    const began = performance.now();
    for (let seq = 1; seq <= 10_000; seq += 10) run.seek(seq);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('the timeline', () => {
  const kinds = (list: readonly ExecutionEvent[], nodeId: string) =>
    timelineOf(list)
      .rows.find((row) => row.nodeId === nodeId)
      ?.segments.map(({ kind, attempt, startMs, endMs, outcome }) => [kind, attempt, startMs, endMs, outcome]);

  it('has a bar for each attempt and for each pause before a retry', () => {
    const list = events([
      started,
      begun('f'),
      { type: 'node.retrying', nodeId: 'f', attempt: 1, error: failure, retryAt: new Date(4_000).toISOString() },
      begun('f', 2),
      { ...(completed('f', 1) as object), attempt: 2, durationMs: 1_000 } as ExecutionEventBody,
    ]);
    expect(kinds(list, 'f')).toEqual([
      ['attempt', 1, 2_000, 3_000, 'failed'],
      ['retry-pause', 2, 3_000, 4_000, undefined],
      ['attempt', 2, 4_000, 5_000, 'completed'],
    ]);
    expect(timelineOf(list).rows[0]).toMatchObject({ attempts: 2, startMs: 2_000, endMs: 5_000 });
  });

  it('has a bar for a wait, and one for what came before it', () => {
    const wait = { kind: 'timer', until: new Date(5_000).toISOString() } as const;
    const list = events([
      started,
      begun('f'),
      { type: 'node.waiting', nodeId: 'f', attempt: 1, wait, startedAtMs: 2_000 },
      { type: 'node.woken', nodeId: 'f', wake: { kind: 'timer' } },
      completed('f', 1, 'main', { startedAtMs: 4_000 }),
    ]);
    expect(kinds(list, 'f')).toEqual([
      ['attempt', 1, 2_000, 3_000, 'completed'],
      ['wait', 1, 3_000, 4_000, 'completed'],
      ['instant', 1, 4_000, 4_000, 'completed'],
    ]);
  });

  it('has an instant for a node that was done in no time, and its own length for one that was not', () => {
    const list = events([
      started,
      completed('a', 1, 'main', { startedAtMs: 1_500 }),
      completed('b', 1, 'main', { startedAtMs: 1_500, durationMs: 400 }),
    ]);
    expect([kinds(list, 'a'), kinds(list, 'b')]).toEqual([
      [['instant', 1, 1_500, 1_500, 'completed']],
      [['attempt', 1, 1_500, 1_900, 'completed']],
    ]);
  });

  it('leaves open what goes on, and closes it when the run ends', () => {
    const open = events([started, begun('f')]);
    expect(kinds(open, 'f')).toEqual([['attempt', 1, 2_000, undefined, undefined]]);
    expect(timelineOf(open).endMs).toBeUndefined();
    expect(kinds([...open, ...events([finished], 3)], 'f')).toEqual([['attempt', 1, 2_000, 3_000, 'cancelled']]);
  });

  it('tells of interruptions, failures, cancelled nodes and pauses of the run', () => {
    const list = events([
      started,
      begun('f'),
      { type: 'node.interrupted', nodeId: 'f', attempt: 1 },
      { type: 'workflow.paused' },
      { type: 'workflow.resumed' },
      begun('f', 2),
      { type: 'node.failed', nodeId: 'f', attempt: 2, error: failure, startedAtMs: 6_000, durationMs: 1_000 },
      begun('c'),
      { type: 'node.cancelled', nodeId: 'c', attempt: 1 },
      { type: 'workflow.paused' },
      { type: 'workflow.finished', status: 'failed', outputFrom: [] },
    ]);
    expect([kinds(list, 'f')?.map((each) => each[4]), kinds(list, 'c')?.map((each) => each[4])]).toEqual([
      ['interrupted', 'failed'],
      ['cancelled'],
    ]);
    expect(timelineOf(list)).toMatchObject({
      startMs: 1_000,
      endMs: 11_000,
      pauses: [
        { startMs: 4_000, endMs: 5_000 },
        { startMs: 10_000, endMs: 11_000 },
      ],
    });
  });
});
