import type { ValueRef } from '@millrace/engine';
import { ancestorsOf, incomingEdges } from '@millrace/workflow-model';
import type { PinnedPorts } from '@millrace/server-workflows';
import type { WorkflowDocument } from '@millrace/workflow-model';
import fc from 'fast-check';
import { documentOf, earlierRun, type Outcome } from '../testing/earlier-runs';
import type { PartialPlan, PartialRequest } from './partial-plan';
import { planPartialRun } from './plan-partial-run';
import { sameNodes } from './same-node';

const MOST = 8;
const ids = Array.from({ length: MOST }, (_, index) => `n${index}`);

/** A graph without cycles: edges lead from smaller numbers to greater ones. */
const document = fc
  .record({
    configs: fc.array(fc.nat(1), { minLength: MOST, maxLength: MOST }),
    edges: fc.uniqueArray(fc.tuple(fc.nat(MOST - 1), fc.nat(MOST - 1), fc.constantFrom('main', 'other')), {
      selector: (edge) => edge.join(),
      maxLength: 14,
    }),
  })
  .map(({ configs, edges }) =>
    documentOf(
      Object.fromEntries(ids.map((id, index) => [id, { config: { value: configs[index] ?? 0 } }])),
      edges.filter(([from, to]) => from < to).map(([from, to, port]) => `n${from}:${port}>n${to}`),
    ),
  );

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 4, arbitrary: fc.subarray(['main', 'other'], { minLength: 1 }).map(portsOf) },
  { weight: 1, arbitrary: fc.constantFrom<Outcome>('dead-path', 'run-failed', 'failed') },
);

function portsOf(ports: string[]): Record<string, ValueRef> {
  return Object.fromEntries(ports.map((port) => [port, { value: 1 }]));
}

const request: fc.Arbitrary<PartialRequest> = fc
  .record({
    then: document,
    now: document,
    isChanged: fc.boolean(),
    outcomes: fc.dictionary(fc.constantFrom(...ids), outcome, { minKeys: 4, noNullPrototype: true }),
    pinned: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom<PinnedPorts>({ main: 1 }, { other: 2 }), {
      maxKeys: 2,
    }),
    mode: fc.constantFrom('step' as const, 'to' as const, 'from' as const),
    nodeId: fc.constantFrom(...ids),
    trigger: fc.constantFrom('n0', 'n0', 'n1'),
    hasInput: fc.constantFrom(false, false, false, true),
  })
  .map(({ then, now, isChanged, outcomes, pinned, trigger, ...rest }) => ({
    ...rest,
    draft: isChanged ? now : then,
    pins: new Map(Object.entries(pinned)),
    earlier: earlierRun(then, outcomes, trigger),
  }));

/** Holds for every request that is not refused. */
function everyPlan(check: (plan: PartialPlan, request: PartialRequest) => void): void {
  let planned = 0;
  fc.assert(
    fc.property(request, (drawn) => {
      let plan: PartialPlan;
      try {
        plan = planPartialRun(drawn);
      } catch (error) {
        expect((error as { code?: string }).code).toBe('NODE_NOT_REACHED');
        return;
      }
      planned += 1;
      check(plan, drawn);
    }),
    { numRuns: 2_000 },
  );
  expect(planned).toBeGreaterThan(500);
}

const reusedFromEarlier = ({ reused }: PartialPlan): string[] =>
  reused.filter(({ from }) => from !== 'pin').map(({ nodeId }) => nodeId);

function edgesWithin(draft: WorkflowDocument, plan: PartialPlan, id: string) {
  return (incomingEdges(draft).get(id) ?? []).filter(({ source }) => plan.only.includes(source));
}

it('never reuses a result that anything before it has made stale', () => {
  everyPlan((plan, { draft, earlier, pins, hasInput }) => {
    const isSame = sameNodes(earlier?.document as WorkflowDocument, draft);
    const reused = reusedFromEarlier(plan);
    if (hasInput) expect(reused).toEqual([]);
    for (const id of reused) {
      expect(isSame(id)).toBe(true);
      expect(earlier?.state.nodes.get(id)?.status).toBe('completed');
      for (const before of ancestorsOf(draft, id)) {
        expect(plan.run).not.toContain(before);
        if (plan.only.includes(before) && !pins.has(before)) expect(isSame(before)).toBe(true);
      }
    }
  });
});

it('runs what was asked for unless it is pinned', () => {
  everyPlan(({ run, reused, triggerNodeId }, { nodeId, pins, hasInput }) => {
    const pinned = pins.has(nodeId) && !(hasInput && nodeId === triggerNodeId);
    if (pinned) expect(reused).toContainEqual({ nodeId, from: 'pin' });
    else if (!run.includes(nodeId)) throw new Error(`${nodeId} is not run`);
  });
});

it('runs a step only after all that leads to it from the trigger', () => {
  everyPlan((plan, { draft }) => {
    const whole = new Set([plan.triggerNodeId]);
    for (const { id } of draft.nodes) {
      if ((incomingEdges(draft).get(id) ?? []).some(({ source }) => whole.has(source))) whole.add(id);
    }
    for (const id of plan.run) {
      const sources = (incomingEdges(draft).get(id) ?? []).filter(({ source }) => whole.has(source));
      expect(edgesWithin(draft, plan, id)).toEqual(sources);
    }
  });
});

it('begins only with its trigger, pins and results of the earlier run', () => {
  everyPlan((plan, { draft }) => {
    for (const id of plan.run) {
      if (edgesWithin(draft, plan, id).length === 0) expect(id).toBe(plan.triggerNodeId);
    }
  });
});

it('names every node that it runs or reuses once, all of them taking part', () => {
  everyPlan(({ only, run, reused }) => {
    const named = [...run, ...reused.map(({ nodeId }) => nodeId)];
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((id) => !only.includes(id))).toEqual([]);
  });
});

it('runs no more than the node of a step when nothing changed and all before it was completed', () => {
  fc.assert(
    fc.property(document, fc.constantFrom(...ids), (draft, nodeId) => {
      const all = Object.fromEntries(ids.map((id): [string, Outcome] => [id, portsOf(['main', 'other'])]));
      const roots = [nodeId, ...ancestorsOf(draft, nodeId)].filter((id) => incomingEdges(draft).get(id)?.length === 0);
      const earlier = earlierRun(draft, all, roots.sort()[0]);
      const plan = planPartialRun({ draft, mode: 'step', nodeId, pins: new Map(), earlier, hasInput: false });

      expect(plan.run).toEqual([nodeId]);
    }),
  );
});
