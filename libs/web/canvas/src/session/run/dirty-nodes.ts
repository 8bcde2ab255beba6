import type { WorkflowDocument } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';
import type { Pins } from '../pins/pinned-data';
import type { ExpressionTools } from '../ports/expression-tools';

/** What made an output stale. */
export interface DirtyReason {
  readonly code:
    'PARAMS_CHANGED' | 'NODE_INSERTED' | 'NODE_DELETED' | 'CONNECTION_CHANGED' | 'ENABLED_CHANGED' | 'UNPINNED';
  /** As the tooltip says it. */
  readonly message: string;
}

/** What marks are computed from. */
export interface DirtyInput {
  /** Document of the last run. */
  readonly before: WorkflowDocument;
  /** The draft. */
  readonly index: DocumentIndex;
  readonly pinsBefore: Pins;
  readonly pins: Pins;
  /** Whether the last run has an output of the node. */
  readonly hasRun: (nodeId: string) => boolean;
  /** With it, a param in which only the name of a renamed node changed is not a change. */
  readonly expressions?: ExpressionTools;
}

/** Nodes whose last output no longer belongs to the draft, by the rules of n8n. */
export function dirtyNodes(_input: DirtyInput): ReadonlyMap<string, DirtyReason> {
  return new Map();
}
