import type { Json, JsonObject, WorkflowDocument } from '@millrace/workflow-model';
import { documentOf } from '../testing/earlier-runs';
import { simulateRun } from '../testing/simulated-run';
import type { NodeBehaviour, SimulatedRun } from '../testing/simulated-run';
import type { ForkPlan, ForkRequest } from './fork-plan';
import { failedPoints } from './fork-points';
import { planFork } from './plan-fork';

const NODES: Readonly<Record<string, JsonObject>> = { t: {}, a: { config: { url: 'x' } }, b: {}, c: {}, d: {} };
const EDGES = ['t>a', 'a>b', 'b>c', 't>d'];
const LOOP_NODES = {
  t: {},
  each: {},
  in: { parent: 'each', config: { v: 1 } },
  out: { parent: 'each' },
  end: {},
};
const LOOP_EDGES = ['t>each', 'each>end', 'in>out'];
const ITEMS: NodeBehaviour = { items: () => ['x', 'y', 'z'], concurrency: 1 };

function fork(run: SimulatedRun, document: WorkflowDocument, more: Partial<ForkRequest> = {}): ForkPlan {
  const source = { executionId: 'source', document, state: run.state };
  return planFork({
    source,
    document,
    isSameVersion: more.document === undefined,
    from: [],
    hasTrigger: false,
    ...more,
  });
}

function told({ steps }: ForkPlan): string[] {
  return steps.map(({ nodeId, fate, reason }) => `${nodeId} ${fate}: ${reason}`);
}

