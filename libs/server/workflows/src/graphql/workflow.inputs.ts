import { ConnectionArgs, JsonScalar } from '@millrace/server-platform';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import type { VersionBump } from '../rules/next-version';
import { MAX_NAME_LENGTH, MAX_NOTE_LENGTH } from '../rules/version-texts';
import type { WorkflowSort, WorkflowStatus } from '../use-cases/list-workflows';
import type { HistoryKind } from '../persistence/workflow-version.entity';
import { WorkflowHistoryKindEnum, WorkflowStatusEnum } from './workflow.type';

const MAX_SEARCH_LENGTH = 200;
const MAX_TAGS = 50;
const MAX_TAG_LENGTH = 100;
const MAX_WORKFLOW_NAME_LENGTH = 200;
const noteRule = { message: 'has at most $constraint1 characters', context: { code: 'INVALID_NOTE' } };
const nameRule = { message: 'has at most $constraint1 characters', context: { code: 'INVALID_NAME' } };

/** Part of the semantic version that a publication raises. */
export const VersionBumpEnum = { PATCH: 'patch', MINOR: 'minor', MAJOR: 'major' } as const;
registerEnumType(VersionBumpEnum, { name: 'VersionBump' });

/** What a list of workflows is ordered by. */
export const WorkflowSortEnum = { UPDATED: 'updated', CREATED: 'created', NAME: 'name' } as const;
registerEnumType(WorkflowSortEnum, { name: 'WorkflowSort', description: 'Times newest first, names from A to Z.' });

/** Which way a list goes. */
export const SortDirectionEnum = { ASC: 'asc', DESC: 'desc' } as const;
registerEnumType(SortDirectionEnum, { name: 'SortDirection' });

/** Form of an exported document. */
export const ExportFormEnum = { DOCUMENT: 'document', EXCHANGE: 'exchange' } as const;
registerEnumType(ExportFormEnum, {
  name: 'WorkflowExportForm',
  description: 'The document as it is stored, or the form with generic node types and an execution order.',
});

/** Which workflows, in which order. */
@ArgsType()
export class WorkflowListArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  @IsOptional()
  @MaxLength(MAX_SEARCH_LENGTH)
  search?: string | null;

  @Field(() => [String], { nullable: true, description: 'All of these tags.' })
  @IsOptional()
  @ArrayMaxSize(MAX_TAGS)
  @MaxLength(MAX_TAG_LENGTH, { each: true })
  tags?: string[] | null;

  @Field(() => WorkflowStatusEnum, { nullable: true, description: 'Everything that is not deleted when absent.' })
  status?: WorkflowStatus | null;

  @Field(() => WorkflowSortEnum, { nullable: true, defaultValue: 'updated' })
  sort?: WorkflowSort | null;

  @Field(() => SortDirectionEnum, { nullable: true })
  direction?: 'asc' | 'desc' | null;
}

/** A new workflow. */
@InputType()
export class WorkflowCreateInput {
  @Field(() => String, { nullable: true, description: "Replaces the document's name." })
  @IsOptional()
  @MaxLength(MAX_WORKFLOW_NAME_LENGTH)
  name?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Own or exchange form; an empty canvas when absent.' })
  document?: unknown;
}

/** The next draft. */
@InputType()
export class WorkflowSaveDraftInput {
  @Field(() => JsonScalar)
  document: unknown;

  @Field(() => Int, { description: 'Revision that the change was made on.' })
  @Min(0)
  expectedRevision: number;
}

/** How to publish. */
@InputType()
export class WorkflowPublishInput {
  @Field(() => VersionBumpEnum, { nullable: true, description: 'A patch when absent; the first version is 1.0.0.' })
  bump?: VersionBump | null;

  @Field(() => String, { nullable: true, description: 'What changed, for people.' })
  @IsOptional()
  @MaxLength(MAX_NOTE_LENGTH, noteRule)
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the version, for people.' })
  @IsOptional()
  @MaxLength(MAX_NAME_LENGTH, nameRule)
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Refuses to publish a draft that somebody else changed.' })
  @IsOptional()
  @Min(0)
  expectedRevision?: number | null;
}

/** Which part of a history. */
@ArgsType()
export class WorkflowHistoryArgs extends ConnectionArgs {
  @Field(() => [WorkflowHistoryKindEnum], { nullable: true, description: 'What was published when absent.' })
  @IsOptional()
  @ArrayMaxSize(Object.keys(WorkflowHistoryKindEnum).length)
  kinds?: HistoryKind[] | null;
}

/** What a checkpoint is kept with. */
@InputType()
export class WorkflowCheckpointInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(MAX_NAME_LENGTH, nameRule)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What changed, for people.' })
  @IsOptional()
  @MaxLength(MAX_NOTE_LENGTH, noteRule)
  note?: string | null;

  @Field(() => Int, { nullable: true, description: 'Refuses to keep a draft that somebody else changed.' })
  @IsOptional()
  @Min(0)
  expectedRevision?: number | null;
}

/** Which version to copy into the draft. */
@InputType()
export class WorkflowRestoreInput {
  @Field(() => ID)
  @IsString()
  versionId: string;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @Min(0)
  expectedRevision?: number | null;
}

/** A document from elsewhere. */
@InputType()
export class WorkflowImportInput {
  @Field(() => JsonScalar, { description: 'Own or exchange form.' })
  document: unknown;

  @Field(() => String, { nullable: true, description: "Replaces the document's name." })
  @IsOptional()
  @MaxLength(MAX_WORKFLOW_NAME_LENGTH)
  name?: string | null;
}
