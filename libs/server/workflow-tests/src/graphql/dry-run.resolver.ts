import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DryRun } from '../dry-run/dry-run';
import { DryRunReportType, WorkflowDryRunInput, WorkflowDryRunPayload } from './dry-run.type';

/** A report goes through the whole log of a run. */
const REPORT_COMPLEXITY = 50;

/** Dry runs. */
@Resolver()
export class DryRunResolver {
  constructor(private readonly dryRuns: DryRun) {}

  @Requires('execution:start')
  @Mutation(() => WorkflowDryRunPayload, {
    description:
      'Runs the draft without changing anything outside: shows the way it takes and the calls it would make.',
  })
  workflowDryRun(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('input', { nullable: true }) input?: WorkflowDryRunInput,
  ): Promise<WorkflowDryRunPayload> {
    const { triggerNodeId, trigger, startAt, sourceExecutionId, usePins = true, reads = 'mock' } = input ?? {};
    const { failures, answers, mocks } = input ?? {};
    return payloadOf(() =>
      this.dryRuns.start(actor, {
        ...{ workflowId, usePins, reads, failures, answers, mocks },
        ...(isGiven(triggerNodeId) ? { triggerNodeId } : {}),
        ...(trigger === undefined ? {} : { trigger }),
        ...(isGiven(startAt) ? { startAt } : {}),
        ...(isGiven(sourceExecutionId) ? { sourceExecutionId } : {}),
      }),
    );
  }

  @Requires('execution:read')
  @Query(() => DryRunReportType, { complexity: REPORT_COMPLEXITY, description: 'What a dry run showed so far.' })
  workflowDryRunReport(
    @CurrentActor() actor: Actor,
    @Args('executionId', { type: () => ID }) executionId: string,
  ): Promise<DryRunReportType> {
    return this.dryRuns.report(actor, executionId);
  }
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
