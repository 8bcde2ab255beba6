import type { RecordedFailure, RecordedWake } from '@millrace/engine';
import { jsonSchemaOf } from '@millrace/node-sdk';
import type { Outcome } from '@millrace/node-sdk';
import type { Logger } from '@millrace/server-platform';
import { MAIN_PORT, effectOf, sampleOf, simulatedAt } from '@millrace/workflow-model';
import type {
  InjectedFailure,
  Json,
  JsonObject,
  MockedAttempt,
  NodeMock,
  SimulationScript,
} from '@millrace/workflow-model';
import { callNode } from '../node/call-node';
import type { NodeResult } from '../node/call-node';
import type { CompiledNode } from '../node/compiled-workflow';
import { NodeContext } from '../node/node-context';
import type { NodeCall } from '../node/node-context';
import { timedOut } from '../node/node-failure';
import { shownParams } from './calls';
import type { SimulatedCall } from './calls';
import { injectedFailure, slownessOf } from './injected';
import { SimulatedPorts } from './simulated-ports';

/** What no mock hides: the params of the node are wrong. */
const PARAM_FAILURES: ReadonlySet<string> = new Set(['EXPRESSION_ERROR', 'PARAMS_INVALID']);

/** What is known of an attempt that only pretended. */
export interface SimulatedAttempt {
  /** What it would have done to the world, each with `answeredBy`: what stood in for the answer. */
  readonly calls: readonly SimulatedCall[];
  /** How long it takes on the clock of the run. Milliseconds. */
  readonly delayMs: number;
  /** The worker died during the attempt. */
  readonly crashed?: true;
}

/** A result that was pretended. */
export type SimulatedResult = NodeResult & { readonly simulated: SimulatedAttempt };

interface Attempt {
  readonly call: NodeCall;
  readonly wake: RecordedWake | undefined;
  readonly script: SimulationScript;
  readonly logger: Logger;
  readonly mock: NodeMock | undefined;
  readonly failure: InjectedFailure | undefined;
}

/**
 * Runs one attempt of a node of a simulated run. Whatever only computes runs as ever, also in nodes that would do more: they
 * are stopped where they reach for the world. What a mock gives stands in for what comes then; an injected failure goes
 * through the node, which has to understand it by itself. Params are worked out in every case.
 */
export function simulateCall(
  call: NodeCall,
  wake: RecordedWake | undefined,
  { script, logger }: { readonly script: SimulationScript; readonly logger: Logger },
): SimulatedResult | Promise<SimulatedResult> {
  const { compiled, view } = call;
  const { id } = compiled.node;
  const path = view.loop?.path;
  const isWhole = view.workflow.wholes.get(id) === compiled;
  const mock = isWhole ? undefined : simulatedAt(script.mocks, id, path)[0];
  const failure = isWhole ? undefined : failureAt(script, id, { path, attempt: call.attempt });
  const attempt: Attempt = { call, wake, script, logger, mock, failure };
  if (failure?.kind === 'crash' && compiled.traits.pure !== true) return crashed(attempt);
  const isReal =
    mock === undefined && failure === undefined && script.reads === 'real' && effectOfNode(compiled) === 'read';
  const answersEmpty = script.missing === 'schema' && mock === undefined && hasNoSchema(compiled);
  const ports = new SimulatedPorts(call.ports, failure, answersEmpty);
  const ran = callNode(isReal ? call : { ...call, ports }, wake, logger);
  const judge = (result: NodeResult): SimulatedResult => (isReal ? genuine(result) : judged(result, ports, attempt));
  return ran instanceof Promise ? ran.then(judge) : judge(ran);
}

function failureAt(
  script: SimulationScript,
  nodeId: string,
  { path, attempt }: { readonly path: string | undefined; readonly attempt: number },
): InjectedFailure | undefined {
  return simulatedAt(script.failures, nodeId, path).find(({ times }) => times === undefined || attempt <= times);
}

function judged(result: NodeResult, ports: SimulatedPorts, attempt: Attempt): SimulatedResult {
  const { failure, mock, call } = attempt;
  if (isParamFailure(result)) return pretended(result, [], 0);
  const calls = [...ports.calls, ...result.published.map(eventCall)];
  const slowMs = failure?.kind === 'slow' ? slownessOf(failure) : 0;
  const timeoutMs = call.compiled.timeoutMs;
  if (slowMs >= timeoutMs) {
    const told = toldAs(attempt, calls, 'injected');
    return pretended(withOutcome(result, { kind: 'failed', failure: timedOut(timeoutMs) }), told, timeoutMs);
  }
  // Slower than the node waits for an answer: it has met that itself.
  if (slowMs > 0 && ports.waitedMs > 0) return pretended(result, toldAs(attempt, calls, 'injected'), ports.waitedMs);
  if (failure !== undefined && failure.kind !== 'slow') return failed(result, ports, { ...attempt, failure });
  if (mock !== undefined) return mocked(result, toldAs(attempt, calls, mock.source), { mock, call, slowMs });
  if (!ports.isTouched) return pretended(result, calls.length > 0 ? toldAs(attempt, calls, 'itself') : [], slowMs);
  return missing(result, calls, { attempt, slowMs });
}

/** The node met the failure itself; one that reached for nothing fails as a whole. */
function failed(
  result: NodeResult,
  ports: SimulatedPorts,
  attempt: Attempt & { readonly failure: InjectedFailure },
): SimulatedResult {
  const { failure, call } = attempt;
  const usualMs = failure.kind === 'timeout' ? Math.min(ports.waitedMs || Infinity, call.compiled.timeoutMs) : 0;
  const delayMs = failure.delayMs ?? usualMs;
  const told = toldAs(attempt, ports.calls, 'injected');
  if (ports.isTouched) return pretended(result, told, delayMs);
  const outcome = { kind: 'failed' as const, failure: injectedFailure(failure) };
  return pretended(withOutcome(result, outcome), told, delayMs);
}

