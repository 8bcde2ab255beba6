import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExecutionControl } from '../control/execution-control';
import { SignalExecution } from '../control/signal-execution';
import { ExecutionHistory } from '../history/execution-history';
import { RunWorkflow } from '../start/run-workflow';
import type { InstanceStatus } from './execution.resource';
import { toInstanceStatus } from './execution.resource';
import { eventBody, inlineBody, reasonBody, type EventBody, type InlineBody, type ReasonBody } from './requests';

/** Runs by instance id: the API of workflow engines that take the definition with the start. */
@ApiTags('workflows v2')
@ApiBearerAuth()
@Controller('api/v2/workflows')
export class InstancesController {
  constructor(
    private readonly runs: RunWorkflow,
    private readonly history: ExecutionHistory,
    private readonly control: ExecutionControl,
    private readonly signals: SignalExecution,
  ) {}

  @Post()
  @HttpCode(202)
  @Requires('execution:start', 'workflow:write')
  @ApiOperation({ summary: 'Start a run of the definition in the body' })
  @ApiBody({
    schema: {
      type: 'object',
      required: ['definition'],
      properties: {
        definition: { type: 'object', additionalProperties: true },
        triggerData: { description: 'Any JSON.', example: { input: 'value' } },
        integrations: {
          type: 'object',
          additionalProperties: true,
          writeOnly: true,
          description:
            'Secrets by credential type, for nodes that name no account. Kept in the store of secrets until the run ends, and nowhere else.',
          example: { 'http-bearer': { token: '...' } },
        },
      },
    },
  })
  async start(
    @CurrentActor() actor: Actor,
    @Body(inlineBody) { definition, triggerData, integrations }: InlineBody,
    @Headers('idempotency-key') idempotencyKey?: string,
  ): Promise<{ instanceId: string; workflowId: string; status: 'started' }> {
    const { instanceId, workflowId } = await this.runs.runInline(actor, {
      definition,
      ...(triggerData === undefined ? {} : { input: triggerData }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      ...(integrations === undefined ? {} : { integrations }),
    });
    return { instanceId, workflowId, status: 'started' };
  }

  @Get(':instanceId/status')
  @Requires('execution:read')
  @ApiOperation({ summary: 'Where the run stands, with the outputs of its nodes' })
  async status(@CurrentActor() actor: Actor, @Param('instanceId') instanceId: string): Promise<InstanceStatus> {
    const detail = await this.history.getByInstance(actor, instanceId);
    const document = await this.history.documentOf(detail);
    return toInstanceStatus(detail, detail.workflowId ?? document.id);
  }

  @Post(':instanceId/events')
  @HttpCode(202)
  @Requires('execution:control')
  @ApiOperation({ summary: 'Send an event to the run, such as an approval; kept when no node waits for it yet' })
  async raise(
    @CurrentActor() actor: Actor,
    @Param('instanceId') instanceId: string,
    @Body(eventBody) { eventName, eventData = null, correlation }: EventBody,
  ): Promise<{ delivered: number }> {
    const { id } = await this.history.summaryByInstance(actor, instanceId);
    return this.signals.deliver({
      workspaceId: actor.workspaceId,
      executionId: id,
      name: eventName,
      payload: eventData,
      from: actor.userId,
      actor,
      ...(correlation === undefined ? {} : { correlation }),
    });
  }

  @Post(':instanceId/terminate')
  @HttpCode(202)
  @Requires('execution:control')
  @ApiOperation({ summary: 'End the run at once' })
  terminate(
    @CurrentActor() actor: Actor,
    @Param('instanceId') instanceId: string,
    @Body(reasonBody) { reason }: ReasonBody,
  ): Promise<{ instanceId: string; status: string }> {
    return this.act(actor, instanceId, 'terminated', (id) => this.control.terminate(actor, id, reason));
  }

  @Post(':instanceId/pause')
  @HttpCode(202)
  @Requires('execution:control')
  @ApiOperation({ summary: 'Suspend the run' })
  pause(
    @CurrentActor() actor: Actor,
    @Param('instanceId') instanceId: string,
  ): Promise<{ instanceId: string; status: string }> {
    return this.act(actor, instanceId, 'paused', (id) => this.control.pause(actor, id));
  }

  @Post(':instanceId/resume')
  @HttpCode(202)
  @Requires('execution:control')
  @ApiOperation({ summary: 'Go on with a suspended run' })
  resume(
    @CurrentActor() actor: Actor,
    @Param('instanceId') instanceId: string,
  ): Promise<{ instanceId: string; status: string }> {
    return this.act(actor, instanceId, 'resumed', (id) => this.control.resume(actor, id));
  }

  @Delete(':instanceId')
  @HttpCode(200)
  @Requires('execution:purge')
  @ApiOperation({ summary: 'Purge a run that is over; 409 otherwise' })
  purge(
    @CurrentActor() actor: Actor,
    @Param('instanceId') instanceId: string,
  ): Promise<{ instanceId: string; status: string }> {
    return this.act(actor, instanceId, 'purged', (id) => this.control.purge(actor, id));
  }

  private async act(
    actor: Actor,
    instanceId: string,
    status: string,
    action: (executionId: string) => Promise<void>,
  ): Promise<{ instanceId: string; status: string }> {
    const { id } = await this.history.summaryByInstance(actor, instanceId);
    await action(id);
    return { instanceId, status };
  }
}
