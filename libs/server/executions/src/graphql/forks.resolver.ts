import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { mutationErrorOf, payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { forEachExecution } from '../control/bulk-executions';
import { ExecutionFamily } from '../fork/execution-family';
import { ForkExecution } from '../fork/fork-execution';
import { ExecutionHistory } from '../history/execution-history';
import { ExecutionsPayload } from './execution-list.type';
import { toExecution } from './execution.mapping';
import { ExecutionType } from './execution.type';
import {
  ExecutionForkInput,
  ExecutionForkPayload,
  ExecutionsRetryPayload,
  ForkPlanType,
  toForkPlan,
  toForkWish,
} from './fork.type';
import { runPayload } from './run-payload';

/** Reads a log and two documents. */
const PLAN_COMPLEXITY = 20;
const FAMILY_COMPLEXITY = 10;
const IDS = { name: 'ids', type: () => [ID], description: 'At most 100.' };

/** New runs from what others have done. */
@Resolver(() => ExecutionType)
export class ForksResolver {
  constructor(
    private readonly fork: ForkExecution,
    private readonly family: ExecutionFamily,
    private readonly history: ExecutionHistory,
  ) {}

  @Requires('workflow:read', 'execution:read')
  @Query(() => ForkPlanType, {
    complexity: PLAN_COMPLEXITY,
    description: 'What `executionFork` would run again and reuse; starts nothing.',
  })
  async executionForkPlan(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ExecutionForkInput,
  ): Promise<ForkPlanType> {
    return toForkPlan(await this.fork.plan(actor, toForkWish(id, input)));
  }

  @Requires('execution:start')
  @Mutation(() => ExecutionForkPayload, {
    description: 'Starts a new run that takes over what still holds of this one, and runs the rest.',
  })
  executionFork(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ExecutionForkInput,
  ): Promise<ExecutionForkPayload> {
    return runPayload(async () => {
      const { executionId, planned } = await this.fork.fork(actor, toForkWish(id, input));
      const execution = toExecution(await this.history.summary(actor, executionId));
      return { execution, ...(planned ? { plan: toForkPlan(planned) } : {}) };
    });
  }

  @Requires('execution:start')
  @Mutation(() => ExecutionsRetryPayload, {
    description: 'Starts new runs that take over what still holds of these, and run what failed or had no result.',
  })
  executionsRetry(
    @CurrentActor() actor: Actor,
    @Args(IDS) ids: string[],
    @Args('version', { type: () => String, defaultValue: 'same', description: '`same`, `draft` or `published`.' })
    version: string,
  ): Promise<ExecutionsPayload> {
    return payloadOf(async () => {
      const done = await forEachExecution(ids, (executionId) =>
        this.fork.fork(actor, { executionId, from: 'failed', version }),
      );
      const started = done.flatMap(({ value }) => (value ? [value.executionId] : []));
      const shown = new Map((await this.history.summaries(actor, started)).map((one) => [one.id, toExecution(one)]));
      return {
        results: done.map(({ id, value, error }) => ({
          id,
          execution: (value && shown.get(value.executionId)) ?? null,
          error: error ? mutationErrorOf(error) : null,
        })),
      };
    });
  }

  @Requires('execution:read')
  @ResolveField(() => [ExecutionType], {
    complexity: FAMILY_COMPLEXITY,
    description: 'Runs that were forked from it, repeat it or reuse its results, oldest first; at most 100.',
  })
  async forks(@CurrentActor() actor: Actor, @Parent() { id }: ExecutionType): Promise<ExecutionType[]> {
    return (await this.family.forksOf(actor, id)).map(toExecution);
  }

  @Requires('execution:read')
  @ResolveField(() => ExecutionType, {
    nullable: true,
    complexity: FAMILY_COMPLEXITY,
    description: 'The run of `sourceId`; null when it was deleted.',
  })
  async source(@CurrentActor() actor: Actor, @Parent() { sourceId }: ExecutionType): Promise<ExecutionType | null> {
    if (sourceId === null) return null;
    const [found] = await this.history.summaries(actor, [sourceId]);
    return found ? toExecution(found) : null;
  }
}
