import type { WorkflowDocument } from '@millrace/workflow-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Why a version was stored: to go live, because somebody wanted to keep it, because it was put back into the draft, for a
 * run of the draft, for a run of a document that nobody saved, or for as long as tests of such a document are run.
 */
export type WorkflowVersionKind = 'published' | 'checkpoint' | 'restored' | 'draft' | 'inline' | 'test';

/** The kinds that people see as a workflow's history. */
export const HISTORY_KINDS = ['published', 'checkpoint', 'restored'] as const;

/** One of the kinds of a history. */
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** An immutable document. The database refuses to change anything but its name. */
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

  /** For people. */
  @Column('text', { nullable: true })
  name: string | null;

  /** The version that was put back into the draft; only of restored ones. */
  @Column('uuid', { name: 'source_version_id', nullable: true })
  sourceVersionId: string | null;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'clock_timestamp()' })
  createdAt: Date;
}
