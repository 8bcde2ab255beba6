import type { WorkflowDocument } from '../document';
import { findCycle } from '../graph/find-cycle';
import { loopsAround } from '../graph/loop-bodies';
import { reachableNodes } from '../graph/reachable-nodes';
import type { Problem } from '../problem';
import { isTrigger, nodeName } from './validation-context';
import type { ValidationContext } from './validation-context';

/** More cycles than this are told when the first ones are mended. */
const MAX_CYCLES = 10;
/** A message names this many nodes of a cycle; `nodeIds` has all. */
const MAX_NAMED = 12;

/** Cycles, and nodes that no trigger leads to. */
export function graphProblems(context: ValidationContext): readonly Problem[] {
  return [...cycles(context.document), ...unreachableNodes(context)];
}

/** Cycles that share no node. */
function cycles(document: WorkflowDocument): Problem[] {
  const problems: Problem[] = [];
  let rest: Pick<WorkflowDocument, 'nodes' | 'edges'> = document;
  while (problems.length < MAX_CYCLES) {
    const cycle = findCycle(rest);
    if (cycle === undefined) break;
    problems.push(cycleProblem(cycle));
    const members = new Set(cycle);
    rest = { nodes: rest.nodes.filter((node) => !members.has(node.id)), edges: rest.edges };
  }
  return problems;
}

function cycleProblem(cycle: readonly string[]): Problem {
  const named = cycle.length > MAX_NAMED ? [...cycle.slice(0, MAX_NAMED), '...'] : cycle;
  const first = cycle[0] ?? '';
  const message = `The nodes ${[...named, first].join(' -> ')} form a cycle, so none of them can start; remove one of the edges between them.`;
  return { code: 'CYCLE', severity: 'error', message, nodeId: first, nodeIds: cycle };
}

/** Not asked without a trigger: then every node would be told, and the one problem is the missing trigger. */
function unreachableNodes(context: ValidationContext): Problem[] {
  const triggers = [...context.nodes.keys()].filter((id) => isTrigger(context, id));
  if (triggers.length === 0) return [];
  const reachable = reachableNodes(context.document, triggers);
  return [...context.nodes.values()]
    .filter((node) => !reachable.has(loopsAround(context.nodes, node.id).at(-1) ?? node.id))
    .map((node) => ({
      code: 'UNREACHABLE_NODE',
      severity: 'warning',
      message: `No trigger leads to node ${nodeName(node)}, so it never runs; connect or remove it.`,
      nodeId: node.id,
    }));
}
