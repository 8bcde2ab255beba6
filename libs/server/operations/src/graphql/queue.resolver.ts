import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InstanceOperators } from '../instance-operators';
import { ReadQueue } from '../queue/read-queue';
import { InstanceQueueType, WorkspaceQueueType } from './queue.type';

/** What there is to do and who does it. */
@Resolver(() => WorkspaceQueueType)
export class QueueResolver {
  constructor(
    private readonly queue: ReadQueue,
    private readonly operators: InstanceOperators,
  ) {}

  @Requires('workspace:manage')
  @Query(() => WorkspaceQueueType, { description: 'Runs of the workspace that are not over, or were given up.' })
  async workspaceQueue(@CurrentActor() { workspaceId }: Actor): Promise<WorkspaceQueueType> {
    const [load, stuck, lost] = await Promise.all([
      this.queue.load(workspaceId),
      this.queue.stuck(workspaceId),
      this.queue.lost(workspaceId),
    ]);
    return { load, stuck: [...stuck], lost: [...lost] };
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
