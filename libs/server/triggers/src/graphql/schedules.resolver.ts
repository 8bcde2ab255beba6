import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { toWorkflow, WorkflowLoaders, WorkflowType } from '@millrace/server-workflows';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Backfills } from '../schedules/backfills';
import { ScheduleControl } from '../schedules/schedule-control';
import { ScheduleList } from '../schedules/schedule-list';
import {
  BackfillInput,
  BackfillPayload,
  BackfillPreviewType,
  BackfillType,
  ScheduleFireType,
  SchedulePayload,
  ScheduleType,
} from './schedules.types';

const MOST_FIRES = 100;
const LIST_COMPLEXITY = 5;
const id = { type: () => ID } as const;

/** The schedules of a workspace, and what people do with them. */
@Resolver(() => ScheduleType)
export class SchedulesResolver {
  constructor(
    private readonly list: ScheduleList,
    private readonly control: ScheduleControl,
    private readonly past: Backfills,
    private readonly workflows: WorkflowLoaders,
  ) {}

  @Requires('workflow:read')
  @Query(() => [ScheduleType], { description: 'Schedules of the workspace; what comes due first is at the top.' })
  schedules(@CurrentActor() { workspaceId }: Actor): Promise<ScheduleType[]> {
    return this.list.list(workspaceId);
  }

  @Requires('workflow:read')
  @Query(() => BackfillPreviewType, { description: 'What a backfill of a range would do, both ends included.' })
  scheduleBackfillPreview(
    @CurrentActor() actor: Actor,
    @Args('id', id) scheduleId: string,
    @Args('from', { type: () => Date }) from: Date,
    @Args('to', { type: () => Date }) to: Date,
  ): Promise<BackfillPreviewType> {
    return this.past.preview(actor, scheduleId, { from, to });
  }

  @Requires('workflow:read')
  @ResolveField(() => WorkflowType, { nullable: true })
  async workflow(@Parent() { workspaceId, workflowId }: ScheduleType): Promise<WorkflowType | null> {
    const found = await this.workflows.workflows.load({ workspaceId, id: workflowId });
    return found && toWorkflow(found);
  }

  @Requires('workflow:read')
  @ResolveField(() => String, { nullable: true, description: 'Its cron expression, if it has one.' })
  cron(@Parent() { spec }: ScheduleType): string | null {
    return spec.kind === 'cron' ? spec.cron : null;
  }

  @Requires('workflow:read')
  @ResolveField(() => String, { nullable: true, description: 'IANA zone in which its cron expression is read.' })
  timezone(@Parent() { spec }: ScheduleType): string | null {
    return spec.kind === 'cron' ? spec.timezone : null;
  }

  @Requires('workflow:read')
  @ResolveField(() => Int, { nullable: true, description: 'Seconds between two runs, if it has an interval.' })
  everySeconds(@Parent() { spec }: ScheduleType): number | null {
    return spec.kind === 'interval' ? Math.round(spec.everyMs / 1_000) : null;
  }

  @Requires('workflow:read')
  @ResolveField(() => [ScheduleFireType], { complexity: LIST_COMPLEXITY, description: 'Newest first, 100 at most.' })
  fires(
    @Parent() { id: scheduleId }: ScheduleType,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<ScheduleFireType[]> {
    return this.list.fires(scheduleId, Math.min(Math.max(first, 1), MOST_FIRES));
  }

  @Requires('workflow:read')
  @ResolveField(() => [BackfillType], { complexity: LIST_COMPLEXITY, description: 'The newest five.' })
  backfills(@Parent() { id: scheduleId }: ScheduleType): Promise<BackfillType[]> {
    return this.past.of(scheduleId);
  }

  @Requires('execution:control')
  @Mutation(() => SchedulePayload, { description: 'Keeps one schedule from firing, also over publishing.' })
  schedulePause(
    @CurrentActor() actor: Actor,
    @Args('id', id) scheduleId: string,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<SchedulePayload> {
    return this.#after(actor, scheduleId, () =>
      this.control.pause(actor, scheduleId, reason?.slice(0, 500) ?? undefined),
    );
  }

  @Requires('execution:control')
  @Mutation(() => SchedulePayload, { description: 'Lets it fire again from now on.' })
  scheduleResume(@CurrentActor() actor: Actor, @Args('id', id) scheduleId: string): Promise<SchedulePayload> {
    return this.#after(actor, scheduleId, () => this.control.resume(actor, scheduleId));
  }

  @Requires('execution:start')
  @Mutation(() => SchedulePayload, { description: 'Starts a run now, as if this moment were one of its instants.' })
  scheduleFire(@CurrentActor() actor: Actor, @Args('id', id) scheduleId: string): Promise<SchedulePayload> {
    return this.#after(actor, scheduleId, () => this.control.fire(actor, scheduleId));
  }

  @Requires('execution:start')
  @Mutation(() => BackfillPayload, {
    description:
      'Starts runs for instants that are over, each at most once, behind everything else that is to be done.',
  })
  scheduleBackfill(
    @CurrentActor() actor: Actor,
    @Args('id', id) scheduleId: string,
    @Args('input') input: BackfillInput,
  ): Promise<BackfillPayload> {
    return payloadOf(async () => ({ backfill: await this.past.begin(actor, scheduleId, input) }));
  }

  @Requires('execution:control')
  @Mutation(() => BackfillPayload, { description: 'Starts no further runs; those that were started go on.' })
  scheduleBackfillCancel(@CurrentActor() actor: Actor, @Args('id', id) backfillId: string): Promise<BackfillPayload> {
    return payloadOf(async () => ({ backfill: await this.past.cancel(actor, backfillId) }));
  }

  #after(actor: Actor, scheduleId: string, change: () => Promise<string | void>): Promise<SchedulePayload> {
    return payloadOf(async () => {
      const executionId = (await change()) ?? null;
      return { schedule: await this.list.get(actor.workspaceId, scheduleId), executionId };
    });
  }
}
