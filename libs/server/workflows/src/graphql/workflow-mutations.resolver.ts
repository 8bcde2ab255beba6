import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import type { JsonObject } from '@millrace/workflow-model';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CreateWorkflow } from '../use-cases/create-workflow';
import { DeleteWorkflow } from '../use-cases/delete-workflow';
import { DuplicateWorkflow } from '../use-cases/duplicate-workflow';
import { ImportWorkflow, type ImportedWorkflow } from '../use-cases/import-workflow';
import { RestoreVersion } from '../use-cases/restore-version';
import { SaveDraft } from '../use-cases/save-draft';
import { workflowPayload } from './workflow-errors.mapping';
import {
  WorkflowCreateInput,
  WorkflowImportInput,
  WorkflowRestoreInput,
  WorkflowSaveDraftInput,
} from './workflow.inputs';
import {
  WorkflowCreatePayload,
  WorkflowDeletePayload,
  WorkflowDuplicatePayload,
  WorkflowImportPayload,
  WorkflowRestorePayload,
  WorkflowSaveDraftPayload,
  WorkflowUndeletePayload,
  type WorkflowPayload,
} from './workflow.payloads';

/** What can be done with drafts. */
@Resolver()
export class WorkflowMutationsResolver {
  constructor(
    private readonly creation: CreateWorkflow,
    private readonly drafts: SaveDraft,
    private readonly restoring: RestoreVersion,
    private readonly deletion: DeleteWorkflow,
    private readonly duplication: DuplicateWorkflow,
    private readonly importing: ImportWorkflow,
  ) {}

  @Requires('workflow:write')
  @Mutation(() => WorkflowCreatePayload, { description: 'Makes a workflow; its document need not be able to run yet.' })
  workflowCreate(@CurrentActor() actor: Actor, @Args('input') input: WorkflowCreateInput): Promise<WorkflowPayload> {
    return workflowPayload(async () => (await this.creation.create(actor, documentOf(input))).workflow);
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowSaveDraftPayload, { description: 'Replaces the draft, if nobody changed it in between.' })
  workflowSaveDraft(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') { document, expectedRevision }: WorkflowSaveDraftInput,
  ): Promise<WorkflowPayload> {
    return workflowPayload(() => this.drafts.save(actor, id, document, expectedRevision));
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowRestorePayload, { description: 'Copies a version into the draft; what is live stays live.' })
  workflowRestore(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') { versionId, expectedRevision }: WorkflowRestoreInput,
  ): Promise<WorkflowPayload> {
    return workflowPayload(() => this.restoring.restore(actor, id, versionId, expectedRevision ?? undefined));
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowDeletePayload, { description: 'Puts it into the bin: its triggers stop, its history stays.' })
  workflowDelete(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<WorkflowPayload> {
    return workflowPayload(() => this.deletion.delete(actor, id));
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowUndeletePayload, { description: 'Takes it out of the bin, live again if it was.' })
  workflowUndelete(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<WorkflowPayload> {
    return workflowPayload(() => this.deletion.restoreDeleted(actor, id));
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowDuplicatePayload, { description: 'Makes a new workflow out of the draft.' })
  workflowDuplicate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('name', { type: () => String, nullable: true }) name?: string | null,
  ): Promise<WorkflowPayload> {
    return workflowPayload(() => this.duplication.duplicate(actor, id, name ?? undefined));
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowImportPayload, { description: 'Makes a workflow out of a document from elsewhere.' })
  async workflowImport(
    @CurrentActor() actor: Actor,
    @Args('input') { document, name }: WorkflowImportInput,
  ): Promise<WorkflowPayload & Pick<WorkflowImportPayload, 'issues'>> {
    let imported: ImportedWorkflow | undefined;
    const payload = await workflowPayload(async () => {
      imported = await this.importing.import(actor, document, name ?? undefined);
      return imported.workflow;
    });
    return { ...payload, issues: imported?.problems };
  }
}

/** The name on its own wins; without a document an empty canvas is made. */
function documentOf({ name, document }: WorkflowCreateInput): unknown {
  const given = document ?? {};
  return name && typeof given === 'object' && !Array.isArray(given) ? { ...(given as JsonObject), name } : given;
}
