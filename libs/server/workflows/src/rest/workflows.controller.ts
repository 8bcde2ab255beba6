import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { WorkflowLoaders } from '../graphql/workflow.loaders';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { CreateWorkflow } from '../use-cases/create-workflow';
import { DeleteWorkflow } from '../use-cases/delete-workflow';
import { GetWorkflow } from '../use-cases/get-workflow';
import { ListVersions } from '../use-cases/list-versions';
import { ListWorkflows } from '../use-cases/list-workflows';
import { SaveDraft } from '../use-cases/save-draft';
import { documentApi, patchApi, workflowAnswer } from './openapi';
import {
  ApiPageQuery,
  ApiWorkflowListQuery,
  documentBody,
  pageQuery,
  patchBody,
  workflowListQuery,
  type DocumentBody,
  type PageQuery,
  type PatchBody,
  type WorkflowListQuery,
} from './requests';
import {
  toResource,
  toSummary,
  toVersionSummary,
  VersionList,
  WorkflowList,
  type WorkflowResource,
} from './workflow.resource';

/** Workflows over REST: the same use cases as GraphQL. */
@ApiTags('workflows')
@ApiBearerAuth()
@Controller('api/workflows')
export class WorkflowsController {
  constructor(
    private readonly creation: CreateWorkflow,
    private readonly listing: ListWorkflows,
    private readonly getting: GetWorkflow,
    private readonly drafts: SaveDraft,
    private readonly deletion: DeleteWorkflow,
    private readonly history: ListVersions,
    private readonly loaders: WorkflowLoaders,
  ) {}

  @Post()
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Make a workflow from a document; it need not be able to run yet' })
  @ApiBody(documentApi)
  @ApiResponse({ ...workflowAnswer, status: 201 })
  async create(@CurrentActor() actor: Actor, @Body(documentBody) body: DocumentBody): Promise<WorkflowResource> {
    const { workflow } = await this.creation.create(actor, body);
    return this.resource(workflow);
  }

  @Get()
  @Requires('workflow:read')
  @ApiOperation({ summary: 'The workflows of the workspace, page by page' })
  @ApiWorkflowListQuery()
  @ApiResponse({ status: 200, type: WorkflowList })
  async list(
    @CurrentActor() actor: Actor,
    @Query(workflowListQuery) { tag, ...query }: WorkflowListQuery,
  ): Promise<WorkflowList> {
    const { items, hasNextPage } = await this.listing.list(actor, { ...query, tags: tag });
    const summaries = items.map(async ({ workflow }) => toSummary(workflow, await this.published(workflow)));
    return { items: await Promise.all(summaries), nextCursor: hasNextPage ? (items.at(-1)?.cursor ?? null) : null };
  }

  @Get(':id')
  @Requires('workflow:read')
  @ApiOperation({ summary: 'The draft of a workflow with its state' })
  @ApiResponse(workflowAnswer)
  async get(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<WorkflowResource> {
    return this.resource(await this.getting.get(actor, id));
  }

  @Patch(':id')
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Change parts of the draft; with `revision` only if nobody else did' })
  @ApiBody(patchApi)
  @ApiResponse(workflowAnswer)
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(patchBody) { revision, ...parts }: PatchBody,
  ): Promise<WorkflowResource> {
    return this.resource(await this.drafts.patch(actor, id, parts, revision));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Put a workflow into the bin; its triggers stop, its history stays' })
  @ApiResponse({ status: 204 })
  async delete(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.deletion.delete(actor, id);
  }

  @Post(':id/undelete')
  @HttpCode(200)
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Take a workflow out of the bin' })
  @ApiResponse(workflowAnswer)
  async undelete(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<WorkflowResource> {
    return this.resource(await this.deletion.restoreDeleted(actor, id));
  }

  @Get(':id/versions')
  @Requires('workflow:read')
  @ApiOperation({ summary: 'Published versions, newest first' })
  @ApiPageQuery()
  @ApiResponse({ status: 200, type: VersionList })
  async versions(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query(pageQuery) page: PageQuery,
  ): Promise<VersionList> {
    const { items, hasNextPage } = await this.history.list(actor, id, page);
    return {
      items: items.map(({ version }) => toVersionSummary(version)),
      nextCursor: hasNextPage ? (items.at(-1)?.cursor ?? null) : null,
    };
  }

  private async resource(workflow: WorkflowEntity): Promise<WorkflowResource> {
    return toResource(workflow, await this.published(workflow));
  }

  private async published({
    workspaceId,
    publishedVersionId: id,
  }: WorkflowEntity): Promise<{ version: string | null } | null> {
    return id ? this.loaders.versions.load({ workspaceId, id }) : null;
  }
}
