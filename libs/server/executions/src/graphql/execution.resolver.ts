import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { ConnectionArgs, JsonScalar, pageSizeOf } from '@millrace/server-platform';
import { WorkflowType } from '@millrace/server-workflows';
import type { Json } from '@millrace/workflow-model';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ExecutionHistory } from '../history/execution-history';
import type { ExecutionDetail } from '../history/execution-history';
import { beforeOf } from '../rest/requests';
import { ExecutionFilterInput, toFilter } from './execution-list.type';
import { toEvent, toExecution, toPage, toStep } from './execution.mapping';
import { ExecutionLoaders } from './execution.loaders';
import {
  ExecutionConnectionType,
  ExecutionEventType,
  ExecutionStepType,
  ExecutionType,
  ValuePartType,
} from './execution.type';

/** Reading one log weighs as much as ten plain fields. */
const LOG_COMPLEXITY = 10;
const MOST_EVENTS = 1_000;

/** Runs and what they did. */
@Resolver(() => ExecutionType)
export class ExecutionResolver {
  /** Several fields of one run need its log; it is read once. */
  private readonly details = new WeakMap<ExecutionType, Promise<ExecutionDetail>>();

  constructor(private readonly history: ExecutionHistory) {}

  @Requires('execution:read')
  @Query(() => ExecutionType, { nullable: true, description: 'A run of the workspace.' })
  async execution(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ExecutionType | null> {
    return toExecution(await this.history.summary(actor, id));
  }

  @Requires('execution:read')
  @Query(() => ExecutionConnectionType, { description: 'Runs of the workspace, newest first.' })
  async executions(
    @CurrentActor() actor: Actor,
    @Args() args: ConnectionArgs,
    @Args('filter', { type: () => ExecutionFilterInput, nullable: true }) wanted?: ExecutionFilterInput,
  ): Promise<ExecutionConnectionType> {
    const first = pageSizeOf(args.first);
    const filter = toFilter(wanted);
    const rows = await this.history.list(actor, { filter, first, ...beforeOf(args.after) });
    return toPage(rows, first, filter);
  }

  @Requires('execution:read')
  @ResolveField(() => [ExecutionStepType], { complexity: LOG_COMPLEXITY })
  async steps(@CurrentActor() actor: Actor, @Parent() execution: ExecutionType): Promise<ExecutionStepType[]> {
    return (await this.detail(actor, execution)).steps.map(toStep);
  }

  @Requires('execution:read')
  @ResolveField(() => JsonScalar, {
    nullable: true,
    complexity: LOG_COMPLEXITY,
    description: 'The result; null before the end.',
  })
  async output(@CurrentActor() actor: Actor, @Parent() execution: ExecutionType): Promise<Json> {
    return (await this.detail(actor, execution)).output;
  }

  @Requires('execution:read')
  @ResolveField(() => JsonScalar, { nullable: true, complexity: LOG_COMPLEXITY, description: 'What it began with.' })
  async trigger(@CurrentActor() actor: Actor, @Parent() execution: ExecutionType): Promise<Json> {
    return (await this.detail(actor, execution)).trigger;
  }

  @Requires('execution:read')
  @ResolveField(() => String, {
    complexity: LOG_COMPLEXITY,
    description: 'What it is about just now, finer than its status.',
  })
  async phase(@CurrentActor() actor: Actor, @Parent() execution: ExecutionType): Promise<string> {
    return (await this.detail(actor, execution)).phase;
  }

  @Requires('execution:read')
  @ResolveField(() => String, { description: 'Name of the workflow in the version that it runs.' })
  async workflowName(@Parent() execution: ExecutionType): Promise<string> {
    return (await this.history.documentOf(execution)).name;
  }

  @Requires('execution:read')
  @ResolveField(() => JsonScalar, { complexity: LOG_COMPLEXITY, description: 'The document that it runs.' })
  async document(@Parent() execution: ExecutionType): Promise<unknown> {
    return this.history.documentOf(execution);
  }

  @Requires('execution:read')
  @ResolveField(() => [ExecutionEventType], {
    complexity: LOG_COMPLEXITY,
    description: 'Its log after a seq, in order.',
  })
  async events(
    @CurrentActor() actor: Actor,
    @Parent() { id }: ExecutionType,
    @Args('afterSeq', { type: () => Int, defaultValue: 0 }) afterSeq: number,
    @Args('first', { type: () => Int, defaultValue: 200 }) first: number,
  ): Promise<ExecutionEventType[]> {
    const limit = Math.min(Math.max(first, 1), MOST_EVENTS);
    return (await this.history.eventsAfter(actor, id, afterSeq, limit)).map(toEvent);
  }

  @Requires('execution:read')
  @ResolveField(() => ValuePartType, { complexity: LOG_COMPLEXITY, description: 'A part of a value above 64 KiB.' })
  value(
    @CurrentActor() actor: Actor,
    @Parent() { id }: ExecutionType,
    @Args('payloadId', { type: () => ID }) payloadId: string,
    @Args('offset', { type: () => Int, defaultValue: 0 }) offset: number,
  ): Promise<ValuePartType> {
    return this.history.value(actor, id, payloadId, Math.max(0, offset));
  }

  private detail(actor: Actor, execution: ExecutionType): Promise<ExecutionDetail> {
    const known = this.details.get(execution) ?? this.history.get(actor, execution.id);
    this.details.set(execution, known);
    return known;
  }
}

/** The runs of a workflow. */
@Resolver(() => WorkflowType)
export class WorkflowExecutionsResolver {
  constructor(
    private readonly history: ExecutionHistory,
    private readonly loaders: ExecutionLoaders,
  ) {}

  @Requires('execution:read')
  @ResolveField(() => ExecutionType, { nullable: true, description: 'Its newest run.' })
  async lastExecution(@Parent() { id, workspaceId }: WorkflowType): Promise<ExecutionType | null> {
    const newest = await this.loaders.newestOfWorkflow.load({ workspaceId, id });
    return newest && toExecution(newest);
  }

  @Requires('execution:read')
  @ResolveField(() => ExecutionConnectionType, { complexity: LOG_COMPLEXITY, description: 'Its runs, newest first.' })
  async executions(
    @CurrentActor() actor: Actor,
    @Parent() { id }: WorkflowType,
    @Args() args: ConnectionArgs,
  ): Promise<ExecutionConnectionType> {
    const first = pageSizeOf(args.first);
    const filter = { workflowId: id };
    const rows = await this.history.list(actor, { filter, first, ...beforeOf(args.after) });
    return toPage(rows, first, filter);
  }
}
