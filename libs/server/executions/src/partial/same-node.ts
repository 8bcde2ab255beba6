import { canonicalJson, incomingEdges } from '@millrace/workflow-model';
import type { WorkflowDocument, WorkflowEdge, WorkflowNode } from '@millrace/workflow-model';

/**
 * Tells for each node whether two documents would run it the same, given the same input: type, config, settings, enabled,
 * the edges into it in their order, and the zone in which its dates are read. Label, description and place do not count.
 */
export function sameNodes(one: WorkflowDocument, other: WorkflowDocument): (nodeId: string) => boolean {
  if (one.settings.timezone !== other.settings.timezone) return () => false;
  const [ones, others] = [signatures(one), signatures(other)];
  return (nodeId) => {
    const signature = ones(nodeId);
    return signature !== undefined && signature === others(nodeId);
  };
}

function signatures(document: WorkflowDocument): (nodeId: string) => string | undefined {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const incoming = incomingEdges(document);
  return (nodeId) => {
    const node = nodes.get(nodeId);
    return node && signature(node, incoming.get(nodeId) ?? []);
  };
}

function signature(
  { type, typeVersion, config, settings, enabled }: WorkflowNode,
  edges: readonly WorkflowEdge[],
): string {
  const inputs = edges.map(({ source, sourceHandle, targetHandle }) => [source, sourceHandle, targetHandle]);
  return canonicalJson({ type, typeVersion, config, settings, enabled, inputs });
}
