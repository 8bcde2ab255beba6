import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { GetWorkflow } from '@millrace/server-workflows';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ExecutionHistory } from '../history/execution-history';
import { RunWorkflow } from '../start/run-workflow';
import type { ExecutionListItem } from './execution.resource';
import { toListItem } from './execution.resource';
import { STATUSES, beforeOf, listQuery, pageOf, runBody, type ListQuery, type RunBody } from './requests';

/** Runs of one workflow. */
@ApiTags('executions')
@ApiBearerAuth()
@Controller('api/workflows/:workflowId')
export class WorkflowExecutionsController {
  constructor(
    private readonly runs: RunWorkflow,
    private readonly history: ExecutionHistory,
    private readonly workflows: GetWorkflow,
  ) {}

  @Post('execute')
  @HttpCode(202)
  @Requires('execution:start')
  @ApiOperation({ summary: 'Start a run; it is committed when the answer comes' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'The same key gives the same run for seven days.',
  })
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        input: { description: 'Any JSON: the output of the trigger.', example: { name: 'Ada' } },
        version: {
          type: 'string',
          description: '`published`, `draft` or a number; published, else draft, when absent.',
        },
        triggerNodeId: { type: 'string' },
        priority: {
          type: 'string',
          enum: ['low', 'normal', 'high'],
          description: 'What the workflow says when absent.',
        },
      },
    },
  })
  async execute(
    @CurrentActor() actor: Actor,
    @Param('workflowId') workflowId: string,
    @Body(runBody) body: RunBody,
    @Headers('idempotency-key') idempotencyKey?: string,
  ): Promise<{ executionId: string; status: string }> {
    const key = idempotencyKey === undefined ? {} : { idempotencyKey };
    const { executionId, status } = await this.runs.run(actor, { workflowId, ...body, ...key });
    return { executionId, status };
  }

  @Get('executions')
  @Requires('execution:read')
  @ApiOperation({ summary: 'Runs of the workflow, newest first' })
  @ApiQuery({ name: 'first', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'after', required: false, description: '`nextCursor` of the page before.' })
  @ApiQuery({ name: 'status', required: false, enum: STATUSES, isArray: true })
  async list(
    @CurrentActor() actor: Actor,
    @Param('workflowId') workflowId: string,
    @Query(listQuery) { first, after, status }: ListQuery,
  ): Promise<{ items: ExecutionListItem[]; nextCursor: string | null }> {
    // Who asks for the runs of a workflow that is not there learns that, and not that it has none.
    await this.workflows.get(actor, workflowId);
    const filter = { workflowId, ...(status ? { statuses: status } : {}) };
    const rows = await this.history.list(actor, { filter, first, ...beforeOf(after) });
    return pageOf(rows, first, toListItem);
  }
}
