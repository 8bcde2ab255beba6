import type { NodeDefinitionData, TestAssertion, ValueCheck, WorkflowNode } from '@millrace/workflow-model';
import { effectOf, type Json } from '@millrace/workflow-model';
import type { RunFacts } from '../judge/run-facts';

/** Branches and calls that are proposed. */
const MOST_OF_A_KIND = 20;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;

/** What a test of this run can well expect: its end, its result, the ways it took, and what it would send. */
export function proposedAssertions(
  facts: RunFacts,
  definitionOf: (node: WorkflowNode) => NodeDefinitionData | undefined,
): TestAssertion[] {
  const { status, error } = facts;
  const ended = status === 'failed' || status === 'cancelled' ? status : 'completed';
  const assertions: TestAssertion[] = [
    { kind: 'status', status: ended, ...(error && ended === 'failed' ? { errorCode: error.code } : {}) },
  ];
  const culprit = ended === 'failed' ? facts.document.nodes.find(({ id }) => id === error?.nodeId) : undefined;
  if (error && culprit) assertions.push({ kind: 'failed', nodeId: culprit.id, errorCode: error.code });
  if (ended === 'completed') assertions.push({ kind: 'output', check: checkOf(facts) });
  const outside = facts.document.nodes.filter(
    ({ parent, settings }) => parent === undefined && settings.forEach === undefined,
  );
  const branches = outside.flatMap((node): TestAssertion[] => {
    const state = facts.nodesAt(node.id)[0]?.node;
    if (state?.status !== 'completed' || definitionOf(node)?.traits.branches !== true) return [];
    return Object.keys(state.ports).map((port) => ({ kind: 'branch', nodeId: node.id, port }));
  });
  const calls = outside.flatMap((node): TestAssertion[] => {
    const definition = definitionOf(node);
    const state = facts.nodesAt(node.id)[0]?.node;
    const ran = state?.status === 'completed' || state?.status === 'failed';
    if (!ran || !node.enabled || !definition || effectOf(definition, node) !== 'write') return [];
    return [{ kind: 'call', nodeId: node.id, field: 'params', check: { kind: 'snapshot' } }];
  });
  return [...assertions, ...branches.slice(0, MOST_OF_A_KIND), ...calls.slice(0, MOST_OF_A_KIND)];
}

/** Something that is another one in every run is taken from the first run of the test, in which time stands still. */
function checkOf(facts: RunFacts): ValueCheck {
  const { output } = facts;
  if (isVolatile(JSON.stringify(output), facts)) return { kind: 'snapshot' };
  return { kind: 'snapshot', value: output as Json };
}

function isVolatile(text: string, { state }: RunFacts): boolean {
  const from = (state.startedAtMs ?? 0) - 60_000;
  const until = (state.finishedAtMs ?? Infinity) + 60_000;
  return [...text.matchAll(INSTANT)].some(([instant]) => {
    const ms = Date.parse(instant);
    return ms >= from && ms <= until;
  });
}
