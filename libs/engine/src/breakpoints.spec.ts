import { liveInputs } from './inputs';
import { Scenario, isoAt } from './testing/scenario';
import type { TestGraph } from './testing/graphs';

const FORK: TestGraph = { nodes: { t: {}, a: {}, b: {}, c: {} }, edges: ['t>a', 't>b', 'a>c', 'b>c'] };

function run(pauseBefore: readonly string[], graph: Partial<TestGraph> = {}): Scenario {
  return new Scenario({ ...FORK, ...graph }).start('t', { pauseBefore });
}

describe('a breakpoint', () => {
  it('pauses the run before its node, and lets it start when the run is resumed', () => {
    const told = run(['c']).complete('t').complete('a').complete('b');

    expect(told.brief()).toEqual(['record workflow.paused']);
    expect(told.settle()).toEqual([]);
    expect(told.state).toMatchObject({ status: 'paused', pausedAt: ['c'], pauseBefore: [] });
    told.append({ type: 'workflow.resumed' });
    expect(told.settle()).toEqual(['run c#1']);
    expect(told.state.pausedAt).toBeUndefined();
  });

  it('holds everything that would start beside its node', () => {
    const told = run(['a']).complete('t');

    expect(told.settle()).toEqual([]);
    expect(told.append({ type: 'workflow.resumed' }).settle()).toEqual(['run a#1', 'run b#1']);
  });

  it('pauses once before nodes that would start at the same time', () => {
    const told = run(['b', 'a', 'c']).complete('t');
    told.settle();

    expect(told.state).toMatchObject({ pausedAt: ['a', 'b'], pauseBefore: ['c'] });
  });

  it('lets what runs already end', () => {
    const told = run(['c']).complete('t').begin('a').complete('b');

    expect(told.settle()).toEqual([]);
    expect(told.state.status).toBe('running');
    expect(told.complete('a').settle()).toEqual([]);
    expect(told.state.status).toBe('paused');
  });

  it('holds its node once: not its retries, and not after a wait', () => {
    const graph = { nodes: { ...FORK.nodes, a: { retry: { baseMs: 10 } } }, edges: ['t>a', 'a>c'] };
    const told = run(['a'], { ...graph, nodes: { t: {}, a: graph.nodes.a, c: {} } }).complete('t');
    told.settle();
    told.append({ type: 'workflow.resumed' }).begin('a').fail('a');

    expect(told.settle()).toEqual(['wake-at 10']);
    expect(told.at(10).settle()).toEqual(['run a#2']);
    told.begin('a').wait('a', { kind: 'timer', until: isoAt(20) });
    expect(told.at(20).settle()).toEqual(['run a#2 after timer']);
  });

  it('stands at the trigger as well', () => {
    const told = run(['t']);

    expect(told.settle()).toEqual([]);
    expect(told.state).toMatchObject({ status: 'paused', pausedAt: ['t'] });
  });

  it('does not stand at what is not run: disabled nodes, dead paths, known results, nodes that are not there', () => {
    const nodes = { t: {}, a: { disabled: true as const }, b: {}, c: {} };
    const told = run(['a', 'b', 'c', 'gone'], { nodes, edges: ['t>a', 't:other>b', 'a>c'] }).complete('t');

    expect(told.settle()).toEqual(['run a#1 pass-through']);
    const reuse = { c: { ports: { main: { value: 1 } }, from: 'pin' as const } };
    const pinned = new Scenario(FORK)
      .start('t', { pauseBefore: ['c'], reuse })
      .complete('t')
      .complete('a')
      .complete('b');
    pinned.settle();
    expect(pinned.state.status).toBe('completed');
  });

  it('is over with the run', () => {
    const told = run(['a']).complete('t');
    told.settle();
    told.append({ type: 'workflow.cancel_requested' });
    told.settle();

    expect(told.state).toMatchObject({ status: 'cancelled', paused: false });
    expect(told.state.pausedAt).toBeUndefined();
  });
});

