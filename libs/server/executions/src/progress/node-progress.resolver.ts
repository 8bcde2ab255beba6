import { TERMINAL_STATUSES } from '@millrace/engine';
import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { ExecutionHistory } from '../history/execution-history';
import type { NodeProgress } from './node-progress';
import { NodeProgressType } from './node-progress.type';
import { ProgressFeed } from './progress-feed';

/** What running nodes show, over GraphQL. */
@Resolver()
export class NodeProgressResolver {
  constructor(
    private readonly progress: ProgressFeed,
    private readonly history: ExecutionHistory,
  ) {}

  @Requires('execution:read')
  @Subscription(() => NodeProgressType, {
    resolve: (value: unknown) => value,
    description: 'What the nodes of a run show while they run, from now on; ends with the run.',
  })
  async nodeProgress(
    @CurrentActor() actor: Actor,
    @Args('executionId', { type: () => ID }) executionId: string,
  ): Promise<AsyncIterableIterator<NodeProgress>> {
    const stream = this.progress.watch(executionId);
    try {
      const { status } = await this.history.summary(actor, executionId);
      if (TERMINAL_STATUSES.includes(status)) await stream.return?.();
      return stream;
    } catch (error) {
      await stream.return?.();
      throw error;
    }
  }
}
