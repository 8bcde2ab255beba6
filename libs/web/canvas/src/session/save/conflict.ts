import type { WorkflowDocument } from '@millrace/workflow-model';
import type { MergedDocument } from '../document/merge-documents';

/** Somebody else saved this draft while it was edited here. */
export interface SaveConflict {
  /** What both started from. */
  readonly base: WorkflowDocument;
  readonly theirs: WorkflowDocument;
  readonly theirRevision: number;
  readonly savedBy?: string;
  /** Both changes together; its clashes are empty when they do not touch the same elements. */
  readonly merged: MergedDocument;
}

/** Keep mine as a new revision, take theirs, or put both together where they do not clash. */
export type ConflictStrategy = 'mine' | 'theirs' | 'merge';
