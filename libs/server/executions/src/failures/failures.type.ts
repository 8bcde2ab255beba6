import { MutationErrorType } from '@millrace/server-platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AutoPause } from './auto-pauses';
import type { RunDefaultsOfWorkspace } from './run-defaults';

/** Why a workflow was switched off by itself. */
@ObjectType('WorkflowAutoPause', { description: 'It was switched off because its runs failed again and again.' })
export class WorkflowAutoPauseType implements AutoPause {
  @Field(() => Date)
  pausedAt: Date;

  @Field(() => Int, { description: 'Runs in a row that failed.' })
  failures: number;

  @Field(() => ID, { description: 'The last of them; it may have been deleted since.' })
  executionId: string;

  @Field(() => String, { nullable: true, description: 'Why that failed; null when it was deleted.' })
  error: string | null;
}

/** See the field of its name. */
@ObjectType('RunDefaults', { description: 'What holds for the runs of workflows that say nothing else.' })
export class RunDefaultsType implements RunDefaultsOfWorkspace {
  @Field(() => ID, { nullable: true, description: 'Workflow that is started when a run fails.' })
  errorWorkflowId: string | null;
}

/** See the mutation of its name. */
@ObjectType('ErrorWorkflowSetPayload')
export class ErrorWorkflowSetPayload {
  @Field(() => RunDefaultsType, { nullable: true })
  runDefaults?: RunDefaultsType | null;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}
