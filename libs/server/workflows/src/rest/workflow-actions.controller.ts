import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { WorkflowLoaders } from '../graphql/workflow.loaders';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import type { Validation } from '../rules/validation';
import { DisableWorkflow } from '../use-cases/disable-workflow';
import { EnableWorkflow } from '../use-cases/enable-workflow';
import { PublishWorkflow } from '../use-cases/publish-workflow';
import { RestoreVersion } from '../use-cases/restore-version';
import { RollBack } from '../use-cases/roll-back';
import { ValidateWorkflow } from '../use-cases/validate-workflow';
import { documentApi, publishApi, validationAnswer, workflowAnswer } from './openapi';
import { documentBody, publishBody, type DocumentBody, type PublishBody } from './requests';
import { toResource, type WorkflowResource } from './workflow.resource';

/** What is done with a workflow as a whole. */
@ApiTags('workflows')
@ApiBearerAuth()
@Controller('api/workflows')
export class WorkflowActionsController {
  constructor(
    private readonly publishing: PublishWorkflow,
    private readonly enabling: EnableWorkflow,
    private readonly disabling: DisableWorkflow,
    private readonly validation: ValidateWorkflow,
    private readonly restoring: RestoreVersion,
    private readonly rolling: RollBack,
    private readonly loaders: WorkflowLoaders,
  ) {}

  @Post('validate')
  @HttpCode(200)
  @Requires('workflow:read')
  @ApiOperation({ summary: 'Everything that is wrong with a document, without storing it' })
  @ApiBody(documentApi)
  @ApiResponse(validationAnswer)
  validateDocument(@Body(documentBody) body: DocumentBody): Validation {
    return this.validation.document(body);
  }

  @Post(':id/validate')
  @HttpCode(200)
  @Requires('workflow:read')
  @ApiOperation({ summary: 'Everything that is wrong with the draft' })
  @ApiResponse(validationAnswer)
  validate(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Validation> {
    return this.validation.draft(actor, id);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Requires('workflow:publish')
  @ApiOperation({ summary: 'Make the draft an immutable version and put it live' })
  @ApiBody(publishApi)
  @ApiResponse(workflowAnswer)
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(publishBody) { revision, ...request }: PublishBody,
  ): Promise<WorkflowResource> {
    const publication = { ...request, expectedRevision: revision };
    return this.resource(await this.publishing.publish(actor, id, publication));
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Requires('workflow:publish')
  @ApiOperation({ summary: 'Let the triggers of the live version fire' })
  @ApiResponse(workflowAnswer)
  async enable(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<WorkflowResource> {
    return this.resource(await this.enabling.enable(actor, id));
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Requires('workflow:publish')
  @ApiOperation({ summary: 'Keep its triggers from firing' })
  @ApiResponse(workflowAnswer)
  async disable(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<WorkflowResource> {
    return this.resource(await this.disabling.disable(actor, id));
  }

  @Post(':id/versions/:versionId/restore')
  @HttpCode(200)
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Copy a version into the draft' })
  @ApiResponse(workflowAnswer)
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('versionId') versionId: string,
  ): Promise<WorkflowResource> {
    return this.resource(await this.restoring.restore(actor, id, versionId));
  }

  @Post(':id/versions/:versionId/roll-back')
  @HttpCode(200)
  @Requires('workflow:publish')
  @ApiOperation({ summary: 'Put an old version live again' })
  @ApiResponse(workflowAnswer)
  async rollBack(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('versionId') versionId: string,
  ): Promise<WorkflowResource> {
    return this.resource(await this.rolling.rollBack(actor, id, versionId));
  }

  private async resource(workflow: WorkflowEntity): Promise<WorkflowResource> {
    const { workspaceId, publishedVersionId: id } = workflow;
    return toResource(workflow, id ? await this.loaders.versions.load({ workspaceId, id }) : null);
  }
}
