import type { ExecutionStatus, NodeStatus } from '@millrace/engine';
import { JsonScalar, MutationErrorType, connectionOf } from '@millrace/server-platform';
import { LIMITS, type Json } from '@millrace/workflow-model';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, Length, MaxLength } from 'class-validator';
import type { ExecutionFilter } from '../history/execution-filter';
import { ExecutionForkType } from './execution-fork.type';
import { RunPriorityEnum } from './run-priority.type';
import type { PartialMode } from '../partial/partial-plan';
import type { ExecutionMode, RunPriority } from '../start/start-request';

const MAX_VERSION_LENGTH = 100;
/** Breakpoints of one run, and nodes that are run at once. */
export const MAX_BREAKPOINTS = 500;
const MAX_KEY_LENGTH = 500;
const MAX_EVENT_LENGTH = 500;

/** Where a run stands. */
export const ExecutionStatusEnum = {
  PENDING: 'pending',
  RUNNING: 'running',
  WAITING: 'waiting',
  PAUSED: 'paused',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
} as const;
registerEnumType(ExecutionStatusEnum, { name: 'ExecutionStatus' });

/** Where a node of a run stands. */
export const NodeStatusEnum = {
  PENDING: 'pending',
  RUNNING: 'running',
  WAITING: 'waiting',
  COMPLETED: 'completed',
  FAILED: 'failed',
  SKIPPED: 'skipped',
  CANCELLED: 'cancelled',
} as const;
registerEnumType(NodeStatusEnum, { name: 'NodeStatus' });

/** What made a run begin. */
export const ExecutionModeEnum = {
  MANUAL: 'manual',
  WEBHOOK: 'webhook',
  SCHEDULE: 'schedule',
  EVENT: 'event',
  API: 'api',
  INLINE: 'inline',
  TEST: 'test',
} as const;
registerEnumType(ExecutionModeEnum, {
  name: 'ExecutionMode',
  valuesMap: {
    TEST: { description: 'A test or a dry run: it touches nothing outside. Lists hold none unless asked for.' },
  },
});

/** How much of a draft a partial run runs. */
export const PartialModeEnum = { STEP: 'step', TO: 'to', FROM: 'from' } as const;
registerEnumType(PartialModeEnum, {
  name: 'PartialMode',
  description: 'How much of a draft a partial run runs.',
  valuesMap: {
    STEP: { description: 'One node; nodes before it only where no result can be reused.' },
    TO: { description: 'Everything up to the node, anew.' },
    FROM: { description: 'The node and everything after it; nodes before it only where no result can be reused.' },
  },
});

/** Why a run or a node failed. */
@ObjectType('ExecutionError')
export class ExecutionErrorType {
  @Field({ description: 'Stable, upper snake case.' })
  code: string;

  @Field(() => String, { description: 'user, transient or bug.' })
  fault: string;

  @Field()
  message: string;

  @Field(() => String, { nullable: true })
  nodeId?: string | null;

  @Field(() => JsonScalar, { nullable: true })
  details?: Json;
}

/** A value of a run. */
@ObjectType('NodeValue', { description: 'A value of a run: in place, or above 64 KiB by reference.' })
export class NodeValueType {
  @Field(() => JsonScalar, { nullable: true, description: 'The value; null when it has to be read apart.' })
  value?: Json;

  @Field(() => ID, { nullable: true, description: 'Give it to `Execution.value`.' })
  payloadId?: string | null;

  @Field(() => Int, { nullable: true })
  bytes?: number | null;
}

/** A part of a large value. */
@ObjectType('ValuePart')
export class ValuePartType {
  @Field({ description: 'JSON text.' })
  text: string;

  @Field(() => Int, { description: 'Bytes of the whole value.' })
  bytes: number;

  @Field(() => Int, { nullable: true, description: 'Characters to skip for the next part; null at the end.' })
  nextOffset: number | null;
}

/** A live output port. */
@ObjectType('ExecutionPort')
export class ExecutionPortType {
  @Field()
  port: string;

  @Field(() => NodeValueType)
  value: NodeValueType;
}

/** A node of a run. */
@ObjectType('ExecutionStep', { description: 'A node of a run.' })
export class ExecutionStepType {
  @Field(() => ID)
  nodeId: string;

  @Field()
  label: string;

  @Field()
  type: string;

  @Field(() => NodeStatusEnum)
  status: NodeStatus;

  @Field(() => Int)
  attempts: number;

  @Field(() => Date, { nullable: true })
  startedAt: Date | null;

  @Field(() => Date, { nullable: true })
  finishedAt: Date | null;

  @Field(() => Int, { nullable: true })
  durationMs: number | null;

  @Field(() => Date, { nullable: true, description: 'When the next attempt or the end of the wait is due.' })
  dueAt: Date | null;

  @Field(() => NodeValueType, { nullable: true })
  input: NodeValueType | null;

  @Field(() => NodeValueType, { nullable: true, description: 'Main port, else the first live one.' })
  output: NodeValueType | null;

  @Field(() => [ExecutionPortType], { description: 'Every live port.' })
  ports: ExecutionPortType[];

  @Field(() => ExecutionErrorType, { nullable: true })
  error: ExecutionErrorType | null;

  @Field({ description: 'Whether it was not run: its result is pinned or comes from another run.' })
  reused: boolean;

  @Field(() => ID, { nullable: true, description: 'The run that a reused result comes from, unless it is pinned.' })
  reusedFrom: string | null;
}

