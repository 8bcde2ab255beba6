import { decide } from './decide';
import type { ExecutionEvent, ExecutionEventBody } from './event';
import { evolve, fold, initialState } from './evolve';
import { Frontier } from './frontier';
import { VersionTable } from './version-table';
import { SortedList } from './sorted-list';
import type { ExecutionState } from './state';
import { chainOf, fanOf, graphOf, type TestGraph } from './testing/graphs';
import { Scenario } from './testing/scenario';

/** Counts, instead of seconds, what running a whole graph costs: the same on every machine. */
interface Effort {
  readonly decisions: number;
  readonly nodesLookedAt: number;
  readonly nodeReads: number;
  readonly listChanges: number;
  /** How often all nodes of the run were gone through. */
  readonly walks: number;
  readonly events: readonly ExecutionEvent[];
  readonly state: ExecutionState;
}

/** Runs every node to its end, one decision after each event of a node, and counts. */
function effortOf(test: TestGraph, portsOf: (id: string) => string[] = () => ['main']): Effort {
  const graph = graphOf(test);
  const spies = {
    looks: jest.spyOn(Frontier.prototype, 'isUntouched'),
    reads: jest.spyOn(VersionTable.prototype, 'get'),
    adds: jest.spyOn(SortedList.prototype, 'add'),
    deletes: jest.spyOn(SortedList.prototype, 'delete'),
    walks: jest.spyOn(VersionTable.prototype, 'entries'),
  };
  const events: ExecutionEvent[] = [];
  let state = initialState();
  let decisions = 0;
  const append = (body: ExecutionEventBody) => {
    const event = { ...body, seq: state.seq + 1, atMs: 0 };
    events.push(event);
    state = evolve(state, event);
  };
  append({ type: 'workflow.started', triggerNodeId: 'n0', trigger: { value: null }, nodeCount: graph.order.length });
  while (state.status !== 'completed') {
    decisions += 1;
    for (const command of decide(graph, state, 0, { maxStarts: 1 })) {
      if (command.kind === 'record') command.events.forEach(append);
      if (command.kind !== 'run-node') continue;
      const ports = Object.fromEntries(portsOf(command.nodeId).map((port) => [port, { value: null }]));
      const { nodeId, attempt } = command;
      append({ type: 'node.started', nodeId, attempt });
      append({ type: 'node.completed', nodeId, attempt, ports, startedAtMs: 0, durationMs: 0 });
    }
  }
  const counts = Object.fromEntries(Object.entries(spies).map(([name, spy]) => [name, spy.mock.calls.length]));
  jest.restoreAllMocks();
  return {
    decisions,
    nodesLookedAt: counts['looks'] ?? 0,
    nodeReads: counts['reads'] ?? 0,
    listChanges: (counts['adds'] ?? 0) + (counts['deletes'] ?? 0),
    walks: counts['walks'] ?? 0,
    events,
    state,
  };
}

describe('the effort of a run', () => {
  it.each<[string, (size: number) => TestGraph]>([
    ['a chain', chainOf],
    ['a fan into one join', fanOf],
  ])('grows with the number of nodes, not with its square: %s', (_name, graph) => {
    const small = effortOf(graph(500));
    const large = effortOf(graph(5_000));

    for (const count of ['decisions', 'nodesLookedAt', 'nodeReads', 'listChanges'] as const) {
      expect(large[count]).toBeLessThanOrEqual(10.1 * small[count]);
    }
    expect(large.nodeReads).toBeLessThan(20 * 5_000);
    expect(large.listChanges).toBeLessThan(20 * 5_000);
  });

  it('skips 5,000 dead nodes with one record', () => {
    const effort = effortOf(chainOf(5_000), () => ['elsewhere']);

    expect(effort.decisions).toBe(3);
    expect(effort.nodeReads).toBeLessThan(20 * 5_000);
  });

  it('looks at every node only once when a run is cancelled, however many nodes end one by one', () => {
    const told = new Scenario(fanOf(500)).start().complete('n0');
    for (const command of told.decide()) if (command.kind === 'run-node') told.begin(command.nodeId);
    told.append({ type: 'workflow.cancel_requested' });
    const looks = jest.spyOn(Frontier.prototype, 'isUntouched');
    told.settle();
    for (let node = 1; node <= 500; node += 1) told.cancel(`n${node}`).settle();
    const count = looks.mock.calls.length;
    jest.restoreAllMocks();

    expect(told.state.status).toBe('cancelled');
    expect(count).toBeLessThan(3 * 502);
  });

  it('reads the nodes of a run anew only once, however often it decides', () => {
    expect(effortOf(chainOf(1_000)).walks).toBe(1);
  });

  it('folds a history of 5,000 nodes without copying what is there', () => {
    const { events, state } = effortOf(chainOf(5_000));
    const set = jest.spyOn(Map.prototype, 'set');
    const read = fold(initialState(), events);
    const writes = set.mock.calls.length;
    jest.restoreAllMocks();

    expect(read.seq).toBe(10_002);
    expect(read.status).toBe(state.status);
    expect(writes).toBe(10_000);
  });
});
