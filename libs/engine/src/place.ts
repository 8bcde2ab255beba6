import type { ExecutionGraph } from './graph';
import { parsePath } from './turn-path';
import type { ExecutionState } from './state';

/** Where a node is: the run, or a turn with its body. */
export interface Place {
  readonly graph: ExecutionGraph;
  readonly state: ExecutionState;
}

/** The places from the run itself to the turn that the path leads to; undefined when there is no such turn. */
export function placesOn(graph: ExecutionGraph, state: ExecutionState, path?: string): readonly Place[] | undefined {
  const places: Place[] = [{ graph, state }];
  for (let left = path; left !== undefined;) {
    const { nodeId, turn, rest } = parsePath(left);
    const place = places.at(-1) as Place;
    const body = place.graph.nodes.get(nodeId)?.body;
    const inner = place.state.nodes.get(nodeId)?.loop?.turns.get(String(turn));
    if (body === undefined || inner === undefined) return undefined;
    places.push({ graph: body, state: inner });
    left = rest;
  }
  return places;
}
