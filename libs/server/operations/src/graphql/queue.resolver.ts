import { PublishedEvents } from '@millrace/server-executions';
import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InstanceOperators } from '../instance-operators';
import { ReadQueue } from '../queue/read-queue';
import { DeadEventsPayload, InstanceQueueType, WorkspaceQueueType } from './queue.type';

/** Events that one request may name. */
const MOST_NAMED = 500;

/** What there is to do and who does it. */
@Resolver(() => WorkspaceQueueType)
export class QueueResolver {
  constructor(
    private readonly queue: ReadQueue,
    private readonly operators: InstanceOperators,
    private readonly events: PublishedEvents,
  ) {}

  @Requires('workspace:manage')
  @Query(() => WorkspaceQueueType, { description: 'Runs of the workspace that are not over, or were given up.' })
  async workspaceQueue(@CurrentActor() { workspaceId }: Actor): Promise<WorkspaceQueueType> {
    const [load, stuck, lost, deadEvents] = await Promise.all([
      this.queue.load(workspaceId),
      this.queue.stuck(workspaceId),
      this.queue.lost(workspaceId),
      this.events.dead(workspaceId),
    ]);
    return { load, stuck: [...stuck], lost: [...lost], deadEvents };
  }

  @Requires('execution:control')
  @Mutation(() => DeadEventsPayload, { description: 'Hands events on again that were given up.' })
  deadEventsRetry(
    @CurrentActor() { workspaceId }: Actor,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ): Promise<DeadEventsPayload> {
    return payloadOf(async () => ({ count: await this.events.revive(workspaceId, ids.slice(0, MOST_NAMED)) }));
  }

  @Requires('execution:control')
  @Mutation(() => DeadEventsPayload, { description: 'Forgets events that were given up.' })
  deadEventsDiscard(
    @CurrentActor() { workspaceId }: Actor,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ): Promise<DeadEventsPayload> {
    return payloadOf(async () => ({ count: await this.events.discard(workspaceId, ids.slice(0, MOST_NAMED)) }));
  }

  @Requires('workspace:manage')
  @ResolveField(() => InstanceQueueType, {
    nullable: true,
    description: 'The whole instance, for those who look after it; null for others.',
  })
  async instance(@CurrentActor() actor: Actor): Promise<InstanceQueueType | null> {
    if (!(await this.operators.has(actor))) return null;
    const [load, queues, workers, stuck] = await Promise.all([
      this.queue.load(null),
      this.queue.queues(),
      this.queue.workers(),
      this.queue.stuck(null),
    ]);
    return { load, queues: [...queues], workers: [...workers], stuckCount: stuck.length };
  }
}
