import type { DefinitionLookup, Edit } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';
import type { AccountDirectory } from '../ports/account-directory';
import type { ExpressionTools } from '../ports/expression-tools';

/** Elements by kind; the shape of selections and of what an operation made. */
export interface Elements {
  readonly nodeIds?: readonly string[];
  readonly edgeIds?: readonly string[];
  readonly noteIds?: readonly string[];
  readonly groupIds?: readonly string[];
}

/** One step of undo: what is done, in words and as an edit, and what is selected afterwards. */
export interface Operation {
  /** As the undo menu says it: "Add HTTP request". */
  readonly label: string;
  readonly edit: Edit;
  /** Stays as it is when absent. */
  readonly select?: Elements;
}

/** Why an operation is not possible, as a sentence for the person. */
export interface Refusal {
  readonly refused: string;
  /** Stable, upper snake case. */
  readonly code: string;
}

/** Something to do, or why not. */
export type Outcome<T extends Operation = Operation> = T | Refusal;

/** What operations are computed from. They change nothing themselves. */
export interface OperationContext {
  readonly index: DocumentIndex;
  readonly lookup: DefinitionLookup;
  readonly newId: () => string;
}

/** For operations that rewrite references or read what came from outside. */
export interface RewritingContext extends OperationContext {
  readonly expressions: ExpressionTools;
  /** Accounts of this workspace, for what is pasted; none are known without it. */
  readonly accounts?: AccountDirectory;
}

/** Whether an outcome is a refusal. */
export function isRefusal(outcome: Outcome): outcome is Refusal {
  return 'refused' in outcome;
}

/** An operation that is refused. */
export function refuse(code: string, refused: string): Refusal {
  return { code, refused };
}
