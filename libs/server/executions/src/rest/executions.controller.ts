import { Readable } from 'node:stream';
import type { ExecutionEvent } from '@millrace/engine';
import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ExecutionControl } from '../control/execution-control';
import { ExecutionHistory } from '../history/execution-history';
import type { ValuePart } from '../history/execution-history';
import { ExportExecution } from '../history/export-execution';
import type { ExecutionListItem, ExecutionResource } from './execution.resource';
import { toListItem, toResource } from './execution.resource';
import {
  STATUSES,
  beforeOf,
  eventsQuery,
  listQuery,
  pageOf,
  reasonBody,
  type EventsQuery,
  type ListQuery,
  type ReasonBody,
} from './requests';

/** Runs of the workspace. */
@ApiTags('executions')
@ApiBearerAuth()
@Controller('api/executions')
export class ExecutionsController {
  constructor(
    private readonly history: ExecutionHistory,
    private readonly control: ExecutionControl,
    private readonly exporting: ExportExecution,
  ) {}

  @Get()
  @Requires('execution:read')
  @ApiOperation({ summary: 'Runs of the workspace, newest first' })
  @ApiQuery({ name: 'first', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'after', required: false, description: '`nextCursor` of the page before.' })
  @ApiQuery({ name: 'status', required: false, enum: STATUSES, isArray: true })
  async list(
    @CurrentActor() actor: Actor,
    @Query(listQuery) { first, after, status }: ListQuery,
  ): Promise<{ items: ExecutionListItem[]; nextCursor: string | null }> {
    const filter = status ? { filter: { statuses: status } } : {};
    return pageOf(await this.history.list(actor, { ...filter, first, ...beforeOf(after) }), first, toListItem);
  }

  @Get(':id')
  @Requires('execution:read')
  @ApiOperation({ summary: 'A run with its steps: status, output, duration and error of each' })
  async get(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ExecutionResource> {
    return toResource(await this.history.get(actor, id));
  }

  @Get(':id/events')
  @Requires('execution:read')
  @ApiOperation({ summary: 'The log of a run after a seq' })
  @ApiQuery({ name: 'afterSeq', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @ApiQuery({ name: 'first', required: false, schema: { type: 'integer', minimum: 1, maximum: 1_000, default: 200 } })
  async events(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query(eventsQuery) { afterSeq, first }: EventsQuery,
  ): Promise<{ items: ExecutionEvent[] }> {
    return { items: await this.history.eventsAfter(actor, id, afterSeq, first) };
  }

  @Get(':id/export')
  @Requires('execution:read')
  @ApiOperation({ summary: 'Everything about a run as a JSON file: document, log and values' })
  async export(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const { fileName, text } = await this.exporting.export(actor, id);
    const disposition = `attachment; filename="${fileName}"`;
    return new StreamableFile(Readable.from(text), { type: 'application/json; charset=utf-8', disposition });
  }

  @Get(':id/values/:payloadId')
  @Requires('execution:read')
  @ApiOperation({ summary: 'A part of the JSON text of a value above 64 KiB' })
  @ApiQuery({ name: 'offset', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  value(
    @CurrentActor() actor: Actor,
    @Param() { id, payloadId }: { id: string; payloadId: string },
    @Query('offset') offset?: string,
  ): Promise<ValuePart> {
    return this.history.value(actor, id, payloadId, Math.max(0, Number.parseInt(offset ?? '0', 10) || 0));
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @Requires('execution:control')
  @ApiOperation({ summary: 'Abort what runs and end the run' })
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(reasonBody) { reason }: ReasonBody,
  ): Promise<{ status: string }> {
    await this.control.cancel(actor, id, reason);
    return { status: 'cancelling' };
  }

  @Post(':id/terminate')
  @HttpCode(202)
  @Requires('execution:control')
  @ApiOperation({ summary: 'End the run at once' })
  async terminate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(reasonBody) { reason }: ReasonBody,
  ): Promise<{ status: string }> {
    await this.control.terminate(actor, id, reason);
    return { status: 'terminating' };
  }

  @Post(':id/pause')
  @HttpCode(202)
  @Requires('execution:control')
  @ApiOperation({ summary: 'Start no further node until the run is resumed' })
  async pause(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ status: string }> {
    await this.control.pause(actor, id);
    return { status: 'paused' };
  }

  @Post(':id/resume')
  @HttpCode(202)
  @Requires('execution:control')
  @ApiOperation({ summary: 'Go on with a paused run' })
  async resume(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ status: string }> {
    await this.control.resume(actor, id);
    return { status: 'running' };
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('execution:purge')
  @ApiOperation({ summary: 'Delete a run that is over, with its log; 409 otherwise' })
  purge(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.control.purge(actor, id);
  }
}
