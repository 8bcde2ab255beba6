import type { ExecutionEventBody, ExecutionState, ValueRef } from '@millrace/engine';

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

/** Ids of the values of a run that lie out of line. */
export function payloadIdsOf(state: ExecutionState): string[] {
  const refs: ValueRef[] = state.trigger ? [state.trigger] : [];
  for (const { ports } of Object.values(state.reuse ?? {})) refs.push(...Object.values(ports));
  for (const { ports } of state.nodes.values()) refs.push(...Object.values(ports));
  return refs.flatMap((ref) => ('payloadId' in ref ? [ref.payloadId] : []));
}
