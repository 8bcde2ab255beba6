import type { JsonObject, WorkflowDocument } from '@millrace/workflow-model';
import { documentOf, earlierRun, type Outcome } from '../testing/earlier-runs';
import type { PartialPlan, PartialRequest } from './partial-plan';
import { planPartialRun } from './plan-partial-run';

/** A trigger, two nodes in a row, a fork with a branch that is not taken, a join and an end. */
const EDGES = ['t>a', 'a>b', 'b>check', 'check:true>yes', 'check:false>no', 'yes>join', 'no>join', 'join>end'];
const IDS = ['t', 'a', 'b', 'check', 'yes', 'no', 'join', 'end'];
const OUTCOMES: Record<string, Outcome> = {
  ...Object.fromEntries(IDS.map((id) => [id, { main: { value: `${id} then` } }])),
  check: { true: { value: 'taken' } },
  no: 'dead-path',
};

function draft(changes: Record<string, JsonObject> = {}, edges = EDGES): WorkflowDocument {
  return documentOf(Object.fromEntries(IDS.map((id) => [id, changes[id] ?? {}])), edges);
}

const earlier = earlierRun(draft(), OUTCOMES);

function plan(request: Partial<PartialRequest>): PartialPlan {
  return planPartialRun({
    draft: draft(),
    mode: 'step',
    nodeId: 'end',
    pins: new Map(),
    earlier,
    hasInput: false,
    ...request,
  });
}

/** The plan in short: `run:` and what is reused, with `*` for pins. */
function brief(request: Partial<PartialRequest>): string {
  const { run, reused } = plan(request);
  const known = reused.map(({ nodeId, from }) => (from === 'pin' ? `${nodeId}*` : nodeId));
  return `${known.join(' ')} | ${run.join(' ')}`.trim();
}

