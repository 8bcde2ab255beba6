import type { Json, JsonObject } from '@millrace/workflow-model';
import type {
  ActionsPort,
  CancelSignal,
  HttpPort,
  HttpRequest,
  HttpResponse,
  LogLevel,
  NetPort,
  NodeInput,
  RunContext,
  SandboxPort,
} from '../context';
import type { ResolvedCredential } from '../credential';
import type { NodeDefinition, NodeImplementation } from '../definition';
import { NodeError, failed } from '../outcome';
import type { NodeFailure, Outcome, TurnResult, Wake } from '../outcome';
import { evaluateTrial } from './evaluate';
import { MemoryStorage } from './memory-storage';
import { RecordingHttp } from './recording-http';
import type { HttpHandler } from './recording-http';
import { ScriptedSandbox } from './scripted-sandbox';
import { TestSignal } from './test-signal';

/** Everything around the node under test; all of it optional. */
export interface NodeTrial {
  /** The config as it stands in a document: literals, templates, expressions. */
  readonly params?: JsonObject;
  /** Merged output of the parents; `{}` when absent. */
  readonly input?: Json;
  /** The same apart; one edge from `Parent` that carries `input` when absent. */
  readonly inputs?: readonly NodeInput[];
  readonly trigger?: Json;
  /** Data of finished nodes by alias: roots of templates, and `ctx.nodes`. */
  readonly nodes?: JsonObject;
  /** Further roots of templates, such as `vars`. */
  readonly roots?: JsonObject;
  readonly http?: HttpHandler | readonly HttpResponse[] | HttpPort;
  readonly sandbox?: SandboxPort;
  readonly storage?: JsonObject | MemoryStorage;
  readonly signal?: CancelSignal;
  /** Milliseconds since the epoch; 2026-01-15T10:00:00Z when absent. */
  readonly nowMs?: number;
  readonly attempt?: number;
  readonly timezone?: string;
  readonly label?: string;
  /** Accounts by slot, as `testCredential` makes them. */
  readonly credentials?: Readonly<Record<string, ResolvedCredential>>;
  readonly net?: NetPort;
  readonly actions?: ActionsPort;
  /** What earlier turns gave. */
  readonly turns?: readonly TurnResult[];
  /** Calls `resume` with this instead of `run`. */
  readonly wake?: Wake;
}

export interface LoggedLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields?: JsonObject;
}

export interface PublishedEvent {
  readonly name: string;
  readonly payload: Json;
}

export interface NodeTrialResult {
  readonly outcome: Outcome;
  /** Whether the node answered without a promise. */
  readonly synchronous: boolean;
  /** Value on port `main`, or undefined when that port is not live. */
  readonly main: Json | undefined;
  /** The failure, or undefined when the node did not fail. */
  readonly failure: NodeFailure | undefined;
  /** Live ports in the order they were given; empty when failed or suspended. */
  readonly livePorts: readonly string[];
  readonly logs: readonly LoggedLine[];
  readonly published: readonly PublishedEvent[];
  /** What `ctx.progress` was told. */
  readonly progress: readonly JsonObject[];
  /** Requests through `ctx.http`, when the trial used handlers or responses. */
  readonly requests: readonly HttpRequest[];
  readonly storage: MemoryStorage;
}

/**
 * Runs a node as the runner would: evaluates the config (but not `rawParams`), parses it with the node's schema, calls
 * `run` (or `resume` when a wake is given). A NodeError becomes a failed outcome; any other exception is thrown.
 */
export async function testNode(implementation: NodeImplementation, trial: NodeTrial = {}): Promise<NodeTrialResult> {
  const storage = trial.storage instanceof MemoryStorage ? trial.storage : new MemoryStorage(trial.storage);
  const http = httpOf(trial);
  const logs: LoggedLine[] = [];
  const published: PublishedEvent[] = [];
  const progress: JsonObject[] = [];
  const ctx = contextOf(implementation.definition, trial, { http, storage, logs, published, progress });
  const { outcome, synchronous } = await attempted(implementation, ctx, trial.wake);
  return {
    outcome,
    synchronous,
    main: outcome.kind === 'output' ? outcome.ports['main'] : undefined,
    failure: outcome.kind === 'failed' ? outcome.failure : undefined,
    livePorts: outcome.kind === 'output' ? Object.keys(outcome.ports) : [],
    logs,
    published,
    progress,
    requests: http instanceof RecordingHttp ? http.requests : [],
    storage,
  };
}

async function attempted(
  implementation: NodeImplementation,
  ctx: RunContext,
  wake: Wake | undefined,
): Promise<{ outcome: Outcome; synchronous: boolean }> {
  let synchronous = true;
  try {
    const params = parsedParams(implementation.definition, ctx);
    const answer = called(implementation, ctx, params, wake);
    synchronous = !(answer instanceof Promise);
    return { outcome: await answer, synchronous };
  } catch (error) {
    if (!(error instanceof NodeError)) throw error;
    return { outcome: failed(error.failure), synchronous };
  }
}

