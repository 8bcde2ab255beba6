import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { ZodPipe } from '@millrace/server-platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Backfills, MAX_AT_ONCE, type Backfill, type BackfillPreview } from '../schedules/backfills';
import { ScheduleControl } from '../schedules/schedule-control';
import { ScheduleList, type ScheduleFire } from '../schedules/schedule-list';
import { backfillNotFound, scheduleNotFound } from '../triggers.errors';
import { toScheduleResource, type ScheduleResource } from './schedule.resource';

const MOST_FIRES = 100;
const id = 'scheduleId';
// What is no id is nobody's either.
const ids = {
  schedule: new ParseUUIDPipe({ exceptionFactory: scheduleNotFound }),
  backfill: new ParseUUIDPipe({ exceptionFactory: backfillNotFound }),
};

const pauseRequest = z.object({ reason: z.string().max(500).optional() });
const firesQuery = z.object({ first: z.coerce.number().int().min(1).max(MOST_FIRES).default(20) });
const listQuery = z.object({ workflowId: z.uuid().optional() });
const range = { from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) };
const previewRequest = z.object(range);
const backfillRequest = z.object({
  ...range,
  order: z.enum(['oldest-first', 'newest-first']).default('oldest-first'),
  atOnce: z.number().int().min(1).max(MAX_AT_ONCE).default(1),
});

const instant = { type: 'string', format: 'date-time' };
const RANGE_BODY = {
  type: 'object',
  required: ['from', 'to'],
  properties: { from: instant, to: instant },
};
const BACKFILL_BODY = {
  ...RANGE_BODY,
  properties: {
    ...RANGE_BODY.properties,
    order: { type: 'string', enum: ['oldest-first', 'newest-first'], default: 'oldest-first' },
    atOnce: { type: 'integer', minimum: 1, maximum: MAX_AT_ONCE, default: 1 },
  },
};

/** The schedules of a workspace, and what people do with them: what the page of the editor does, for programs. */
@ApiTags('schedules')
@ApiBearerAuth()
@Controller('api/schedules')
export class SchedulesController {
  constructor(
    private readonly schedules: ScheduleList,
    private readonly control: ScheduleControl,
    private readonly past: Backfills,
  ) {}

  @Get()
  @Requires('workflow:read')
  @ApiOperation({ summary: 'Schedules of live workflows, or of one; what comes due first is at the top' })
  @ApiQuery({ name: 'workflowId', required: false })
  async list(
    @CurrentActor() { workspaceId }: Actor,
    @Query(new ZodPipe(listQuery)) { workflowId }: z.infer<typeof listQuery>,
  ): Promise<{ items: ScheduleResource[] }> {
    return { items: (await this.schedules.list(workspaceId, workflowId)).map(toScheduleResource) };
  }

  @Get(':scheduleId')
  @Requires('workflow:read')
  @ApiOperation({ summary: 'One schedule with its next five runs' })
  async get(
    @CurrentActor() { workspaceId }: Actor,
    @Param(id, ids.schedule) scheduleId: string,
  ): Promise<ScheduleResource> {
    return toScheduleResource(await this.schedules.get(workspaceId, scheduleId));
  }

  @Get(':scheduleId/fires')
  @Requires('workflow:read')
  @ApiOperation({ summary: 'What became of its times that are over, newest first' })
  @ApiQuery({ name: 'first', required: false, schema: { type: 'integer', minimum: 1, maximum: MOST_FIRES } })
  async fires(
    @CurrentActor() { workspaceId }: Actor,
    @Param(id, ids.schedule) scheduleId: string,
    @Query(new ZodPipe(firesQuery)) { first }: z.infer<typeof firesQuery>,
  ): Promise<{ items: ScheduleFire[] }> {
    await this.schedules.get(workspaceId, scheduleId);
    return { items: await this.schedules.fires(scheduleId, first) };
  }

  @Post(':scheduleId/pause')
  @Requires('execution:control')
  @HttpCode(200)
  @ApiOperation({ summary: 'Keep it from firing, also over publishing' })
  @ApiBody({ required: false, schema: { type: 'object', properties: { reason: { type: 'string', maxLength: 500 } } } })
  async pause(
    @CurrentActor() actor: Actor,
    @Param(id, ids.schedule) scheduleId: string,
    @Body(new ZodPipe(pauseRequest)) { reason }: z.infer<typeof pauseRequest>,
  ): Promise<ScheduleResource> {
    await this.control.pause(actor, scheduleId, reason);
    return this.get(actor, scheduleId);
  }

  @Post(':scheduleId/resume')
  @Requires('execution:control')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let it fire again from now on; what fell into the pause is not made up for' })
  async resume(@CurrentActor() actor: Actor, @Param(id, ids.schedule) scheduleId: string): Promise<ScheduleResource> {
    await this.control.resume(actor, scheduleId);
    return this.get(actor, scheduleId);
  }

  @Post(':scheduleId/fire')
  @Requires('execution:start')
  @HttpCode(202)
  @ApiOperation({ summary: 'Start a run now, as if this moment were one of its times; paused or not' })
  async fire(
    @CurrentActor() actor: Actor,
    @Param(id, ids.schedule) scheduleId: string,
  ): Promise<{ executionId: string }> {
    return { executionId: await this.control.fire(actor, scheduleId) };
  }

  @Get(':scheduleId/backfills')
  @Requires('workflow:read')
  @ApiOperation({ summary: 'Its newest five backfills' })
  async backfills(
    @CurrentActor() { workspaceId }: Actor,
    @Param(id, ids.schedule) scheduleId: string,
  ): Promise<{ items: Backfill[] }> {
    await this.schedules.get(workspaceId, scheduleId);
    return { items: await this.past.of(scheduleId) };
  }

  @Post(':scheduleId/backfills/preview')
  @Requires('workflow:read')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a backfill of a range would do, both ends included; starts nothing' })
  @ApiBody({ schema: RANGE_BODY })
  preview(
    @CurrentActor() actor: Actor,
    @Param(id, ids.schedule) scheduleId: string,
    @Body(new ZodPipe(previewRequest)) { from, to }: z.infer<typeof previewRequest>,
  ): Promise<BackfillPreview> {
    return this.past.preview(actor, scheduleId, { from: new Date(from), to: new Date(to) });
  }

  @Post(':scheduleId/backfills')
  @Requires('execution:start')
  @HttpCode(202)
  @ApiOperation({ summary: 'Start runs for times that are over, each at most once, behind everything else' })
  @ApiBody({ schema: BACKFILL_BODY })
  backfill(
    @CurrentActor() actor: Actor,
    @Param(id, ids.schedule) scheduleId: string,
    @Body(new ZodPipe(backfillRequest)) { from, to, ...how }: z.infer<typeof backfillRequest>,
  ): Promise<Backfill> {
    return this.past.begin(actor, scheduleId, { from: new Date(from), to: new Date(to), ...how });
  }

  @Post('backfills/:backfillId/cancel')
  @Requires('execution:control')
  @HttpCode(200)
  @ApiOperation({ summary: 'Start no further runs of a backfill; those that were started go on' })
  cancel(@CurrentActor() actor: Actor, @Param('backfillId', ids.backfill) backfillId: string): Promise<Backfill> {
    return this.past.cancel(actor, backfillId);
  }
}
