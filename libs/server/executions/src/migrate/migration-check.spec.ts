import { initialState } from '@millrace/engine';
import type { ExecutionState, NodeState } from '@millrace/engine';
import type { JsonObject } from '@millrace/workflow-model';
import { documentOf } from '../testing/earlier-runs';
import { simulateRun } from '../testing/simulated-run';
import { migrationObstacles } from './migration-check';

const NODES: Readonly<Record<string, JsonObject>> = {
  t: {},
  a: { config: { v: 1 } },
  w: { config: { v: 1 } },
  end: {},
};
const EDGES = ['t>a', 'a>w', 'w>end'];
const from = documentOf(NODES, EDGES);

/** A run that waits at `w`. */
function waiting(more: Partial<NodeState> = {}, about: Partial<ExecutionState> = {}): ExecutionState {
  const { state } = simulateRun(from, 't');
  const nodes = new Map(state.nodes);
  nodes.delete('end');
  nodes.set('w', { status: 'waiting', attempts: 1, interruptions: 0, ports: {}, ...more });
  return { ...initialState(), triggerNodeId: 't', nodes, status: 'waiting', ...about };
}

const told = (to: Record<string, JsonObject>, edges = EDGES, state = waiting()): string[] =>
  migrationObstacles(state, from, documentOf(to, edges)).map(({ nodeId, reason }) => `${nodeId} ${reason}`);

it.each<[string, Record<string, JsonObject>, string[]]>([
  ['nothing changed', NODES, EDGES],
  ['what comes later changed', { ...NODES, end: { config: { v: 2 } } }, EDGES],
  ['something was added behind', { ...NODES, more: {} }, [...EDGES, 'end>more', 'a>more']],
  ['what is done is only called otherwise', { ...NODES, a: { config: { v: 1 }, label: 'Other' } }, EDGES],
])('a waiting run may go on when %s', (_name, to, edges) => {
  expect(told(to, edges)).toEqual([]);
});

it('a waiting run may go on when a node that is done is gone, and nothing leads from it', () => {
  const alone = documentOf({ ...NODES, x: {} }, [...EDGES, 't>x']);
  const state = waiting();
  const nodes = new Map(state.nodes).set('x', { status: 'completed', attempts: 1, interruptions: 0, ports: {} });

  expect(migrationObstacles({ ...state, nodes }, alone, from)).toEqual([]);
});

it.each<[string, Record<string, JsonObject>, string[], string]>([
  ['the node it waits at is another one', { ...NODES, w: { config: { v: 2 } } }, EDGES, 'w waits-elsewhere'],
  ['the node it waits at is gone', { t: {}, a: { config: { v: 1 } }, end: {} }, ['t>a', 'a>end'], 'w waits-elsewhere'],
  ['what is done is another one', { ...NODES, a: { config: { v: 2 } } }, EDGES, 'a done-changed'],
  ['something new stands before what is done', { ...NODES, n: {} }, [...EDGES, 't>n', 'n>a'], 'a done-changed'],
  ['its trigger is disabled', { ...NODES, t: { enabled: false } }, EDGES, 't trigger-gone'],
])('a waiting run may not go on when %s', (_name, to, edges, obstacle) => {
  expect(told(to, edges)).toContain(obstacle);
});

it('a node between two tries may be mended', () => {
  const retrying = waiting({ retryAtMs: 1 });

  expect(told({ ...NODES, w: { config: { v: 2 } } }, EDGES, retrying)).toEqual([]);
});

it('a loop that goes on must be as it was, all that is inside included', () => {
  const loop = documentOf({ t: {}, each: {}, in: { parent: 'each', config: { v: 1 } } }, ['t>each']);
  const changed = documentOf({ t: {}, each: {}, in: { parent: 'each', config: { v: 2 } } }, ['t>each']);
  const nodes = new Map<string, NodeState>([
    ['each', { status: 'running', iterating: true, attempts: 1, interruptions: 0, ports: {} }],
  ]);
  const state = waiting({}, { nodes });

  expect(migrationObstacles(state, loop, loop)).toEqual([]);
  expect(migrationObstacles(state, loop, changed)).toEqual([{ nodeId: 'each', reason: 'waits-elsewhere' }]);
});

it('a partial run keeps its version', () => {
  expect(told(NODES, EDGES, waiting({}, { only: ['t', 'a', 'w'] }))).toEqual(['null partial']);
});
