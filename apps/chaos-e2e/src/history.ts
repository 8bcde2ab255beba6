import type { JsonObject } from '@millrace/workflow-model';
import type { Hit } from './world/canary';

/** The product said that a run was started. */
export interface Acknowledgement {
  readonly key: string;
  readonly workflow: string;
  readonly executionId: string;
  readonly n: number;
}

/** The product said that it had taken an order about a run. */
export interface Order {
  readonly kind: 'cancel' | 'terminate' | 'pause' | 'resume';
  readonly executionId: string;
}

/** A run as the database has it in the end. */
export interface RunRecord {
  readonly id: string;
  /** Name of the workflow in the plan. */
  readonly workflow: string;
  readonly parentId: string | null;
  readonly status: string;
  readonly mode: string;
  readonly eventSeq: number;
  readonly leaseOwner: string | null;
  readonly leaseEpoch: number;
  readonly nextDueAt: string | null;
  /** Waits that are left. */
  readonly waits: number;
  /** What its trigger was given. */
  readonly trigger: unknown;
  /** The number of its result; null when it has none. */
  readonly n: number | null;
  readonly isTerminated: boolean;
}

/** An event of a run. */
export interface EventRecord {
  readonly executionId: string;
  readonly seq: number;
  readonly atMs: number;
  readonly type: string;
  readonly nodeId: string | null;
  readonly body: JsonObject;
}

/** A change of a run, as the database noted it by itself. */
export interface WriteRecord {
  readonly executionId: string;
  /** Name of the life of a process. */
  readonly writer: string;
  /** Who held the lease before. */
  readonly owner: string | null;
  readonly oldEpoch: number;
  readonly newEpoch: number;
  readonly oldSeq: number;
  readonly newSeq: number;
}

/** A slot of a limit of runs at a time that was given to a run, and how many were then taken. */
export interface SlotRecord {
  readonly lane: string;
  readonly held: number;
  readonly max: number;
}

/** An instant of a schedule. */
export interface FireRecord {
  readonly schedule: string;
  readonly everyMs: number;
  readonly scheduledForMs: number;
  readonly outcome: string;
  readonly executionId: string | null;
}

/** A schedule that was switched off, at a moment when nothing of it was due. */
export interface ScheduleRecord {
  readonly schedule: string;
  readonly everyMs: number;
  readonly stoppedMs: number;
}

/** What a run of a workflow must lead to. */
export interface Expectation {
  readonly expected: (n: number) => number;
  readonly fails: boolean;
  readonly effects: number;
  readonly children: readonly string[];
  readonly publishes?: string;
  /** Name of the event that starts it. */
  readonly event?: string;
}

/** Everything that is known about a run of the suite once it is over. */
export interface History {
  readonly seed: number;
  readonly expectations: ReadonlyMap<string, Expectation>;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly orders: readonly Order[];
  /** Runs that somebody wanted to end, whether an answer came or not. */
  readonly askedToEnd: ReadonlySet<string>;
  readonly runs: readonly RunRecord[];
  /** In the order of run and seq. */
  readonly events: readonly EventRecord[];
  /** In the order in which they were committed, per run. */
  readonly writes: readonly WriteRecord[];
  readonly hits: readonly Hit[];
  readonly fires: readonly FireRecord[];
  readonly schedules: readonly ScheduleRecord[];
  readonly slots: readonly SlotRecord[];
  /** Pid by the name of each life of each process. */
  readonly lives: ReadonlyMap<string, number>;
  /** Lines of logs that tell of something that must never happen. */
  readonly badLines: readonly string[];
}
