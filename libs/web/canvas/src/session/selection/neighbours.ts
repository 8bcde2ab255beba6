import type { Position } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';

/** Where an arrow key points. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much worse a node is for every pixel beside the line of the arrow, against one along it. */
const ASIDE = 2.5;

/**
 * The node that an arrow leads to: left and right follow the edges (of several, the one nearest in height), and where
 * there is none, or up and down, the nearest node that lies that way. Down from a loop leads into its body; up or left
 * from where a body begins leads out to the loop. Undefined when nothing does.
 */
export function neighbourOf(index: DocumentIndex, from: string, direction: Direction): string | undefined {
  const start = index.node(from)?.position;
  if (start === undefined) return undefined;
  const [inside] =
    direction === 'down' ? index.childrenOf(from).filter(({ id }) => index.incoming(id).length === 0) : [];
  if (inside !== undefined) return inside.id;
  const wired = alongEdges(index, from, direction);
  if (wired.length > 0) return nearestInHeight(index, wired, start);
  const near = nearestThatWay(index, from, direction);
  const isOutwards = near === undefined && (direction === 'up' || direction === 'left');
  return isOutwards ? index.loopsAround(from)[0] : near;
}

function alongEdges(index: DocumentIndex, from: string, direction: Direction): string[] {
  if (direction === 'right') return index.outgoing(from).map((edge) => edge.target);
  if (direction === 'left') return index.incoming(from).map((edge) => edge.source);
  return [];
}

function nearestInHeight(index: DocumentIndex, ids: readonly string[], start: Position): string | undefined {
  return best(ids, (id) => Math.abs((index.node(id)?.position.y ?? 0) - start.y));
}

function nearestThatWay(index: DocumentIndex, from: string, direction: Direction): string | undefined {
  const start = index.node(from)?.position ?? { x: 0, y: 0 };
  const [loop] = index.loopsAround(from);
  const others = index.document.nodes.filter((node) => node.id !== from && index.loopsAround(node.id)[0] === loop);
  return best(
    others.map((node) => node.id),
    (id) => costOf(start, index.node(id)?.position ?? start, direction),
  );
}

/** Infinite for what does not lie that way. */
function costOf(start: Position, place: Position, direction: Direction): number {
  const dx = place.x - start.x;
  const dy = place.y - start.y;
  const isAcross = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const ahead = sign * (isAcross ? dx : dy);
  const aside = Math.abs(isAcross ? dy : dx);
  return ahead <= 0 ? Infinity : ahead + ASIDE * aside;
}

function best(ids: readonly string[], costOfId: (id: string) => number): string | undefined {
  let found: { readonly id: string; readonly cost: number } | undefined;
  for (const id of ids) {
    const cost = costOfId(id);
    if (cost < (found?.cost ?? Infinity)) found = { id, cost };
  }
  return found?.id;
}
