import type { NodeState } from '@millrace/engine';
import type { Json, TestAssertion, WorkflowTestSpec } from '@millrace/workflow-model';
import type { JudgedAssertion } from '../runs/test-run';
import { checkExpression, checkValue, type CheckOutcome, type Roots } from './check-value';
import { describeAssertion } from './describe-assertion';
import type { NodeFact, RunFacts } from './run-facts';

/** Characters of JSON of a value that a result keeps. */
const MOST_KEPT = 256_000;

/** Every assertion of a test, judged by what its run did. A test without any expects that the run completes. */
export function judgeTest(spec: WorkflowTestSpec, facts: RunFacts): JudgedAssertion[] {
  const assertions: readonly TestAssertion[] =
    spec.assertions.length > 0 ? spec.assertions : [{ kind: 'status', status: 'completed' }];
  const roots = rootsOf(facts);
  return assertions.map((assertion, index): JudgedAssertion => {
    const { passed, message, expected, actual, differences } = judge(assertion, facts, roots);
    return {
      ...{ index, passed, label: describeAssertion(assertion, (id) => facts.label(id)), message: message ?? null },
      nodeId: 'nodeId' in assertion ? assertion.nodeId : null,
      ...(expected === undefined ? {} : { expected: kept(expected) }),
      ...(actual === undefined ? {} : { actual: kept(actual) }),
      differences,
    };
  });
}

function judge(assertion: TestAssertion, facts: RunFacts, roots: Roots): CheckOutcome {
  switch (assertion.kind) {
    case 'status':
      return judgeStatus(assertion, facts);
    case 'output':
      return checkValue(assertion.check, facts.output, { field: assertion.field, roots });
    case 'expression':
      return checkExpression(assertion.expression, roots);
    case 'call':
      return judgeCall(assertion, facts, roots);
    default:
      return judgeNode(assertion, facts, roots);
  }
}

function judgeStatus(
  { status, errorCode }: Extract<TestAssertion, { kind: 'status' }>,
  { status: actual, error }: RunFacts,
): CheckOutcome {
  const passed = status === actual && (errorCode === undefined || errorCode === error?.code);
  const told = error ? `${actual} with ${error.code}: ${error.message}` : actual;
  return { passed, expected: status, actual, differences: [], ...(passed ? {} : { message: `The run is ${told}` }) };
}

function judgeCall(assertion: Extract<TestAssertion, { kind: 'call' }>, facts: RunFacts, roots: Roots): CheckOutcome {
  const { nodeId, path, call: wanted, field, check } = assertion;
  const calls = facts.calls.filter((call) => call.nodeId === nodeId && (path === undefined || call.path === path));
  const call = wanted === undefined ? calls.at(-1) : calls[wanted];
  if (call !== undefined) return checkValue(check, call.call, { field, roots });
  const message = calls.length === 0 ? 'The node made no call.' : `The node made ${calls.length} calls only.`;
  return { passed: false, message, differences: [] };
}

type NodeAssertion = Extract<TestAssertion, { kind: 'node' | 'branch' | 'ran' | 'not-run' | 'failed' }>;

function judgeNode(assertion: NodeAssertion, facts: RunFacts, roots: Roots): CheckOutcome {
  const found = facts.nodesAt(assertion.nodeId, assertion.path);
  const ran = found.filter(({ node }) => hasRun(node));
  const last = ran.at(-1);
  if (assertion.kind === 'not-run') return said(last === undefined, 'The node ran.');
  if (last === undefined) return said(false, notRunMessage(found));
  switch (assertion.kind) {
    case 'node':
      return checkValue(assertion.check, facts.given(last.node, assertion.port), { field: assertion.field, roots });
    case 'branch': {
      const live = Object.keys(last.node.ports);
      const expected = { expected: assertion.port, actual: live };
      return { ...said(live.includes(assertion.port), `It took ${live.join(', ') || 'no way'}.`), ...expected };
    }
    case 'ran': {
      const { attempts } = assertion;
      const actual = last.node.attempts;
      return said(attempts === undefined || attempts === actual, `It ran in ${actual} attempts.`);
    }
    case 'failed': {
      const { errorCode } = assertion;
      const { error } = last.node;
      const fits = error !== undefined && (errorCode === undefined || error.code === errorCode);
      return said(fits, error ? `It failed with ${error.code}: ${error.message}` : 'It did not fail.');
    }
  }
}

function hasRun({ status, attempts }: NodeState): boolean {
  return status === 'completed' || status === 'failed' || attempts > 0;
}

function notRunMessage(found: readonly NodeFact[]): string {
  const skipped = found.find(({ node }) => node.status === 'skipped')?.node.skipReason;
  if (skipped === 'dead-path') return 'The node did not run: no way led to it.';
  return skipped === undefined ? 'The node did not run.' : 'The node did not run: the run ended before.';
}

function said(passed: boolean, message: string): CheckOutcome {
  return passed ? { passed, differences: [] } : { passed, message, differences: [] };
}

/** What templates at the end of the run would see, and the run itself. */
function rootsOf(facts: RunFacts): Roots {
  const { status, output, error, elapsedMs } = facts;
  const nodes = [...facts.aliases.aliasById].flatMap(([id, alias]): [string, Json][] => {
    const envelope = envelopeOf(facts, id);
    return [
      [alias, envelope],
      [id, envelope],
    ];
  });
  const told = error ? { code: error.code, message: error.message, nodeId: error.nodeId ?? null } : null;
  return { ...Object.fromEntries(nodes), trigger: facts.trigger, run: { status, output, error: told, elapsedMs } };
}

function envelopeOf(facts: RunFacts, nodeId: string): Json {
  const node = facts.nodesAt(nodeId).at(-1)?.node;
  if (node?.status !== 'completed') return { success: false, data: null, ran: node !== undefined && hasRun(node) };
  const data = facts.given(node) ?? null;
  return { success: node.error === undefined, data, ran: true };
}

function kept(value: Json): Json {
  const text = JSON.stringify(value);
  return text.length <= MOST_KEPT ? value : `${text.slice(0, 1_000)}… (${text.length} characters)`;
}