/** What a partial run was asked for. */
@ObjectType('ExecutionPartial', { description: 'What a partial run was asked for.' })
export class ExecutionPartialType {
  @Field(() => PartialModeEnum)
  mode: PartialMode;

  @Field(() => ID)
  nodeId: string;
}

/** A fact of a run. */
@ObjectType('ExecutionEvent', { description: 'A fact of a run; seqs are gapless from 1.' })
export class ExecutionEventType {
  @Field(() => Int)
  seq: number;

  @Field(() => Date)
  at: Date;

  @Field({ description: 'Such as node.completed.' })
  type: string;

  @Field(() => ID, { nullable: true })
  nodeId: string | null;

  @Field(() => JsonScalar, { description: 'What else the event says.' })
  body: unknown;
}

/** A run. */
@ObjectType('Execution', { description: 'A run of a version of a workflow.' })
export class ExecutionType {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: 'Its name in the v2 API.' })
  instanceId: string;

  workspaceId: string;

  @Field(() => ID, { nullable: true })
  workflowId: string | null;

  @Field(() => ID)
  versionId: string;

  @Field(() => ExecutionStatusEnum)
  status: ExecutionStatus;

  @Field(() => ExecutionModeEnum)
  mode: ExecutionMode;

  @Field(() => Int, { description: '0 to 100.' })
  progress: number;

  @Field(() => Int, { description: 'Seq of the newest event.' })
  eventSeq: number;

  @Field()
  terminated: boolean;

  @Field(() => ExecutionErrorType, { nullable: true })
  error: ExecutionErrorType | null;

  @Field(() => ID, { nullable: true })
  startedBy: string | null;

  @Field(() => ExecutionPartialType, { nullable: true, description: 'Null for whole runs.' })
  partial: ExecutionPartialType | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The run whose results it reuses, or that it repeats; that one may have been deleted.',
  })
  sourceId: string | null;

  @Field(() => ExecutionForkType, { nullable: true, description: 'Null unless it is a fork of its source.' })
  fork: ExecutionForkType | null;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  startedAt: Date | null;

  @Field(() => Date, { nullable: true })
  finishedAt: Date | null;
}

/** A page of runs. */
@ObjectType('ExecutionConnection')
export class ExecutionConnectionType extends connectionOf(ExecutionType, 'Execution') {
  /** What the list was asked for, to count it. */
  filter: ExecutionFilter;
}

/** How to start a run. */
@InputType('ExecutionStartInput')
export class ExecutionStartInput {
  @Field(() => JsonScalar, { nullable: true, description: 'Output of the trigger.' })
  input?: Json;

  @Field(() => String, {
    nullable: true,
    description: '`published`, `draft` or a number such as `1.2.0`; published, else draft, when absent.',
  })
  @IsOptional()
  @MaxLength(MAX_VERSION_LENGTH)
  version?: string | null;

  @Field(() => ID, { nullable: true, description: 'The first trigger when absent.' })
  @IsOptional()
  @MaxLength(LIMITS.idLength)
  triggerNodeId?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Pinned outputs: node id to a value per port. Runs the draft; they go before the stored ones.',
  })
  pins?: unknown;

  @Field({ defaultValue: false, description: 'Whether the stored pins of the draft count. Runs the draft.' })
  usePins?: boolean;

  @Field(() => [ID], {
    nullable: true,
    description: 'Breakpoints: nodes before which the run is paused, each once. `executionResume` goes on.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_BREAKPOINTS)
  @MaxLength(LIMITS.idLength, { each: true })
  pauseBefore?: string[] | null;

  @Field(() => RunPriorityEnum, { nullable: true, description: 'What the workflow says when absent.' })
  @IsOptional()
  priority?: RunPriority | null;

  @Field(() => String, { nullable: true, description: 'The same key gives the same run for seven days.' })
  @IsOptional()
  @Length(1, MAX_KEY_LENGTH)
  idempotencyKey?: string | null;
}

/** How to start a run of a document. */
@InputType('ExecutionStartInlineInput')
export class ExecutionStartInlineInput {
  @Field(() => JsonScalar, { description: 'A workflow document, or the exchange form.' })
  definition: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'Output of the trigger.' })
  input?: Json;
}

/** An event for one run. */
@InputType('ExecutionSignalInput')
export class ExecutionSignalInput {
  @Field()
  @Length(1, MAX_EVENT_LENGTH)
  name: string;

  @Field(() => JsonScalar, { nullable: true })
  payload?: Json;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(MAX_EVENT_LENGTH)
  correlation?: string | null;
}

/** What mutations of a run answer. */
@ObjectType({ isAbstract: true })
export abstract class ExecutionPayload {
  @Field(() => ExecutionType, { nullable: true, description: 'As it is now; null when nothing was done.' })
  execution?: ExecutionType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionStartPayload extends ExecutionPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionStartInlinePayload extends ExecutionPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionCancelPayload extends ExecutionPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionTerminatePayload extends ExecutionPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionSkipWaitPayload extends ExecutionPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionPausePayload extends ExecutionPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionResumePayload extends ExecutionPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionSignalPayload extends ExecutionPayload {
  @Field(() => Int, { nullable: true, description: 'Nodes that were woken; 0: the event is kept for later.' })
  delivered?: number;
}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionPurgePayload {
  @Field(() => ID, { nullable: true })
  purgedId?: string;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}
