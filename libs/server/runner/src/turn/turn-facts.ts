import { foreknownRefs } from '@millrace/engine';
import type {
  Command,
  ExecutionEvent,
  ExecutionEventBody,
  ExecutionState,
  LoopState,
  NodePlace,
  RecordedWake,
  ValueRef,
} from '@millrace/engine';
import type { Json } from '@millrace/workflow-model';

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
  for (const { ports, wake } of state.nodes.values()) refs.push(...Object.values(ports), ...refsOfWake(wake));
  const ids = refs.flatMap((ref) => ('payloadId' in ref ? [ref.payloadId] : []));
  return [...ids, ...[...state.nodes.values()].flatMap(({ loop }) => (loop ? payloadIdsOfLoop(loop) : []))];
}

/** Ids of the large values of what ended waits. */
export function payloadIdsOfWakes(events: readonly ExecutionEvent[]): string[] {
  const refs = events.flatMap((event) => (event.type === 'node.woken' ? refsOfWake(event.wake) : []));
  return refs.map(({ payloadId }) => payloadId);
}

/** What ended a wait, with its value. */
export function readWake<W extends RecordedWake | undefined>(wake: W, payloads: ReadonlyMap<string, Json>): W {
  if (wake?.kind !== 'event' || wake.stored === undefined) return wake;
  const { stored, ...rest } = wake;
  return { ...rest, payload: payloads.get(stored.payloadId) ?? null } as W;
}

function refsOfWake(wake: RecordedWake | undefined): readonly { readonly payloadId: string; readonly bytes: number }[] {
  return wake?.kind === 'event' && wake.stored ? [wake.stored] : [];
}

function payloadIdsOfLoop({ items, turns }: LoopState): string[] {
  const lists = items.flatMap(({ ref }) => ('payloadId' in ref ? [ref.payloadId] : []));
  const inside = [...turns.values()].flatMap((turn) => (turn.outputFrom ? resultIdsOf(turn) : payloadIdsOf(turn)));
  return [...lists, ...inside];
}

function resultIdsOf({ outputFrom = [], nodes, item }: ExecutionState): string[] {
  const refs = outputFrom.flatMap((id) => Object.values(nodes.get(id)?.ports ?? {}));
  if (item) refs.push(item);
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
