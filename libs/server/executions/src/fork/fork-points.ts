import { nodeKey, turnPath } from '@millrace/engine';
import type { ExecutionState } from '@millrace/engine';
import { loopsAround } from '@millrace/workflow-model';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { forkPointUnknown } from '../executions.errors';

/** From where on a run is forked. */
export class ForkPoints {
  private readonly keys: ReadonlySet<string>;
  /** Ids of the loops around points that name no turn. */
  private readonly around: ReadonlySet<string>;

  /** @throws DomainError `FORK_POINT_UNKNOWN` for a node that the version does not have, or a turn that the source did not */
  constructor(points: readonly string[], document: WorkflowDocument, state: ExecutionState) {
    const nodes = new Map(document.nodes.map((node) => [node.id, node]));
    for (const point of points) if (!isThere(point, nodes, state)) throw forkPointUnknown(point);
    this.keys = new Set(points);
    this.around = new Set(points.filter((point) => !point.includes('/')).flatMap((id) => loopsAround(nodes, id)));
  }

  /** Whether the node is one, in the turn of the path. */
  has(nodeId: string, path: string | undefined): boolean {
    return this.keys.has(nodeKey({ nodeId, ...(path === undefined ? {} : { path }) })) || this.keys.has(nodeId);
  }

  /** Whether the whole turn is one. */
  hasTurn(path: string): boolean {
    return this.keys.has(path);
  }

  /** Whether one is inside of the loop. */
  isInside(nodeId: string, path: string | undefined): boolean {
    if (this.around.has(nodeId)) return true;
    const prefix = `${nodeKey({ nodeId, ...(path === undefined ? {} : { path }) })}/`;
    return [...this.keys].some((key) => key.startsWith(prefix));
  }
}

function isThere(point: string, nodes: ReadonlyMap<string, { readonly id: string }>, state: ExecutionState): boolean {
  const hops = point.split('/');
  let place: ExecutionState | undefined = state;
  for (let at = 0; at + 1 < hops.length; at += 2) {
    place = place?.nodes.get(hops[at] ?? '')?.loop?.turns.get(hops[at + 1] ?? '');
  }
  const last = hops.at(hops.length % 2 === 0 ? -2 : -1) ?? '';
  return place !== undefined && nodes.has(last);
}

/** Every node of a run that failed, those in turns too, as points to fork from. */
export function failedPoints(state: ExecutionState, within?: string): string[] {
  const points: string[] = [];
  for (const [nodeId, node] of state.nodes) {
    const inside = [...(node.loop?.turns ?? [])].flatMap(([turn, inner]) =>
      failedPoints(inner, turnPath(nodeId, Number(turn), within)),
    );
    points.push(...inside);
    if (node.status === 'failed' && inside.length === 0)
      points.push(nodeKey({ nodeId, ...(within === undefined ? {} : { path: within }) }));
  }
  return points;
}
