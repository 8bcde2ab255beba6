import { JsonScalar, MutationErrorType } from '@millrace/server-platform';
import type { Json, WorkflowTestSpec } from '@millrace/workflow-model';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import type { TestStatus } from '../runs/test-run';

/** See `WorkflowTestStatus` of the schema. */
export const WorkflowTestStatusEnum = {
  RUNNING: 'running',
  PASSED: 'passed',
  FAILED: 'failed',
  ERROR: 'error',
} as const;
registerEnumType(WorkflowTestStatusEnum, {
  name: 'WorkflowTestStatus',
  description: 'ERROR: the test could not be run or judged; FAILED: an assertion did not hold.',
});

/** Something of a test that does not fit the draft. */
@ObjectType('WorkflowTestProblem', {
  description: 'Something of a test that does not fit the draft, such as a node that is gone.',
})
export class WorkflowTestProblemType {
  @Field({ description: 'Where in the test, such as `mocks.0`.' })
  path: string;

  @Field()
  message: string;
}

/** A difference between two values. */
@ObjectType('WorkflowTestDifference', { description: 'Where what was expected and what came differ.' })
export class WorkflowTestDifferenceType {
  @Field({ description: 'Path into the value; empty for the whole.' })
  path: string;

  @Field(() => JsonScalar, { nullable: true, description: 'Absent where nothing was expected.' })
  expected?: Json;

  @Field(() => JsonScalar, { nullable: true, description: 'Absent where nothing came.' })
  actual?: Json;
}

/** How an assertion was judged. */
@ObjectType('WorkflowTestAssertion')
export class WorkflowTestAssertionType {
  @Field(() => Int, { description: 'Its place in the test.' })
  index: number;

  @Field({ description: 'The assertion as a sentence.' })
  label: string;

  @Field()
  passed: boolean;

  @Field(() => String, { nullable: true, description: 'Why it does not hold; or that a snapshot was taken.' })
  message?: string | null;

  @Field(() => ID, { nullable: true })
  nodeId?: string | null;

  @Field(() => JsonScalar, { nullable: true })
  expected?: Json;

  @Field(() => JsonScalar, { nullable: true, description: 'What was judged.' })
  actual?: Json;

  @Field(() => [WorkflowTestDifferenceType])
  differences: readonly WorkflowTestDifferenceType[];
}

/** Why a test could not be run. */
@ObjectType('WorkflowTestError')
export class WorkflowTestErrorType {
  @Field()
  code: string;

  @Field()
  message: string;
}

/** What came of one test in one run of tests. */
@ObjectType('WorkflowTestResult')
export class WorkflowTestResultType {
  @Field(() => ID)
  runId: string;

  @Field(() => ID)
  testId: string;

  @Field({ description: 'As the test was called then.' })
  name: string;

  @Field(() => WorkflowTestStatusEnum)
  status: TestStatus;

  @Field({ description: 'Whether it is about the test and the draft as they are now.' })
  isCurrent: boolean;

  @Field(() => ID, { nullable: true, description: 'The run that the test made, in the mode TEST.' })
  executionId?: string | null;

  @Field(() => [WorkflowTestAssertionType])
  assertions: readonly WorkflowTestAssertionType[];

  @Field(() => WorkflowTestErrorType, { nullable: true })
  error?: WorkflowTestErrorType | null;

  @Field(() => Float, { nullable: true, description: 'Milliseconds that passed on the clock of the run.' })
  elapsedMs?: number | null;

  @Field(() => Int, { nullable: true, description: 'Milliseconds that it really took.' })
  durationMs?: number | null;

  @Field(() => Date)
  startedAt: Date;

  @Field(() => Date, { nullable: true })
  finishedAt?: Date | null;
}

/** A test of a workflow. */
@ObjectType('WorkflowTest', { description: 'What a run begins with, what is pretended, and what is expected.' })
export class WorkflowTestType {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  workflowId: string;

  @Field()
  name: string;

  @Field(() => JsonScalar, { description: 'See docs/testing-workflows.md for its form.' })
  spec: WorkflowTestSpec;

  @Field(() => Int, { description: 'Rises with every change.' })
  revision: number;

  @Field(() => [WorkflowTestProblemType], { description: 'What of it does not fit the draft.' })
  problems: readonly WorkflowTestProblemType[];

  @Field(() => ID)
  createdBy: string;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => Date)
  updatedAt: Date;
}

/** A request to run tests, and how far it is. */
@ObjectType('WorkflowTestRun', { description: 'Tests of one version that were run together.' })
export class WorkflowTestRunType {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  workflowId: string;

  @Field(() => ID)
  versionId: string;

  @Field({ description: '`draft`, `published`, or a number.' })
  version: string;

  @Field(() => WorkflowTestStatusEnum, { description: 'PASSED when all of them are.' })
  status: TestStatus;

  @Field(() => Int)
  total: number;

  @Field(() => Int)
  passed: number;

  @Field(() => Int, { description: 'Of the statuses FAILED and ERROR.' })
  failed: number;

  @Field(() => [WorkflowTestResultType], { description: 'By name of the test.' })
  results: readonly WorkflowTestResultType[];

  @Field(() => Date)
  startedAt: Date;

  @Field(() => Date, { nullable: true })
  finishedAt?: Date | null;
}

/** What a test is made of. */
@InputType()
export class WorkflowTestInput {
  @MaxLength(200)
  @Field()
  name: string;

  @Field(() => JsonScalar)
  spec: unknown;
}

/** What changes of a test. */
@InputType()
export class WorkflowTestUpdateInput {
  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  name?: string | null;

  @IsOptional()
  @Field(() => JsonScalar, { nullable: true, description: 'Replaces it as a whole.' })
  spec?: unknown;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'Refuses the change when the test is at another revision.' })
  expectedRevision?: number | null;
}

/** Which tests to run, of which version. */
@InputType()
export class WorkflowTestsRunInput {
  @IsOptional()
  @IsUUID('all', { each: true })
  @Field(() => [ID], { nullable: true, description: 'All when absent.' })
  testIds?: string[] | null;

  @IsOptional()
  @MaxLength(100)
  @Field(() => String, {
    nullable: true,
    description: '`draft` (the default), `published` or a number such as `1.2.0`.',
  })
  version?: string | null;
}

/** See the mutation of its name. */
@ObjectType({ isAbstract: true })
export abstract class WorkflowTestPayload {
  @Field(() => WorkflowTestType, { nullable: true, description: 'As it is now; null when nothing was done.' })
  test?: WorkflowTestType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowTestCreatePayload extends WorkflowTestPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowTestUpdatePayload extends WorkflowTestPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowTestDuplicatePayload extends WorkflowTestPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowTestAcceptPayload extends WorkflowTestPayload {}

/** A test that was made of a run. */
@ObjectType()
export class WorkflowTestFromExecutionPayload extends WorkflowTestPayload {
  @Field(() => String, { nullable: true, description: 'The name that is proposed, or was given.' })
  name?: string;

  @Field(() => JsonScalar, { nullable: true, description: 'The test that is proposed, also when it was stored.' })
  spec?: WorkflowTestSpec;
}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowTestDeletePayload {
  @Field(() => ID, { nullable: true })
  deletedId?: string;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowTestsRunPayload {
  @Field(() => WorkflowTestRunType, {
    nullable: true,
    description: 'Just begun: follow it with workflowTestRunChanged.',
  })
  run?: WorkflowTestRunType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}
