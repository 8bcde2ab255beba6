import { MutationErrorType } from '@millrace/server-platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** How runs stand that are not over. */
@ObjectType('RunLoad', {
  description:
    'How runs stand that are not over. Tests and dry runs are counted in `tests` and `testsLastHour`, and nowhere else.',
})
export class RunLoadType {
  @Field(() => Int, { description: 'Begun by nobody yet.' })
  pending: number;

  @Field(() => Int)
  running: number;

  @Field(() => Int, { description: 'For a time, an event or a person.' })
  waiting: number;

  @Field(() => Int)
  paused: number;

  @Field(() => Int, { description: 'Due for more than half a minute, and nobody has them.' })
  late: number;

  @Field(() => Date, { nullable: true })
  oldestPendingAt: Date | null;

  @Field(() => Int)
  startedLastHour: number;

  @Field(() => Int, { description: 'Of those that started in the last hour.' })
  finishedLastHour: number;

  @Field(() => Int, { description: 'Of those that started in the last hour.' })
  failedLastHour: number;

  @Field(() => Int, { description: 'Tests and dry runs that are not over.' })
  tests: number;

  @Field(() => Int, { description: 'Tests and dry runs that started.' })
  testsLastHour: number;
}

/** A run that nothing will ever wake. */
@ObjectType('StuckRun', {
  description: 'A run without lease, job or due time that waits for nothing. There must be none.',
})
export class StuckRunType {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true })
  workflowId: string | null;

  @Field()
  status: string;

  @Field()
  createdAt: Date;
}

/** A run that was given up. */
@ObjectType('LostRun', { description: 'A run that was given up because it killed its workers again and again.' })
export class LostRunType {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true })
  workflowId: string | null;

  @Field(() => String, { nullable: true })
  message: string | null;

  @Field()
  finishedAt: Date;
}

/** An event that could not be handed on. */
@ObjectType('DeadEvent', { description: 'An event that could not be handed to the triggers that listen.' })
export class DeadEventType {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field(() => ID, { nullable: true, description: 'The run that published it.' })
  executionId: string | null;

  @Field(() => String, { nullable: true })
  error: string | null;

  @Field()
  diedAt: Date;
}

/** See the mutations. */
@ObjectType()
export class DeadEventsPayload {
  @Field(() => Int, { nullable: true, description: 'How many it concerned.' })
  count?: number;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** Jobs of one queue. */
@ObjectType('QueueDepth')
export class QueueDepthType {
  @Field()
  name: string;

  @Field(() => Int)
  waiting: number;

  @Field(() => Int)
  active: number;

  @Field(() => Int, { description: 'For later.' })
  later: number;

  @Field(() => Date, { nullable: true, description: 'Since when the oldest job waits.' })
  oldestAt: Date | null;
}

/** A process that performs runs. */
@ObjectType('WorkerProcess')
export class WorkerProcessType {
  @Field(() => ID)
  id: string;

  @Field()
  host: string;

  @Field(() => Int)
  pid: number;

  @Field()
  version: string;

  @Field()
  startedAt: Date;

  @Field()
  seenAt: Date;

  @Field({ description: 'Seen in the last half minute.' })
  isAlive: boolean;

  @Field(() => Int, { description: 'Runs that it has just now.' })
  runs: number;
}

/** The whole instance. */
@ObjectType('InstanceQueue')
export class InstanceQueueType {
  @Field(() => RunLoadType)
  load: RunLoadType;

  @Field(() => [QueueDepthType])
  queues: QueueDepthType[];

  @Field(() => [WorkerProcessType])
  workers: WorkerProcessType[];

  @Field(() => Int, { description: 'Runs that nothing will ever wake, of every workspace; 50 at most.' })
  stuckCount: number;
}

/** What there is to do in a workspace. */
@ObjectType('WorkspaceQueue')
export class WorkspaceQueueType {
  @Field(() => RunLoadType)
  load: RunLoadType;

  @Field(() => [StuckRunType], { description: '50 at most.' })
  stuck: StuckRunType[];

  @Field(() => [LostRunType], { description: 'The newest 50.' })
  lost: LostRunType[];

  @Field(() => [DeadEventType], { description: 'The newest 50.' })
  deadEvents: DeadEventType[];
}
