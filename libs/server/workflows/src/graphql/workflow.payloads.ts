import { MutationErrorType } from '@millrace/server-platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { WorkflowIssueType } from './workflow-issue.type';
import { WorkflowType, WorkflowVersionType } from './workflow.type';

/** The document has errors. */
@ObjectType('WorkflowInvalid', {
  implements: () => MutationErrorType,
  description: 'The document cannot be stored, published or run.',
})
export class WorkflowInvalidType extends MutationErrorType {
  readonly graphqlType = 'WorkflowInvalid';

  @Field(() => [WorkflowIssueType], { description: 'Everything that is wrong, warnings included.' })
  issues: readonly WorkflowIssueType[];
}

/** Somebody else was faster. */
@ObjectType('WorkflowConflict', {
  implements: () => MutationErrorType,
  description: 'Somebody saved the draft in between: load it, repeat the change, save with its revision.',
})
export class WorkflowConflictType extends MutationErrorType {
  readonly graphqlType = 'WorkflowConflict';

  @Field(() => Int)
  currentRevision: number;

  @Field(() => ID)
  savedBy: string;

  @Field(() => Date)
  savedAt: Date;
}

/** What every mutation of a workflow answers. */
@ObjectType({ isAbstract: true })
export abstract class WorkflowPayload {
  @Field(() => WorkflowType, { nullable: true, description: 'As it is now; null when nothing was done.' })
  workflow?: WorkflowType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowCreatePayload extends WorkflowPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowImportPayload extends WorkflowPayload {
  @Field(() => [WorkflowIssueType], { nullable: true, description: 'What to mend before it can be published.' })
  issues?: readonly WorkflowIssueType[];
}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowSaveDraftPayload extends WorkflowPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowPublishPayload extends WorkflowPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowEnablePayload extends WorkflowPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowDisablePayload extends WorkflowPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowRestorePayload extends WorkflowPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowRollBackPayload extends WorkflowPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowDeletePayload extends WorkflowPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowUndeletePayload extends WorkflowPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowDuplicatePayload extends WorkflowPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowCreateFromTemplatePayload extends WorkflowPayload {}

/** What mutations of a version answer. */
@ObjectType({ isAbstract: true })
export abstract class WorkflowVersionPayload {
  @Field(() => WorkflowVersionType, { nullable: true, description: 'As it is now; null when nothing was done.' })
  version?: WorkflowVersionType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowCheckpointPayload extends WorkflowVersionPayload {}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowVersionRenamePayload extends WorkflowVersionPayload {}
