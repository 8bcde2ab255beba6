import type { Json } from '@millrace/workflow-model';

/** A value in an event: inline, or in the payload table when it is large. */
export type ValueRef =
  { readonly value: Json } | { readonly payloadId: string; readonly bytes: number; readonly preview?: Json };

/** Why an attempt, a node or a run failed. Never holds a secret or a stack trace. */
export interface RecordedFailure {
  readonly code: string;
  readonly fault: 'user' | 'transient' | 'bug';
  readonly message: string;
  readonly retryAfterMs?: number;
  readonly details?: Json;
  /** What the other side answered, when it was HTTP. */
  readonly httpStatus?: number;
  /** Something that all nodes need is away: the node is tried again for a day, whatever its settings say. */
  readonly outage?: true;
}

/** What a node or run waits for; instants are ISO 8601 in UTC. */
export type RecordedWait =
  | {
      readonly kind: 'timer';
      readonly until: string;
      /** What the node keeps over the wait. */
      readonly state?: Json;
    }
  | {
      readonly kind: 'event';
      readonly name: string;
      readonly correlation?: string;
      readonly timeoutAt?: string;
      readonly prompt?: Json;
    };

/** What ended a wait. */
export type RecordedWake =
  /** `state` is in no event: it is that of the wait, put in when the event is folded. */
  | { readonly kind: 'timer'; readonly state?: Json }
  | { readonly kind: 'timeout' }
  | {
      readonly kind: 'event';
      readonly name: string;
      /** Null when it is large: then it is `stored`. */
      readonly payload: Json;
      readonly stored?: { readonly payloadId: string; readonly bytes: number };
      readonly from?: string;
      /** In a run that only pretends: nobody said what comes, and something had to. */
      readonly assumed?: true;
    }
  /** All turns that the node asked for are over, or one failed and no further one is to begin. */
  | { readonly kind: 'turns' };

/** What becomes of the other turns when one fails: no further one begins, or all have their turn. */
export type TurnErrorPolicy = 'stop' | 'continue';

/** Where a result comes from that the run did not work out itself: another run of the workflow, or a pinned output. */
export type ReuseSource = { readonly executionId: string } | 'pin';

/** The result of a node that is known before the run: the node is not run, but completes with this when its turn comes. */
export interface ReusedResult {
  /** Value per live output port. */
  readonly ports: Readonly<Record<string, ValueRef>>;
  readonly from: ReuseSource;
  /** As in `node.completed`: it failed there, and its settings said to go on. */
  readonly error?: RecordedFailure;
  readonly disabled?: true;
}

/**
 * What a run, or a turn of a loop within it, knows before it begins: it is a fork of another run. By ids of nodes.
 */
export interface Foreknown {
  /** Results that are known already. */
  readonly reuse?: Readonly<Record<string, ReusedResult>>;
  /** By node, then by its parent: what the node is given in place of what the parent worked out. Nobody else sees it. */
  readonly inputs?: Readonly<Record<string, Readonly<Record<string, ValueRef>>>>;
  /** Of loops that run again: what is known of their turns. */
  readonly loops?: Readonly<Record<string, ForeknownTurns>>;
  /** Of a turn: what it is about in place of what its list says. */
  readonly item?: ValueRef;
}

/** What is known of the turns of a loop. A turn knows its part only when it is about the same item as then. */
export interface ForeknownTurns {
  /** What the turns were about: lists in the order in which they were asked for, each with the number of its first turn. */
  readonly items: readonly { readonly from: number; readonly ref: ValueRef }[];
  /** By the number of the turn; those that are not there know nothing. */
  readonly turns: Readonly<Record<string, Foreknown>>;
}

/** Makes a run one that only pretends: nothing outside is touched, and its clock moves only when there is nothing else to do. */
export interface Simulation {
  readonly kind: 'test' | 'dry-run';
  /** What its clock shows at its start; milliseconds since the epoch. */
  readonly startMs: number;
  /** A `SimulationScript` of workflow-model. */
  readonly script: ValueRef;
}

/**
 * Facts of a run, in the order of `seq`. The log of these is the truth; everything else is derived. `path` says in which
 * turn of which loop something happened, such as `each/3` or `each/3/inner/0`; absent outside of loops.
 */
export type ExecutionEventBody = Fact & { readonly path?: string };

