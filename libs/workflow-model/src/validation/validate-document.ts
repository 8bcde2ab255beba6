import type { WorkflowDocument } from '../document';
import type { DefinitionLookup } from '../node-definition';
import type { Problem } from '../problem';

export interface ValidationOptions {
  readonly lookup: DefinitionLookup;
  /** Types that a suggestion may name; without them an unknown type gets none. */
  readonly knownTypes?: readonly string[];
  /** Checks templates and expressions; its problems are put beside ours. */
  readonly checkExpressions?: (document: WorkflowDocument, lookup: DefinitionLookup) => readonly Problem[];
}

/** Everything that is wrong with a document, all at once: errors block publishing and running, warnings do not. */
export function validateDocument(document: WorkflowDocument, options: ValidationOptions): readonly Problem[] {
  throw new Error(`not there yet: ${document.id} ${typeof options}`);
}
