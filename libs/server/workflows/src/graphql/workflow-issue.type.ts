import { JsonScalar } from '@millrace/server-platform';
import type { Problem } from '@millrace/workflow-model';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** Whether an issue blocks publishing and running. */
export const IssueSeverityEnum = { ERROR: 'error', WARNING: 'warning' } as const;
registerEnumType(IssueSeverityEnum, { name: 'IssueSeverity', description: 'Errors block publishing and running.' });

/** Part of a text. */
@ObjectType('TextRange')
export class TextRangeType {
  @Field(() => Int)
  start: number;

  @Field(() => Int)
  end: number;
}

/** Something wrong with a workflow. */
@ObjectType('WorkflowIssue', { description: 'Something wrong with a workflow, told so that a person can mend it.' })
export class WorkflowIssueType implements Problem {
  @Field()
  code: string;

  @Field(() => IssueSeverityEnum)
  severity: 'error' | 'warning';

  @Field()
  message: string;

  @Field(() => ID, { nullable: true })
  nodeId?: string;

  @Field(() => ID, { nullable: true })
  edgeId?: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "Keys and indexes within the document or the node's config.",
  })
  path?: readonly (string | number)[];

  @Field(() => TextRangeType, { nullable: true, description: 'Characters of the text at `path`.' })
  range?: { readonly start: number; readonly end: number };
}

/** Outcome of a check. */
@ObjectType('WorkflowValidation')
export class WorkflowValidationType {
  @Field({ description: 'Whether it may be published and run.' })
  valid: boolean;

  @Field(() => [WorkflowIssueType])
  issues: readonly WorkflowIssueType[];
}
