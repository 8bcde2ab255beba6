import type { ExecutionEventBody } from './event';
import { interruptions } from './inputs';
import { matchSignal } from './match-signal';
import { placesOn } from './place';
import { EPOCH_MS, Scenario, failureOf } from './testing/scenario';
import type { TestGraph } from './testing/graphs';

const LOOP: TestGraph = {
  nodes: { start: {}, each: {}, a: { parent: 'each' }, b: { parent: 'each' }, end: {} },
  edges: ['start>each', 'each>end', 'a>b'],
};

type Iterating = Extract<ExecutionEventBody, { type: 'node.iterating' }>;

/** A run whose loop has just asked for turns. */
function looping(wish: Partial<Iterating> = {}, graph: TestGraph = LOOP): Scenario {
  const scenario = new Scenario(graph).start().complete('start');
  return scenario.append(iterating(wish));
}

function iterating(wish: Partial<Iterating> = {}): ExecutionEventBody {
  return {
    type: 'node.iterating',
    nodeId: 'each',
    attempt: 1,
    items: { value: ['x', 'y', 'z'] },
    count: 3,
    concurrency: 1,
    onTurnError: 'stop',
    startedAtMs: EPOCH_MS,
    ...wish,
  };
}

/** What a node inside of a turn comes to. */
function done(path: string, nodeId: string): ExecutionEventBody {
  const times = { startedAtMs: EPOCH_MS, durationMs: 0 };
  return {
    type: 'node.completed',
    path,
    nodeId,
    attempt: 1,
    ports: { main: { value: `${path} ${nodeId}` } },
    ...times,
  };
}

function failed(path: string, nodeId: string): ExecutionEventBody {
  const times = { startedAtMs: EPOCH_MS, durationMs: 0 };
  return { type: 'node.failed', path, nodeId, attempt: 1, error: failureOf({ fault: 'user' }), ...times };
}

describe('a loop', () => {
  it('runs its body once for each item, one after the other, and then goes on', () => {
    const scenario = looping();

    expect(scenario.settle()).toEqual(['run each/0/a#1']);
    expect(scenario.append(done('each/0', 'a')).settle()).toEqual(['run each/0/b#1']);
    expect(scenario.append(done('each/0', 'b')).settle()).toEqual(['run each/1/a#1']);
    scenario.append(done('each/1', 'a'), done('each/1', 'b')).settle();
    scenario.append(done('each/2', 'a'), done('each/2', 'b'));
    expect(scenario.settle()).toEqual(['run each#1 after turns']);
    expect(scenario.complete('each').settle()).toEqual(['run end#1']);
  });

  it('keeps what each turn gave: the ends of its body', () => {
    const scenario = looping({ count: 1 });
    scenario.settle();
    scenario.append(done('each/0', 'a'), done('each/0', 'b')).settle();

    const turn = scenario.state.nodes.get('each')?.loop?.turns.get('0');
    expect(turn).toMatchObject({ status: 'completed', outputFrom: ['b'], turn: 0 });
    expect(turn?.nodes.get('b')?.ports).toEqual({ main: { value: 'each/0 b' } });
  });

  it('lets as many turns go on at once as it was told', () => {
    const scenario = looping({ concurrency: 2 });

    expect(scenario.settle()).toEqual(['run each/0/a#1', 'run each/1/a#1']);
    scenario.append(done('each/1', 'a'), done('each/1', 'b'));
    expect(scenario.settle()).toEqual(['run each/0/a#1', 'run each/2/a#1']);
  });

  it('starts no more nodes than it may, over all turns', () => {
    const scenario = looping({ concurrency: 3 });
    scenario.settle();

    expect(scenario.brief({ maxStarts: 2 })).toEqual(['run each/0/a#1', 'run each/1/a#1']);
    expect(scenario.brief({ maxStarts: 0 })).toEqual([]);
  });

  it('is over at once when the list is empty', () => {
    expect(looping({ count: 0, items: { value: [] } }).settle()).toEqual(['run each#1 after turns']);
  });

  it('may ask for more turns when the first are over, and numbers them on', () => {
    const scenario = looping({ count: 1 });
    scenario.settle();
    scenario.append(done('each/0', 'a'), done('each/0', 'b')).settle();
    scenario.append(iterating({ count: 2, items: { value: ['p', 'q'] } }));

    expect(scenario.settle()).toEqual(['run each/1/a#1']);
    expect(scenario.state.nodes.get('each')?.loop?.items).toEqual([
      { from: 0, ref: { value: ['x', 'y', 'z'] } },
      { from: 1, ref: { value: ['p', 'q'] } },
    ]);
  });

  it('has turns that are over at once when its body is empty', () => {
    const scenario = looping({}, { nodes: { start: {}, each: {}, end: {} }, edges: ['start>each', 'each>end'] });

    expect(scenario.settle()).toEqual(['run each#1 after turns']);
    expect(scenario.state.nodes.get('each')?.loop).toMatchObject({ finished: 3, failed: 0 });
  });
});

