import { MutationErrorType } from '@millrace/server-platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsDate, IsOptional, Max, Min } from 'class-validator';
import { MAX_AT_ONCE, type Backfill, type BackfillPreview, type BackfillRequest } from '../schedules/backfills';
import type { FireOutcome, ListedSchedule, ScheduleFire } from '../schedules/schedule-list';
import type { ScheduleSpec } from '../schedules/schedule-spec';

/** What became of an instant. */
export const FireOutcomeEnum = {
  FIRED: 'fired',
  MISSED: 'missed',
  OVERLAPPED: 'overlapped',
  QUEUED: 'queued',
  FAILED: 'failed',
  MANUAL: 'manual',
} as const;
registerEnumType(FireOutcomeEnum, {
  name: 'ScheduleFireOutcome',
  valuesMap: {
    FIRED: { description: 'It started a run.' },
    MISSED: { description: 'Nobody looked in time, and the schedule does not make up for it.' },
    OVERLAPPED: { description: 'The run before still went on.' },
    QUEUED: { description: 'It waits until the run before has ended.' },
    FAILED: { description: 'Its run could not be started.' },
    MANUAL: { description: 'Somebody let it fire.' },
  },
});

/** Where a backfill stands. */
export const BackfillStatusEnum = { RUNNING: 'running', COMPLETED: 'completed', CANCELLED: 'cancelled' } as const;
registerEnumType(BackfillStatusEnum, { name: 'BackfillStatus', description: 'Whether it still starts runs.' });

/** In which order a backfill goes. */
export const BackfillOrderEnum = { OLDEST_FIRST: 'oldest-first', NEWEST_FIRST: 'newest-first' } as const;
registerEnumType(BackfillOrderEnum, {
  name: 'BackfillOrder',
  description: 'In which order a backfill starts its runs.',
});

/** An instant of a schedule that is over. */
@ObjectType('ScheduleFire', { description: 'An instant of a schedule that is over.' })
export class ScheduleFireType implements ScheduleFire {
  @Field(() => Date)
  scheduledFor: Date;

  @Field(() => FireOutcomeEnum)
  outcome: FireOutcome;

  @Field(() => ID, { nullable: true, description: 'Its run, which may have been deleted since.' })
  executionId: string | null;

  @Field({ description: 'Whether a backfill made up for it.' })
  isBackfill: boolean;
}

/** See the field of its name. */
@ObjectType('ScheduleBackfill', { description: 'Runs for instants of a schedule that are long over.' })
export class BackfillType implements Backfill {
  @Field(() => ID)
  id: string;

  @Field(() => Date)
  from: Date;

  @Field(() => Date)
  to: Date;

  @Field(() => BackfillStatusEnum)
  status: Backfill['status'];

  @Field(() => Int, { description: 'Instants in its range.' })
  total: number;

  @Field(() => Int)
  started: number;

  @Field(() => Int, { description: 'Instants that had their run already.' })
  skipped: number;

  @Field(() => Int, { description: 'Runs of it that have not ended.' })
  active: number;

  @Field(() => Date)
  createdAt: Date;
}

/** See the query of its name. */
@ObjectType('BackfillPreview', { description: 'What a backfill would do.' })
export class BackfillPreviewType implements BackfillPreview {
  @Field(() => Int, { description: 'Instants in the range.' })
  count: number;

  @Field(() => Int, { description: 'Of those, the ones that have had their run and get no second one.' })
  alreadyRun: number;

  @Field(() => [Date], { description: 'The first ten.' })
  instants: readonly Date[];
}

/** A schedule of a workflow. */
@ObjectType('Schedule')
export class ScheduleType implements ListedSchedule {
  @Field(() => ID)
  id: string;

  workspaceId: string;
  workflowId: string;
  spec: ScheduleSpec;

  @Field(() => ID)
  nodeId: string;

  @Field({ description: 'Label of its node.' })
  label: string;

  @Field({ description: 'Whether its workflow is published and switched on.' })
  live: boolean;

  @Field(() => String, { description: '`allow`, `skip` or `queue-one`.' })
  overlap: ListedSchedule['overlap'];

  @Field(() => Date, { nullable: true, description: 'Since when somebody keeps it from firing.' })
  pausedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who paused it, by name.' })
  pausedBy: string | null;

  @Field(() => String, { nullable: true })
  pauseReason: string | null;

  @Field(() => String, { nullable: true, description: 'Why it failed when it was last due; it is tried again.' })
  lastError: string | null;

  @Field(() => [Date], { description: 'The next five runs; empty while it is paused or not live.' })
  nextRuns: readonly Date[];

  @Field(() => ScheduleFireType, { nullable: true })
  lastFire: ScheduleFireType | null;

  @Field(() => Int, { description: 'Instants of the last thirty days without a run of their own.' })
  missed: number;
}

/** See the mutation of its name. */
@InputType('ScheduleBackfillInput')
export class BackfillInput implements BackfillRequest {
  @Field(() => Date)
  @IsDate()
  from: Date;

  @Field(() => Date)
  @IsDate()
  to: Date;

  @Field(() => BackfillOrderEnum, { defaultValue: 'oldest-first' })
  order: 'oldest-first' | 'newest-first';

  @Field(() => Int, { defaultValue: 1, description: `Runs at a time, ${MAX_AT_ONCE} at most.` })
  @IsOptional()
  @Min(1)
  @Max(MAX_AT_ONCE)
  atOnce: number;
}

/** What mutations of a schedule answer. */
@ObjectType('SchedulePayload')
export class SchedulePayload {
  @Field(() => ScheduleType, { nullable: true })
  schedule?: ScheduleType | null;

  @Field(() => ID, { nullable: true, description: 'The run that was started.' })
  executionId?: string | null;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** What mutations of a backfill answer. */
@ObjectType('ScheduleBackfillPayload')
export class BackfillPayload {
  @Field(() => BackfillType, { nullable: true })
  backfill?: BackfillType | null;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}
