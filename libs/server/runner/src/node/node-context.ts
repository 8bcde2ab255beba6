import { compileParam } from '@millrace/expression';
import type {
  ActionsPort,
  HttpPort,
  LogLevel,
  NetPort,
  NodeInput,
  ResolvedCredential,
  RunContext,
  SandboxPort,
  StoragePort,
  TurnResult,
} from '@millrace/node-sdk';
import { newId } from '@millrace/server-platform';
import type { SecretMask } from '@millrace/server-credentials';
import type { PublishedRow } from '@millrace/server-executions';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { asJson } from './json-value';
import type { CompiledNode } from './compiled-workflow';
import { accountMissing } from './node-failure';
import { expressionFailure } from './node-params';
import type { NodeCapabilities } from './node-ports';
import type { RunView } from './run-values';
import { RunScope, finishedNodes, inputOf, inputsOf, outermost, valueOf } from './run-values';
import { turnResults } from './loop-views';

/** Log lines that one attempt may record. */
const MOST_LINES = 200;
const LONGEST_LINE = 10_000;

/** A line that a node logged. */
export interface NodeLogLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields?: JsonObject;
}

/** One attempt of one node. */
export interface NodeCall {
  readonly view: RunView;
  readonly compiled: CompiledNode;
  readonly attempt: number;
  readonly workspaceId: string;
  readonly workflowId: string | null;
  readonly versionId: string;
  readonly ports: NodeCapabilities;
  /** Knows the secrets that the run has used in this process; they are taken out of whatever is kept. */
  readonly mask: SecretMask;
  /** Aborts when the attempt is to stop. */
  readonly controller: AbortController;
  /** Names what is done for another node; absent for nodes of the graph. */
  readonly step?: string;
}

/** What a node may know and do. Everything that costs something is built when it is asked for. */
export class NodeContext implements RunContext {
  readonly logs: NodeLogLine[] = [];
  readonly published: PublishedRow[] = [];
  private knownInputs: readonly NodeInput[] | undefined;
  private knownInput: Json | undefined;

  constructor(private readonly call: NodeCall) {}

  get execution(): RunContext['execution'] {
    const { view, workspaceId, workflowId } = this.call;
    const { document } = view.workflow;
    return {
      id: view.executionId,
      workspaceId,
      workflowId: workflowId ?? document.id,
      workflowName: document.name,
      startedAt: new Date(outermost(view).state.startedAtMs ?? view.nowMs).toISOString(),
      timezone: document.settings.timezone,
    };
  }

  get node(): RunContext['node'] {
    const { node, alias } = this.call.compiled;
    return { id: node.id, label: node.label, alias, type: node.type };
  }

  get attempt(): number {
    return this.call.attempt;
  }

  get idempotencyKey(): string {
    const { view, compiled, step } = this.call;
    const key = `${view.executionId}:${compiled.node.id}:${view.loop?.path ?? '0'}`;
    return step === undefined ? key : `${key}:${step}`;
  }

  get signal(): AbortSignal {
    return this.call.controller.signal;
  }

  get nowMs(): number {
    return this.call.view.nowMs;
  }

  get inputs(): readonly NodeInput[] {
    return (this.knownInputs ??= inputsOf(this.call.view, this.call.compiled.node.id));
  }

  get input(): Json {
    return (this.knownInput ??= inputOf(this.call.view, this.call.compiled.node.id, this.inputs));
  }

  get trigger(): Json {
    const { state, payloads } = outermost(this.call.view);
    return valueOf(state.trigger, payloads);
  }

  get turns(): readonly TurnResult[] {
    return turnResults(this.call.view, this.call.compiled.node.id);
  }

  get nodes(): JsonObject {
    return finishedNodes(this.call.view);
  }

  get rawParams(): JsonObject {
    return this.call.compiled.node.config;
  }

  get http(): HttpPort {
    return this.call.ports.httpFor(this.idempotencyKey, this.signal, this.call.mask);
  }

  get storage(): StoragePort {
    return this.call.ports.storageFor(this.call.workspaceId);
  }

  get sandbox(): SandboxPort {
    return this.call.ports.sandboxFor(this.signal);
  }

  get net(): NetPort {
    return this.call.ports.netFor();
  }

  get actions(): ActionsPort {
    const { call, logs, published } = this;
    return call.ports.actionsFor({ call, logs, published });
  }

  async credential(slot = 'account'): Promise<ResolvedCredential | undefined> {
    const { compiled, ports, view, workspaceId, workflowId, versionId, mask } = this.call;
    const place = compiled.slots.find(({ id }) => id === slot);
    const types = place?.types ?? [];
    const credentialId = compiled.node.credentials?.[slot];
    const nodeId = compiled.node.id;
    const found = await ports.credentialFor({
      ...{ workspaceId, executionId: view.executionId, nodeId, versionId },
      ...{ credentialId, types, mask, mayComeWithRun: workflowId === null },
    });
    if (found === undefined && place?.required === true) throw accountMissing(place);
    return found;
  }

  progress(update: JsonObject): void {
    const { ports, view, mask } = this.call;
    // Rounds of a loop run side by side under one node.
    const told = view.loop === undefined ? update : { ...update, path: view.loop.path };
    ports.progressOf(view.executionId, this.node.id, mask.json(asJson(told) as JsonObject));
  }

  /** Roots that templates of this node see. */
  scope(roots?: JsonObject): RunScope {
    return new RunScope(this.call.view, () => this.input, roots);
  }

  evaluate(param: Json, roots?: JsonObject): Json {
    try {
      return compileParam(param).evaluate(this.scope(roots));
    } catch (error) {
      throw expressionFailure(error);
    }
  }

  log(level: LogLevel, message: string, fields?: JsonObject): void {
    if (this.logs.length >= MOST_LINES) return;
    const line = { level, message: asJson(String(message).slice(0, LONGEST_LINE)) as string };
    this.logs.push(fields === undefined ? line : { ...line, fields: asJson(fields) as JsonObject });
  }

  publish(name: string, payload: Json): void {
    this.published.push({ id: newId(), name, payload: asJson(payload) });
  }
}
