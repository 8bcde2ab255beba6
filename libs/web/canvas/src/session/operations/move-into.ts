import type { Edit, Position, WorkflowNode } from '@millrace/workflow-model';
import { nameOf, together } from './connect';
import { bridgesOver } from './delete-elements';
import { FRAME_SPACE, boxOf, framesOf, isLoop, loopAt, settled, withBodies, withRoom } from './frames';
import { NODE_HEIGHT, NODE_WIDTH, ROW_HEIGHT, boundsOf, freePlace } from './geometry';
import { type Moves, move } from './move';
import { type Operation, type OperationContext, type Outcome, isRefusal, refuse } from './operation';

/** The loop that each node comes to lie in; undefined for the canvas itself. */
type Parents = ReadonlyMap<string, string | undefined>;

/**
 * Finishes a drag: nodes that were dropped on the frame of a loop go into it, those that were dragged off one leave it.
 * Their edges to what stays are cut, and what was around them is joined where it is plain how.
 */
export function drop(context: OperationContext, moves: Moves): Outcome {
  const moved = move(context, moves);
  if (isRefusal(moved)) return moved;
  const parents = droppedOn(context, moves);
  if (parents.size === 0) return moved;
  const edits = settled(context, [moved.edit, ...parentEdits(context, parents)]);
  return together(labelOf(context, parents), edits, { nodeIds: [...parents.keys()] });
}

/** Puts nodes into a loop, below what is there, or takes them out of theirs. */
export function moveInto(context: OperationContext, nodeIds: readonly string[], loopId: string | undefined): Outcome {
  const nodes = topmost(context, nodeIds).filter((node) => node.parent !== loopId);
  const [first] = nodes;
  if (first === undefined) return refuse('NOTHING_CHANGED', 'Everything is there already.');
  const refusal = whyNotInto(context, nodes, loopId);
  if (refusal !== undefined) return refusal;
  const frames = framesOf(context);
  const bounds = boundsOf(nodes.map((node) => boxOf(frames, node))) ?? { x: 0, y: 0 };
  const corner = loopId === undefined ? besideLoop(context, first) : insidePlace(context, loopId);
  const moves = nodes.map(({ id, position }) => ({
    id,
    position: { x: corner.x + position.x - bounds.x, y: corner.y + position.y - bounds.y },
  }));
  const moved = move(context, { nodes: moves });
  const placing = isRefusal(moved) ? [] : [moved.edit];
  const parents: Parents = new Map(nodes.map((node) => [node.id, loopId]));
  const edits = withRoom(context, [...placing, ...parentEdits(context, parents)]);
  return together(labelOf(context, parents), edits, { nodeIds: nodes.map((node) => node.id) });
}

/** Why nodes cannot go into a loop; undefined when they can. */
export function whyNotInto(
  context: OperationContext,
  nodes: readonly WorkflowNode[],
  loopId: string | undefined,
): ReturnType<typeof refuse> | undefined {
  if (loopId === undefined) return undefined;
  const loop = context.index.node(loopId);
  if (loop === undefined) return refuse('NO_SUCH_NODE', 'The loop is not there any more.');
  const trigger = nodes.find((node) => isTrigger(context, node));
  if (trigger !== undefined) {
    return refuse('TRIGGER_IN_LOOP', `"${nameOf(trigger)}" starts the workflow, so it cannot be inside a loop.`);
  }
  const around = new Set([loopId, ...context.index.loopsAround(loopId)]);
  return nodes.some((node) => around.has(node.id))
    ? refuse('LOOP_IN_ITSELF', `"${nameOf(loop)}" cannot be put into itself.`)
    : undefined;
}

/** A free place inside a loop, for another card. */
export function insidePlace(context: OperationContext, loopId: string): Position {
  const frames = framesOf(context);
  const { x, y } = frames.get(loopId) ?? context.index.node(loopId)?.position ?? { x: 0, y: 0 };
  const taken = context.index.childrenOf(loopId).map((node) => boxOf(frames, node));
  return freePlace({ x: x + FRAME_SPACE.left, y: y + FRAME_SPACE.top }, taken);
}