const pins = (ids: string[], port = 'main') => new Map(ids.map((id) => [id, { [port]: `${id} pinned` }]));
const codeOf = (request: Partial<PartialRequest>): string => {
  try {
    plan(request);
    return 'fine';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('several steps', () => {
  it('run, with everything else from the earlier run', () => {
    expect(brief({ nodeId: 'a', alsoRun: ['check', 'yes'] })).toBe('t | a b check yes');
    expect(brief({ nodeId: 'check', alsoRun: ['b'] })).toBe('t a | b check');
    expect(brief({ nodeId: 'yes', alsoRun: ['b'], pins: pins(['check'], 'true') })).toBe('t a check* | b yes');
  });

  it('leave out what is not there, and what the trigger does not reach', () => {
    expect(brief({ nodeId: 'yes', alsoRun: ['gone'] })).toBe('t a b check | yes');
    expect(brief({ draft: draft({}, EDGES.slice(0, 4)), nodeId: 'b', alsoRun: ['join'] })).toBe('t a | b');
  });

  it('are of a step only', () => {
    expect(brief({ mode: 'from', nodeId: 'end', alsoRun: ['a'] })).toBe('t a b check yes join | end');
  });
});

describe('a step', () => {
  it('runs its node with everything before it from the earlier run', () => {
    const { only, ...rest } = plan({ nodeId: 'yes' });

    expect(only).toEqual(['t', 'a', 'b', 'check', 'yes']);
    expect(rest).toEqual({
      triggerNodeId: 't',
      run: ['yes'],
      reused: ['t', 'a', 'b', 'check'].map((nodeId) => ({ nodeId, from: { executionId: 'earlier' } })),
    });
  });

  it('keeps the branch that was not taken, so that the join knows', () => {
    const { only } = plan({ nodeId: 'join' });

    expect(only).toContain('no');
    expect(brief({ nodeId: 'join' })).toBe('t a b check yes | join');
  });

  it('runs everything before it when there is no earlier run', () => {
    expect(brief({ nodeId: 'check', earlier: undefined })).toBe('| t a b check');
  });

  it('runs what changed, and all that comes between', () => {
    expect(brief({ nodeId: 'yes', draft: draft({ b: { config: { url: 'new' } } }) })).toBe('t a | b check yes');
  });

  it.each<[string, WorkflowDocument]>([
    ['a setting', draft({ a: { settings: { onError: 'continue' } } })],
    ['a type', draft({ a: { type: 'other' } })],
    ['a disabled node', draft({ a: { enabled: false } })],
  ])('runs what changed by %s', (_name, changed) => {
    expect(brief({ nodeId: 'b', draft: changed })).toBe('t | a b');
  });

  it('runs a node behind a new edge, and the node that the edge comes from', () => {
    const edges = [...EDGES, 't>x', 'x>b'];
    const changed = documentOf(Object.fromEntries([...IDS, 'x'].map((id) => [id, {}])), edges);

    expect(brief({ nodeId: 'check', draft: changed })).toBe('t a | x b check');
  });

  it('runs the next node when one was taken out between', () => {
    const edges = ['t>b', 'b>check', ...EDGES.slice(3)];

    expect(brief({ nodeId: 'check', draft: draft({}, edges) })).toBe('t | b check');
  });

  it('does not mind names and places', () => {
    expect(brief({ nodeId: 'b', draft: draft({ a: { label: 'New', position: { x: 1, y: 1 } } }) })).toBe('t a | b');
  });

  it('runs what failed or was never reached', () => {
    const broken = earlierRun(draft(), { ...OUTCOMES, a: 'failed', b: 'run-failed', check: 'run-failed' });

    expect(brief({ nodeId: 'check', earlier: broken })).toBe('t | a b check');
  });

  it('reuses nothing when the trigger gets a new input', () => {
    expect(brief({ nodeId: 'b', hasInput: true })).toBe('| t a b');
  });

  it('reuses nothing of a run that began elsewhere', () => {
    const elsewhere = earlierRun(draft(), OUTCOMES, 'other');

    expect(brief({ nodeId: 'b', earlier: elsewhere })).toBe('| t a b');
  });

  it('runs its own node even when that is unchanged', () => {
    expect(plan({ nodeId: 't' }).run).toEqual(['t']);
  });

  it('is refused on a branch that the earlier run did not take', () => {
    expect(codeOf({ nodeId: 'no' })).toBe('NODE_NOT_REACHED');
  });

  it('is not refused when the fork runs again', () => {
    expect(brief({ nodeId: 'no', draft: draft({ check: { config: { other: 1 } } }) })).toBe('t a b | check no');
  });

  it('is refused for a node that the draft does not have', () => {
    expect(codeOf({ nodeId: 'gone' })).toBe('NODE_NOT_FOUND');
  });
});

describe('pins', () => {
  it('stand in for their nodes, and nothing before them is run because of them', () => {
    expect(brief({ nodeId: 'check', pins: pins(['b']), earlier: undefined })).toBe('b* | check');
  });

  it('leave the trigger out of the run when nothing else needs it', () => {
    const { only, triggerNodeId } = plan({ nodeId: 'check', pins: pins(['b']), earlier: undefined });

    expect({ only, triggerNodeId }).toEqual({ only: ['b', 'check'], triggerNodeId: 't' });
  });

  it('keep what lies before them when all of it can be reused', () => {
    expect(brief({ nodeId: 'check', pins: pins(['b']) })).toBe('t a b* | check');
  });

  it('leave all out that lies before them when a part of it would have to run', () => {
    const changed = draft({ a: { config: { x: 1 } } });

    expect(brief({ nodeId: 'check', pins: pins(['b']), draft: changed })).toBe('b* | check');
  });

  it('make what comes after them stale', () => {
    expect(brief({ nodeId: 'yes', pins: pins(['a']) })).toBe('t a* | b check yes');
  });

  it('make nothing stale when they say what the earlier run said', () => {
    expect(brief({ nodeId: 'yes', pins: new Map([['a', { main: 'a then' }]]) })).toBe('t a* b check | yes');
  });

  it('compare large values too', () => {
    const ref = { payloadId: 'p', bytes: 70_000 };
    const large = { ...earlierRun(draft(), { ...OUTCOMES, a: { main: ref } }), values: new Map([['p', [1, 2]]]) };

    expect(brief({ nodeId: 'b', earlier: large, pins: new Map([['a', { main: [1, 2] }]]) })).toBe('t a* | b');
    expect(brief({ nodeId: 'check', earlier: large, pins: new Map([['a', { main: [1, 2] }]]) })).toBe('t a* b | check');
    expect(brief({ nodeId: 'check', earlier: large, pins: new Map([['a', { main: [2, 1] }]]) })).toBe('t a* | b check');
  });

  it('do not hide from later nodes that something before them changed', () => {
    const changed = draft({ t: { config: { x: 1 } } });

    expect(brief({ nodeId: 'check', draft: changed, pins: new Map([['a', { main: 'a then' }]]) })).toBe('a* | b check');
  });

  it('hold for the step itself', () => {
    expect(brief({ nodeId: 'b', pins: pins(['b']), earlier: undefined })).toBe('b* |');
  });

  it('choose the branch', () => {
    expect(brief({ nodeId: 'no', pins: pins(['check'], 'false') })).toBe('t a b check* | no');
    expect(codeOf({ nodeId: 'yes', pins: pins(['check'], 'false') })).toBe('NODE_NOT_REACHED');
  });

  it('on a branch that was not taken count as if it had been', () => {
    expect(brief({ nodeId: 'join', pins: pins(['no']), earlier })).toBe('t a b check yes no* | join');
    const onlyNo = draft(
      {},
      EDGES.filter((edge) => edge !== 'yes>join'),
    );
    expect(plan({ nodeId: 'join', draft: onlyNo, pins: pins(['no']) }).only).toEqual(['no', 'join']);
  });

  it('do not count for disabled nodes, nor for a trigger that gets an input', () => {
    const off = draft({ a: { enabled: false } });

    expect(brief({ nodeId: 'b', draft: off, pins: pins(['a']), earlier: undefined })).toBe('| t a b');
    expect(brief({ nodeId: 'a', pins: pins(['t']), earlier: undefined, hasInput: true })).toBe('| t a');
  });
});

describe('a run up to a node', () => {
  it('runs everything anew but pins', () => {
    expect(brief({ mode: 'to', nodeId: 'yes' })).toBe('| t a b check yes');
    expect(brief({ mode: 'to', nodeId: 'yes', pins: pins(['b']) })).toBe('b* | check yes');
  });
});

describe('a run from a node', () => {
  it('runs it and everything after it', () => {
    expect(brief({ mode: 'from', nodeId: 'check' })).toBe('t a b | check yes no join end');
  });

  it('reuses other ways into what comes after it', () => {
    expect(brief({ mode: 'from', nodeId: 'yes' })).toBe('t a b check | yes join end');
  });

  it('runs other ways that changed', () => {
    const edges = [...EDGES, 'b>side', 'side>end'];
    const nodes = Object.fromEntries([...IDS, 'side'].map((id) => [id, {}]));

    expect(brief({ mode: 'from', nodeId: 'join', draft: documentOf(nodes, edges) })).toBe(
      't a b check yes | join side end',
    );
  });

  it('takes pins after it, too', () => {
    expect(brief({ mode: 'from', nodeId: 'yes', pins: pins(['join']) })).toBe('t a b check join* | yes end');
  });
});

describe('the trigger', () => {
  const nodes = { t: {}, u: {}, off: { enabled: false }, a: {}, other: {} };
  const two = documentOf(nodes, ['off>a', 't>a', 'u>a', 'u>other']);

  it('is the first enabled one that leads to the node', () => {
    expect(plan({ nodeId: 'a', draft: two, earlier: undefined }).triggerNodeId).toBe('t');
    expect(plan({ nodeId: 'other', draft: two, earlier: undefined }).triggerNodeId).toBe('u');
  });

  it('is the one that the earlier run began with', () => {
    const began = earlierRun(two, { u: { main: { value: 1 } }, a: { main: { value: 2 } } });

    expect(brief({ nodeId: 'a', draft: two, earlier: began })).toBe('u | a');
  });

  it('can be chosen', () => {
    expect(plan({ nodeId: 'a', draft: two, earlier: undefined, triggerNodeId: 'u' }).only).toEqual(['u', 'a']);
    expect(codeOf({ nodeId: 'other', draft: two, earlier: undefined, triggerNodeId: 't' })).toBe('TRIGGER_NOT_FOUND');
  });

  it('need not be there yet', () => {
    const loose = documentOf({ a: {}, b: {} }, ['a>b']);

    expect(brief({ nodeId: 'b', draft: loose, earlier: undefined })).toBe('| a b');
  });

  it('may be disabled when there is no other', () => {
    const off = documentOf({ t: { enabled: false }, a: {} }, ['t>a']);

    expect(plan({ nodeId: 'a', draft: off, earlier: undefined })).toMatchObject({
      triggerNodeId: 't',
      run: ['t', 'a'],
    });
  });
});
