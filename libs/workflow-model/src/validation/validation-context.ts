import type { WorkflowDocument, WorkflowNode } from '../document';
import type { DefinitionLookup, NodeDefinitionData } from '../node-definition';
import { suggestions } from '../suggestions';
import type { Suggest } from '../suggestions';

/** What every check of a document needs, looked up once. */
export interface ValidationContext {
  readonly document: WorkflowDocument;
  readonly lookup: DefinitionLookup;
  readonly knownTypes: readonly string[];
  /** The first node with each id. */
  readonly nodes: ReadonlyMap<string, WorkflowNode>;
  /** Definition by node id; of the newest version when the wanted one does not exist; absent when the type is unknown. */
  readonly definitions: ReadonlyMap<string, NodeDefinitionData>;
  readonly suggest: Suggest;
}

/** Looks up what the checks need. */
export function validationContext(
  document: WorkflowDocument,
  lookup: DefinitionLookup,
  knownTypes: readonly string[],
): ValidationContext {
  const nodes = new Map<string, WorkflowNode>();
  const definitions = new Map<string, NodeDefinitionData>();
  for (const node of document.nodes) {
    if (nodes.has(node.id)) continue;
    nodes.set(node.id, node);
    const definition = lookup(node.type, node.typeVersion) ?? lookup(node.type);
    if (definition !== undefined) definitions.set(node.id, definition);
  }
  return { document, lookup, knownTypes, nodes, definitions, suggest: suggestions() };
}

/** Whether a node starts runs, by its definition. */
export function isTrigger(context: ValidationContext, nodeId: string): boolean {
  return context.definitions.get(nodeId)?.traits.trigger === true;
}

/** How messages call a node: its label, and its id where that says more. */
export function nodeName(node: { readonly id: string; readonly label: string }): string {
  return node.label === '' || node.label === node.id ? `"${node.id}"` : `"${node.label}" (${node.id})`;
}

/** "Did you mean" as a sentence to be put behind another; empty without a suggestion. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
}
