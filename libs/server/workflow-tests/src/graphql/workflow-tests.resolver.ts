import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TestRuns } from '../runs/test-runs';
import { StoredTests } from '../tests/stored-tests';
import { TestProblems } from '../tests/test-problems';
import {
  WorkflowTestCreatePayload,
  WorkflowTestDeletePayload,
  WorkflowTestDuplicatePayload,
  WorkflowTestInput,
  WorkflowTestResultType,
  WorkflowTestType,
  WorkflowTestUpdateInput,
  WorkflowTestUpdatePayload,
} from './workflow-test.type';

/** Tests hold values of nodes: reading them weighs as much as reading drafts. */
const TESTS_COMPLEXITY = 20;

/** Tests of workflows. */
@Resolver(() => WorkflowTestType)
export class WorkflowTestsResolver {
  constructor(
    private readonly tests: StoredTests,
    private readonly problems: TestProblems,
    private readonly runs: TestRuns,
  ) {}

  @Requires('workflow:read')
  @Query(() => [WorkflowTestType], { complexity: TESTS_COMPLEXITY, description: 'Tests of a workflow, by name.' })
  async workflowTests(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
  ): Promise<WorkflowTestType[]> {
    return this.problems.withProblems(actor, workflowId, await this.tests.list(actor, workflowId));
  }

  @Requires('workflow:read')
  @Query(() => WorkflowTestType)
  async workflowTest(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WorkflowTestType> {
    return this.problems.of(actor, await this.tests.get(actor, id));
  }

  @Requires('execution:read')
  @ResolveField(() => WorkflowTestResultType, { nullable: true, description: 'Of its newest run.' })
  async lastResult(
    @CurrentActor() actor: Actor,
    @Parent() { id }: WorkflowTestType,
  ): Promise<WorkflowTestResultType | null> {
    return (await this.runs.lastResults(actor, [id])).get(id) ?? null;
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowTestCreatePayload, { description: 'Keeps a test with a workflow.' })
  workflowTestCreate(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('input') input: WorkflowTestInput,
  ): Promise<WorkflowTestCreatePayload> {
    return payloadOf(async () => ({
      test: await this.problems.of(actor, await this.tests.create(actor, workflowId, input)),
    }));
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowTestUpdatePayload, { description: 'Changes a test.' })
  workflowTestUpdate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') { name, spec, expectedRevision }: WorkflowTestUpdateInput,
  ): Promise<WorkflowTestUpdatePayload> {
    const change = {
      ...(isGiven(name) ? { name } : {}),
      ...(isGiven(spec) ? { spec } : {}),
      ...(isGiven(expectedRevision) ? { expectedRevision } : {}),
    };
    return payloadOf(async () => ({
      test: await this.problems.of(actor, await this.tests.change(actor, id, change)),
    }));
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowTestDuplicatePayload, { description: 'Makes another test with the same content.' })
  workflowTestDuplicate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WorkflowTestDuplicatePayload> {
    return payloadOf(async () => {
      const { workflowId, name: like, spec } = await this.tests.get(actor, id);
      const name = await this.tests.freeName(actor, workflowId, like);
      return { test: await this.problems.of(actor, await this.tests.create(actor, workflowId, { name, spec })) };
    });
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowTestDeletePayload, { description: 'Forgets a test and its results.' })
  workflowTestDelete(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WorkflowTestDeletePayload> {
    return payloadOf(async () => {
      await this.tests.delete(actor, id);
      return { deletedId: id };
    });
  }
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
