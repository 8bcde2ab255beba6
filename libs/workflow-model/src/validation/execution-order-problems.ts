import type { WorkflowDocument } from '../document';
import type { Problem } from '../problem';

/**
 * Whether a given `executionOrder` agrees with the graph: known ids, each once, every node after the nodes that lead to
 * it. Triggers and disabled nodes may be left out. Names the first pair that stands the wrong way round.
 */
export function executionOrderProblems(document: WorkflowDocument): readonly Problem[] {
  const { executionOrder } = document;
  if (executionOrder === undefined) return [];
  return [
    ...unknownIds(document, executionOrder),
    ...repeatedIds(executionOrder),
    ...wrongPair(document, executionOrder),
    ...missingIds(document, executionOrder),
  ];
}

function unknownIds(document: WorkflowDocument, order: readonly string[]): Problem[] {
  const known = new Set(document.nodes.map((node) => node.id));
  return order.flatMap((id, index) =>
    known.has(id)
      ? []
      : [invalid(`executionOrder names "${id}", which is no node; take it out or correct the id.`, index)],
  );
}

function repeatedIds(order: readonly string[]): Problem[] {
  const first = new Map<string, number>();
  return order.flatMap((id, index) => {
    if (first.has(id)) return [invalid(`executionOrder names "${id}" more than once; keep one of them.`, index, id)];
    first.set(id, index);
    return [];
  });
}

function wrongPair(document: WorkflowDocument, order: readonly string[]): Problem[] {
  const place = new Map(order.map((id, index) => [id, index]));
  let first: { index: number; source: string; target: string } | undefined;
  for (const { source, target } of document.edges) {
    const [sourceAt, targetAt] = [place.get(source), place.get(target)];
    if (sourceAt === undefined || targetAt === undefined || sourceAt < targetAt) continue;
    if (first === undefined || targetAt < first.index) first = { index: targetAt, source, target };
  }
  if (first === undefined) return [];
  const { index, source, target } = first;
  const message = `executionOrder puts "${target}" before "${source}", but an edge leads from "${source}" to "${target}"; put "${source}" first or leave executionOrder out.`;
  return [invalid(message, index, target)];
}

function missingIds(document: WorkflowDocument, order: readonly string[]): Problem[] {
  const named = new Set(order);
  const targets = new Set(document.edges.map((edge) => edge.target));
  // What nothing leads to is a trigger, or unreachable and told as such.
  return document.nodes
    .filter((node) => node.enabled && targets.has(node.id) && !named.has(node.id))
    .map((node) => ({
      code: 'EXECUTION_ORDER_INCOMPLETE',
      severity: 'warning',
      message: `executionOrder leaves "${node.id}" out; the node runs all the same, in the order of the graph. Leave executionOrder out or complete it.`,
      nodeId: node.id,
      path: ['executionOrder'],
    }));
}

function invalid(message: string, index: number, nodeId?: string): Problem {
  return {
    code: 'EXECUTION_ORDER_INVALID',
    severity: 'error',
    message,
    ...(nodeId === undefined ? {} : { nodeId }),
    path: ['executionOrder', index],
  };
}
