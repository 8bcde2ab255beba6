import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { ZodPipe } from '@millrace/server-platform';
import { Body, Controller, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { FileTests, type FileTestRun } from '../runs/file-tests';
import { junitOf } from './junit';
import { LONGEST_WAIT_SECONDS, reportQuery, type ReportQuery } from './requests';

const bodySchema = z.object({ workflow: z.record(z.string(), z.unknown()), tests: z.array(z.unknown()) });

/** Tests of workflows that are only in files. */
@ApiTags('tests')
@ApiBearerAuth()
@Controller('api/tests')
export class FileTestsController {
  constructor(private readonly tests: FileTests) {}

  @Post('run')
  @HttpCode(200)
  @Requires('execution:start', 'execution:read')
  @ApiOperation({ summary: 'Run tests of a workflow that is not on the server; nothing of it is kept' })
  @ApiQuery({ name: 'format', required: false, enum: ['json', 'junit'] })
  @ApiQuery({ name: 'timeoutSeconds', required: false, schema: { type: 'integer', maximum: LONGEST_WAIT_SECONDS } })
  @ApiBody({
    schema: {
      type: 'object',
      required: ['workflow', 'tests'],
      properties: {
        workflow: { type: 'object', additionalProperties: true, description: 'A document, as exported.' },
        tests: {
          type: 'array',
          items: { type: 'object' },
          description: 'As `GET /api/workflows/{id}/tests` gives them.',
        },
      },
    },
  })
  async run(
    @CurrentActor() actor: Actor,
    @Body(new ZodPipe(bodySchema)) body: z.infer<typeof bodySchema>,
    @Query(reportQuery) { format, timeoutSeconds }: ReportQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<(FileTestRun & { junit: string }) | string> {
    const run = await this.tests.run(actor, body, timeoutSeconds * 1_000);
    const junit = junitOf(run, run.workflowName);
    if (format === 'json') return { ...run, junit };
    response.type('application/xml');
    return junit;
  }
}
