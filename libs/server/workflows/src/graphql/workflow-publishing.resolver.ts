import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { DisableWorkflow } from '../use-cases/disable-workflow';
import { EnableWorkflow } from '../use-cases/enable-workflow';
import { PublishWorkflow } from '../use-cases/publish-workflow';
import { RollBack } from '../use-cases/roll-back';
import { workflowPayload } from './workflow-errors.mapping';
import { WorkflowPublishInput } from './workflow.inputs';
import {
  WorkflowDisablePayload,
  WorkflowEnablePayload,
  WorkflowPublishPayload,
  WorkflowRollBackPayload,
  type WorkflowPayload,
} from './workflow.payloads';

/** What decides which version is live and whether its triggers fire. */
@Resolver()
export class WorkflowPublishingResolver {
  constructor(
    private readonly publishing: PublishWorkflow,
    private readonly enabling: EnableWorkflow,
    private readonly disabling: DisableWorkflow,
    private readonly rolling: RollBack,
  ) {}

  @Requires('workflow:publish')
  @Mutation(() => WorkflowPublishPayload, { description: 'Makes the draft an immutable version and puts it live.' })
  workflowPublish(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { nullable: true }) input?: WorkflowPublishInput,
  ): Promise<WorkflowPayload> {
    return workflowPayload(() =>
      this.publishing.publish(actor, id, {
        bump: input?.bump ?? undefined,
        note: input?.note ?? undefined,
        name: input?.name ?? undefined,
        expectedRevision: input?.expectedRevision ?? undefined,
      }),
    );
  }

  @Requires('workflow:publish')
  @Mutation(() => WorkflowEnablePayload, { description: 'Lets the triggers of the live version fire.' })
  workflowEnable(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<WorkflowPayload> {
    return workflowPayload(() => this.enabling.enable(actor, id));
  }

  @Requires('workflow:publish')
  @Mutation(() => WorkflowDisablePayload, { description: 'Keeps its triggers from firing; people can still run it.' })
  workflowDisable(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<WorkflowPayload> {
    return workflowPayload(() => this.disabling.disable(actor, id));
  }

  @Requires('workflow:publish')
  @Mutation(() => WorkflowRollBackPayload, { description: 'Puts an old version live again; the draft stays as it is.' })
  workflowRollBack(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('versionId', { type: () => ID }) versionId: string,
  ): Promise<WorkflowPayload> {
    return workflowPayload(() => this.rolling.rollBack(actor, id, versionId));
  }
}
