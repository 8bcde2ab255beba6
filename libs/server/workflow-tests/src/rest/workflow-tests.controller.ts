import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { ZodPipe } from '@millrace/server-platform';
import { GetWorkflow } from '@millrace/server-workflows';
import type { PortableTest } from '@millrace/workflow-model';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { TestRun } from '../runs/test-run';
import { TestRuns } from '../runs/test-runs';
import { PortableTests } from '../tests/portable-tests';
import { testRunNotFound } from '../workflow-tests.errors';
import { junitOf } from './junit';
import { LONGEST_WAIT_SECONDS, reportQuery, type ReportQuery } from './requests';

const runSchema = z
  .object({
    testIds: z.array(z.uuid()).max(200).optional(),
    testNames: z.array(z.string().max(200)).max(200).optional(),
    version: z.string().max(100).optional(),
  })
  .default({});
const testsSchema = z.object({ tests: z.array(z.unknown()) });

/** Tests of workflows for CI. */
@ApiTags('tests')
@ApiBearerAuth()
@Controller('api/workflows/:workflowId/tests')
export class WorkflowTestsController {
  constructor(
    private readonly runs: TestRuns,
    private readonly workflows: GetWorkflow,
    private readonly portable: PortableTests,
  ) {}

  @Post('run')
  @HttpCode(200)
  @Requires('execution:start', 'execution:read')
  @ApiOperation({ summary: 'Run tests and wait for their end; as JSON or JUnit XML' })
  @ApiQuery({ name: 'format', required: false, enum: ['json', 'junit'] })
  @ApiQuery({ name: 'timeoutSeconds', required: false, schema: { type: 'integer', maximum: LONGEST_WAIT_SECONDS } })
  @ApiBody({
    required: false,
    schema: {
      type: 'object',
      properties: {
        testIds: { type: 'array', items: { type: 'string' }, description: 'All tests when absent.' },
        testNames: { type: 'array', items: { type: 'string' }, description: 'Tests by name, instead of by id.' },
        version: { type: 'string', description: '`draft` (the default), `published` or a number.' },
      },
    },
  })
  async run(
    @CurrentActor() actor: Actor,
    @Param('workflowId') workflowId: string,
    @Body(new ZodPipe(runSchema)) body: z.infer<typeof runSchema>,
    @Query(reportQuery) { format, timeoutSeconds }: ReportQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TestRun | string> {
    const { id } = await this.runs.start(actor, { workflowId, ...body });
    const run = await this.runs.finished(actor, id, timeoutSeconds * 1_000);
    return format === 'json' ? run : this.asJunit(actor, run, response);
  }

  @Get('runs/:runId')
  @Requires('workflow:read', 'execution:read')
  @ApiOperation({ summary: 'What came of a run of tests, as JSON or JUnit XML' })
  @ApiQuery({ name: 'format', required: false, enum: ['json', 'junit'] })
  async results(
    @CurrentActor() actor: Actor,
    @Param('workflowId') workflowId: string,
    @Param('runId') runId: string,
    @Query(reportQuery) { format }: ReportQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TestRun | string> {
    const run = await this.runs.get(actor, runId);
    if (run.workflowId !== workflowId) throw testRunNotFound(runId);
    return format === 'json' ? run : this.asJunit(actor, run, response);
  }

  @Get()
  @Requires('workflow:read')
  @ApiOperation({ summary: 'The tests as they stand in a file beside the workflow' })
  async list(
    @CurrentActor() actor: Actor,
    @Param('workflowId') workflowId: string,
  ): Promise<{ tests: readonly PortableTest[] }> {
    return { tests: await this.portable.of(actor, workflowId) };
  }

  @Put()
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Replace all tests by those of a file; tests of the same name keep their id and results' })
  @ApiBody({ schema: { type: 'object', properties: { tests: { type: 'array', items: { type: 'object' } } } } })
  async replace(
    @CurrentActor() actor: Actor,
    @Param('workflowId') workflowId: string,
    @Body(new ZodPipe(testsSchema)) { tests }: z.infer<typeof testsSchema>,
  ): Promise<{ tests: readonly PortableTest[] }> {
    await this.portable.replace(actor, workflowId, tests);
    return { tests: await this.portable.of(actor, workflowId) };
  }

  private async asJunit(actor: Actor, run: TestRun, response: Response): Promise<string> {
    const { name } = await this.workflows.get(actor, run.workflowId);
    response.type('application/xml');
    return junitOf(run, name);
  }
}
