import type { WorkflowDocument } from '@millrace/workflow-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a version was stored: to go live, for a run of the draft, or for a run of a document that nobody saved. */
export type WorkflowVersionKind = 'published' | 'draft' | 'inline';

/** An immutable document. The database refuses to change a row. */
@Entity({ name: 'workflow_version' })
export class WorkflowVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workflow_id', nullable: true })
  workflowId: string | null;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  /** Semantic version; only when published. */
  @Column('text', { nullable: true })
  version: string | null;

  @Column('text')
  kind: WorkflowVersionKind;

  @Column({ type: 'json', select: false })
  document: WorkflowDocument;

  @Column('text')
  hash: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'clock_timestamp()' })
  createdAt: Date;
}
