import { decide } from './decide';
import type { ExecutionEventBody } from './event';
import { initialState } from './evolve';
import type { TestGraph } from './testing/graphs';
import { EPOCH_MS, Scenario } from './testing/scenario';

const chain: TestGraph = { nodes: { t: {}, a: {}, b: {} }, edges: ['t>a', 'a>b'] };
const branch: TestGraph = {
  nodes: { t: {}, c: { branches: true }, yes: {}, no: {}, deep: {}, j: {} },
  edges: ['t>c', 'c:true>yes', 'c:false>no', 'no>deep', 'yes>j', 'deep>j'],
};

function run(graph: TestGraph): Scenario {
  return new Scenario(graph).start();
}

describe('decide: starting nodes', () => {
  it('does nothing before the start', () => {
    expect(decide(new Scenario(chain).graph, initialState(), EPOCH_MS)).toEqual([]);
  });

  it('starts at the trigger and goes on along the edges', () => {
    const told = run(chain);
    expect(told.settle()).toEqual(['run t#1']);
    expect(told.begin('t').settle()).toEqual([]);
    expect(told.complete('t').settle()).toEqual(['run a#1']);
    expect(told.complete('a').settle()).toEqual(['run b#1']);
    expect(told.complete('b').brief()).toEqual(['record workflow.finished completed']);
  });

  it('starts all that may start, in the order of the graph', () => {
    const told = run({ nodes: { t: {}, z: {}, a: {}, m: {} }, edges: ['t>a', 't>m', 't>z'] });

    expect(told.complete('t').settle()).toEqual(['run z#1', 'run a#1', 'run m#1']);
    expect(told.begin('a').settle()).toEqual(['run z#1', 'run m#1']);
    expect(told.settle({ maxStarts: 1 })).toEqual(['run z#1']);
    expect(told.settle({ maxStarts: 0 })).toEqual([]);
  });

  it('knows only what the trigger can reach', () => {
    const told = new Scenario({
      nodes: { t: {}, u: {}, onlyU: {}, a: {}, j: {} },
      edges: ['t>a', 'u>onlyU', 'onlyU>j', 'a>j'],
    }).start('t');
    expect(told.complete('t').settle()).toEqual(['run a#1']);
    expect(told.complete('a').settle()).toEqual(['run j#1']);
    told.complete('j').settle();

    expect(told.state.status).toBe('completed');
    expect(told.statuses()).toEqual({ t: 'completed', a: 'completed', j: 'completed' });
  });

  it('can start at any node', () => {
    const told = new Scenario(chain).start('a');
    expect(told.settle()).toEqual(['run a#1']);
    expect(told.complete('a').settle()).toEqual(['run b#1']);
  });

  it.each<[string, TestGraph, string, Record<string, string>]>([
    ['disabled', { nodes: { t: { disabled: true }, a: {} }, edges: ['t>a'] }, 't', { t: 'skipped', a: 'skipped' }],
    ['missing', chain, 'gone', {}],
  ])('fails a run whose trigger is %s', (_name, graph, trigger, statuses) => {
    const told = new Scenario(graph).start(trigger);
    told.settle();

    expect(told.state).toMatchObject({ status: 'failed', error: { code: 'TRIGGER_NOT_RUNNABLE', nodeId: trigger } });
    expect(told.statuses()).toEqual(statuses);
  });

  it('tells the runner to pass the input of a disabled node through', () => {
    const told = run({ nodes: { t: {}, a: { disabled: true }, b: {} }, edges: ['t>a', 'a>b'] });

    expect(told.complete('t').decide()).toEqual([{ kind: 'run-node', nodeId: 'a', attempt: 1, passThrough: true }]);
    expect(told.complete('a').settle()).toEqual(['run b#1']);
  });
});

