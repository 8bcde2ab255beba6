import { once } from 'node:events';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { parseWith } from '@millrace/server-platform';
import type { Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../access/actor';
import { CurrentActor, Requires } from '../access/decorators';
import { AuditLog, type AuditEvent } from './audit-log';
import { csvLine } from './csv';

const text = z.string().max(200).optional();
const time = z.iso
  .datetime({ offset: true, error: 'is not a time such as 2030-01-31T12:00:00Z' })
  .transform((given) => new Date(given))
  .optional();
const querySchema = z.object({
  format: z.enum(['csv', 'json'], { error: 'must be csv or json' }).default('csv'),
  action: text,
  actorId: text,
  targetType: text,
  targetId: text,
  from: time,
  to: time,
});

const columns = [
  'at',
  'action',
  'actorId',
  'actorLabel',
  'via',
  'apiTokenId',
  'targetType',
  'targetId',
  'targetLabel',
  'address',
  'userAgent',
  'requestId',
  'details',
  'id',
] as const satisfies readonly (keyof AuditEvent)[];

type Format = z.infer<typeof querySchema>['format'];

/** The whole audit log as a file. */
@ApiTags('audit')
@ApiBearerAuth()
@Controller('api/audit')
export class AuditExportController {
  constructor(private readonly log: AuditLog) {}

  /** Streams the log. */
  @Requires('audit:read')
  @Get('export')
  @ApiOperation({ summary: 'The audit log of the workspace as a file, the newest line first' })
  @ApiQuery({ name: 'format', enum: ['csv', 'json'], required: false })
  @ApiQuery({ name: 'action', required: false, description: 'An action, or its first part such as member.' })
  @ApiQuery({ name: 'actorId', required: false })
  @ApiQuery({ name: 'targetType', required: false })
  @ApiQuery({ name: 'targetId', required: false })
  @ApiQuery({ name: 'from', required: false, description: 'ISO 8601' })
  @ApiQuery({ name: 'to', required: false, description: 'ISO 8601, exclusive' })
  @ApiOkResponse({ description: 'CSV with a header line, or a JSON list.' })
  async export(@CurrentActor() actor: Actor, @Query() query: unknown, @Res() response: Response): Promise<void> {
    const { format, ...filter } = parseWith(querySchema, query);
    const pages = this.log.all(actor, definedOf(filter));
    // The first page before the headers: what is wrong with the filter is still an error then.
    const first = await pages.next();
    response.setHeader(
      'Content-Type',
      format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    );
    response.setHeader('Content-Disposition', `attachment; filename="audit-log.${format}"`);
    response.setHeader('Cache-Control', 'no-store');
    await write(response, format === 'csv' ? csvLine(columns) : '[');
    let isFirst = true;
    for (let page = first; !page.done; page = await pages.next()) {
      await write(response, pageText(page.value, format, isFirst));
      isFirst = false;
      if (response.destroyed) return;
    }
    response.end(format === 'csv' ? '' : ']\n');
  }
}

function definedOf<T extends object>(filter: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as never;
}

function pageText(events: readonly AuditEvent[], format: Format, isFirst: boolean): string {
  if (format === 'csv') return events.map((event) => csvLine(columns.map((column) => event[column]))).join('');
  const shown = events.map((event) =>
    JSON.stringify(Object.fromEntries(columns.map((column) => [column, event[column]]))),
  );
  return `${isFirst ? '' : ','}\n${shown.join(',\n')}`;
}

/** Waits while the reader is slower than the database. */
async function write(response: Response, text: string): Promise<void> {
  if (text === '' || response.destroyed || response.write(text)) return;
  await Promise.race([once(response, 'drain'), once(response, 'close')]);
}
