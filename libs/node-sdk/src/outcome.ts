import type { Json } from '@millrace/workflow-model';

/** Whose fault a failure is: the person who configured the node, the world for a moment, or our code. */
export type Fault = 'user' | 'transient' | 'bug';

/** A failure as it is recorded and shown. Never holds a secret or a stack trace. */
export interface NodeFailure {
  /** Stable, upper snake case, such as `HTTP_STATUS`. */
  readonly code: string;
  /** Only `transient` failures are tried again. */
  readonly fault: Fault;
  /** One sentence: what happened and how to mend it. */
  readonly message: string;
  /** Milliseconds that the other side asked to wait. */
  readonly retryAfterMs?: number;
  /** Further facts for the error port and the error panel. */
  readonly details?: Json;
  /** What the other side answered, when it was HTTP: the error port hands it on. */
  readonly httpStatus?: number;
  /** Something that all nodes need is away: tried again for a day, whatever the settings of the node say. Not for a node's own service. */
  readonly outage?: true;
}

/** What a run waits for. Due times are ISO 8601 instants in UTC. */
export type Wait =
  | {
      readonly kind: 'timer';
      readonly until: string;
      /**
       * What the node has to know when it goes on, such as the id of a job at a service: kept in the run, at most 64 KiB of
       * JSON, and handed back in the wake. Never a secret.
       */
      readonly state?: Json;
    }
  | {
      readonly kind: 'event';
      readonly name: string;
      readonly correlation?: string;
      readonly timeoutAt?: string;
      /** What people see while the run waits, such as the message of an approval. */
      readonly prompt?: Json;
    };

/** What ended a wait. */
export type Wake =
  | { readonly kind: 'timer'; readonly state?: Json }
  | { readonly kind: 'event'; readonly name: string; readonly payload: Json; readonly from?: string }
  | { readonly kind: 'timeout' }
  /** All turns that the node asked for are over; `ctx.turns` tells what they gave. */
  | { readonly kind: 'turns' };

/** Turns of the node's body, one for each item; after earlier ones when the node has asked before. */
export interface Iteration {
  readonly items: readonly Json[];
  /** Turns that go on at the same time, from 1. */
  readonly concurrency: number;
  /** What becomes of the other turns when one fails: no further one begins, or all have their turn. */
  readonly onTurnError: 'stop' | 'continue';
}

/** What a turn came to. */
export type TurnResult =
  | { readonly turn: number; readonly item: Json; readonly ok: true; readonly output: Json }
  | {
      readonly turn: number;
      readonly item: Json;
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string; readonly details?: Json };
    };

/** The answer that a waiting webhook caller gets. `body` is text, or JSON to be written as such. */
export interface WebhookResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

export interface OutputOutcome {
  readonly kind: 'output';
  /** Value for each output port that becomes live; the others die. */
  readonly ports: Readonly<Record<string, Json>>;
  /** Answers the webhook call that started the run, if one still waits. */
  readonly response?: WebhookResponse;
}

export type Outcome =
  | OutputOutcome
  | { readonly kind: 'failed'; readonly failure: NodeFailure }
  | { readonly kind: 'suspended'; readonly wait: Wait }
  | ({ readonly kind: 'iterate' } & Iteration);

/** Makes `port` live with `value`. */
export function output(value: Json, port = 'main'): OutputOutcome {
  return { kind: 'output', ports: { [port]: value } };
}

/** Ends the attempt with a failure. Throwing a {@link NodeError} does the same. */
export function failed(failure: NodeFailure): Outcome {
  return { kind: 'failed', failure };
}

/** Puts the run to sleep until `wait` is over; the executor's `resume` is called then. */
export function suspended(wait: Wait): Outcome {
  return { kind: 'suspended', wait };
}

/** Runs the node's body once for each item; the executor's `resume` is called when all turns are over. */
export function iterate(iteration: Iteration): Outcome {
  return { kind: 'iterate', ...iteration };
}

/** Thrown by executors where returning a failure would be clumsy. */
export class NodeError extends Error {
  readonly failure: NodeFailure;

  constructor(failure: NodeFailure, options?: { cause?: unknown }) {
    super(failure.message, options);
    this.name = 'NodeError';
    this.failure = failure;
  }
}