describe('decide: dead paths and joins', () => {
  it('skips a dead path all the way with one record, and starts what is live', () => {
    const told = run(branch).complete('t').complete('c', 'true');

    expect(told.brief()).toEqual(['record node.skipped no dead-path, node.skipped deep dead-path']);
    expect(told.settle()).toEqual(['run yes#1']);
    expect(told.complete('yes').settle()).toEqual(['run j#1']);
  });

  it('records the skips in the order of the graph', () => {
    const graph: TestGraph = { nodes: { t: {}, a: {}, deep: {}, b: {} }, edges: ['t:x>a', 'a>deep', 't:x>b'] };

    expect(run(graph).complete('t').brief()).toEqual([
      'record node.skipped a dead-path, node.skipped deep dead-path, node.skipped b dead-path',
    ]);
  });

  it('runs both branches when both ports are live', () => {
    expect(run(branch).complete('t').complete('c', 'true', 'false').settle()).toEqual(['run yes#1', 'run no#1']);
  });

  it('skips everything behind a node that made no port live', () => {
    const told = run(branch).complete('t').complete('c', 'neither');
    told.settle();

    expect(told.state.status).toBe('completed');
    expect(told.state.outputFrom).toEqual(['c']);
    expect(told.statuses()).toMatchObject({ yes: 'skipped', no: 'skipped', deep: 'skipped', j: 'skipped' });
  });

  const joins: TestGraph = {
    nodes: { t: {}, c: {}, a: {}, b: {}, j: {} },
    edges: ['t>c', 'c:a>a', 'c:b>b', 'a>j', 'b>j'],
  };
  const withJoin = (j: TestGraph['nodes'][string]): TestGraph => ({ ...joins, nodes: { ...joins.nodes, j } });

  it.each<[string, TestGraph, 'all' | 'any']>([
    ['nothing said', joins, 'all'],
    ['the definition saying any', withJoin({ joins: 'any' }), 'any'],
    ['the settings saying any', withJoin({ join: 'any' }), 'any'],
    ['the settings overruling the definition', withJoin({ join: 'all', joins: 'any' }), 'all'],
    ['the settings overruling the definition the other way', withJoin({ join: 'any', joins: 'all' }), 'any'],
  ])('joins with %s as %s wants', (_name, graph, join) => {
    const told = run(graph).complete('t').complete('c', 'a', 'b').complete('a');

    expect(told.settle()).toEqual(join === 'any' ? ['run b#1', 'run j#1'] : ['run b#1']);
    expect(told.complete('b').settle()).toEqual(['run j#1']);
  });

  it('starts a join for all when its one live edge is settled last or first', () => {
    const first = run(joins).complete('t').complete('c', 'a');
    expect(first.settle()).toEqual(['run a#1']);
    expect(first.complete('a').settle()).toEqual(['run j#1']);
  });

  it('ignores what arrives at a join for any after it has run', () => {
    const told = run(withJoin({ join: 'any' }))
      .complete('t')
      .complete('c', 'a', 'b')
      .complete('a')
      .complete('j');
    expect(told.settle()).toEqual(['run b#1']);
    told.complete('b').settle();

    expect(told.state).toMatchObject({ status: 'completed', outputFrom: ['j'] });
  });

  it('does not run a join for any again while other nodes still run', () => {
    const graph = withJoin({ join: 'any' });
    const more = { nodes: { ...graph.nodes, last: {} }, edges: [...graph.edges, 't>last'] };
    const told = run(more).complete('t').complete('c', 'a', 'b').complete('a').begin('j');
    expect(told.complete('b').settle()).toEqual(['run last#1']);
    expect(told.complete('j').settle()).toEqual(['run last#1']);
  });

  it.each(['all', 'any'] as const)('skips a join for %s when all of its edges are dead', (join) => {
    const told = run(withJoin({ join })).complete('t').complete('c', 'none');
    told.settle();

    expect(told.statuses()).toMatchObject({ a: 'skipped', b: 'skipped', j: 'skipped' });
  });

  it('does not skip a join for any while one edge is open', () => {
    const graph: TestGraph = {
      nodes: { t: {}, c: {}, a: {}, j: { join: 'any' } },
      edges: ['t>c', 't>a', 'c:x>j', 'a>j'],
    };
    const told = run(graph).complete('t').complete('c');
    expect(told.settle()).toEqual(['run a#1']);
    expect(told.complete('a').settle()).toEqual(['run j#1']);
  });

  it('counts two edges between the same nodes apart', () => {
    const graph: TestGraph = { nodes: { t: {}, c: {}, a: {} }, edges: ['t>c', 'c:true>a', 'c:false>a'] };

    expect(run(graph).complete('t').complete('c', 'false').settle()).toEqual(['run a#1']);
  });

  it('does not take a port for live that only every object has', () => {
    const graph: TestGraph = { nodes: { t: {}, a: {} }, edges: ['t:constructor>a'] };
    const told = run(graph).complete('t');
    told.settle();

    expect(told.statuses()).toEqual({ t: 'completed', a: 'skipped' });
  });
});

