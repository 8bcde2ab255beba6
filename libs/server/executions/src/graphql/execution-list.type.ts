import type { ExecutionStatus } from '@millrace/engine';
import { MutationErrorType } from '@millrace/server-platform';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsDate, IsOptional, IsString, MaxLength } from 'class-validator';
import type { ExecutionFilter } from '../history/execution-filter';
import type { ExecutionMode } from '../start/start-request';
import { ExecutionModeEnum, ExecutionPayload, ExecutionStatusEnum, ExecutionType } from './execution.type';

const MAX_TEXT_LENGTH = 200;

/** Which version a repeated run has. */
export const RerunVersionEnum = { SAME: 'same', CURRENT: 'current' } as const;
registerEnumType(RerunVersionEnum, {
  name: 'RerunVersion',
  description: 'Which version a repeated run has.',
  valuesMap: {
    SAME: { description: 'The version that the run had; a partial run is repeated as it was.' },
    CURRENT: { description: 'What is live now, or the draft if the run was one of a draft; the whole workflow.' },
  },
});

/** Which runs a list holds. */
@InputType('ExecutionFilter')
export class ExecutionFilterInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  workflowId?: string | null;

  @Field(() => [ExecutionStatusEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(Object.keys(ExecutionStatusEnum).length)
  statuses?: ExecutionStatus[] | null;

  @Field(() => [ExecutionModeEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(Object.keys(ExecutionModeEnum).length)
  modes?: ExecutionMode[] | null;

  @Field(() => String, { nullable: true, description: 'Published number such as `1.2.0`, or `draft`.' })
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH)
  version?: string | null;

  @Field(() => Date, { nullable: true, description: 'That instant or later.' })
  @IsOptional()
  @IsDate()
  createdAfter?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before that instant.' })
  @IsOptional()
  @IsDate()
  createdBefore?: Date | null;

  @Field(() => String, { nullable: true, description: 'Part of the code or message of the error.' })
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH)
  errorText?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether any node was tried again.' })
  hasRetries?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has a star.' })
  starred?: boolean | null;
}

/** The filter in an input. */
export function toFilter(input: ExecutionFilterInput | null | undefined): ExecutionFilter {
  const given = Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given) as ExecutionFilter;
}

/** What became of one run of many. */
@ObjectType('ExecutionResult', { description: 'What became of one run of many.' })
export class ExecutionResultType {
  @Field(() => ID, { description: 'The run that was named.' })
  id: string;

  @Field(() => ExecutionType, {
    nullable: true,
    description: 'As it is now, or the new run; null when it was deleted.',
  })
  execution: ExecutionType | null;

  @Field(() => MutationErrorType, { nullable: true, description: 'Why nothing was done with it.' })
  error: MutationErrorType | null;
}

/** What mutations of many runs answer. */
@ObjectType({ isAbstract: true })
export abstract class ExecutionsPayload {
  @Field(() => [ExecutionResultType], { nullable: true, description: 'One for each run, in the order of the request.' })
  results?: ExecutionResultType[];

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionsCancelPayload extends ExecutionsPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionsPurgePayload extends ExecutionsPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionsRerunPayload extends ExecutionsPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionRerunPayload extends ExecutionPayload {}
