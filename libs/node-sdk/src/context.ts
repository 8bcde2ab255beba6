import type { Json, JsonObject } from '@millrace/workflow-model';
import type { ResolvedCredential } from './credential';
import type { TurnResult } from './outcome';

/** The part of AbortSignal that executors need; the real one fits. */
export interface CancelSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** One live incoming edge and what came through it. */
export interface NodeInput {
  readonly nodeId: string;
  readonly alias: string;
  readonly sourceHandle: string;
  readonly targetHandle: string;
  readonly value: Json;
}

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds for the whole exchange; 60_000 when absent. */
  readonly timeoutMs?: number;
  /** Redirects that are followed; 5 when absent, 0 to get the 3xx itself. */
  readonly maxRedirects?: number;
  /** Bytes after which the answer is refused; 16 MiB when absent. */
  readonly maxBytes?: number;
  /** Authenticates the request, and is not sent on to another origin. Its owner decides which hosts it may go to. */
  readonly credential?: ResolvedCredential;
}

export interface HttpResponse {
  readonly status: number;
  /** Lower-case names; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Address after redirects. */
  readonly url: string;
}

/** An answer that is read while it arrives. */
export interface HttpStream {
  readonly status: number;
  /** Lower-case names; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Address after redirects. */
  readonly url: string;
  /** Decoded bytes; leaving the loop early closes the connection. Counts against the request's `maxBytes`. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** The only way out. Guards against addresses inside the network, adds the Idempotency-Key and obeys the node's signal. */
export interface HttpPort {
  /** @throws NodeError `HTTP_BLOCKED_ADDRESS`, `HTTP_TIMEOUT`, `HTTP_CONNECTION`, `HTTP_TOO_LARGE`, `HTTP_INVALID_URL` */
  request(request: HttpRequest): Promise<HttpResponse>;
  /** The same, answered as soon as the headers are there. @throws NodeError as `request` does */
  stream(request: HttpRequest): Promise<HttpStream>;
}

/** For protocols other than HTTP: tells where a connection may go, under the same rules. */
export interface NetPort {
  /**
   * Resolves a host once and checks every address. Connect to `address`, verify certificates against `host`.
   * @throws NodeError `NET_BLOCKED_ADDRESS`, `NET_UNKNOWN_HOST`, or `CREDENTIAL_HOST_FORBIDDEN` when the credential may not go there
   */
  pin(
    host: string,
    port: number,
    credential?: ResolvedCredential,
  ): Promise<{ host: string; address: string; port: number }>;
}

/** A node that another node, such as an agent, performs as a tool. */
export interface ActionCall {
  readonly type: string;
  readonly params: JsonObject;
  /** Ids of credentials by slot. */
  readonly credentials?: Readonly<Record<string, string>>;
  /** Tells calls of one node apart in idempotency keys, such as `turn-2-call-1`. */
  readonly step: string;
}

/** A workflow that another node starts. */
export interface WorkflowCall {
  readonly workflowId: string;
  readonly input: Json;
  /** Tells calls of one node apart. */
  readonly step: string;
}

/** Lets a node do what other nodes and workflows do. */
export interface ActionsPort {
  /** Value of the live output port. @throws NodeError of the called node, or `ACTION_UNKNOWN`, `ACTION_NOT_ALLOWED` for triggers and nodes that wait */
  call(call: ActionCall): Promise<Json>;
  /** Starts a published workflow of this workspace and gives its output. @throws NodeError `WORKFLOW_NOT_FOUND`, `WORKFLOW_FAILED`, `DEPTH_EXCEEDED` */
  runWorkflow(request: WorkflowCall): Promise<Json>;
  /**
   * Starts a published workflow of this workspace and does not wait. With `awaited`, its end can be waited for: answer
   * `suspended(untilWorkflowEnds(executionId))`; it is cancelled when this run ends without it.
   * @throws NodeError `WORKFLOW_NOT_FOUND`, `DEPTH_EXCEEDED`
   */
  startWorkflow(request: WorkflowCall & { readonly awaited: boolean }): Promise<{ readonly executionId: string }>;
  /** Cancels a run that this node started; one that is over stays as it is. */
  cancelWorkflow(executionId: string): Promise<void>;
}

/** Durable values per workspace. Keys are at most 512 characters, values at most 1 MiB of JSON. */
export interface StoragePort {
  read(key: string): Promise<Json | undefined>;
  write(key: string, value: Json): Promise<void>;
  /** Whether there was something to delete. */
  delete(key: string): Promise<boolean>;
}

/** Untrusted JavaScript in a killable child process. */
export interface SandboxPort {
  /**
   * Runs `code` as the body of an async function whose parameters are the keys of `globals`.
   * @throws NodeError `CODE_ERROR`, `CODE_TIMEOUT`, `CODE_MEMORY`, `CODE_OUTPUT_TOO_LARGE`
   */
  run(request: SandboxRequest): Promise<SandboxResult>;
}

export interface SandboxRequest {
  readonly code: string;
  readonly globals: JsonObject;
  /** Milliseconds; at most 10_000. */
  readonly timeoutMs?: number;
  /** Stops the script when it fires. */
  readonly signal?: CancelSignal;
}

export interface SandboxResult {
  /** What the code returned; null for undefined. */
  readonly value: Json;
  readonly logs: readonly { readonly level: LogLevel; readonly message: string }[];
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What an executor may know and do. Capabilities are handed in, so a node can be tried without a server. */
export interface RunContext {
  readonly execution: {
    readonly id: string;
    readonly workspaceId: string;
    readonly workflowId: string;
    readonly workflowName: string;
    /** When the run started, ISO 8601. */
    readonly startedAt: string;
    /** IANA zone of the workflow. */
    readonly timezone: string;
  };
  readonly node: { readonly id: string; readonly label: string; readonly alias: string; readonly type: string };
  /** 1 for the first try. */
  readonly attempt: number;
  /** Same for every try of this node in this run: `<execution>:<node>:<path>`. */
  readonly idempotencyKey: string;
  readonly signal: CancelSignal;
  /** Milliseconds since the epoch; the only clock that executors read. */
  readonly nowMs: number;
  /** Merged outputs of the parents; later parents in edge order win. */
  readonly input: Json;
  /** The same outputs apart, in edge order. */
  readonly inputs: readonly NodeInput[];
  /** Payload that started the run. */
  readonly trigger: Json;
  /** What the turns that this node asked for gave, by number; empty before its first. */
  readonly turns: readonly TurnResult[];
  /** Data of every finished node by alias. */
  readonly nodes: JsonObject;
  /** The params as they stand in the document. */
  readonly rawParams: JsonObject;
  /**
   * Evaluates a literal, template or expression in this node's scope, with more roots if given.
   * @throws NodeError `EXPRESSION_ERROR` naming what is wrong
   */
  evaluate(param: Json, roots?: JsonObject): Json;
  log(level: LogLevel, message: string, fields?: JsonObject): void;
  readonly http: HttpPort;
  readonly storage: StoragePort;
  readonly sandbox: SandboxPort;
  readonly net: NetPort;
  readonly actions: ActionsPort;
  /**
   * The account in a slot of this node, or undefined when none was chosen.
   * @throws NodeError `CREDENTIAL_NOT_FOUND`, `CREDENTIAL_FORBIDDEN`, `CREDENTIAL_TYPE_MISMATCH`, `CREDENTIAL_RECONNECT`, or `SECRETS_UNAVAILABLE` (transient)
   */
  credential(slot?: string): Promise<ResolvedCredential | undefined>;
  /** Shows people who watch what is going on, such as text as it is written. Not kept; may be dropped when too frequent. */
  progress(update: JsonObject): void;
  /** Publishes an event inside the workspace; committed together with this node's result. */
  publish(name: string, payload: Json): void;
}
