import { ConnectionArgs, JsonScalar } from '@millrace/server-platform';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { VersionBump } from '../rules/next-version';
import type { WorkflowSort, WorkflowStatus } from '../use-cases/list-workflows';
import type { HistoryKind } from '../persistence/workflow-version.entity';
import { WorkflowHistoryKindEnum, WorkflowStatusEnum } from './workflow.type';

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
  search?: string | null;

  @Field(() => [String], { nullable: true, description: 'All of these tags.' })
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
  expectedRevision: number;
}

/** How to publish. */
@InputType()
export class WorkflowPublishInput {
  @Field(() => VersionBumpEnum, { nullable: true, description: 'A patch when absent; the first version is 1.0.0.' })
  bump?: VersionBump | null;

  @Field(() => String, { nullable: true, description: 'What changed, for people.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the version, for people.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Refuses to publish a draft that somebody else changed.' })
  expectedRevision?: number | null;
}

/** Which part of a history. */
@ArgsType()
export class WorkflowHistoryArgs extends ConnectionArgs {
  @Field(() => [WorkflowHistoryKindEnum], { nullable: true, description: 'What was published when absent.' })
  kinds?: HistoryKind[] | null;
}

/** What a checkpoint is kept with. */
@InputType()
export class WorkflowCheckpointInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What changed, for people.' })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: 'Refuses to keep a draft that somebody else changed.' })
  expectedRevision?: number | null;
}

/** Which version to copy into the draft. */
@InputType()
export class WorkflowRestoreInput {
  @Field(() => ID)
  versionId: string;

  @Field(() => Int, { nullable: true })
  expectedRevision?: number | null;
}

/** A document from elsewhere. */
@InputType()
export class WorkflowImportInput {
  @Field(() => JsonScalar, { description: 'Own or exchange form.' })
  document: unknown;

  @Field(() => String, { nullable: true, description: "Replaces the document's name." })
  name?: string | null;
}
