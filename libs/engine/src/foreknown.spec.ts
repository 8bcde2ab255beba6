import type { ExecutionEventBody, ForeknownTurns, ReusedResult, ValueRef } from './event';
import { foreknownRefs, seenBy } from './foreknown';
import { liveInputs } from './inputs';
import { placesOn } from './place';
import type { TestGraph } from './testing/graphs';
import { EPOCH_MS, Scenario } from './testing/scenario';

const source = { executionId: 'earlier' } as const;
const known = (value: string): ReusedResult => ({ ports: { main: { value } }, from: source });

describe('turns that a run knows beforehand', () => {
  const LOOP: TestGraph = {
    nodes: { start: {}, each: {}, a: { parent: 'each' }, b: { parent: 'each' }, end: {} },
    edges: ['start>each', 'each>end', 'a>b'],
  };
  const TURNS: ForeknownTurns = {
    items: [{ from: 0, ref: { value: ['x', { k: 1, l: [2] }, 'z'] } }],
    turns: { 0: { reuse: { a: known('a0'), b: known('b0') } }, 1: { reuse: { a: known('a1') } } },
  };

  function looping(items: ValueRef, loops = TURNS, count = 3): Scenario {
    const scenario = new Scenario(LOOP).start('start', { loops: { each: loops } }).complete('start');
    return scenario.append(iterating('each', items, count));
  }

  it('are not run again as far as they are known', () => {
    const scenario = looping({ value: ['x', { l: [2], k: 1 }, 'z'] });

    expect(scenario.settle()).toEqual(['run each/1/b#1']);
    expect(statuses(scenario, 'each/0')).toEqual({ a: 'reused', b: 'reused' });
    expect(statuses(scenario, 'each/1')).toEqual({ a: 'reused' });
    expect(scenario.state.nodes.get('each')?.loop?.turns.get('0')).toMatchObject({ status: 'completed' });
  });

  it('count only when they are about the same item', () => {
    const scenario = looping({ value: ['x', { k: 1, l: [3] }] }, TURNS, 2);

    expect(scenario.settle()).toEqual(['run each/1/a#1']);
  });

  it.each<[string, ValueRef]>([
    ['an item more', { value: { 0: 'x' } }],
    ['a list in place of an object', { value: ['x', [1, [2]]] }],
    ['a key more', { value: ['x', { k: 1, l: [2], m: 0 }] }],
    ['another key', { value: ['x', { k: 1, m: [2] }] }],
    ['nothing', { value: ['x', null] }],
  ])('differ by %s', (_name, items) => {
    const scenario = looping(items, { ...TURNS, turns: { 1: { reuse: { a: known('a1'), b: known('b1') } } } }, 2);
    scenario.settle();
    scenario.append(...['a', 'b'].map((id) => done('each/0', id)));

    expect(scenario.settle()).toEqual(['run each/1/a#1']);
  });

  it('count for lists out of line when these are as long as then', () => {
    const loops = { ...TURNS, items: [{ from: 0, ref: { payloadId: 'p', bytes: 70_000 } }] };

    expect(looping({ payloadId: 'q', bytes: 70_000 }, loops).settle()).toEqual(['run each/1/b#1']);
    expect(looping({ payloadId: 'q', bytes: 70_001 }, loops).settle()).toEqual(['run each/0/a#1']);
    expect(looping({ value: ['x'] }, loops, 1).settle()).toEqual(['run each/0/a#1']);
  });

  it('are found in the list that they were asked for with', () => {
    const items = [
      { from: 0, ref: { value: ['x'] } },
      { from: 1, ref: { value: ['y'] } },
    ];
    const scenario = looping({ value: ['x'] }, { items, turns: { 1: { reuse: { a: known('a1') } } } }, 1);
    scenario.settle();
    scenario.append(done('each/0', 'a'), done('each/0', 'b')).settle();

    expect(scenario.append(iterating('each', { value: ['y'] }, 1)).settle()).toEqual(['run each/1/b#1']);
  });

  it('may hold loops of which turns are known', () => {
    const nested: TestGraph = {
      nodes: { start: {}, each: {}, inner: { parent: 'each' }, a: { parent: 'inner' } },
      edges: ['start>each'],
    };
    const inner: ForeknownTurns = {
      items: [{ from: 0, ref: { value: [1, 2] } }],
      turns: { 0: { reuse: { a: known('a') } } },
    };
    const loops = { each: { items: [{ from: 0, ref: { value: ['x'] } }], turns: { 0: { loops: { inner } } } } };
    const scenario = new Scenario(nested).start('start', { loops }).complete('start');
    scenario.append(iterating('each', { value: ['x'] }, 1)).settle();
    scenario.append(iterating('inner', { value: [1, 2] }, 2, 'each/0'));

    expect(scenario.settle()).toEqual(['run each/0/inner/1/a#1']);
    expect(foreknownRefs({ loops })).toEqual([{ value: 'a' }]);
  });

  it('say nothing about a loop that is itself reused', () => {
    const scenario = new Scenario(LOOP).start('start', { loops: { each: TURNS }, reuse: { each: known('all') } });

    expect(scenario.complete('start').settle()).toEqual(['run end#1']);
  });
});

