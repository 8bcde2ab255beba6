import type { Position, WorkflowNode } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';
import { NODE_HEIGHT, NODE_WIDTH, boundsOf, nodeBox } from './geometry';
import { type Placing, move } from './move';
import { type OperationContext, type Outcome, isRefusal, refuse } from './operation';

/** A line that nodes are put on. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

type ArrangeContext = Pick<OperationContext, 'index'>;

/** Puts two or more nodes on one line: the outermost edge of all, or their middle. */
export function align({ index }: ArrangeContext, nodeIds: readonly string[], to: Alignment): Outcome {
  const nodes = nodesOf(index, nodeIds);
  const bounds = boundsOf(nodes.map(nodeBox));
  if (nodes.length < 2 || bounds === undefined) return refuse('TOO_FEW', 'Select two or more nodes to align them.');
  const places: Readonly<Record<Alignment, Partial<Position>>> = {
    left: { x: bounds.x },
    centre: { x: bounds.x + (bounds.width - NODE_WIDTH) / 2 },
    right: { x: bounds.x + bounds.width - NODE_WIDTH },
    top: { y: bounds.y },
    middle: { y: bounds.y + (bounds.height - NODE_HEIGHT) / 2 },
    bottom: { y: bounds.y + bounds.height - NODE_HEIGHT },
  };
  return named(
    `Align ${to}`,
    index,
    nodes.map((node) => ({ id: node.id, position: { ...node.position, ...places[to] } })),
  );
}

/** Spreads three or more nodes evenly between the outermost two. */
export function distribute({ index }: ArrangeContext, nodeIds: readonly string[], axis: 'across' | 'down'): Outcome {
  const key = axis === 'across' ? 'x' : 'y';
  const nodes = nodesOf(index, nodeIds).sort((a, b) => a.position[key] - b.position[key]);
  if (nodes.length < 3) return refuse('TOO_FEW', 'Select three or more nodes to distribute them.');
  const first = nodes[0]?.position[key] ?? 0;
  const last = nodes.at(-1)?.position[key] ?? 0;
  const step = (last - first) / (nodes.length - 1);
  const places = nodes.map((node, place) => ({
    id: node.id,
    position: { ...node.position, [key]: first + place * step },
  }));
  return named(axis === 'across' ? 'Distribute across' : 'Distribute down', index, places);
}

/** Puts nodes on the grid. */
export function alignToGrid({ index }: ArrangeContext, nodeIds: readonly string[]): Outcome {
  const places = nodesOf(index, nodeIds).map(({ id, position }) => ({ id, position }));
  return named('Align to grid', index, places);
}

function named(label: string, index: DocumentIndex, nodes: readonly Placing[]): Outcome {
  const outcome = move({ index }, { nodes });
  return isRefusal(outcome) ? outcome : { ...outcome, label };
}

function nodesOf(index: DocumentIndex, nodeIds: readonly string[]): WorkflowNode[] {
  return nodeIds.flatMap((id) => index.node(id) ?? []);
}
