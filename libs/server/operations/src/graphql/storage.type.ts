import { MutationErrorType } from '@millrace/server-platform';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsNumber, IsOptional } from 'class-validator';

/** Who says how long runs are kept. */
export enum RetentionSourceEnum {
  WORKFLOW = 'workflow',
  WORKSPACE = 'workspace',
  INSTANCE = 'instance',
}

registerEnumType(RetentionSourceEnum, { name: 'RetentionSource', description: 'Who says how long runs are kept.' });

/** How long finished runs are kept. */
@ObjectType('RetentionLimits', { description: 'How long finished runs are kept; null for no such limit.' })
export class RetentionLimitsType {
  @Field(() => Int, { nullable: true })
  days: number | null;

  @Field(() => Int, { nullable: true, description: 'Finished runs of each workflow.' })
  runs: number | null;

  @Field(() => Float, { nullable: true, description: 'Bytes that the finished runs of each workflow take.' })
  bytes: number | null;

  @Field(() => RetentionSourceEnum)
  source: RetentionSourceEnum;
}

/** What the runs of one workflow take. */
@ObjectType('WorkflowStorage')
export class WorkflowStorageType {
  @Field(() => ID, { nullable: true, description: 'Null for runs of documents that belong to no workflow.' })
  workflowId: string | null;

  @Field(() => String, { nullable: true })
  name: string | null;

  @Field(() => Int)
  runs: number;

  @Field(() => Float, { description: 'Taken from the size of the newest runs.' })
  bytes: number;

  @Field(() => Int, { description: 'Tests and dry runs, which are not among `runs`.' })
  tests: number;

  @Field(() => Float, { description: 'What tests and dry runs take on top of `bytes`.' })
  testBytes: number;

  @Field()
  oldestAt: Date;
}

/** What the next look would delete. */
@ObjectType('RetentionPreviewLine')
export class RetentionPreviewLineType {
  @Field(() => ID, { nullable: true })
  workflowId: string | null;

  @Field(() => Int, { description: 'Counted up to 100,000.' })
  runs: number;

  @Field(() => RetentionSourceEnum, { description: 'Whose limits these runs have reached.' })
  source: RetentionSourceEnum;
}

/** What a table of the instance takes. */
@ObjectType('TableStorage')
export class TableStorageType {
  @Field()
  name: string;

  @Field(() => Float)
  bytes: number;

  @Field(() => Float, { description: 'As Postgres estimates.' })
  rows: number;

  @Field(() => Float, { description: 'Rows that are gone and whose room was not yet taken back.' })
  deadRows: number;

  @Field(() => Date, { nullable: true })
  vacuumedAt: Date | null;
}

/** What the database of the instance takes. */
@ObjectType('InstanceStorage')
export class InstanceStorageType {
  @Field(() => Float)
  bytes: number;

  @Field(() => [TableStorageType], { description: 'The twenty largest.' })
  tables: TableStorageType[];
}

/** What runs of the workspace take. */
@ObjectType('Storage')
export class StorageType {
  @Field(() => Int)
  runs: number;

  @Field(() => Float)
  bytes: number;

  @Field(() => Int, { description: 'Tests and dry runs, which are not among `runs`.' })
  tests: number;

  @Field(() => Float, { description: 'What tests and dry runs take on top of `bytes`.' })
  testBytes: number;

  @Field(() => Int, { description: 'Runs that are kept because somebody starred them.' })
  starred: number;

  @Field(() => Date, { nullable: true })
  oldestAt: Date | null;

  @Field(() => [WorkflowStorageType], { description: 'The fifty largest first.' })
  workflows: WorkflowStorageType[];

  @Field(() => RetentionLimitsType, { description: 'What holds for workflows that say nothing themselves.' })
  retention: RetentionLimitsType;
}

/** How long finished runs are to be kept. */
@InputType('WorkspaceRetentionInput', { description: 'Null everywhere for what the instance says.' })
export class WorkspaceRetentionInput {
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  days?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  runs?: number | null;

  @Field(() => Float, { nullable: true })
  @IsOptional()
  @IsNumber()
  bytes?: number | null;
}

/** See the mutation of its name. */
@ObjectType()
export class WorkspaceRetentionSetPayload {
  @Field(() => RetentionLimitsType, { nullable: true })
  retention?: RetentionLimitsType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class RetentionRunPayload {
  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}