describe('an edited input', () => {
  const JOIN: TestGraph = {
    nodes: { t: { branches: true }, one: {}, two: {}, dead: {}, join: {}, other: {} },
    edges: ['t>one', 't>two', 't:no>dead', 'one>join', 'two>join', 'dead>join', 'one>other'],
  };
  const inputs = { join: { one: { value: 'edited' }, dead: { value: 'never' }, gone: { value: 'never' } } };
  const ready = (): Scenario =>
    new Scenario(JOIN).start('t', { inputs }).append(...['t', 'one', 'two'].map((id) => done(undefined, id)));

  it('is seen by its node in place of what the parent gave', () => {
    const { graph, state } = ready();
    const seen = seenBy(graph, state, 'join');

    expect(liveInputs(graph, seen, 'join').map(({ ref }) => ref)).toEqual([{ value: 'edited' }, { value: 'two' }]);
    expect(state.nodes.get('one')?.ports).toEqual({ main: { value: 'one' } });
  });

  it('is seen by nobody else', () => {
    const { graph, state } = ready();

    expect(seenBy(graph, state, 'other')).toBe(state);
  });

  it('makes no dead path live', () => {
    const scenario = ready();
    scenario.settle();
    const seen = seenBy(scenario.graph, scenario.state, 'join');

    expect(seen.nodes.get('dead')).toMatchObject({ status: 'skipped', ports: {} });
    expect(scenario.brief()).toEqual(['run join#1', 'run other#1']);
  });

  it('is named among what is known', () => {
    expect(foreknownRefs({ inputs, reuse: { t: known('t') } })).toHaveLength(4);
    expect(foreknownRefs({})).toEqual([]);
  });
});

function iterating(nodeId: string, items: ValueRef, count: number, path?: string): ExecutionEventBody {
  const wish = { concurrency: 1, onTurnError: 'stop' as const, startedAtMs: EPOCH_MS };
  return { type: 'node.iterating', nodeId, attempt: 1, items, count, ...wish, ...(path && { path }) };
}

function done(path: string | undefined, nodeId: string): ExecutionEventBody {
  const facts = { attempt: 1, ports: { main: { value: nodeId } }, startedAtMs: EPOCH_MS, durationMs: 0 };
  return { type: 'node.completed', nodeId, ...facts, ...(path && { path }) };
}

function statuses(scenario: Scenario, path: string): Record<string, string> {
  const turn = placesOn(scenario.graph, scenario.state, path)?.at(-1)?.state;
  return Object.fromEntries(
    [...(turn?.nodes ?? [])].map(([id, node]) => [id, node.reused === undefined ? node.status : 'reused']),
  );
}
