import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { TestOfRun } from '../record/test-of-run';
import { TestRunFeed } from '../runs/test-run-feed';
import { TestRuns } from '../runs/test-runs';
import { TestProblems } from '../tests/test-problems';
import {
  WorkflowTestAcceptPayload,
  WorkflowTestFromExecutionPayload,
  WorkflowTestRunType,
  WorkflowTestsRunInput,
  WorkflowTestsRunPayload,
} from './workflow-test.type';

/** Runs of tests, and tests of runs. */
@Resolver()
export class TestRunsResolver {
  constructor(
    private readonly runs: TestRuns,
    private readonly feed: TestRunFeed,
    private readonly recording: TestOfRun,
    private readonly problems: TestProblems,
  ) {}

  @Requires('execution:read')
  @Query(() => WorkflowTestRunType, { description: 'Only the newest runs of a workflow are kept.' })
  workflowTestRun(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WorkflowTestRunType> {
    return this.runs.get(actor, id);
  }

  @Requires('execution:start')
  @Mutation(() => WorkflowTestsRunPayload, {
    description: 'Runs tests in the engine: no secret is read, nothing is sent, and time passes at once.',
  })
  workflowTestsRun(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('input', { nullable: true }) input?: WorkflowTestsRunInput,
  ): Promise<WorkflowTestsRunPayload> {
    return payloadOf(async () => ({
      run: await this.runs.start(actor, {
        workflowId,
        testIds: input?.testIds ?? undefined,
        version: input?.version ?? undefined,
      }),
    }));
  }

  @Requires('execution:read')
  @Subscription(() => WorkflowTestRunType, {
    resolve: (value: unknown) => value,
    description: 'The run of tests as it is now and each time a test of it ends; ends with the run.',
  })
  workflowTestRunChanged(
    @CurrentActor() actor: Actor,
    @Args('runId', { type: () => ID }) runId: string,
  ): AsyncIterableIterator<WorkflowTestRunType> {
    return this.feed.watch(actor, runId);
  }

  @Requires('workflow:write', 'execution:read')
  @Mutation(() => WorkflowTestFromExecutionPayload, {
    description: 'Makes a test of a finished run: its trigger, its outputs as mocks, and assertions on what came out.',
  })
  workflowTestFromExecution(
    @CurrentActor() actor: Actor,
    @Args('executionId', { type: () => ID }) executionId: string,
    @Args('name', { type: () => String, nullable: true }) name?: string | null,
    @Args('save', { defaultValue: true, description: 'Whether to store it, or only to propose it.' }) save?: boolean,
  ): Promise<WorkflowTestFromExecutionPayload> {
    return payloadOf(async () => {
      const proposal = await this.recording.propose(actor, executionId, name ?? undefined);
      if (save === false) return proposal;
      const test = await this.recording.store(actor, executionId, proposal);
      return { ...proposal, test: await this.problems.of(actor, test) };
    });
  }

  @Requires('workflow:write', 'execution:read')
  @Mutation(() => WorkflowTestAcceptPayload, {
    description:
      'Takes what came in a run of tests as what is expected from now on: of one assertion, or of all snapshots.',
  })
  workflowTestAccept(
    @CurrentActor() actor: Actor,
    @Args('testId', { type: () => ID }) testId: string,
    @Args('runId', { type: () => ID }) runId: string,
    @Args('assertions', {
      type: () => [Number],
      nullable: true,
      description: 'Places of assertions; all snapshots when absent.',
    })
    assertions?: number[] | null,
  ): Promise<WorkflowTestAcceptPayload> {
    return payloadOf(async () => {
      const test = await this.runs.accept(actor, testId, { runId, assertions: assertions ?? undefined });
      return { test: await this.problems.of(actor, test) };
    });
  }
}