describe('a step', () => {
  const step = (...nodes: string[]) => ({ type: 'workflow.resumed' as const, step: nodes });

  it('runs its node, and pauses again before what comes next', () => {
    const told = run(['a'], { nodes: { t: {}, a: {}, c: {} }, edges: ['t>a', 'a>c'] }).complete('t');
    told.settle();

    expect(told.append(step('a')).settle()).toEqual(['run a#1']);
    told.begin('a');
    expect(told.settle()).toEqual([]);
    expect(told.state.status).toBe('running');
    told.complete('a');
    expect(told.settle()).toEqual([]);
    expect(told.state).toMatchObject({ status: 'paused', pausedAt: ['c'], stepping: undefined });
    expect(told.append({ type: 'workflow.resumed' }).settle()).toEqual(['run c#1']);
  });

  it('holds nodes that are ready beside it until it is done, and then names all that may come next', () => {
    const told = run(['a'], { nodes: { t: {}, a: {}, b: {}, c: {} }, edges: ['t>a', 't>b', 'a>c'] }).complete('t');
    told.settle();

    expect(told.append(step('a')).settle()).toEqual(['run a#1']);
    told.begin('a').complete('a');
    told.settle();
    expect(told.state.pausedAt).toEqual(['b', 'c']);
  });

  it('goes through retries of its node, and does not hold its wait', () => {
    const nodes = { t: {}, a: { retry: { baseMs: 10 } }, b: {}, c: {} };
    const told = run(['a'], { nodes, edges: ['t>a', 't>b', 'a>c'] }).complete('t');
    told.settle();
    told.append(step('a')).begin('a').fail('a');

    expect(told.settle()).toEqual(['wake-at 10']);
    expect(told.at(10).settle()).toEqual(['run a#2']);
    told.begin('a').wait('a', { kind: 'timer', until: isoAt(20) });
    told.settle();
    expect(told.state).toMatchObject({ pausedAt: ['b'] });
  });

  it('of nothing only tells what would come next', () => {
    const told = run([]).complete('t').append({ type: 'workflow.paused' });
    told.append(step());

    expect(told.settle()).toEqual([]);
    expect(told.state).toMatchObject({ status: 'paused', pausedAt: ['a', 'b'] });
  });

  it('lets disabled nodes pass their input on', () => {
    const nodes = { t: {}, a: { disabled: true as const }, c: {} };
    const told = run(['t'], { nodes, edges: ['t>a', 'a>c'] });
    told.settle();
    told.append(step('t')).complete('t');

    expect(told.settle()).toEqual(['run a#1 pass-through']);
  });

  it('leads through a whole run to the same end', () => {
    const told = run(['t']);
    const steps: string[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      told.settle();
      const [next] = told.state.pausedAt ?? [];
      if (next === undefined) break;
      steps.push(next);
      told.append(step(next)).complete(next);
    }
    expect(steps).toEqual(['t', 'a', 'b', 'c']);
    expect(told.state.status).toBe('completed');
  });
});

describe('an edit', () => {
  const edits = (values: Readonly<Record<string, Readonly<Record<string, { value: number }>>>>) => ({
    type: 'workflow.resumed' as const,
    edits: values,
  });

  it('replaces what a completed node gave, for what comes after it', () => {
    const told = run(['c']).complete('t').complete('a').complete('b');
    told.settle();
    told.append(edits({ a: { main: { value: 7 } } }));

    expect(liveInputs(told.graph, told.state, 'c').map(({ ref }) => ref)).toContainEqual({ value: 7 });
    expect(told.settle()).toEqual(['run c#1']);
  });

  it('makes no dead port live, and changes no node that has not completed', () => {
    const told = run(['c']).complete('t').begin('a').complete('b');
    told.settle();
    told.append({ type: 'workflow.paused' }).append(edits({ a: { main: { value: 1 } }, b: { other: { value: 1 } } }));

    expect(told.state.nodes.get('a')?.ports).toEqual({});
    expect(Object.keys(told.state.nodes.get('b')?.ports ?? {})).toEqual(['main']);
  });

  it('of the trigger is what the run began with', () => {
    const told = run(['a']).complete('t');
    told.settle();
    told.append(edits({ t: { main: { value: 5 } } }));

    expect(told.state.trigger).toEqual({ value: 5 });
  });
});
