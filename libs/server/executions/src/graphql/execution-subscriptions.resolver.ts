import { TERMINAL_STATUSES } from '@millrace/engine';
import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { mapStream } from '@millrace/server-platform';
import { Args, ID, Int, Resolver, Subscription } from '@nestjs/graphql';
import { ExecutionFeed } from '../feed/execution-feed';
import type { NoticeFilter } from '../feed/execution-feed';
import { ExecutionHistory } from '../history/execution-history';
import { toEvent, toExecution } from './execution.mapping';
import { ExecutionEventType, ExecutionType } from './execution.type';

const asItIs = { resolve: (value: unknown) => value };

/** What comes after the last event of a run that is over. */
async function* nothing(): AsyncGenerator<never> {}

/** Live news of runs. */
@Resolver()
export class ExecutionSubscriptionsResolver {
  constructor(
    private readonly feed: ExecutionFeed,
    private readonly history: ExecutionHistory,
  ) {}

  @Requires('execution:read')
  @Subscription(() => ExecutionEventType, {
    ...asItIs,
    description: 'Events of one run after a seq, in order and without gaps; ends with the run.',
  })
  async executionEvents(
    @CurrentActor() actor: Actor,
    @Args('executionId', { type: () => ID }) executionId: string,
    @Args('afterSeq', { type: () => Int, defaultValue: 0 }) afterSeq: number,
  ): Promise<AsyncIterableIterator<ExecutionEventType>> {
    const { status, eventSeq } = await this.history.summary(actor, executionId);
    // Whoever says to have seen more than there is gets what comes from now on.
    const after = Math.min(afterSeq, eventSeq);
    if (after === eventSeq && TERMINAL_STATUSES.includes(status)) return nothing();
    return mapStream(this.feed.watch(executionId, after), toEvent);
  }

  @Requires('execution:read')
  @Subscription(() => ExecutionType, { ...asItIs, description: 'Runs of a workflow, each time one changes.' })
  workflowExecutions(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
  ): AsyncIterableIterator<ExecutionType> {
    return this.changes(actor, { workspaceId: actor.workspaceId, workflowId });
  }

  @Requires('execution:read')
  @Subscription(() => ExecutionType, { ...asItIs, description: 'Runs of the workspace, each time one changes.' })
  workspaceExecutions(@CurrentActor() actor: Actor): AsyncIterableIterator<ExecutionType> {
    return this.changes(actor, { workspaceId: actor.workspaceId });
  }

  /** A notice that is out of date by the time it is read gives the run as it is then; one of a purged run gives nothing. */
  private changes(actor: Actor, filter: NoticeFilter): AsyncIterableIterator<ExecutionType> {
    return mapStream(this.feed.watchMany(filter), async ({ executionId }) => {
      const [summary] = await this.history.summaries(actor, [executionId]);
      // Tests are followed one by one.
      return summary && summary.mode !== 'test' ? toExecution(summary) : undefined;
    });
  }
}
