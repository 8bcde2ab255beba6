import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { invalid, JsonScalar } from '@millrace/server-platform';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DiffVersions } from '../use-cases/diff-versions';
import { ExportWorkflow, type ExportForm } from '../use-cases/export-workflow';
import { GetWorkflow } from '../use-cases/get-workflow';
import { ListVersions } from '../use-cases/list-versions';
import { ListWorkflows } from '../use-cases/list-workflows';
import { ValidateWorkflow } from '../use-cases/validate-workflow';
import { ExportFormEnum, WorkflowHistoryArgs, WorkflowListArgs } from './workflow.inputs';
import { toPage, toVersionPage, toWorkflow } from './workflow.mapping';
import { WorkflowValidationType } from './workflow-issue.type';
import { WorkflowConnectionType, WorkflowTagType, WorkflowType, WorkflowVersionConnectionType } from './workflow.type';

/** What can be asked about workflows. */
@Resolver(() => WorkflowType)
export class WorkflowResolver {
  constructor(
    private readonly getting: GetWorkflow,
    private readonly listing: ListWorkflows,
    private readonly history: ListVersions,
    private readonly validation: ValidateWorkflow,
    private readonly exporting: ExportWorkflow,
    private readonly differences: DiffVersions,
  ) {}

  @Requires('workflow:read')
  @Query(() => WorkflowType, { description: 'One workflow of the workspace.' })
  async workflow(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<WorkflowType> {
    return toWorkflow(await this.getting.get(actor, id));
  }

  @Requires('workflow:read')
  @Query(() => WorkflowConnectionType, { description: 'The workflows of the workspace.' })
  async workflows(@CurrentActor() actor: Actor, @Args() args: WorkflowListArgs): Promise<WorkflowConnectionType> {
    return { ...toPage(await this.listing.list(actor, args)), request: args } as WorkflowConnectionType;
  }

  @Requires('workflow:read')
  @Query(() => [WorkflowTagType], { description: 'The tags of the workspace, most used first.' })
  workflowTags(@CurrentActor() actor: Actor): Promise<WorkflowTagType[]> {
    return this.listing.tags(actor);
  }

  @Requires('workflow:read')
  @Query(() => WorkflowVersionConnectionType, { description: 'The history of a workflow, newest first.' })
  async workflowVersions(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args() args: WorkflowHistoryArgs,
  ): Promise<WorkflowVersionConnectionType> {
    return toVersionPage(await this.history.list(actor, workflowId, args));
  }

  @Requires('workflow:read')
  @Query(() => WorkflowValidationType, {
    description: 'Everything that is wrong with a stored draft or a given document.',
  })
  async workflowValidate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, nullable: true }) id?: string | null,
    @Args('document', { type: () => JsonScalar, nullable: true }) document?: unknown,
  ): Promise<WorkflowValidationType> {
    const isGiven = document !== undefined && document !== null;
    if (isGiven === Boolean(id)) throw invalid('BAD_USER_INPUT', 'Give either the id of a workflow or a document.');
    const { valid, problems } = isGiven
      ? this.validation.document(document)
      : await this.validation.draft(actor, id ?? '');
    return { valid, issues: problems };
  }

  @Requires('workflow:read')
  @Query(() => JsonScalar, {
    description: 'A document that can be imported elsewhere; the draft when no version is named.',
  })
  workflowExport(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('versionId', { type: () => ID, nullable: true }) versionId?: string | null,
    @Args('form', { type: () => ExportFormEnum, nullable: true, defaultValue: 'document' }) form?: ExportForm | null,
    @Args('includePins', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Adds `pins`: pinned outputs of the draft by node id. Importing the document pins them again.',
    })
    includePins = false,
    @Args('includeCredentials', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Keeps the ids of accounts in the exchange form; they mean something in this installation only.',
    })
    includeCredentials = false,
    @Args('includeTests', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Adds `tests`: importing the document makes them again, and `npx millrace test` runs them.',
    })
    includeTests = false,
  ): Promise<unknown> {
    const request = {
      versionId: versionId ?? undefined,
      form: form ?? undefined,
      includePins,
      includeCredentials,
      includeTests,
    };
    return this.exporting.export(actor, id, request);
  }

  @Requires('workflow:read')
  @Query(() => JsonScalar, {
    description: 'What changed between two versions: name, nodes, edges, notes, groups, settings and metadata.',
  })
  workflowDiff(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('from', { type: () => ID, nullable: true, description: 'The draft when absent.' }) from?: string | null,
    @Args('to', { type: () => ID, nullable: true, description: 'The draft when absent.' }) to?: string | null,
  ): Promise<unknown> {
    return this.differences.diff(actor, id, { from: from ?? undefined, to: to ?? undefined });
  }
}

/** What is true of the whole list and not of one page. */
@Resolver(() => WorkflowConnectionType)
export class WorkflowConnectionResolver {
  constructor(private readonly listing: ListWorkflows) {}

  @Requires('workflow:read')
  @ResolveField(() => Int, { description: 'Workflows on all pages together.' })
  totalCount(@CurrentActor() actor: Actor, @Parent() { request }: WorkflowConnectionType): Promise<number> {
    return this.listing.count(actor, request);
  }
}