describe('a turn that fails', () => {
  it('skips the rest of its body, keeps further turns from beginning, and wakes the loop', () => {
    const scenario = looping();
    scenario.settle();
    scenario.append(failed('each/0', 'a'));

    expect(scenario.settle()).toEqual(['run each#1 after turns']);
    const loop = scenario.state.nodes.get('each')?.loop;
    expect(loop).toMatchObject({ begun: 1, finished: 1, failed: 1 });
    expect(loop?.turns.get('0')).toMatchObject({ status: 'failed', error: { code: 'FLAKY', nodeId: 'a' } });
    expect(loop?.turns.get('0')?.nodes.get('b')?.skipReason).toBe('run-failed');
    expect(scenario.state.stop).toBeUndefined();
  });

  it('lets the turns that have begun come to their end', () => {
    const scenario = looping({ concurrency: 2 });
    scenario.settle();
    scenario.append(failed('each/0', 'a'));

    expect(scenario.settle()).toEqual(['run each/1/a#1']);
    scenario.append(done('each/1', 'a'), done('each/1', 'b'));
    expect(scenario.settle()).toEqual(['run each#1 after turns']);
    expect(scenario.state.nodes.get('each')?.loop).toMatchObject({ begun: 2, finished: 2, failed: 1 });
  });

  it('leaves the others alone when the loop goes on after errors', () => {
    const scenario = looping({ onTurnError: 'continue' });
    scenario.settle();
    scenario.append(failed('each/0', 'a'));

    expect(scenario.settle()).toEqual(['run each/1/a#1']);
  });

  it('aborts what still runs in it', () => {
    const graph = { ...LOOP, edges: ['start>each', 'each>end'] };
    const scenario = looping({ count: 1 }, graph);
    scenario.settle();
    scenario.append({ type: 'node.started', path: 'each/0', nodeId: 'b', attempt: 1 }, failed('each/0', 'a'));

    expect(scenario.settle()).toEqual(['abort each/0/b']);
    scenario.append({ type: 'node.cancelled', path: 'each/0', nodeId: 'b', attempt: 1 });
    expect(scenario.settle()).toEqual(['run each#1 after turns']);
  });

  it('tries a node again as its settings say, in that turn only', () => {
    const graph = { ...LOOP, nodes: { ...LOOP.nodes, a: { parent: 'each', retry: { baseMs: 500 } } } };
    const scenario = looping({ concurrency: 2 }, graph);
    scenario.settle();
    const retryAt = new Date(EPOCH_MS + 500).toISOString();
    const attempt = { nodeId: 'a', attempt: 1 };
    scenario.append({ type: 'node.retrying', path: 'each/0', ...attempt, error: failureOf(), retryAt });

    expect(scenario.settle()).toEqual(['run each/1/a#1', 'wake-at 500']);
    expect(scenario.at(500).settle()).toEqual(['run each/0/a#2', 'run each/1/a#1']);
  });
});

