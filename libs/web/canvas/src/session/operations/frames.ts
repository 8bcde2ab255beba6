import { type Edit, type Position, type WorkflowNode, applyEdit } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';
import { type Box, NODE_HEIGHT, NODE_WIDTH, boundsOf, nodeBox } from './geometry';
import type { OperationContext } from './operation';

/** Pixels between the edges of a loop's frame and what lies inside; at the top there is the loop's card, on the right room for the "+". */
export const FRAME_SPACE = { top: 100, right: 80, bottom: 40, left: 40 };
/** The smallest frame: room for one card. */
export const FRAME_SIZE = {
  width: FRAME_SPACE.left + NODE_WIDTH + FRAME_SPACE.right,
  height: FRAME_SPACE.top + NODE_HEIGHT + FRAME_SPACE.bottom,
};

type FrameContext = Pick<OperationContext, 'index' | 'lookup'>;

/** Where the frames of all loops lie, by node id. A frame encloses what is inside and is never smaller than {@link FRAME_SIZE}. */
export type Frames = ReadonlyMap<string, Box>;

/** Works out the frames of a document. */
export function framesOf(context: FrameContext): Frames {
  const frames = new Map<string, Box>();
  for (const node of context.index.document.nodes) if (isLoop(context, node)) frameOf(context.index, node, frames);
  return frames;
}

/** Whether a node has a body: its type says so, or something lies inside it. */
export function isLoop({ index, lookup }: FrameContext, node: WorkflowNode): boolean {
  if (index.childrenOf(node.id).length > 0) return true;
  return (lookup(node.type, node.typeVersion) ?? lookup(node.type))?.traits.container === true;
}

function frameOf(index: DocumentIndex, node: WorkflowNode, known: Map<string, Box>): Box {
  const before = known.get(node.id);
  if (before !== undefined) return before;
  const children = index.childrenOf(node.id);
  const boxes = children.map((child) =>
    index.childrenOf(child.id).length > 0 || known.has(child.id) ? frameOf(index, child, known) : nodeBox(child),
  );
  const frame = boundsOf([{ ...node.position, ...FRAME_SIZE }, ...boxes.map(around)]) as Box;
  known.set(node.id, frame);
  return frame;
}

function around({ x, y, width, height }: Box): Box {
  const { top, right, bottom, left } = FRAME_SPACE;
  return { x: x - left, y: y - top, width: width + left + right, height: height + top + bottom };
}

/** Where a node lies with all that belongs to it: its card, or its frame. */
export function boxOf(frames: Frames, node: WorkflowNode): Box {
  return frames.get(node.id) ?? nodeBox(node);
}

/** The innermost frame around a point, without those of some nodes; undefined for the canvas itself. */
export function loopAt(
  index: DocumentIndex,
  frames: Frames,
  { x, y }: Position,
  without?: ReadonlySet<string>,
): string | undefined {
  let found: string | undefined;
  let depth = -1;
  for (const [id, box] of frames) {
    if (without?.has(id) === true) continue;
    if (x < box.x || y < box.y || x > box.x + box.width || y > box.y + box.height) continue;
    const own = index.loopsAround(id).length;
    if (own > depth) [found, depth] = [id, own];
  }
  return found;
}

/** Nodes with everything inside them. */
export function withBodies(index: DocumentIndex, nodeIds: Iterable<string>): ReadonlySet<string> {
  const all = new Set(nodeIds);
  for (const id of [...all]) for (const inside of index.insideOf(id)) all.add(inside);
  return all;
}

/** The edits, and what makes the places of loops those of their frames, which may have grown to the left or upwards. */
export function settled(context: FrameContext, edits: readonly Edit[]): readonly Edit[] {
  const index = after(context.index, edits);
  const moves = [...framesOf({ ...context, index })].flatMap(([nodeId, { x, y }]) => {
    const place = index.node(nodeId)?.position;
    return place === undefined || (place.x === x && place.y === y) ? [] : [{ nodeId, position: { x, y } }];
  });
  return moves.length === 0 ? edits : [...edits, { kind: 'moveNodes', moves }];
}

/** The edits, and what makes room for frames that they make wider: what comes after those loops moves to the right. */
export function withRoom(context: FrameContext, edits: readonly Edit[]): readonly Edit[] {
  const before = framesOf(context);
  if (before.size === 0) return edits;
  let all = settled(context, edits);
  const inwards = [...before].sort(([a], [b]) => depthOf(context.index, b) - depthOf(context.index, a));
  for (const [id, box] of inwards) {
    const index = after(context.index, all);
    const now = framesOf({ ...context, index }).get(id);
    const by = now === undefined ? 0 : now.x + now.width - box.x - box.width;
    if (by <= 0) continue;
    const behind = [...index.downstreamOf(id)].filter(
      (each) => (index.node(each)?.position.x ?? 0) >= box.x + box.width,
    );
    const moving = withBodies(index, behind);
    const moves = [...moving].map((nodeId) => {
      const { x = 0, y = 0 } = index.node(nodeId)?.position ?? {};
      return { nodeId, position: { x: x + by, y } };
    });
    if (moves.length > 0) all = [...all, { kind: 'moveNodes', moves }];
  }
  return settled(context, all);
}

function depthOf(index: DocumentIndex, id: string): number {
  return index.loopsAround(id).length;
}

function after(index: DocumentIndex, edits: readonly Edit[]): DocumentIndex {
  return index.next(applyEdit(index.document, { kind: 'batch', edits }));
}