function mocked(
  result: NodeResult,
  calls: readonly SimulatedCall[],
  { mock, call, slowMs }: { readonly mock: NodeMock; readonly call: NodeCall; readonly slowMs: number },
): SimulatedResult {
  const chosen = mock.attempts[Math.min(call.attempt, mock.attempts.length) - 1] as MockedAttempt;
  return pretended(withOutcome(result, outcomeOf(chosen)), calls, slowMs + (chosen.delayMs ?? 0));
}

function outcomeOf(chosen: MockedAttempt): Outcome {
  if ('ports' in chosen) return { kind: 'output', ports: chosen.ports };
  const { retryAfterMs, httpStatus, details, ...error } = chosen.error;
  return {
    kind: 'failed',
    failure: {
      ...error,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(httpStatus === undefined ? {} : { httpStatus }),
      ...(details === undefined ? {} : { details }),
    },
  };
}

function missing(
  result: NodeResult,
  calls: readonly SimulatedCall[],
  { attempt, slowMs }: { readonly attempt: Attempt; readonly slowMs: number },
): SimulatedResult {
  const { script, call } = attempt;
  if (script.missing === 'schema') {
    // With an empty answer the node has made something of it by itself.
    const outcome: Outcome =
      hasNoSchema(call.compiled) && result.outcome.kind === 'output'
        ? result.outcome
        : { kind: 'output', ports: { [firstPort(call.compiled)]: madeUp(call.compiled) } };
    return pretended(withOutcome(result, outcome), toldAs(attempt, calls, 'schema'), slowMs);
  }
  const outcome = { kind: 'failed' as const, failure: mockMissing(call.compiled, calls[0]) };
  return pretended(withOutcome(result, outcome), toldAs(attempt, calls, 'missing'), slowMs);
}

function crashed(attempt: Attempt): SimulatedResult {
  const { call, failure } = attempt;
  const { node } = call.compiled;
  const place = call.view.loop === undefined ? {} : { path: call.view.loop.path };
  return {
    ...{ nodeId: node.id, ...place, attempt: call.attempt, outcome: { kind: 'aborted' } },
    ...{ startedAtMs: call.view.nowMs, durationMs: 0, logs: [], published: [] },
    simulated: { calls: toldAs(attempt, [], 'injected'), delayMs: failure?.delayMs ?? 0, crashed: true },
  };
}

/** The calls with what the node was told to do, and what stood in for the world. One that says it of the node when there is none. */
function toldAs({ call }: Attempt, calls: readonly SimulatedCall[], answeredBy: string): SimulatedCall[] {
  const params = paramsOf(call);
  const known = { ...(params ? { params } : {}), answeredBy };
  const told = calls.length > 0 ? calls : [{ kind: 'node', type: call.compiled.node.type }];
  return told.map((each) => ({ ...each, ...known }) as SimulatedCall);
}

function paramsOf(call: NodeCall): JsonObject | undefined {
  try {
    return shownParams(call.compiled.params.for(new NodeContext(call).scope()));
  } catch {
    return undefined;
  }
}

function genuine(result: NodeResult): SimulatedResult {
  return { ...result, simulated: { calls: [], delayMs: 0 } };
}

/** A simulated node takes the time that it is said to take, and publishes nothing. */
function pretended(result: NodeResult, calls: readonly SimulatedCall[], delayMs: number): SimulatedResult {
  return { ...result, durationMs: delayMs, published: [], simulated: { calls, delayMs } };
}

function withOutcome(result: NodeResult, outcome: NodeResult['outcome']): NodeResult {
  return { ...result, outcome };
}

function isParamFailure({ outcome }: NodeResult): boolean {
  return outcome.kind === 'failed' && PARAM_FAILURES.has(outcome.failure.code);
}

function eventCall({ name, payload }: NodeResult['published'][number]): SimulatedCall {
  return { kind: 'event', name, payload };
}

function effectOfNode({ implementation, node }: CompiledNode): ReturnType<typeof effectOf> {
  return implementation === undefined ? 'none' : effectOf(implementation.definition, node);
}

function firstPort({ implementation }: CompiledNode): string {
  return implementation?.definition.outputs[0]?.id ?? MAIN_PORT;
}

function hasNoSchema({ implementation }: CompiledNode): boolean {
  return implementation?.definition.output === undefined;
}

function madeUp({ implementation }: CompiledNode): Json {
  const schema = implementation?.definition.output;
  return (schema && sampleOf(jsonSchemaOf(schema))) ?? {};
}

function mockMissing({ node }: CompiledNode, call: SimulatedCall | undefined): RecordedFailure {
  const message =
    `“${node.label || node.id}” would have ${wordsOf(call)}, and there is no mock for it. ` +
    'Add a mock with its output, or let outputs be made up from their schema.';
  return { code: 'MOCK_MISSING', fault: 'user', message, ...(call ? { details: { call } } : {}) };
}

function wordsOf(call: SimulatedCall | undefined): string {
  switch (call?.kind) {
    case 'http':
      return `sent ${String(call['method'])} ${String(call['url'])}`;
    case 'connection':
      return `connected to ${String(call['host'])}:${String(call['port'])}`;
    case 'storage':
      return `used the value “${String(call['key'])}” of the workspace`;
    case 'workflow':
      return `started the workflow ${String(call['workflowId'])}`;
    default:
      return 'acted on the world outside';
  }
}
