import type { Position, WorkflowNode, WorkflowNote } from '@millrace/workflow-model';

/** Pixels of the dotted grid. */
export const GRID = 20;
/** Size of a node card in pixels. */
export const NODE_WIDTH = 224;
export const NODE_HEIGHT = 64;
/** Pixels from one card to the next below it, top to top. */
export const ROW_HEIGHT = 100;
/** Pixels between a card and the one placed after it. */
export const STEP_X = 200;
/** An edge with less room than this between its cards makes everything after an inserted node move by {@link STEP_X}. */
export const ROOM_FOR_INSERT = 300;

/** A rectangle on the canvas. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The nearest point of the grid. */
export function snapped({ x, y }: Position): Position {
  // `+ 0` turns -0, which JSON does not know, into 0.
  return { x: Math.round(x / GRID) * GRID + 0, y: Math.round(y / GRID) * GRID + 0 };
}

/** Where a node's card lies. */
export function nodeBox({ position }: Pick<WorkflowNode, 'position'>): Box {
  return { ...position, width: NODE_WIDTH, height: NODE_HEIGHT };
}

/** Where a note lies. */
export function noteBox({ position, size }: WorkflowNote): Box {
  return { ...position, ...size };
}

/** The smallest box around all; undefined for none. */
export function boundsOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether two boxes share any area. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Whether `inner` lies within `outer`. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The wished place, or the first below it where a card, or something of another size, covers no other. */
export function freePlace(
  wished: Position,
  taken: readonly Box[],
  size: Pick<Box, 'width' | 'height'> = { width: NODE_WIDTH, height: NODE_HEIGHT },
): Position {
  let place = snapped(wished);
  const isTaken = (position: Position): boolean => taken.some((box) => overlap(box, { ...position, ...size }));
  for (let tries = 0; tries < 500 && isTaken(place); tries += 1) place = { x: place.x, y: place.y + ROW_HEIGHT };
  return snapped(place);
}
