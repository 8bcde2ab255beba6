import type { ExecutionEventBody } from './event';
import type { NodeState } from './state';

/** What the runner is to do next. Events in `record` are facts that follow from the state alone. */
export type Command =
  /** Append these events, fold them and decide again. */
  | { readonly kind: 'record'; readonly events: readonly ExecutionEventBody[] }
  /** Run the node's executor; `attempt` is the number of this try. */
  | { readonly kind: 'run-node'; readonly nodeId: string; readonly attempt: number; readonly wake?: NodeState['wake'] }
  /** Abort the node that this worker is running. */
  | { readonly kind: 'abort-node'; readonly nodeId: string }
  /** Nothing is due before this instant (milliseconds since the epoch). */
  | { readonly kind: 'wake-at'; readonly atMs: number };
