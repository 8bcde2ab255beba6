import { JsonScalar, MutationErrorType } from '@millrace/server-platform';
import { WorkflowIssueType } from '@millrace/server-workflows';
import type { Json, JsonObject, WorkflowDocument } from '@millrace/workflow-model';
import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';

/** A step before the one that is filled in. */
@InputType()
export class UpstreamStepInput {
  @Field({ description: 'Name under which templates know it.' })
  alias: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'JSON Schema of its data; examples and defaults in it are dropped.',
  })
  schema?: Json;
}

/** What stands around a node. Schemas and names only: values never leave the browser for a model. */
@InputType()
export class ConfigureContextInput {
  @Field(() => [UpstreamStepInput], { defaultValue: [] })
  upstream: UpstreamStepInput[];

  @Field(() => JsonScalar, { nullable: true, description: 'JSON Schema of what starts the run.' })
  trigger?: Json;

  @Field(() => [String], { defaultValue: [], description: 'Names of params that are filled in already.' })
  filled: string[];
}

/** Whether there is a model behind Magic Input. */
@ObjectType('AssistantStatus')
export class AssistantStatusType {
  @Field()
  ready: boolean;

  @Field(() => String, { nullable: true })
  provider: string | null;

  @Field(() => String, { nullable: true })
  model: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What whoever runs the product has to set; null when it is ready.',
  })
  missing: string | null;
}

/** Tokens and price. */
@ObjectType('AssistantUsage')
export class AssistantUsageType {
  @Field(() => Int)
  inputTokens: number;

  @Field(() => Int)
  outputTokens: number;

  @Field(() => Int)
  totalTokens: number;
}

/** Something that a person still has to decide. */
@ObjectType('OpenQuestion')
export class OpenQuestionType {
  @Field(() => String, { nullable: true, description: 'The param it is about, if it is about one.' })
  param?: string;

  @Field()
  question: string;
}

/** An account that the node needs, by type. */
@ObjectType('CredentialHint', { description: 'An account that the node needs, by type. Which one, a person chooses.' })
export class CredentialHintType {
  @Field()
  slot: string;

  @Field()
  type: string;

  @Field()
  title: string;
}

/** What a model answered. */
@ObjectType({ isAbstract: true })
export abstract class AssistantPayload {
  @Field(() => String, { nullable: true, description: 'What was done, in a sentence.' })
  explanation?: string;

  @Field(() => AssistantUsageType, { nullable: true })
  usage?: AssistantUsageType;

  @Field(() => Float, { nullable: true, description: 'Dollars; null when the price is not known.' })
  costUsd?: number;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class AutoConfigureNodePayload extends AssistantPayload {
  @Field(() => JsonScalar, { nullable: true, description: 'Proposed params by name; nothing is stored.' })
  config?: JsonObject;

  @Field(() => [OpenQuestionType], { nullable: true })
  open?: readonly OpenQuestionType[];

  @Field(() => CredentialHintType, { nullable: true })
  credential?: CredentialHintType;
}

/** See the mutation of its name. */
@ObjectType()
export class DraftWorkflowPayload extends AssistantPayload {
  @Field(() => JsonScalar, { nullable: true, description: 'The proposed document; nothing is stored.' })
  document?: WorkflowDocument;

  @Field(() => [WorkflowIssueType], { nullable: true, description: 'What is left to mend, missing accounts among it.' })
  problems?: readonly WorkflowIssueType[];
}
