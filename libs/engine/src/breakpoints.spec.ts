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
