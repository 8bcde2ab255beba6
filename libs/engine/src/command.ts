import type { ExecutionEventBody, RecordedWake } from './event';

/** What the runner is to do next. Events in `record` are facts that follow from the state alone. */
export type Command =
  /** Append these events, fold them and decide again. */
  | { readonly kind: 'record'; readonly events: readonly ExecutionEventBody[] }
  /**
   * Run the node's executor; `attempt` is the number of this try. With `wake` the executor goes on after its wait.
   * `passThrough`: the node is disabled; do not run it, record `node.completed` with `disabled: true` and the merged
   * input on the main port. Repeated by every decision until an event of the node is folded in.
   */
  | {
      readonly kind: 'run-node';
      readonly nodeId: string;
      /** The turn that the node belongs to, when it is in the body of a loop. */
      readonly path?: string;
      readonly attempt: number;
      readonly wake?: RecordedWake;
      readonly passThrough?: true;
    }
  /** Abort the node that this worker is running, then record `node.cancelled`. Repeated until that is folded in. */
  | { readonly kind: 'abort-node'; readonly nodeId: string; readonly path?: string }
  /** Nothing is due before this instant (milliseconds since the epoch). */
  | { readonly kind: 'wake-at'; readonly atMs: number };
