import type { ReusedResult } from './event';
import { liveInputs } from './inputs';
import type { TestGraph } from './testing/graphs';
import { EPOCH_MS, Scenario, failureOf } from './testing/scenario';
import { executionOutput, progress, stepSummaries } from './views';

/** Two ways to a join, and an end behind it. */
const graph: TestGraph = {
  nodes: { t: {}, check: { branches: true }, left: {}, right: {}, join: {}, end: {} },
  edges: ['t>check', 'check:true>left', 'check:false>right', 'left>join', 'right>join', 'join>end'],
};

const earlier = { executionId: 'earlier' } as const;

function known(value: string, port = 'main', from: ReusedResult['from'] = earlier): ReusedResult {
  return { ports: { [port]: { value } }, from };
}

describe('a run of chosen nodes', () => {
  it('knows no other nodes and ends with the last of them', () => {
    const told = new Scenario(graph).start('t', { only: ['t', 'check', 'left'] });
    expect(told.settle()).toEqual(['run t#1']);
    told.complete('t').settle();
    told.complete('check', 'true', 'false').settle();
    expect(told.brief()).toEqual(['run left#1']);
    told.complete('left').settle();

    expect(told.state.status).toBe('completed');
    expect(Object.keys(told.statuses())).toEqual(['t', 'check', 'left']);
    expect(told.state.outputFrom).toEqual(['left']);
  });

  it('begins with every chosen node that no chosen node leads to, in order', () => {
    const told = new Scenario(graph).start('t', { only: ['join', 'right', 'left'] });

    expect(told.settle()).toEqual(['run left#1', 'run right#1']);
  });

  it('does without its trigger, even when that is disabled', () => {
    const disabled = { ...graph, nodes: { ...graph.nodes, t: { disabled: true as const } } };
    const told = new Scenario(disabled).start('t', { only: ['end'] });

    expect(told.settle()).toEqual(['run end#1']);
  });

  it('lets a chosen trigger that is disabled pass its input through', () => {
    const disabled = { ...graph, nodes: { ...graph.nodes, t: { disabled: true as const } } };
    const told = new Scenario(disabled).start('t', { only: ['t', 'check'] });

    expect(told.decide()).toEqual([{ kind: 'run-node', nodeId: 't', attempt: 1, passThrough: true }]);
  });

  it('does not wait for edges from nodes that were not chosen', () => {
    const told = new Scenario(graph).start('t', { only: ['left', 'join'] });
    told.settle();
    told.complete('left');

    expect(told.settle()).toEqual(['run join#1']);
    expect(liveInputs(told.graph, told.state, 'join').map(({ edge }) => edge.source)).toEqual(['left']);
  });

  it('fails when the version has none of its nodes', () => {
    const told = new Scenario(graph).start('t', { only: ['gone'] });
    told.settle();

    expect(told.state).toMatchObject({ status: 'failed', error: { code: 'TRIGGER_NOT_RUNNABLE' } });
    expect(progress(told.state, told.graph)).toBe(0);
  });

  it('ends none but its own nodes when it is stopped', () => {
    const told = new Scenario(graph).start('t', { only: ['t', 'check', 'right'] });
    told
      .begin('t')
      .fail('t', failureOf({ fault: 'user' }))
      .settle();

    expect(told.statuses()).toEqual({ t: 'failed', check: 'skipped', right: 'skipped' });
  });

  it('counts progress and tells steps of its own nodes only', () => {
    const told = new Scenario(graph).start('t', { only: ['check', 'left'] });
    told.complete('check', 'true');

    expect(progress(told.state, told.graph)).toBe(50);
    expect(stepSummaries(told.state, told.graph).map(({ nodeId }) => nodeId)).toEqual(['check', 'left']);
  });
});

describe('a result that is known', () => {
  const step = { only: ['t', 'check', 'left'], reuse: { t: known('t'), check: known('yes', 'true') } };

  it('stands in for running the node, one after the other', () => {
    const told = new Scenario(graph).at(7).start('t', step);

    expect(told.decide()).toEqual([
      {
        kind: 'record',
        events: [{ type: 'node.reused', nodeId: 't', ports: { main: { value: 't' } }, from: earlier }],
      },
    ]);
    expect(told.settle()).toEqual(['run left#1']);
    expect(told.state.nodes.get('check')).toMatchObject({
      status: 'completed',
      attempts: 0,
      ports: { true: { value: 'yes' } },
      reused: earlier,
      finishedAtMs: EPOCH_MS + 7,
    });
    expect(liveInputs(told.graph, told.state, 'left').map(({ ref }) => ref)).toEqual([{ value: 'yes' }]);
  });

  it('leaves the ports that were not live dead', () => {
    const told = new Scenario(graph).start('t', { ...step, only: ['t', 'check', 'left', 'right'] });
    told.settle();

    expect(told.statuses()).toEqual({ t: 'completed', check: 'completed', right: 'skipped' });
  });

  it('is not used for a node whose branch was not taken', () => {
    const told = new Scenario(graph).start('t', { reuse: { right: known('pinned', 'main', 'pin') } });
    told.settle();
    told.complete('t').settle();
    told.complete('check', 'true').settle();

    expect(told.statuses()).toMatchObject({ right: 'skipped' });
  });

  it('waits for the turn of its node', () => {
    const told = new Scenario(graph).start('t', { reuse: { check: known('yes', 'true', 'pin') } });
    expect(told.settle()).toEqual(['run t#1']);
    expect(told.statuses()).toEqual({});
    told.complete('t');

    expect(told.settle()).toEqual(['run left#1']);
    expect(stepSummaries(told.state, told.graph)[1]).toMatchObject({ nodeId: 'check', reused: 'pin', attempts: 0 });
  });

  it('is held back while the run is paused', () => {
    const told = new Scenario(graph).start('t', step).append({ type: 'workflow.paused' });
    expect(told.decide()).toEqual([]);
    told.append({ type: 'workflow.resumed' });

    expect(told.settle()).toEqual(['run left#1']);
  });

  it('is not used once the run stops', () => {
    const told = new Scenario(graph).start('t', step).append({ type: 'workflow.cancel_requested' });
    told.settle();

    expect(told.statuses()).toEqual({ t: 'skipped', check: 'skipped', left: 'skipped' });
  });

  it('keeps the failure that its node went on with', () => {
    const error = failureOf();
    const told = new Scenario(graph).start('t', { only: ['t', 'check'], reuse: { t: { ...known('t'), error } } });
    told.settle();

    expect(told.state.nodes.get('t')).toMatchObject({ status: 'completed', error });
  });

  it('cannot replace what has happened', () => {
    const told = new Scenario(graph).start().complete('t');
    const before = told.state.nodes.get('t');
    told.append({ type: 'node.reused', nodeId: 't', ...known('other') });

    expect(told.state.nodes.get('t')).toBe(before);
  });

  it('may be the result of the run', () => {
    const told = new Scenario(graph).start('t', { only: ['t'], reuse: { t: known('pinned', 'main', 'pin') } });
    told.settle();

    expect(told.state.status).toBe('completed');
    expect(executionOutput(told.state, (id) => id)).toEqual({ kind: 'one', nodeId: 't', ref: { value: 'pinned' } });
  });

  it('is found only under the id of its node', () => {
    const odd: TestGraph = { nodes: { constructor: {}, a: {} }, edges: ['constructor>a'] };
    const told = new Scenario(odd).start('constructor', { reuse: {} });

    expect(told.settle()).toEqual(['run constructor#1']);
  });
});