describe('a fork of the same version', () => {
  const document = documentOf(NODES, EDGES);
  const finished = simulateRun(document, 't');

  it('runs the node that was asked for and all behind it, and keeps the rest', () => {
    const plan = fork(finished, document, { from: ['b'] });

    expect(told(plan)).toEqual([
      't reused: same',
      'a reused: same',
      'b again: fork-point',
      'c again: after',
      'd reused: same',
    ]);
    expect(Object.keys(plan.known.reuse ?? {})).toEqual(['t', 'a', 'd']);
    expect(plan.known.reuse?.['a']).toMatchObject({ from: { executionId: 'source' } });
  });

  it('goes on from where its source failed', () => {
    const failed = simulateRun(document, 't', {}, { fails: (key) => key === 'b' });

    expect(failedPoints(failed.state)).toEqual(['b']);
    expect(told(fork(failed, document, { from: ['b'] }))).toEqual([
      't reused: same',
      'a reused: same',
      'b again: failed',
      'c new: never-ran',
      'd new: never-ran',
    ]);
  });

  it('takes what is there of a source that still runs', () => {
    const running = { ...finished.state, status: 'running' as const, nodes: new Map(finished.state.nodes) };
    running.nodes.delete('c');
    running.nodes.set('b', { status: 'running', attempts: 1, interruptions: 0, ports: {} });

    expect(told(fork({ ...finished, state: running }, document)).slice(2, 4)).toEqual([
      'b again: unfinished',
      'c new: never-ran',
    ]);
  });

  it('runs all that the trigger leads to when that gives something else', () => {
    expect(told(fork(finished, document, { hasTrigger: true }))[0]).toBe('t again: fork-point');
    expect(fork(finished, document, { hasTrigger: true }).known).toEqual({});
  });

  it('hands an edited input to the node that was asked for', () => {
    const inputs = { a: { value: 'edited' } };

    expect(fork(finished, document, { from: ['b'], inputs }).known.inputs).toEqual({ b: inputs });
  });

  it('keeps the edits of a source that is a fork itself', () => {
    const inputs = { b: { a: { value: 'edited' } } };
    const edited = simulateRun(document, 't', { inputs });

    expect(fork(edited, document, { from: ['b'] }).known.inputs).toEqual(inputs);
    expect(fork(edited, document, { from: ['c'] }).known.inputs).toBeUndefined();
    expect(fork(edited, document, { from: ['a'] }).known.inputs).toBeUndefined();
  });

  it('keeps what was pinned, whatever runs again before it', () => {
    const pinned = simulateRun(document, 't', { reuse: { b: { ports: { main: { value: 1 } }, from: 'pin' } } });
    const plan = fork(pinned, document, { from: ['a'] });

    expect(told(plan).slice(1, 4)).toEqual(['a again: fork-point', 'b reused: pinned', 'c reused: same']);
    expect(plan.known.reuse?.['b']).toEqual({ ports: { main: { value: 1 } }, from: 'pin' });
  });

  it('runs only the nodes of a partial run', () => {
    const part = simulateRun(document, 't', { only: ['t', 'a', 'b'] });
    const plan = fork(part, document, { from: ['b'] });

    expect(plan.only).toEqual(['t', 'a', 'b']);
    expect(plan.steps).toHaveLength(3);
  });

  it('skips dead paths again', () => {
    const behaviour: NodeBehaviour = { ports: (id) => (id === 't' ? ['other'] : ['main']) };
    const branched = documentOf({ ...NODES, e: {} }, [...EDGES, 't:other>e']);
    const run = simulateRun(branched, 't', {}, behaviour);

    expect(told(fork(run, branched, { from: ['e'] }))).toContain('a skipped: dead-path');
  });

  it.each<[string, Partial<ForkRequest>, string]>([
    ['a node that is not there', { from: ['gone'] }, 'FORK_POINT_UNKNOWN'],
    ['a turn that is not there', { from: ['a/0/b'] }, 'FORK_POINT_UNKNOWN'],
    ['nothing', {}, 'NOTHING_TO_FORK'],
  ])('is refused from %s', (_name, more, code) => {
    expect(() => fork(finished, document, more)).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('a fork with another version', () => {
  const finished = simulateRun(documentOf(NODES, EDGES), 't');
  const other = (nodes: Record<string, JsonObject>, edges = EDGES): ForkPlan => {
    const source = { executionId: 'source', document: documentOf(NODES, EDGES), state: finished.state };
    return planFork({ source, document: documentOf(nodes, edges), isSameVersion: false, from: [], hasTrigger: false });
  };

  it('runs what was changed, and what stands behind it', () => {
    expect(told(other({ ...NODES, a: { config: { url: 'y' } } }))).toEqual([
      't reused: same',
      'a again: changed',
      'b again: input-changed',
      'c again: input-changed',
      'd reused: same',
    ]);
  });

  it.each<[string, JsonObject]>([
    ['account', { credentials: { http: 'other' } }],
    ['version', { typeVersion: 2 }],
    ['settings', { settings: { onError: 'continue' } }],
  ])('runs a node again that has another %s', (_name, facts) => {
    expect(told(other({ ...NODES, d: facts }))).toContain('d again: changed');
  });

  it('runs what is new, and leaves out what is gone', () => {
    const { c: _c, ...rest } = NODES;
    const told_ = told(other({ ...rest, e: {} }, ['t>a', 'a>b', 'b>e', 't>d']));

    expect(told_).toEqual(['t reused: same', 'a reused: same', 'b reused: same', 'd reused: same', 'e new: new']);
  });

  it('keeps nothing when dates are read in another zone', () => {
    const document = { ...documentOf(NODES, EDGES), settings: { timezone: 'Asia/Tokyo' } } as WorkflowDocument;

    expect(fork(finished, documentOf(NODES, EDGES), { document }).known).toEqual({});
  });

  it('is refused when the trigger is gone', () => {
    expect(() => other({ ...NODES, t: { enabled: false } })).toThrow(
      expect.objectContaining({ code: 'FORK_TRIGGER_GONE' }) as Error,
    );
  });
});

describe('a fork of a run with a loop', () => {
  const document = documentOf(LOOP_NODES, LOOP_EDGES);
  const finished = simulateRun(document, 't', {}, ITEMS);
  const broken = simulateRun(document, 't', {}, { ...ITEMS, fails: (key) => key === 'each/1/out' });

  it('keeps the turns that went well, and what went well in the others', () => {
    const plan = fork(broken, document, { from: failedPoints(broken.state) });

    expect(failedPoints(broken.state)).toEqual(['each/1/out']);
    expect(told(plan)).toEqual(['t reused: same', 'each again: inside', 'end new: never-ran']);
    expect(plan.steps[1]?.turns).toEqual({ kept: 1, again: [1] });
    expect(Object.keys(plan.known.loops?.['each']?.turns ?? {})).toEqual(['0', '1']);
    expect(Object.keys(plan.known.loops?.['each']?.turns['1']?.reuse ?? {})).toEqual(['in']);
  });

  it('runs one node of one turn again', () => {
    const plan = fork(finished, document, { from: ['each/2/out'] });

    expect(plan.steps[1]).toEqual({ nodeId: 'each', fate: 'again', reason: 'inside', turns: { kept: 2, again: [2] } });
    expect(told(plan)[2]).toBe('end again: after');
  });

  it('runs a whole turn again', () => {
    const plan = fork(finished, document, { from: ['each/2'] });

    expect(plan.steps[1]?.turns).toEqual({ kept: 2, again: [2] });
    expect(plan.known.loops?.['each']?.turns['2']).toBeUndefined();
  });

  it('runs a node in all turns again when none is named', () => {
    expect(fork(finished, document, { from: ['out'] }).steps[1]?.turns).toEqual({ kept: 0, again: [0, 1, 2] });
  });

  it('runs all turns anew when the loop is asked for', () => {
    const plan = fork(finished, document, { from: ['each'] });

    expect(plan.known.loops).toBeUndefined();
    expect(told(plan)[1]).toBe('each again: fork-point');
  });

  it('runs of each turn what was changed inside of the loop', () => {
    const changed = documentOf({ ...LOOP_NODES, out: { parent: 'each', config: { v: 2 } } }, LOOP_EDGES);
    const plan = fork(finished, document, { document: changed });

    expect(plan.steps[1]?.turns).toEqual({ kept: 0, again: [0, 1, 2] });
    expect(Object.keys(plan.known.loops?.['each']?.turns['0']?.reuse ?? {})).toEqual(['in']);
  });

  it('keeps the turns when only the loop itself was changed', () => {
    const settings = { onError: 'continue' };
    const changed = documentOf({ ...LOOP_NODES, each: { settings } }, LOOP_EDGES);
    const plan = fork(finished, document, { document: changed });

    expect(plan.steps[1]).toMatchObject({ reason: 'changed', turns: { kept: 3, again: [] } });
  });

  it('finds failures in loops within loops by their path', () => {
    const nested = documentOf({ t: {}, each: {}, inner: { parent: 'each' }, x: { parent: 'inner' } }, ['t>each']);
    const items = (): Json[] => [1, 2];
    const run = simulateRun(nested, 't', {}, { items, fails: (key) => key === 'each/0/inner/1/x' });
    const plan = fork(run, nested, { from: failedPoints(run.state) });
    const again = simulateRun(nested, 't', plan.known, { items });

    expect(failedPoints(run.state)).toEqual(['each/0/inner/1/x']);
    expect(again.calls).not.toContain('each/0/inner/0/x');
    expect(again.calls).toContain('each/0/inner/1/x');
    expect(again.state.status).toBe('completed');
  });
});
