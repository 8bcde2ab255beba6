import { canonicalJson, incomingEdges, nodesInside } from '@millrace/workflow-model';
import type { WorkflowDocument, WorkflowEdge, WorkflowNode } from '@millrace/workflow-model';

/**
 * Tells for each node whether two documents would run it the same, given the same input: type, config, settings, enabled,
 * the edges into it in their order, the zone in which its dates are read, and for a loop all that is inside. Label,
 * description and place do not count.
 */
export function sameNodes(one: WorkflowDocument, other: WorkflowDocument): (nodeId: string) => boolean {
  if (one.settings.timezone !== other.settings.timezone) return () => false;
  const [ones, others] = [signatures(one), signatures(other)];
  return (nodeId) => {
    const signature = ones(nodeId);
    return signature !== undefined && signature === others(nodeId);
  };
}

/** The same for each node alone, whatever is inside of it. */
export function sameAlone(one: WorkflowDocument, other: WorkflowDocument): (nodeId: string) => boolean {
  if (one.settings.timezone !== other.settings.timezone) return () => false;
  const [ones, others] = [ownSignatures(one), ownSignatures(other)];
  return (nodeId) => ones.has(nodeId) && ones.get(nodeId) === others.get(nodeId);
}

function ownSignatures(document: WorkflowDocument): ReadonlyMap<string, string> {
  const incoming = incomingEdges(document);
  return new Map(document.nodes.map((node) => [node.id, signature(node, incoming.get(node.id) ?? [])]));
}

function signatures(document: WorkflowDocument): (nodeId: string) => string | undefined {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const incoming = incomingEdges(document);
  return (nodeId) => {
    const node = nodes.get(nodeId);
    if (node === undefined) return undefined;
    const inside = nodesInside(document.nodes, nodeId);
    const all = [node, ...inside].map((each) => signature(each, incoming.get(each.id) ?? []));
    return all.join('\n');
  };
}

function signature(
  { id, parent, type, typeVersion, config, settings, credentials, enabled }: WorkflowNode,
  edges: readonly WorkflowEdge[],
): string {
  const inputs = edges.map(({ source, sourceHandle, targetHandle }) => [source, sourceHandle, targetHandle]);
  const place = parent === undefined ? {} : { id, parent };
  const accounts = credentials === undefined ? {} : { credentials };
  return canonicalJson({ ...place, type, typeVersion, config, settings, ...accounts, enabled, inputs });
}
