import { connectionOf, JsonScalar } from '@millrace/server-platform';
import type { JsonObject, WorkflowDocument } from '@millrace/workflow-model';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { WorkflowVersionKind } from '../persistence/workflow-version.entity';
import type { WorkflowListRequest, WorkflowStatus } from '../use-cases/list-workflows';

/** Where a workflow stands. */
export const WorkflowStatusEnum = {
  DRAFT: 'draft',
  ENABLED: 'enabled',
  DISABLED: 'disabled',
  DELETED: 'deleted',
} as const;
registerEnumType(WorkflowStatusEnum, {
  name: 'WorkflowStatus',
  valuesMap: {
    DRAFT: { description: 'Never published.' },
    ENABLED: { description: 'Published, and its triggers fire.' },
    DISABLED: { description: 'Published, but its triggers do not fire.' },
    DELETED: { description: 'In the bin.' },
  },
});

/** Why a version was stored. */
export const WorkflowVersionKindEnum = {
  PUBLISHED: 'published',
  CHECKPOINT: 'checkpoint',
  RESTORED: 'restored',
  DRAFT: 'draft',
  INLINE: 'inline',
  TEST: 'test',
} as const;
registerEnumType(WorkflowVersionKindEnum, {
  name: 'WorkflowVersionKind',
  description:
    'Why a version was stored: published, kept, restored, run as a draft, run without being saved, or only while it is tested.',
});

/** What a history lists. */
export const WorkflowHistoryKindEnum = {
  PUBLISHED: 'published',
  CHECKPOINT: 'checkpoint',
  RESTORED: 'restored',
} as const;
registerEnumType(WorkflowHistoryKindEnum, {
  name: 'WorkflowHistoryKind',
  valuesMap: {
    PUBLISHED: { description: 'Went live.' },
    CHECKPOINT: { description: 'Kept by somebody.' },
    RESTORED: { description: 'An older version that was put back into the draft.' },
  },
});

/** An immutable document. */
@ObjectType('WorkflowVersion', { description: 'An immutable document.' })
export class WorkflowVersionType {
  @Field(() => ID)
  id: string;

  workspaceId: string;

  @Field(() => String, { nullable: true, description: 'Semantic version, when published.' })
  version: string | null;

  @Field(() => WorkflowVersionKindEnum)
  kind: WorkflowVersionKind;

  @Field(() => String, { nullable: true, description: 'For people; see `workflowVersionRename`.' })
  name: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => ID, { nullable: true, description: 'The version that was put back into the draft; of restored ones.' })
  sourceVersionId: string | null;

  @Field(() => ID)
  createdBy: string;

  @Field(() => Date)
  createdAt: Date;
}

/** What a workflow takes and gives when another one runs it. */
@ObjectType('WorkflowContract')
export class WorkflowContractType {
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'JSON Schema of its input: as its trigger asks for it, else like the sample there.',
  })
  input?: JsonObject;

  @Field(() => JsonScalar, { nullable: true, description: 'JSON Schema of its result, where it promises one.' })
  result?: JsonObject;
}

/** What is being worked on. */
@ObjectType('WorkflowDraft', { description: 'What is being worked on; what is live is in `publishedVersion`.' })
export class WorkflowDraftType {
  @Field(() => JsonScalar, { description: 'The workflow document.' })
  document: WorkflowDocument;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedRevision`.' })
  revision: number;

  @Field(() => ID)
  savedBy: string;

  @Field(() => Date)
  savedAt: Date;
}

/** A workflow of the caller's workspace. Other rooms add fields to it. */
@ObjectType('Workflow')
export class WorkflowType {
  @Field(() => ID)
  id: string;

  workspaceId: string;
  publishedVersionId: string | null;
  draftHash: string;
  /** Only when one workflow was read and not a list. */
  draftDocument?: WorkflowDocument;
  draftSavedBy: string;
  draftSavedAt: Date;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  description: string | null;

  @Field(() => [String])
  tags: string[];

  @Field(() => Int)
  nodeCount: number;

  @Field(() => WorkflowStatusEnum)
  status: WorkflowStatus;

  @Field({ description: 'Whether its triggers fire.' })
  enabled: boolean;

  @Field(() => Int, { description: 'Revision of the draft.' })
  draftRevision: number;

  @Field(() => ID)
  createdBy: string;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => Date, { description: 'Last change of the draft or of what is live.' })
  updatedAt: Date;

  @Field(() => Date, { nullable: true, description: 'Since when it is in the bin.' })
  deletedAt: Date | null;
}

/** A page of workflows. */
@ObjectType('WorkflowConnection')
export class WorkflowConnectionType extends connectionOf(WorkflowType, 'Workflow') {
  /** What was asked for: the total is counted only when somebody wants it. */
  request?: WorkflowListRequest;
}

/** A tag of the workspace. */
@ObjectType('WorkflowTag')
export class WorkflowTagType {
  @Field()
  tag: string;

  @Field(() => Int, { description: 'Workflows that carry it.' })
  workflowCount: number;
}

/** A page of versions. */
@ObjectType('WorkflowVersionConnection')
export class WorkflowVersionConnectionType extends connectionOf(WorkflowVersionType, 'WorkflowVersion') {}
