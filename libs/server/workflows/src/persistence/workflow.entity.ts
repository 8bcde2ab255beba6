import type { WorkflowDocument } from '@millrace/workflow-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A workflow with its draft. Loaded without the draft unless it is selected by name: it may be 4 MB. */
@Entity({ name: 'workflow' })
export class WorkflowEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text', { array: true })
  tags: string[];

  @Column('integer', { name: 'node_count' })
  nodeCount: number;

  @Column({ type: 'json', select: false })
  draft: WorkflowDocument;

  @Column('integer', { name: 'draft_revision', default: 1 })
  draftRevision: number;

  @Column('text', { name: 'draft_hash' })
  draftHash: string;

  @Column('text', { name: 'draft_saved_by' })
  draftSavedBy: string;

  @Column({ type: 'timestamptz', name: 'draft_saved_at', precision: 3, default: () => 'now()' })
  draftSavedAt: Date;

  @Column('uuid', { name: 'published_version_id', nullable: true })
  publishedVersionId: string | null;

  @Column('boolean', { default: false })
  enabled: boolean;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Date;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt: Date | null;
}