function called(
  implementation: NodeImplementation,
  ctx: RunContext,
  params: Record<string, unknown>,
  wake: Wake | undefined,
): Outcome | Promise<Outcome> {
  if (wake === undefined) return implementation.run(ctx, params);
  if (implementation.resume !== undefined) return implementation.resume(ctx, params, wake);
  return { kind: 'output', ports: { main: wake.kind === 'event' ? wake.payload : null } };
}

function parsedParams(definition: NodeDefinition, ctx: RunContext): Record<string, unknown> {
  const raw = new Set(definition.rawParams ?? []);
  const evaluated = Object.entries(ctx.rawParams).map(([name, value]) => [
    name,
    raw.has(name) ? value : ctx.evaluate(value),
  ]);
  const result = definition.params.safeParse(Object.fromEntries(evaluated));
  if (result.success) return result.data;
  const message = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new NodeError({ code: 'INVALID_PARAMS', fault: 'user', message });
}

interface Sinks {
  readonly http: HttpPort;
  readonly storage: MemoryStorage;
  readonly logs: LoggedLine[];
  readonly published: PublishedEvent[];
  readonly progress: JsonObject[];
}

function contextOf(definition: NodeDefinition, trial: NodeTrial, sinks: Sinks): RunContext {
  const nowMs = trial.nowMs ?? Date.parse('2026-01-15T10:00:00.000Z');
  const label = trial.label ?? definition.title;
  const alias = label.replace(/[^\p{L}\p{N}_]/gu, '');
  const input = trial.input === undefined ? {} : trial.input;
  const scope = { nodes: trial.nodes ?? {}, roots: rootsOf(trial, input, nowMs) };
  return {
    execution: executionOf(trial, nowMs),
    node: { id: 'node-1', label, alias, type: definition.type },
    attempt: trial.attempt ?? 1,
    idempotencyKey: 'execution-1:node-1:0',
    signal: trial.signal ?? new TestSignal(),
    nowMs,
    input,
    inputs: trial.inputs ?? [inputOf(input)],
    trigger: trial.trigger === undefined ? {} : trial.trigger,
    turns: trial.turns ?? [],
    nodes: trial.nodes ?? {},
    rawParams: trial.params ?? {},
    evaluate: (param, roots) => evaluateTrial(param, { ...scope, roots: { ...scope.roots, ...roots } }),
    log: (level, message, fields) => {
      sinks.logs.push({ level, message, ...(fields === undefined ? {} : { fields }) });
    },
    http: sinks.http,
    storage: sinks.storage,
    sandbox: trial.sandbox ?? new ScriptedSandbox(),
    net: trial.net ?? { pin: async (host, port) => ({ host, address: host, port }) },
    actions: trial.actions ?? noActions,
    credential: async (slot = 'account') => trial.credentials?.[slot],
    progress: (update) => {
      sinks.progress.push(update);
    },
    publish: (name, payload) => {
      sinks.published.push({ name, payload });
    },
  };
}

const noActions: ActionsPort = {
  call: async ({ type }) => {
    throw new Error(`The test has no answer for the action "${type}".`);
  },
  runWorkflow: async ({ workflowId }) => {
    throw new Error(`The test has no answer for the workflow "${workflowId}".`);
  },
  startWorkflow: async ({ workflowId }) => {
    throw new Error(`The test has no answer for the workflow "${workflowId}".`);
  },
  cancelWorkflow: async () => undefined,
};

function rootsOf(trial: NodeTrial, input: Json, nowMs: number): JsonObject {
  return {
    trigger: trial.trigger === undefined ? {} : trial.trigger,
    input,
    execution: { id: 'execution-1', startedAt: new Date(nowMs).toISOString() },
    workflow: { id: 'workflow-1', name: 'Test workflow', version: '1.0.0' },
    vars: {},
    now: new Date(nowMs).toISOString(),
    ...trial.roots,
  };
}

function executionOf(trial: NodeTrial, nowMs: number): RunContext['execution'] {
  return {
    id: 'execution-1',
    workspaceId: 'workspace-1',
    workflowId: 'workflow-1',
    workflowName: 'Test workflow',
    startedAt: new Date(nowMs).toISOString(),
    timezone: trial.timezone ?? 'UTC',
  };
}

function inputOf(value: Json): NodeInput {
  return { nodeId: 'parent', alias: 'Parent', sourceHandle: 'main', targetHandle: 'main', value };
}

function httpOf(trial: NodeTrial): HttpPort {
  const http = trial.http ?? [];
  if (typeof http === 'function' || Array.isArray(http)) return new RecordingHttp(http);
  return http as HttpPort;
}
