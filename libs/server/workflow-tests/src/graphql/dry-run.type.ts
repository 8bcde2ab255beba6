import { JsonScalar, MutationErrorType } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import type { DecisionBranch, DryRunDecision, DryRunMoment, DryRunNode } from '../dry-run/dry-run-report';

/** See `WorkflowDryRunReads` of the schema. */
export const DryRunReadsEnum = { MOCK: 'mock', REAL: 'real' } as const;
registerEnumType(DryRunReadsEnum, {
  name: 'WorkflowDryRunReads',
  description: 'REAL: nodes that only read are called; nothing is ever written.',
});

/** See `WorkflowDryRunMomentKind` of the schema. */
export const DryRunMomentKindEnum = {
  CALL: 'call',
  RETRY: 'retry',
  WAIT: 'wait',
  WAKE: 'wake',
  FAILURE: 'failure',
  INTERRUPTION: 'interruption',
} as const;
registerEnumType(DryRunMomentKindEnum, { name: 'WorkflowDryRunMomentKind' });

/** What to pretend. */
@InputType()
export class WorkflowDryRunInput {
  @IsOptional()
  @MaxLength(200)
  @Field(() => ID, { nullable: true })
  triggerNodeId?: string | null;

  @IsOptional()
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'What the trigger gives; else its pin, else that of the run.',
  })
  trigger?: Json;

  @IsOptional()
  @MaxLength(50)
  @Field(() => String, {
    nullable: true,
    description: 'What the clock of the run shows at its start; the present when absent.',
  })
  startAt?: string | null;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'A run of the workflow whose outputs stand in for calls.' })
  sourceExecutionId?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether pinned outputs stand in for nodes.' })
  usePins: boolean;

  @Field(() => DryRunReadsEnum, { defaultValue: 'mock' })
  reads: 'mock' | 'real';

  @IsOptional()
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Failures by node, as in tests: a list of {nodeId, kind, times, ...}.',
  })
  failures?: unknown;

  @IsOptional()
  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'Answers to what waits, as in tests. Without one its timeout passes; without a timeout an approval is approved, a form sent with samples, anything else comes empty.',
  })
  answers?: unknown;

  @IsOptional()
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Outputs by node, as the mocks of tests; they go before all others.',
  })
  mocks?: unknown;
}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowDryRunPayload {
  @Field(() => ID, {
    nullable: true,
    description: 'The run in the mode TEST; workflowDryRunReport tells what it showed.',
  })
  executionId?: string;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** A node of a dry run. */
@ObjectType('WorkflowDryRunNode')
export class DryRunNodeType implements DryRunNode {
  @Field(() => ID)
  nodeId: string;

  @Field()
  label: string;

  @Field(() => String, { nullable: true, description: 'The turn of a loop.' })
  path: string | null;

  @Field()
  status: string;

  @Field({ description: '`none`, `read` or `write`.' })
  effect: string;

  @Field({
    description:
      '`run` (it was really run), `written`, `pin`, `recorded`, `schema` or `injected`; `none` when it did not run.',
  })
  source: string;

  @Field(() => [String], { description: 'Ports that became live: the branch that was taken.' })
  ports: readonly string[];

  @Field(() => Int)
  attempts: number;
}

/** How an approval went in a dry run. */
@ObjectType('WorkflowDryRunDecision')
export class DryRunDecisionType implements DryRunDecision {
  @Field(() => String, { description: '`approved`, `rejected` or `timeout`.' })
  taken: DecisionBranch;

  @Field(() => [String], {
    description: 'Branches that it could have taken; `answers` of the next dry run say which it takes.',
  })
  others: readonly DecisionBranch[];
}

/** Something that happened on the clock of the run. */
@ObjectType('WorkflowDryRunMoment')
export class DryRunMomentType implements DryRunMoment {
  @Field(() => Float, { description: 'Milliseconds since the start, on the clock of the run.' })
  atMs: number;

  @Field(() => DryRunMomentKindEnum)
  kind: DryRunMoment['kind'];

  @Field(() => ID)
  nodeId: string;

  @Field(() => String, { nullable: true })
  path: string | null;

  @Field(() => Int, { nullable: true })
  attempt: number | null;

  @Field({ description: 'What happened, as a sentence.' })
  text: string;

  @Field(() => Float, { nullable: true, description: 'Of waits and retries: when it goes on, since the start.' })
  untilMs: number | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Of calls: what would have been sent; of failures: the error; of waits that are over: the answer.',
  })
  details: Json;

  @Field({ description: 'Nothing said what comes here and no timeout ends the wait: something was taken for it.' })
  isAssumed: boolean;

  @Field(() => DryRunDecisionType, { nullable: true, description: 'Of approvals that go on.' })
  decision: DryRunDecision | null;
}

/** What a dry run showed. */
@ObjectType('WorkflowDryRunReport')
export class DryRunReportType {
  @Field(() => ID)
  executionId: string;

  @Field({ description: 'Status of the run.' })
  status: string;

  @Field({ description: 'Whether it is over.' })
  isOver: boolean;

  @Field(() => Float, { description: 'Milliseconds that would pass, from the first to the last moment.' })
  elapsedMs: number;

  @Field(() => JsonScalar, { nullable: true })
  output: Json;

  @Field(() => JsonScalar, { nullable: true })
  error: Json;

  @Field(() => [DryRunNodeType], { description: 'In the order of the workflow; nodes of loops once per turn.' })
  nodes: readonly DryRunNodeType[];

  @Field(() => [DryRunMomentType], { description: 'Calls that would be made, with the credentials left out.' })
  calls: readonly DryRunMomentType[];

  @Field(() => [DryRunMomentType], { description: 'Everything, in order.' })
  timeline: readonly DryRunMomentType[];
}
