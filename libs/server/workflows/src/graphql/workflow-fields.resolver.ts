import { NodeCatalogue } from '@millrace/server-catalog';
import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { JsonScalar } from '@millrace/server-platform';
import { contractOf, type WorkflowDocument } from '@millrace/workflow-model';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DocumentChecks } from '../document-checks';
import { validationOf } from '../rules/validation';
import { ListVersions } from '../use-cases/list-versions';
import { WorkflowVersions } from '../workflow-versions';
import { workflowNotFound } from '../workflows.errors';
import { WorkflowValidationType } from './workflow-issue.type';
import { WorkflowHistoryArgs } from './workflow.inputs';
import { WorkflowLoaders } from './workflow.loaders';
import { toVersion, toVersionPage } from './workflow.mapping';
import {
  WorkflowContractType,
  WorkflowDraftType,
  WorkflowType,
  WorkflowVersionConnectionType,
  WorkflowVersionType,
} from './workflow.type';

/** Reading one draft weighs as much as ten plain fields. */
const DOCUMENT_COMPLEXITY = 10;

/** Fields of a workflow that cost a query of their own. */
@Resolver(() => WorkflowType)
export class WorkflowFieldsResolver {
  constructor(
    private readonly loaders: WorkflowLoaders,
    private readonly history: ListVersions,
    private readonly documents: DocumentChecks,
    private readonly versionDocuments: WorkflowVersions,
    private readonly catalogue: NodeCatalogue,
  ) {}

  @Requires('workflow:read')
  @ResolveField(() => WorkflowDraftType, { complexity: DOCUMENT_COMPLEXITY })
  async draft(@Parent() workflow: WorkflowType): Promise<WorkflowDraftType> {
    return {
      document: await this.documentOf(workflow),
      revision: workflow.draftRevision,
      savedBy: workflow.draftSavedBy,
      savedAt: workflow.draftSavedAt,
    };
  }

  @Requires('workflow:read')
  @ResolveField(() => WorkflowValidationType, {
    complexity: DOCUMENT_COMPLEXITY,
    description: 'Everything that is wrong with the draft.',
  })
  async validation(@CurrentActor() actor: Actor, @Parent() workflow: WorkflowType): Promise<WorkflowValidationType> {
    const problems = await this.documents.problemsFor(actor, await this.documentOf(workflow));
    const { valid } = validationOf(problems);
    return { valid, issues: problems };
  }

  @Requires('workflow:read')
  @ResolveField(() => WorkflowVersionType, {
    nullable: true,
    description: 'What is live, or would be if it were enabled.',
  })
  async publishedVersion(
    @Parent() { workspaceId, publishedVersionId }: WorkflowType,
  ): Promise<WorkflowVersionType | null> {
    const version = publishedVersionId
      ? await this.loaders.versions.load({ workspaceId, id: publishedVersionId })
      : null;
    return version ? toVersion(version) : null;
  }

  @Requires('workflow:read')
  @ResolveField(() => Boolean, { description: 'Whether the draft says something else than what is live.' })
  async hasUnpublishedChanges(@Parent() workflow: WorkflowType): Promise<boolean> {
    const { workspaceId, publishedVersionId, draftHash } = workflow;
    if (!publishedVersionId) return true;
    const version = await this.loaders.versions.load({ workspaceId, id: publishedVersionId });
    return version?.hash !== draftHash;
  }

  @Requires('workflow:read')
  @ResolveField(() => WorkflowContractType, {
    complexity: DOCUMENT_COMPLEXITY,
    description: 'What it takes and gives when another workflow runs it: the live version, else the draft.',
  })
  async contract(@Parent() workflow: WorkflowType): Promise<WorkflowContractType> {
    const { publishedVersionId } = workflow;
    const document = publishedVersionId
      ? await this.versionDocuments.load(publishedVersionId)
      : await this.documentOf(workflow);
    return contractOf(document, this.catalogue.lookup);
  }

  @Requires('workflow:read')
  @ResolveField(() => WorkflowVersionConnectionType, { description: 'Its history, newest first.' })
  async versions(
    @CurrentActor() actor: Actor,
    @Parent() { id }: WorkflowType,
    @Args() args: WorkflowHistoryArgs,
  ): Promise<WorkflowVersionConnectionType> {
    return toVersionPage(await this.history.list(actor, id, args));
  }

  private async documentOf(workflow: WorkflowType): Promise<WorkflowDocument> {
    const { workspaceId, id } = workflow;
    const document = workflow.draftDocument ?? (await this.loaders.drafts.load({ workspaceId, id }))?.document;
    if (!document) throw workflowNotFound(id);
    return document;
  }
}

/** The document of a version. */
@Resolver(() => WorkflowVersionType)
export class WorkflowVersionFieldsResolver {
  constructor(private readonly versions: WorkflowVersions) {}

  @Requires('workflow:read')
  @ResolveField(() => JsonScalar, { complexity: DOCUMENT_COMPLEXITY, description: 'The workflow document.' })
  document(@Parent() { id }: WorkflowVersionType): Promise<WorkflowDocument> {
    return this.versions.load(id);
  }
}
