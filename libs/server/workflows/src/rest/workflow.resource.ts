import type { WorkflowDocument } from '@millrace/workflow-model';
import { ApiProperty } from '@nestjs/swagger';
import { statusOf } from '../graphql/workflow.mapping';
import type { WorkflowVersionEntity } from '../persistence/workflow-version.entity';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import type { WorkflowStatus } from '../use-cases/list-workflows';

const STATUSES = ['draft', 'enabled', 'disabled', 'deleted'];

/** What a list tells of a workflow. */
export class WorkflowSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Nightly report' })
  name: string;

  @ApiProperty({ nullable: true, type: String })
  description: string | null;

  @ApiProperty({ type: [String] })
  tags: string[];

  @ApiProperty({ enum: STATUSES })
  status: WorkflowStatus;

  @ApiProperty({ description: 'Whether its triggers fire.' })
  enabled: boolean;

  @ApiProperty()
  nodeCount: number;

  @ApiProperty({ description: 'Revision of the draft.' })
  revision: number;

  @ApiProperty({ nullable: true, type: String, example: '1.0.3', description: 'Semantic version of what is live.' })
  publishedVersion: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

/** A page of workflows. */
export class WorkflowList {
  @ApiProperty({ type: [WorkflowSummary] })
  items: WorkflowSummary[];

  @ApiProperty({ nullable: true, type: String, description: 'Give it as `after` to get the next page.' })
  nextCursor: string | null;
}

/** Where a workflow stands, beside its document. */
export interface WorkflowState {
  readonly revision: number;
  readonly status: WorkflowStatus;
  readonly enabled: boolean;
  readonly publishedVersionId: string | null;
  readonly publishedVersion: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A draft with the state of its workflow. */
export type WorkflowResource = WorkflowDocument & WorkflowState;

/** One entry of a history. */
export class VersionSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ nullable: true, type: String, example: '1.0.3' })
  version: string | null;

  @ApiProperty({ nullable: true, type: String })
  note: string | null;

  @ApiProperty()
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

/** A page of a history. */
export class VersionList {
  @ApiProperty({ type: [VersionSummary] })
  items: VersionSummary[];

  @ApiProperty({ nullable: true, type: String })
  nextCursor: string | null;
}

type Published = Pick<WorkflowVersionEntity, 'version'> | null;

/** The document of the draft with the state beside it. */
export function toResource(workflow: WorkflowEntity, published: Published): WorkflowResource {
  return { ...workflow.draft, ...stateOf(workflow, published) };
}

/** One line of a list. */
export function toSummary(workflow: WorkflowEntity, published: Published): WorkflowSummary {
  const { id, name, description, tags, nodeCount } = workflow;
  const { publishedVersionId: _id, ...state } = stateOf(workflow, published);
  return { id, name, description, tags, nodeCount, ...state };
}

/** One line of a history. */
export function toVersionSummary({ id, version, note, createdBy, createdAt }: WorkflowVersionEntity): VersionSummary {
  return { id, version, note, createdBy, createdAt: createdAt.toISOString() };
}

function stateOf(workflow: WorkflowEntity, published: Published): WorkflowState {
  const status = statusOf(workflow);
  return {
    revision: workflow.draftRevision,
    status,
    enabled: status === 'enabled',
    publishedVersionId: workflow.publishedVersionId,
    publishedVersion: published?.version ?? null,
    createdAt: workflow.createdAt.toISOString(),
    updatedAt: workflow.updatedAt.toISOString(),
  };
}
