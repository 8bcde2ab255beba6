import { RESERVED_ROOTS, aliasCollisions, nodeAlias } from '../alias';
import type { WorkflowDocument } from '../document';
import type { Problem } from '../problem';
import { nodeName } from './validation-context';

/** Ids and aliases that more than one node has, and aliases that templates use for something else. */
export function nameProblems(document: WorkflowDocument): readonly Problem[] {
  return [...duplicateIds(document), ...sharedAliases(document), ...reservedAliases(document)];
}

function duplicateIds(document: WorkflowDocument): Problem[] {
  const seen = new Set<string>();
  return document.nodes.flatMap((node, index): Problem[] => {
    if (!seen.has(node.id)) {
      seen.add(node.id);
      return [];
    }
    const message = `Several nodes have the id "${node.id}"; give ${nodeName(node)} another id and connect it anew.`;
    return [{ code: 'DUPLICATE_NODE_ID', severity: 'error', message, nodeId: node.id, path: ['nodes', index, 'id'] }];
  });
}

function sharedAliases(document: WorkflowDocument): Problem[] {
  return aliasCollisions(document).map(({ alias, nodeIds }) => ({
    code: 'DUPLICATE_ALIAS',
    severity: 'warning',
    message: `Templates reach several nodes as "${alias}" (${listed(nodeIds)}) and read the first; rename the others.`,
    nodeId: nodeIds[1] ?? '',
    nodeIds,
  }));
}

function listed(nodeIds: readonly string[]): string {
  const shown = nodeIds.slice(0, 5).join(', ');
  return nodeIds.length > 5 ? `${shown} and ${nodeIds.length - 5} more` : shown;
}

/** A node whose id is its alias is meant to be reached by that name where the name is one, as with `trigger`. */
function reservedAliases(document: WorkflowDocument): Problem[] {
  return document.nodes
    .filter((node) => RESERVED_ROOTS.includes(nodeAlias(node)) && nodeAlias(node) !== 'trigger')
    .map((node) => ({
      code: 'RESERVED_ALIAS',
      severity: 'warning',
      message: `Templates read "${nodeAlias(node)}" as something else than the node ${nodeName(node)}; rename the node.`,
      nodeId: node.id,
    }));
}
