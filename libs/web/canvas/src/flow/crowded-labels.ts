import type { Position } from '@millrace/workflow-model';
import { NODE_HEIGHT, NODE_WIDTH } from '../session/operations/geometry';

/** An output with what its label says. */
export interface LabelledPort {
  readonly id: string;
  readonly label: string;
}

/** A card and what is around it. */
export interface Surroundings {
  readonly position: Position;
  readonly height: number;
  /** From the first to the last, as they stand along the side. */
  readonly ports: readonly LabelledPort[];
  /** Corners of the other cards. */
  readonly others: Iterable<Position>;
  /** Corners of the cards that its wires lead to. */
  readonly targets: Iterable<Position>;
}

/** Pixels between a card and a label, above its wire up to the top of the label, and a letter's width on average. */
const GAP = 12;
const RISE = 18;
const LETTER = 6;
const WIDEST = 96;

/**
 * Ports whose labels would lie on another card, or across a wire that turns back beside them. In the order of the ports, joined, so that
 * equal answers are equal.
 */
export function crowdedLabels({ position, height, ports, others, targets }: Surroundings): string {
  const right = position.x + NODE_WIDTH;
  for (const target of targets) if (target.x < right) return ports.map(({ id }) => id).join('|');
  const near = [...others].filter(
    ({ x, y }) =>
      x + NODE_WIDTH > right &&
      x < right + GAP + WIDEST &&
      y < position.y + height &&
      y + NODE_HEIGHT > position.y - RISE,
  );
  if (near.length === 0) return '';
  const isCrowded = ({ label }: LabelledPort, place: number): boolean => {
    const bottom = position.y + ((place + 0.5) / ports.length) * height;
    const end = right + GAP + Math.min(WIDEST, label.length * LETTER);
    return near.some(({ x, y }) => x < end && y < bottom && y + NODE_HEIGHT > bottom - RISE);
  };
  return ports
    .filter((port, place) => isCrowded(port, place))
    .map(({ id }) => id)
    .join('|');
}
