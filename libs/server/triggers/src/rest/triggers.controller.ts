import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { invalid } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { PublishEvent } from '../events/publish-event';
import { TriggerOverview, type WebhookOverview } from '../trigger-overview';
import { WebhookSecrets, type IssuedSecret } from '../webhooks/webhook-secrets';

/** Configuration of what starts runs from outside. The calls themselves go to `WebhookEndpoint`. */
@ApiTags('triggers')
@ApiBearerAuth()
@Controller('api')
export class TriggersController {
  constructor(
    private readonly overview: TriggerOverview,
    private readonly secrets: WebhookSecrets,
    private readonly events: PublishEvent,
  ) {}

  @Get('webhooks')
  @Requires('workflow:read')
  @ApiOperation({ summary: 'Webhooks of the workspace, or of one workflow' })
  @ApiQuery({ name: 'workflowId', required: false })
  async webhooks(
    @CurrentActor() actor: Actor,
    @Query('workflowId', new ParseUUIDPipe({ optional: true })) workflowId?: string,
  ): Promise<{ items: WebhookOverview[] }> {
    return { items: await this.overview.webhooks(actor.workspaceId, workflowId) };
  }

  @Post('webhooks/:webhookId/secret')
  @Requires('workflow:publish')
  @HttpCode(201)
  @ApiOperation({ summary: 'Issue a new secret for a webhook; it is shown only in this answer, and the one before stops working' })
  issueSecret(@CurrentActor() actor: Actor, @Param('webhookId', ParseUUIDPipe) webhookId: string): Promise<IssuedSecret> {
    return this.secrets.issue(actor.workspaceId, webhookId);
  }

  @Post('events')
  @Requires('execution:start')
  @HttpCode(202)
  @ApiOperation({ summary: 'Publish an event; every live event trigger of that name starts a run' })
  @ApiBody({ schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, payload: {} } } })
  publish(@CurrentActor() actor: Actor, @Body() body: { name?: unknown; payload?: Json }): Promise<{ eventId: string }> {
    if (typeof body?.name !== 'string') throw invalid('EVENT_NAME_INVALID', 'Send { "name": "…", "payload": … }.');
    return this.events.publish(actor.workspaceId, { name: body.name, payload: body.payload ?? null });
  }
}