type Fact =
  | (Foreknown & {
      readonly type: 'workflow.started';
      /** Trigger node whose output the run begins with. */
      readonly triggerNodeId: string;
      readonly trigger: ValueRef;
      /** Nodes of the graph, so that a history alone can be understood. */
      readonly nodeCount: number;
      /** Ids of the nodes that take part in a partial run; the others do not exist for it. All that the trigger reaches when absent. */
      readonly only?: readonly string[];
      /** Breakpoints: ids of the nodes before which the run is paused, each once. */
      readonly pauseBefore?: readonly string[];
      readonly simulation?: Simulation;
    })
  /** Of a simulated run: its clock shows this from now on, in milliseconds since the epoch. */
  | { readonly type: 'clock.moved'; readonly toMs: number }
  /** Of a simulated run: what the node would have done to the world. Without secrets. */
  | { readonly type: 'call.simulated'; readonly nodeId: string; readonly attempt: number; readonly call: Json }
  | { readonly type: 'node.started'; readonly nodeId: string; readonly attempt: number; readonly input?: ValueRef }
  | {
      readonly type: 'node.completed';
      readonly nodeId: string;
      readonly attempt: number;
      /** Value per live output port. */
      readonly ports: Readonly<Record<string, ValueRef>>;
      /** Milliseconds since the epoch; pure nodes have no `node.started` of their own. */
      readonly startedAtMs: number;
      readonly durationMs: number;
      readonly input?: ValueRef;
      readonly response?: {
        readonly status: number;
        readonly headers: Readonly<Record<string, string>>;
        readonly body: Json;
      };
      /** Passed through because the node is disabled. */
      readonly disabled?: true;
      /** Failed, and the node's settings say to go on: `error` tells why, the live port says where. */
      readonly error?: RecordedFailure;
    }
  /** The node was not run: its result was known before. */
  | ({ readonly type: 'node.reused'; readonly nodeId: string } & ReusedResult)
  | {
      readonly type: 'node.retrying';
      readonly nodeId: string;
      /** The attempt that failed. */
      readonly attempt: number;
      readonly error: RecordedFailure;
      /** ISO 8601; the next attempt starts then, never before. */
      readonly retryAt: string;
    }
  | {
      readonly type: 'node.failed';
      readonly nodeId: string;
      readonly attempt: number;
      readonly error: RecordedFailure;
      readonly startedAtMs: number;
      readonly durationMs: number;
      readonly input?: ValueRef;
    }
  /** The worker ended during the attempt; its outcome is unknown and the node runs again. */
  | {
      readonly type: 'node.interrupted';
      readonly nodeId: string;
      readonly attempt: number;
      /** The worker was told to stop, or the database was away: no sign that the node kills its workers. */
      readonly handedOver?: true;
    }
  | {
      readonly type: 'node.skipped';
      readonly nodeId: string;
      readonly reason: 'dead-path' | 'run-failed' | 'run-cancelled';
    }
  | { readonly type: 'node.cancelled'; readonly nodeId: string; readonly attempt: number }
  | {
      readonly type: 'node.waiting';
      readonly nodeId: string;
      readonly attempt: number;
      readonly wait: RecordedWait;
      readonly startedAtMs: number;
      readonly input?: ValueRef;
    }
  /**
   * The node asks for turns of its body, one for each item; more when it has asked before. It goes on when they are over.
   */
  | {
      readonly type: 'node.iterating';
      readonly nodeId: string;
      readonly attempt: number;
      /** A list. */
      readonly items: ValueRef;
      /** Its length. */
      readonly count: number;
      /** Turns that go on at the same time; at least 1. */
      readonly concurrency: number;
      readonly onTurnError: TurnErrorPolicy;
      readonly startedAtMs: number;
      readonly input?: ValueRef;
    }
  /** A turn of the node's body begins; `turn` counts from 0. */
  | { readonly type: 'turn.started'; readonly nodeId: string; readonly turn: number }
  | {
      readonly type: 'turn.finished';
      readonly nodeId: string;
      readonly turn: number;
      readonly status: 'completed' | 'failed' | 'cancelled';
      /** Nodes of the body whose main values make up the turn's result. */
      readonly outputFrom: readonly string[];
      readonly error?: RecordedFailure & { readonly nodeId?: string };
    }
  /** A wait is over; the node runs on with what ended it. */
  | { readonly type: 'node.woken'; readonly nodeId: string; readonly wake: RecordedWake }
  | {
      readonly type: 'workflow.cancel_requested';
      readonly by?: string;
      readonly reason?: string;
      readonly terminate?: true;
    }
  /** The run goes on with another version of its workflow; ids of versions. */
  | { readonly type: 'workflow.migrated'; readonly from: string; readonly to: string; readonly by?: string }
  /** The time for the whole run is used up; what still runs is aborted and the run fails. */
  | { readonly type: 'workflow.timed_out'; readonly timeoutMs: number }
  /** By somebody, or at the breakpoints of `before`: nodes that would have started. */
  | { readonly type: 'workflow.paused'; readonly by?: string; readonly before?: readonly string[] }
  | {
      readonly type: 'workflow.resumed';
      readonly by?: string;
      /** The only nodes that may begin; before those that come next the run is paused again. All may begin when absent. */
      readonly step?: readonly string[];
      /** By node id and live port: what somebody wrote in place of what a completed node gave. */
      readonly edits?: Readonly<Record<string, Readonly<Record<string, ValueRef>>>>;
    }
  | {
      readonly type: 'node.log';
      readonly nodeId: string;
      readonly level: 'debug' | 'info' | 'warn' | 'error';
      readonly message: string;
      readonly fields?: Json;
    }
  | {
      readonly type: 'workflow.finished';
      readonly status: 'completed' | 'failed' | 'cancelled';
      /** Nodes whose main values make up the result; see `executionOutput`. */
      readonly outputFrom: readonly string[];
      readonly error?: RecordedFailure & { readonly nodeId?: string };
      readonly terminated?: true;
    };

/** Name of a fact. */
export type ExecutionEventType = ExecutionEventBody['type'];

/** An event as it is stored: gapless `seq` from 1 within the execution. */
export type ExecutionEvent = ExecutionEventBody & {
  readonly seq: number;
  /** Milliseconds since the epoch, by the database's clock. */
  readonly atMs: number;
};