describe('waits inside of turns', () => {
  const waiting = (path: string): ExecutionEventBody => ({
    type: 'node.waiting',
    path,
    nodeId: 'a',
    attempt: 1,
    wait: { kind: 'event', name: 'ok', timeoutAt: new Date(EPOCH_MS + 1_000).toISOString() },
    startedAtMs: EPOCH_MS,
  });

  it('make the run wait when every turn that goes on does', () => {
    const scenario = looping({ concurrency: 2, count: 2 });
    scenario.settle();
    scenario.append(waiting('each/0'));
    expect(scenario.state.status).toBe('running');
    scenario.append(waiting('each/1'));

    expect(scenario.state.status).toBe('waiting');
    expect(scenario.settle()).toEqual(['wake-at 1000']);
  });

  it('are not over before another turn may begin', () => {
    const scenario = looping({ concurrency: 2, count: 2 });
    scenario.append({ type: 'turn.started', nodeId: 'each', turn: 0 }, waiting('each/0'));

    expect(scenario.state.status).toBe('running');
  });

  it('are told apart by their turn when an event comes', () => {
    const scenario = looping({ concurrency: 2, count: 2 });
    scenario.settle();
    scenario.append(waiting('each/0'), waiting('each/1'));

    expect(matchSignal(scenario.state, { name: 'ok', payload: 1 }).map(({ path }) => path)).toEqual([
      'each/0',
      'each/1',
    ]);
    const [match, ...others] = matchSignal(scenario.state, { name: '', payload: 1, nodeId: 'a', path: 'each/1' });
    expect([match?.path, others]).toEqual(['each/1', []]);
    scenario.append(...(match ? [match.event] : []));
    expect(scenario.settle()).toEqual(['run each/1/a#1 after event', 'wake-at 1000']);
  });

  it('end by their timeouts', () => {
    const scenario = looping({ count: 1 });
    scenario.settle();
    scenario.append(waiting('each/0')).at(1_000);

    expect(scenario.settle()).toEqual(['run each/0/a#1 after timeout']);
  });
});

