import type { WorkflowEdge, WorkflowNode } from '../document';
import { loopsAround } from '../graph/loop-bodies';
import type { Problem } from '../problem';
import { isTrigger, nodeName } from './validation-context';
import type { ValidationContext } from './validation-context';

/** Nodes in places where no loop is, edges across the border of a loop, and lists asked of triggers. */
export function loopProblems(context: ValidationContext): readonly Problem[] {
  const { nodes, document } = context;
  return [
    ...document.nodes.flatMap((node) => [...wrongParent(context, node), ...wrongForEach(context, node)]),
    ...document.edges.flatMap((edge, index) => crossingEdge(context, edge, index)),
    ...[...nodes.values()].flatMap((node) => emptyLoop(context, node)),
  ];
}

function isLoop({ definitions }: ValidationContext, nodeId: string): boolean {
  return definitions.get(nodeId)?.traits.container === true;
}

function wrongParent(context: ValidationContext, node: WorkflowNode): Problem[] {
  const { parent } = node;
  if (parent === undefined) return [];
  const about = { severity: 'error', nodeId: node.id } as const;
  const loop = context.nodes.get(parent);
  if (loop === undefined) {
    const message = `Node ${nodeName(node)} is inside "${parent}", which is no node; move it out.`;
    return [{ code: 'PARENT_UNKNOWN', message, ...about }];
  }
  if (isTrigger(context, node.id)) {
    const message = `Trigger ${nodeName(node)} is inside the loop ${nodeName(loop)}; triggers begin a run, so move it out.`;
    return [{ code: 'TRIGGER_IN_LOOP', message, ...about }];
  }
  if (context.definitions.has(parent) && !isLoop(context, parent)) {
    const message = `Node ${nodeName(node)} is inside ${nodeName(loop)}, which is no loop; move it out.`;
    return [{ code: 'PARENT_NOT_LOOP', message, ...about }];
  }
  if (!isOwnAncestor(context, node.id)) return [];
  return [{ code: 'PARENT_CYCLE', message: `Node ${nodeName(node)} is inside itself; move it out.`, ...about }];
}

function isOwnAncestor({ nodes }: ValidationContext, nodeId: string): boolean {
  const outermost = loopsAround(nodes, nodeId).at(-1);
  return outermost !== undefined && nodes.get(outermost)?.parent === nodeId;
}

function wrongForEach(context: ValidationContext, node: WorkflowNode): Problem[] {
  if (node.settings.forEach === undefined || !isTrigger(context, node.id)) return [];
  const message = `Trigger ${nodeName(node)} is to run once per item, but triggers run once; take the setting away.`;
  return [{ code: 'FOR_EACH_ON_TRIGGER', severity: 'error', message, nodeId: node.id }];
}

function crossingEdge({ nodes }: ValidationContext, edge: WorkflowEdge, index: number): Problem[] {
  const source = nodes.get(edge.source);
  const target = nodes.get(edge.target);
  if (source === undefined || target === undefined || source.parent === target.parent) return [];
  const message = `Edge "${edge.id}" leads from ${nodeName(source)} to ${nodeName(target)} across the border of a loop; connect the loop itself, or move one of them.`;
  return [{ code: 'EDGE_CROSSES_LOOP', severity: 'error', message, edgeId: edge.id, path: ['edges', index] }];
}

function emptyLoop(context: ValidationContext, node: WorkflowNode): Problem[] {
  if (!isLoop(context, node.id) || context.document.nodes.some(({ parent }) => parent === node.id)) return [];
  const message = `Loop ${nodeName(node)} has no node inside, so its turns do nothing; put one in.`;
  return [{ code: 'LOOP_EMPTY', severity: 'warning', message, nodeId: node.id }];
}