describe('decide: finishing', () => {
  function outputFrom(graph: TestGraph, ...tell: ((told: Scenario) => Scenario)[]): readonly string[] | undefined {
    const told = run(graph);
    for (const step of tell) step(told).settle();
    return told.state.outputFrom;
  }

  it('takes the result from the output nodes that ran', () => {
    const graph: TestGraph = {
      nodes: { t: {}, c: {}, o1: { terminal: true }, o2: { terminal: true }, leaf: {} },
      edges: ['t>c', 'c:a>o1', 'c:b>o2', 'o1>leaf'],
    };
    const told = (port: string) =>
      outputFrom(
        graph,
        (run) => run.complete('t').complete('c', port),
        (run) => (port === 'a' ? run.complete('o1').complete('leaf') : run.complete('o2')),
      );

    expect(told('a')).toEqual(['o1']);
    expect(told('b')).toEqual(['o2']);
  });

  it('takes the result from the ends of the live paths when no output node ran', () => {
    const graph: TestGraph = {
      nodes: { t: {}, c: {}, a: {}, o: { terminal: true }, b: {} },
      edges: ['t>c', 't>a', 'c:x>o', 'a>b'],
    };

    expect(outputFrom(graph, (run) => run.complete('t').complete('c', 'y').complete('a').complete('b'))).toEqual([
      'c',
      'b',
    ]);
  });

  it('does not take a disabled output node for one', () => {
    const graph: TestGraph = {
      nodes: { t: {}, off: { terminal: true, disabled: true }, on: { terminal: true } },
      edges: ['t>off', 't>on'],
    };

    expect(outputFrom(graph, (run) => run.complete('t').complete('off').complete('on'))).toEqual(['on']);
  });

  it('decides nothing more once the run is over', () => {
    const told = run({ nodes: { t: {} }, edges: [] }).complete('t');
    told.settle();

    expect(told.decide()).toEqual([]);
  });
});

describe('decide: as a function', () => {
  it('gives the same commands for the same state, also for an older one', () => {
    const told = run(branch).complete('t');
    const older = told.state;
    const before = told.decide();
    told.complete('c', 'true').settle();
    told.decide();

    expect(decide(told.graph, older, EPOCH_MS)).toEqual(before);
    expect(told.decide()).toEqual(told.decide());
  });

  it('changes nothing when its commands are not carried out', () => {
    const told = run(branch).complete('t').complete('c', 'true');
    const before = [...told.state.nodes];

    expect(told.decide()).toEqual(told.decide());
    expect([...told.state.nodes]).toEqual(before);
  });

  it('keeps runs that went different ways from one state apart', () => {
    const told = run(branch).complete('t');
    told.decide();
    const base = told.state;
    const left = told.complete('c', 'true').brief();
    told.state = base;
    const right = told.complete('c', 'false').brief();

    expect(left).toEqual(['record node.skipped no dead-path, node.skipped deep dead-path']);
    expect(right).toEqual(['record node.skipped yes dead-path']);
  });

  it('works on a state that was put together by hand, and on one graph after another', () => {
    const told = run(branch).complete('t').complete('c', 'true');
    const copy = { ...told.state, nodes: new Map(told.state.nodes) };
    const other = new Scenario({ ...branch, edges: ['t>c', 'c:false>no', 'c:true>yes'] });

    expect(decide(told.graph, copy, EPOCH_MS)).toEqual(told.decide());
    expect(decide(other.graph, told.state, EPOCH_MS)).not.toEqual(told.decide());
    expect(decide(told.graph, told.state, EPOCH_MS)).toEqual(told.decide());
  });

  it('records nothing again and again for a log in which a node ran that no edge led to', () => {
    const told = run(branch).begin('deep').complete('t').complete('c', 'true').complete('yes');
    expect(told.brief()).toEqual(['record node.skipped no dead-path']);
    expect(told.settle()).toEqual([]);

    expect(told.complete('deep').settle()).toEqual(['run j#1']);
  });

  it('ignores events of nodes that the run does not know', () => {
    const stranger: ExecutionEventBody = { type: 'node.started', nodeId: 'stranger', attempt: 1 };

    expect(run(chain).append(stranger).settle()).toEqual(['run t#1']);
  });
});
