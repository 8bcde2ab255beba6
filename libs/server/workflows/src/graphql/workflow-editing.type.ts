import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** A page on which somebody has a workflow open. */
@ObjectType('WorkflowEditor', { description: 'A page on which somebody has the workflow open.' })
export class WorkflowEditorType {
  @Field(() => ID, { description: 'As the page named itself.' })
  clientId: string;

  @Field(() => ID)
  userId: string;

  @Field(() => String)
  name: string;

  @Field(() => Date)
  since: Date;
}

/** Who has a workflow open, and where its draft stands. */
@ObjectType('WorkflowEditing', { description: 'Who has a workflow open, and where its draft stands.' })
export class WorkflowEditingType {
  @Field(() => Int)
  draftRevision: number;

  @Field(() => ID, { description: 'Who saved the draft last.' })
  draftSavedBy: string;

  @Field(() => [WorkflowEditorType], { description: 'The first to come first; at most 50.' })
  editors: WorkflowEditorType[];
}
