import type { Position, WorkflowNode } from '@millrace/workflow-model';
import { boxOf, framesOf } from './frames';
import { type Box, boundsOf } from './geometry';
import { type Placing, move } from './move';
import { topmost } from './move-into';
import { type OperationContext, type Outcome, isRefusal, refuse } from './operation';

/** A line that nodes are put on. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

type ArrangeContext = Pick<OperationContext, 'index' | 'lookup'>;

/** Puts two or more nodes on one line: the outermost edge of all, or their middle. */
export function align(context: ArrangeContext, nodeIds: readonly string[], to: Alignment): Outcome {
  const frames = framesOf(context);
  const nodes = topmost(context, nodeIds);
  const bounds = boundsOf(nodes.map((node) => boxOf(frames, node)));
  if (nodes.length < 2 || bounds === undefined) return refuse('TOO_FEW', 'Select two or more nodes to align them.');
  const placeOf = (node: WorkflowNode): Position => {
    const box = boxOf(frames, node);
    return { x: box.x, y: box.y, ...lineUp(to, box, bounds) };
  };
  return named(
    `Align ${to}`,
    context,
    nodes.map((node) => ({ id: node.id, position: placeOf(node) })),
  );
}

function lineUp(to: Alignment, box: Box, bounds: Box): Partial<Position> {
  switch (to) {
    case 'left':
      return { x: bounds.x };
    case 'centre':
      return { x: bounds.x + (bounds.width - box.width) / 2 };
    case 'right':
      return { x: bounds.x + bounds.width - box.width };
    case 'top':
      return { y: bounds.y };
    case 'middle':
      return { y: bounds.y + (bounds.height - box.height) / 2 };
    case 'bottom':
      return { y: bounds.y + bounds.height - box.height };
  }
}

/** Spreads three or more nodes evenly between the outermost two. */
export function distribute(context: ArrangeContext, nodeIds: readonly string[], axis: 'across' | 'down'): Outcome {
  const key = axis === 'across' ? 'x' : 'y';
  const nodes = topmost(context, nodeIds).sort((a, b) => a.position[key] - b.position[key]);
  if (nodes.length < 3) return refuse('TOO_FEW', 'Select three or more nodes to distribute them.');
  const first = nodes[0]?.position[key] ?? 0;
  const last = nodes.at(-1)?.position[key] ?? 0;
  const step = (last - first) / (nodes.length - 1);
  const places = nodes.map((node, place) => ({
    id: node.id,
    position: { ...node.position, [key]: first + place * step },
  }));
  return named(axis === 'across' ? 'Distribute across' : 'Distribute down', context, places);
}

/** Puts nodes on the grid. */
export function alignToGrid(context: ArrangeContext, nodeIds: readonly string[]): Outcome {
  const places = topmost(context, nodeIds).map(({ id, position }) => ({ id, position }));
  return named('Align to grid', context, places);
}

function named(label: string, context: ArrangeContext, nodes: readonly Placing[]): Outcome {
  const outcome = move(context, { nodes });
  return isRefusal(outcome) ? outcome : { ...outcome, label };
}
