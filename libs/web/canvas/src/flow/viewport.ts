import { type Box, boundsOf } from '../session/operations/geometry';

/** How the canvas lies behind the window: a point p shows at p * scale + (x, y). */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Size of the window in pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

export const MIN_SCALE = 0.1;
export const MAX_SCALE = 4;
/** Part of the window's width at which the first card stands. */
export const BEGINNING = 0.22;
/** Smaller cards show no names. */
const NAMES_SCALE = 0.4;
/** Smaller than this, a workflow is looked at as a map. */
const MAP_SCALE = 0.2;
const OPENING_SCALE = 0.5;

/** Pixels that stay free around what is fitted: less in a small window. */
function marginOf({ width, height }: WindowSize): { readonly x: number; readonly y: number } {
  return { x: Math.min(96, Math.max(24, width * 0.04)), y: Math.min(96, Math.max(56, height * 0.08)) };
}

/** All boxes in the middle, no larger than life; the beginning of what is too large even as small as can be. Undefined for none. */
export function fitted(boxes: readonly Box[], size: WindowSize, margin = marginOf(size)): Viewport | undefined {
  const bounds = boundsOf(boxes);
  if (bounds === undefined) return undefined;
  const room = { width: Math.max(1, size.width - 2 * margin.x), height: Math.max(1, size.height - 2 * margin.y) };
  const scale = clamped(Math.min(1, room.width / bounds.width, room.height / bounds.height));
  const { x, y } = centred(bounds, size, scale);
  return {
    scale,
    x: bounds.width * scale > room.width ? margin.x - bounds.x * scale : x,
    y: bounds.height * scale > room.height ? margin.y - bounds.y * scale : y,
  };
}

/**
 * What a workflow opens with: everything, when its names can be read then. A longer one begins at its first card, legibly; one that
 * is larger than that opens as a map.
 */
export function opening(boxes: readonly Box[], size: WindowSize, margin = marginOf(size)): Viewport | undefined {
  const whole = fitted(boxes, size, margin);
  const bounds = boundsOf(boxes);
  if (whole === undefined || bounds === undefined || whole.scale >= NAMES_SCALE || whole.scale < MAP_SCALE)
    return whole;
  const first = boxes.reduce((left, box) => (box.x < left.x ? box : left));
  const isInSight = bounds.height * OPENING_SCALE <= size.height - 2 * margin.y;
  const { y } = centred(isInSight ? bounds : first, size, OPENING_SCALE);
  return { scale: OPENING_SCALE, x: margin.x - bounds.x * OPENING_SCALE, y };
}

/** The middle of a box in the middle of the window. */
export function centred(box: Box, size: WindowSize, scale: number): Viewport {
  return {
    scale,
    x: size.width / 2 - (box.x + box.width / 2) * scale,
    y: size.height / 2 - (box.y + box.height / 2) * scale,
  };
}

/** Another scale around the middle of the window. */
export function zoomed(view: Viewport, scale: number, size: WindowSize): Viewport {
  const next = clamped(scale);
  const middle = { x: size.width / 2, y: size.height / 2 };
  return {
    scale: next,
    x: middle.x - ((middle.x - view.x) / view.scale) * next,
    y: middle.y - ((middle.y - view.y) / view.scale) * next,
  };
}

/** The same in the middle of a window that became larger or smaller. */
export function resized(view: Viewport, before: WindowSize, now: WindowSize): Viewport {
  return { ...view, x: view.x + (now.width - before.width) / 2, y: view.y + (now.height - before.height) / 2 };
}

/** Whether a box is in sight as a whole. */
export function shows(view: Viewport, box: Box, size: WindowSize): boolean {
  const left = box.x * view.scale + view.x;
  const top = box.y * view.scale + view.y;
  return (
    left >= 0 && top >= 0 && left + box.width * view.scale <= size.width && top + box.height * view.scale <= size.height
  );
}

/** The part of the canvas that a window shows. */
export function seenThrough({ x, y, scale }: Viewport, { width, height }: WindowSize): Box {
  return { x: -x / scale, y: -y / scale, width: width / scale, height: height / scale };
}

function clamped(scale: number): number {
  return Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));
}