describe('control of a run with turns', () => {
  it('begins nothing in any turn while the run is paused', () => {
    const scenario = looping({ concurrency: 2 });
    scenario.append({ type: 'turn.started', nodeId: 'each', turn: 0 }, { type: 'workflow.paused' });

    expect(scenario.settle()).toEqual([]);
    expect(scenario.append({ type: 'workflow.resumed' }).settle()).toEqual(['run each/0/a#1', 'run each/1/a#1']);
  });

  it('is cancelled from the inside out', () => {
    const scenario = looping({ concurrency: 2 });
    scenario.settle();
    scenario.append({ type: 'node.started', path: 'each/0', nodeId: 'a', attempt: 1 });
    scenario.append({ type: 'workflow.cancel_requested' });

    expect(scenario.settle()).toEqual(['abort each/0/a']);
    scenario.append({ type: 'node.cancelled', path: 'each/0', nodeId: 'a', attempt: 1 });
    expect(scenario.settle()).toEqual([]);
    expect(scenario.state.status).toBe('cancelled');
    expect(scenario.statuses()).toEqual({ start: 'completed', each: 'cancelled', end: 'skipped' });
    const turns = scenario.state.nodes.get('each')?.loop?.turns;
    expect([...(turns?.values() ?? [])].map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  });

  it('is terminated at once, with everything in its turns', () => {
    const scenario = looping({ concurrency: 2 });
    scenario.settle();
    scenario.append({ type: 'node.started', path: 'each/0', nodeId: 'a', attempt: 1 });
    scenario.append({ type: 'workflow.cancel_requested', terminate: true });
    const [abort, record] = scenario.decide();
    scenario.append(...(record?.kind === 'record' ? record.events : []));

    expect(abort).toEqual({ kind: 'abort-node', nodeId: 'a', path: 'each/0' });
    expect(scenario.state).toMatchObject({ status: 'cancelled', terminated: true });
    const turn = scenario.state.nodes.get('each')?.loop?.turns.get('0');
    expect([turn?.status, turn?.nodes.get('a')?.status]).toEqual(['cancelled', 'cancelled']);
  });

  it('finds what a dead worker was at in the turns', () => {
    const scenario = looping();
    scenario.settle();
    scenario.append({ type: 'node.started', path: 'each/0', nodeId: 'a', attempt: 1 });

    expect(interruptions(scenario.state)).toEqual([
      { type: 'node.interrupted', path: 'each/0', nodeId: 'a', attempt: 1 },
    ]);
    scenario.append(...interruptions(scenario.state));
    expect(scenario.settle()).toEqual(['run each/0/a#2']);
  });
});

describe('loops in loops', () => {
  const NESTED: TestGraph = {
    nodes: { start: {}, each: {}, inner: { parent: 'each' }, a: { parent: 'inner' } },
    edges: ['start>each'],
  };

  it('have paths that say every turn on the way', () => {
    const scenario = looping({ count: 2 }, NESTED);
    expect(scenario.settle()).toEqual(['run each/0/inner#1']);
    scenario.append({ ...iterating({ nodeId: 'inner', count: 2, concurrency: 2 }), path: 'each/0' });

    expect(scenario.settle()).toEqual(['run each/0/inner/0/a#1', 'run each/0/inner/1/a#1']);
    scenario.append(done('each/0/inner/0', 'a'), done('each/0/inner/1', 'a'));
    expect(scenario.settle()).toEqual(['run each/0/inner#1 after turns']);
    const places = placesOn(scenario.graph, scenario.state, 'each/0/inner/1');
    expect(places?.map(({ state }) => state.turn)).toEqual([undefined, 0, 1]);
    expect(placesOn(scenario.graph, scenario.state, 'each/7')).toBeUndefined();
  });
});

describe('a node that runs once for each item', () => {
  const EACH: TestGraph = {
    nodes: { start: {}, each: { each: true, retry: { baseMs: 100 }, onError: 'continue' }, end: {} },
    edges: ['start>each', 'each>end'],
  };

  it('is its own body', () => {
    const scenario = looping({ count: 2, concurrency: 2 }, EACH);

    expect(scenario.settle()).toEqual(['run each/0/each#1', 'run each/1/each#1']);
    scenario.append(done('each/0', 'each'), done('each/1', 'each'));
    expect(scenario.settle()).toEqual(['run each#1 after turns']);
  });

  it('fails its turn when it fails, whatever it does as a whole', () => {
    const { body, settings } = new Scenario(EACH).graph.nodes.get('each') ?? {};

    expect(body?.nodes.get('each')?.settings).toMatchObject({ onError: 'stop', retry: { baseMs: 100 } });
    expect(settings).toEqual({ onError: 'continue' });
  });
});

describe('facts that cannot have happened', () => {
  it.each<[string, ExecutionEventBody]>([
    ['a turn out of order', { type: 'turn.started', nodeId: 'each', turn: 1 }],
    ['a turn of a node that does not iterate', { type: 'turn.started', nodeId: 'start', turn: 0 }],
    [
      'the end of a turn that has not begun',
      { type: 'turn.finished', nodeId: 'each', turn: 0, status: 'completed', outputFrom: [] },
    ],
    ['something in a turn that has not begun', done('each/0', 'a')],
    ['an end of the turns of a node without', { type: 'node.woken', nodeId: 'start', wake: { kind: 'turns' } }],
    ['an interruption of a node that is with its turns', { type: 'node.interrupted', nodeId: 'each', attempt: 1 }],
  ])('change nothing but the number of the last event: %s', (_what, event) => {
    const scenario = looping();
    const before = scenario.state;

    expect(scenario.append(event).state).toEqual({ ...before, seq: before.seq + 1 });
  });
});
