import { foreknownRefs } from '@millrace/engine';
import type { Command, ExecutionEventBody, ExecutionState, LoopState, NodePlace, ValueRef } from '@millrace/engine';

/** Why a version cannot be run at all. */
export interface BrokenGraph {
  readonly code: string;
  readonly message: string;
}

/** The run cannot go on because its document cannot be run. */
export function brokenGraph(error: BrokenGraph): ExecutionEventBody {
  return {
    type: 'workflow.finished',
    status: 'failed',
    outputFrom: [],
    error: { code: error.code, fault: 'user', message: error.message },
  };
}

/** The run ended its worker again and again without a new event. */
export function workerLost(): ExecutionEventBody {
  const message =
    'Several workers ended while they worked on this run. It may need more memory than a worker has, or keep it busy without end.';
  const error = { code: 'WORKER_LOST', fault: 'bug', message } as const;
  return { type: 'workflow.finished', status: 'failed', outputFrom: [], error };
}

/** Ids of the values of a run that lie out of line and may still be read. Of a turn that is over that is its result. */
export function payloadIdsOf(state: ExecutionState): string[] {
  const refs: ValueRef[] = state.trigger ? [state.trigger] : [];
  if (state.simulation) refs.push(state.simulation.script);
  refs.push(...foreknownRefs(state));
  for (const { ports } of state.nodes.values()) refs.push(...Object.values(ports));
  const ids = refs.flatMap((ref) => ('payloadId' in ref ? [ref.payloadId] : []));
  return [...ids, ...[...state.nodes.values()].flatMap(({ loop }) => (loop ? payloadIdsOfLoop(loop) : []))];
}

function payloadIdsOfLoop({ items, turns }: LoopState): string[] {
  const lists = items.flatMap(({ ref }) => ('payloadId' in ref ? [ref.payloadId] : []));
  const inside = [...turns.values()].flatMap((turn) => (turn.outputFrom ? resultIdsOf(turn) : payloadIdsOf(turn)));
  return [...lists, ...inside];
}

function resultIdsOf({ outputFrom = [], nodes }: ExecutionState): string[] {
  const refs = outputFrom.flatMap((id) => Object.values(nodes.get(id)?.ports ?? {}));
  return refs.flatMap((ref) => ('payloadId' in ref ? [ref.payloadId] : []));
}

/** The place alone, of whatever has one. */
export function nodePlace({ nodeId, path }: NodePlace): NodePlace {
  return path === undefined ? { nodeId } : { nodeId, path };
}

/** That an attempt begins. */
export function startOf(command: Extract<Command, { kind: 'run-node' }>): ExecutionEventBody {
  return { type: 'node.started', ...nodePlace(command), attempt: command.attempt };
}
