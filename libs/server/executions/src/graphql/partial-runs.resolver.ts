import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ExecutionHistory } from '../history/execution-history';
import { RunPartial } from '../partial/run-partial';
import { toExecution } from './execution.mapping';
import {
  ExecutionPartialInput,
  ExecutionPlanType,
  ExecutionStartPartialPayload,
  toPartialRequest,
  toPlan,
} from './partial-run.type';
import { runPayload } from './run-payload';

/** Reads a draft, a log and pins. */
const PLAN_COMPLEXITY = 20;

/** Runs of a part of a draft. */
@Resolver()
export class PartialRunsResolver {
  constructor(
    private readonly partial: RunPartial,
    private readonly history: ExecutionHistory,
  ) {}

  @Requires('workflow:read', 'execution:read')
  @Query(() => ExecutionPlanType, {
    complexity: PLAN_COMPLEXITY,
    description: 'What `executionStartPartial` would run and reuse; runs nothing.',
  })
  async executionPlan(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('input') input: ExecutionPartialInput,
  ): Promise<ExecutionPlanType> {
    return toPlan(await this.partial.plan(actor, toPartialRequest(workflowId, input)));
  }

  @Requires('execution:start')
  @Mutation(() => ExecutionStartPartialPayload, {
    description: 'Runs a node of the draft by hand, everything up to it, or it and everything after it.',
  })
  executionStartPartial(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('input') input: ExecutionPartialInput,
  ): Promise<ExecutionStartPartialPayload> {
    return runPayload(async () => {
      const { executionId, plan } = await this.partial.run(actor, toPartialRequest(workflowId, input));
      return { execution: toExecution(await this.history.summary(actor, executionId)), plan: toPlan(plan) };
    });
  }
}
