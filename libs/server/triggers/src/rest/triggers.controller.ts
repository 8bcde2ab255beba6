import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { invalid, ZodPipe } from '@millrace/server-platform';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { WorkflowVersions } from '@millrace/server-workflows';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PublishEvent } from '../events/publish-event';
import { previewSchedule } from '../schedules/preview-schedule';
import { webhookNotFound } from '../triggers.errors';
import { TriggerOverview, type ScheduleOverview, type WebhookOverview } from '../trigger-overview';
import { WebhookSecrets, type IssuedSecret } from '../webhooks/webhook-secrets';
import { WebhookSwitch } from '../webhooks/webhook-switch';

// What is no id is nobody's either.
const webhookIdPipe = new ParseUUIDPipe({ exceptionFactory: webhookNotFound });

const previewRequest = z.object({
  config: z.record(z.string(), z.json()),
  timezone: z.string().max(100).default('UTC'),
  count: z.number().int().min(1).max(50).default(5),
});

/** Configuration of what starts runs from outside. The calls themselves go to `WebhookEndpoint`. */
@ApiTags('triggers')
@ApiBearerAuth()
@Controller('api')
export class TriggersController {
  constructor(
    private readonly overview: TriggerOverview,
    private readonly secrets: WebhookSecrets,
    private readonly webhookSwitch: WebhookSwitch,
    private readonly events: PublishEvent,
    private readonly versions: WorkflowVersions,
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
  @ApiOperation({
    summary: 'Issue a new secret for a webhook; it is shown only in this answer, and the one before stops working',
  })
  issueSecret(
    @CurrentActor() actor: Actor,
    @Param('webhookId', webhookIdPipe) webhookId: string,
  ): Promise<IssuedSecret> {
    return this.secrets.issue(actor.workspaceId, webhookId);
  }

  @Post('webhooks/:webhookId/enable')
  @Requires('workflow:publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let calls of one webhook start runs again' })
  enable(@CurrentActor() actor: Actor, @Param('webhookId', webhookIdPipe) webhookId: string): Promise<WebhookOverview> {
    return this.webhookSwitch.enable(actor.workspaceId, webhookId);
  }

  @Post('webhooks/:webhookId/disable')
  @Requires('workflow:publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Turn one webhook off; its calls are answered with 404, the rest of the workflow goes on' })
  disable(
    @CurrentActor() actor: Actor,
    @Param('webhookId', webhookIdPipe) webhookId: string,
  ): Promise<WebhookOverview> {
    return this.webhookSwitch.disable(actor.workspaceId, webhookId);
  }

  @Get('workflows/:workflowId/schedules')
  @Requires('workflow:read')
  @ApiOperation({ summary: 'Schedules of a workflow with their next five runs' })
  async schedules(
    @CurrentActor() actor: Actor,
    @Param('workflowId', ParseUUIDPipe) workflowId: string,
  ): Promise<{ items: ScheduleOverview[] }> {
    await this.versions.draftOf(actor, workflowId);
    return { items: await this.overview.schedules(actor.workspaceId, workflowId) };
  }

  @Post('schedules/preview')
  @Requires('workflow:read')
  @HttpCode(200)
  @ApiOperation({ summary: 'When a schedule trigger with this config would fire next' })
  @ApiBody({
    schema: {
      type: 'object',
      required: ['config'],
      properties: { config: { type: 'object' }, timezone: { type: 'string' }, count: { type: 'integer' } },
    },
  })
  preview(@Body(new ZodPipe(previewRequest)) request: z.infer<typeof previewRequest>): { nextRuns: Date[] } {
    const { config, timezone, count } = request;
    return { nextRuns: previewSchedule(config as JsonObject, timezone, Date.now(), count) };
  }

  @Post('events')
  @Requires('execution:start')
  @HttpCode(202)
  @ApiOperation({ summary: 'Publish an event; every live event trigger of that name starts a run' })
  @ApiBody({ schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, payload: {} } } })
  publish(
    @CurrentActor() actor: Actor,
    @Body() body: { name?: unknown; payload?: Json },
  ): Promise<{ eventId: string }> {
    if (typeof body?.name !== 'string') throw invalid('EVENT_NAME_INVALID', 'Send { "name": "…", "payload": … }.');
    return this.events.publish(actor.workspaceId, { name: body.name, payload: body.payload ?? null });
  }
}
