import {
  CalculateBezierCurveData,
  type IFConnectionBuilder,
  type IFConnectionBuilderRequest,
  type IFConnectionBuilderResponse,
} from '@foblex/flow';
import { NODE_HEIGHT } from '../session/operations/geometry';

/** Name of our lines for the drawing library. */
export const WIRE = 'wire';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels that a wire leaves a card, and comes to one, before it turns. */
const LEAD = 28;
/** Pixels between a card and the wire that goes round it. */
const CLEARANCE = 40;
const RADIUS = 14;

/** A wire that leads forward swings; one that leads back goes round the cards, below both or between them. */
export class WireLine implements IFConnectionBuilder {
  readonly #swing = new CalculateBezierCurveData();

  handle(request: IFConnectionBuilderRequest): IFConnectionBuilderResponse {
    const { source, target } = request;
    if (target.x >= source.x) return this.#swing.handle(request);
    const corners = cornersBack(source, target);
    return {
      path: roundedPath(corners),
      points: corners.map(({ x, y }) => ({ x, y })),
      candidates: corners.slice(1).map((corner, place) => middleOf(corners[place] ?? corner, corner)),
      secondPoint: corners[1] ?? source,
      penultimatePoint: corners.at(-2) ?? target,
    };
  }
}

/** The way from a port to one that lies left of it: out, down, back, up, in. Between the cards when there is room. */
export function cornersBack(source: Point, target: Point): readonly Point[] {
  const hasRoomBetween = Math.abs(source.y - target.y) >= NODE_HEIGHT + 2 * CLEARANCE;
  const lane = hasRoomBetween ? (source.y + target.y) / 2 : Math.max(source.y, target.y) + NODE_HEIGHT / 2 + CLEARANCE;
  return [
    source,
    { x: source.x + LEAD, y: source.y },
    { x: source.x + LEAD, y: lane },
    { x: target.x - LEAD, y: lane },
    { x: target.x - LEAD, y: target.y },
    target,
  ];
}

/** Straight lines with round corners, as an SVG path. */
export function roundedPath(corners: readonly Point[]): string {
  const [first, ...rest] = corners;
  if (first === undefined) return '';
  const parts = [`M ${first.x} ${first.y}`];
  rest.forEach((corner, place) => {
    const before = corners[place] ?? corner;
    const after = rest[place + 1];
    if (after === undefined) return parts.push(`L ${corner.x} ${corner.y}`);
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
    const from = towards(corner, before, radius);
    const to = towards(corner, after, radius);
    return parts.push(`L ${from.x} ${from.y} Q ${corner.x} ${corner.y} ${to.x} ${to.y}`);
  });
  return parts.join(' ');
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function middleOf(one: Point, other: Point): { x: number; y: number } {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
