import type { WorkflowEdge } from '@millrace/workflow-model';
import { type NodeRun, itemsIn } from './node-run';

/** What an edge shows: nothing yet, data on its way, data arrived, data that the target failed on, or a path that died. */
export type EdgeStatus = 'idle' | 'flowing' | 'done' | 'failed' | 'dead';

/** An edge of a run. */
export interface EdgeRun {
  readonly status: EdgeStatus;
  /** "12 items"; undefined when nothing went over it or it is not known. */
  readonly itemCount?: number;
}

const IDLE: EdgeRun = { status: 'idle' };
const DEAD: EdgeRun = { status: 'dead' };

/** What happened on an edge, from the nodes that it joins. */
export function edgeRunOf(edge: WorkflowEdge, source: NodeRun | undefined, target: NodeRun | undefined): EdgeRun {
  if (source === undefined) return IDLE;
  if (source.status === 'skipped' || source.status === 'cancelled' || source.status === 'failed') return DEAD;
  if (source.status !== 'completed') return IDLE;
  const ref = Object.hasOwn(source.ports, edge.sourceHandle) ? source.ports[edge.sourceHandle] : undefined;
  if (ref === undefined) return DEAD;
  const itemCount = itemsIn(ref);
  return { status: arrival(target), ...(itemCount === undefined ? {} : { itemCount }) };
}

function arrival(target: NodeRun | undefined): EdgeStatus {
  switch (target?.status) {
    case 'completed':
      return 'done';
    case 'failed':
      return 'failed';
    case 'skipped':
    case 'cancelled':
      return 'done';
    default:
      return 'flowing';
  }
}