/** The given nodes without those that lie inside other given ones. */
export function topmost({ index }: Pick<OperationContext, 'index'>, nodeIds: readonly string[]): WorkflowNode[] {
  const given = new Set(nodeIds);
  return [...given].flatMap((id) => {
    const node = index.node(id);
    return node === undefined || index.loopsAround(id).some((loop) => given.has(loop)) ? [] : [node];
  });
}

/** The edits that give nodes other parents: what would cross the border of a loop is cut, and bridged where they were. */
export function parentEdits(context: OperationContext, parents: Parents): readonly Edit[] {
  const { index } = context;
  const parentOf = (id: string): string | undefined => (parents.has(id) ? parents.get(id) : index.node(id)?.parent);
  const cut = index.document.edges
    .filter(
      ({ source, target }) => (parents.has(source) || parents.has(target)) && parentOf(source) !== parentOf(target),
    )
    .map(({ id }): Edit => ({ kind: 'removeEdge', edgeId: id }));
  const bridges = bridgesOver(context, [...parents.keys()], { edgeIds: [], bridge: 'auto' });
  const changes = [...parents].map(([nodeId, parent]): Edit => ({
    kind: 'setParent',
    nodeId,
    ...(parent !== undefined && { parent }),
  }));
  return [...cut, ...bridges, ...changes];
}

function droppedOn(context: OperationContext, moves: Moves): Parents {
  const { index } = context;
  const places = new Map((moves.nodes ?? []).map(({ id, position }) => [id, position]));
  const moving = withBodies(index, places.keys());
  const frames = framesOf(context);
  if (frames.size === 0) return new Map();
  const parents = new Map<string, string | undefined>();
  for (const node of topmost(context, [...places.keys()])) {
    const { x, y } = places.get(node.id) ?? node.position;
    const onto = loopAt(index, frames, { x: x + NODE_WIDTH / 2, y: y + NODE_HEIGHT / 2 }, moving);
    if (onto !== node.parent && !isTrigger(context, node)) parents.set(node.id, onto);
  }
  return parents;
}

function besideLoop(context: OperationContext, node: WorkflowNode): Position {
  const frames = framesOf(context);
  const loop = context.index.loopsAround(node.id).at(-1);
  const box = loop === undefined ? undefined : frames.get(loop);
  const taken = context.index.document.nodes
    .filter(({ parent }) => parent === undefined)
    .map((each) => boxOf(frames, each));
  const below = { x: box?.x ?? node.position.x, y: (box?.y ?? node.position.y) + (box?.height ?? 0) + ROW_HEIGHT / 2 };
  return freePlace(below, taken);
}

function labelOf({ index }: OperationContext, parents: Parents): Operation['label'] {
  const [[id, parent] = ['', undefined]] = parents;
  const what = parents.size === 1 ? nameOf(index.node(id) ?? { id, label: '' }) : `${parents.size} steps`;
  const loop = parent === undefined ? undefined : index.node(parent);
  return loop === undefined ? `Move ${what} out of its loop` : `Move ${what} into ${nameOf(loop)}`;
}

function isTrigger({ lookup }: OperationContext, node: WorkflowNode): boolean {
  return (lookup(node.type, node.typeVersion) ?? lookup(node.type))?.traits.trigger === true;
}

/** Ids of the loops that nodes could be put into, in document order. */
export function loopsFor(context: OperationContext, nodeIds: readonly string[]): readonly string[] {
  const nodes = topmost(context, nodeIds);
  return context.index.document.nodes
    .filter((node) => isLoop(context, node) && nodes.some(({ parent }) => parent !== node.id))
    .filter((node) => !nodes.includes(node) && whyNotInto(context, nodes, node.id) === undefined)
    .map((node) => node.id);
}
