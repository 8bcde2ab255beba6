import type { DefinitionLookup, WorkflowDocument, WorkflowNode } from '@millrace/workflow-model';
import { noTrigger } from '../executions.errors';

/**
 * The node that a run begins with: the one that is wanted, else the first trigger that is enabled.
 * @throws DomainError `WORKFLOW_HAS_NO_TRIGGER`, `TRIGGER_NOT_FOUND`
 */
export function triggerOf(document: WorkflowDocument, wanted: string | undefined, lookup: DefinitionLookup): string {
  const candidates = wanted === undefined ? document.nodes : document.nodes.filter(({ id }) => id === wanted);
  const found = candidates.find((node) => node.enabled && isTrigger(document, node, lookup));
  if (found === undefined) throw noTrigger(wanted);
  return found.id;
}

/** A type that this process does not know counts as a trigger where nothing leads to it. */
function isTrigger({ edges }: WorkflowDocument, node: WorkflowNode, lookup: DefinitionLookup): boolean {
  const definition = lookup(node.type, node.typeVersion);
  if (definition !== undefined) return definition.traits.trigger === true;
  return node.parent === undefined && edges.every(({ target }) => target !== node.id);
}
