import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { WorkflowType } from '@millrace/server-workflows';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TriggerOverview } from '../trigger-overview';
import { ScheduleList } from '../schedules/schedule-list';
import { ScheduleType } from './schedules.types';
import { WebhookType } from './triggers.types';

/** Fields that this room adds to a workflow. */
@Resolver(() => WorkflowType)
export class WorkflowTriggersResolver {
  constructor(
    private readonly overview: TriggerOverview,
    private readonly list: ScheduleList,
  ) {}

  @Requires('workflow:read')
  @ResolveField(() => [WebhookType], {
    description: 'Addresses that start it from outside, since it was first published.',
  })
  webhooks(@CurrentActor() actor: Actor, @Parent() workflow: WorkflowType): Promise<WebhookType[]> {
    return this.overview.webhooks(actor.workspaceId, workflow.id) as Promise<WebhookType[]>;
  }

  @Requires('workflow:read')
  @ResolveField(() => [ScheduleType])
  schedules(@CurrentActor() actor: Actor, @Parent() workflow: WorkflowType): Promise<ScheduleType[]> {
    return this.list.list(actor.workspaceId, workflow.id);
  }
}
