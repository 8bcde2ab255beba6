import { CurrentActor, Requires, UserNames, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { WorkflowStore } from '../persistence/workflow.store';
import { MakeCheckpoint } from '../use-cases/make-checkpoint';
import { RenameVersion } from '../use-cases/rename-version';
import { typedPayload } from './workflow-errors.mapping';
import { WorkflowCheckpointInput } from './workflow.inputs';
import { toVersion } from './workflow.mapping';
import { WorkflowCheckpointPayload, WorkflowVersionRenamePayload } from './workflow.payloads';
import { WorkflowVersionType } from './workflow.type';

/** What became of a draft over time. */
@Resolver(() => WorkflowVersionType)
export class WorkflowHistoryResolver {
  constructor(
    private readonly store: WorkflowStore,
    private readonly checkpoints: MakeCheckpoint,
    private readonly renaming: RenameVersion,
    private readonly names: UserNames,
  ) {}

  @Requires('workflow:read')
  @Query(() => WorkflowVersionType, { description: 'A version of a workflow of the workspace, with its document.' })
  async workflowVersion(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WorkflowVersionType> {
    return toVersion(await this.store.versionById(actor, id));
  }

  @Requires('workflow:read')
  @ResolveField(() => String, { nullable: true, description: 'Name of who made it; null for the product itself.' })
  createdByName(@Parent() { createdBy }: WorkflowVersionType): Promise<string | null> {
    return this.names.nameOf(createdBy);
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowCheckpointPayload, {
    description: 'Keeps the draft as a version. Unnamed, a draft that is kept already is not kept again.',
  })
  workflowCheckpoint(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { nullable: true }) input?: WorkflowCheckpointInput,
  ): Promise<WorkflowCheckpointPayload> {
    return typedPayload(async () => {
      const version = await this.checkpoints.checkpoint(actor, id, {
        name: input?.name ?? undefined,
        note: input?.note ?? undefined,
        expectedRevision: input?.expectedRevision ?? undefined,
      });
      return { version: toVersion(version) };
    });
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowVersionRenamePayload, { description: 'Names a version; an empty name takes it away.' })
  workflowVersionRename(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('versionId', { type: () => ID }) versionId: string,
    @Args('name', { type: () => String, nullable: true }) name?: string | null,
  ): Promise<WorkflowVersionRenamePayload> {
    return payloadOf(async () => ({
      version: toVersion(await this.renaming.rename(actor, workflowId, versionId, name ?? null)),
    }));
  }
}
