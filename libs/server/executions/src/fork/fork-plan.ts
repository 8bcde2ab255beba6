import type { ExecutionState, Foreknown, ValueRef } from '@millrace/engine';
import type { WorkflowDocument } from '@millrace/workflow-model';

/**
 * Why a node runs again, or does not.
 *
 * | reason          | the node                                                                  |
 * | --------------- | ------------------------------------------------------------------------- |
 * | `same`          | is not run: it and all before it are as they were                         |
 * | `pinned`        | is not run: its output was pinned                                         |
 * | `dead-path`     | is skipped, as it was then                                                |
 * | `fork-point`    | is one that was asked for                                                 |
 * | `inside`        | is a loop; some of its turns run again, the others are kept               |
 * | `after`         | stands behind one that was asked for                                      |
 * | `failed`        | had failed                                                                |
 * | `unfinished`    | had begun, and had no result yet                                          |
 * | `never-ran`     | had not been reached                                                      |
 * | `new`           | is not in the version of the source                                       |
 * | `changed`       | has another configuration, account, version or input edge                 |
 * | `input-changed` | stands behind one that runs again for another reason than being asked for |
 */
export type ForkReason =
  | 'same'
  | 'pinned'
  | 'dead-path'
  | 'fork-point'
  | 'inside'
  | 'after'
  | 'failed'
  | 'unfinished'
  | 'never-ran'
  | 'new'
  | 'changed'
  | 'input-changed';

/** What becomes of a node: taken from the source, run again, run for the first time, or skipped as it was. */
export type ForkFate = 'reused' | 'again' | 'new' | 'skipped';

/** Reasons with which a node is not run. */
export const FATE_OF_REASON: Readonly<Record<ForkReason, ForkFate>> = {
  same: 'reused',
  pinned: 'reused',
  'dead-path': 'skipped',
  'fork-point': 'again',
  inside: 'again',
  after: 'again',
  failed: 'again',
  unfinished: 'again',
  'never-ran': 'new',
  new: 'new',
  changed: 'again',
  'input-changed': 'again',
};

/** A node of a plan; nodes inside of loops are told with the turns of their loop. */
export interface ForkStep {
  readonly nodeId: string;
  readonly fate: ForkFate;
  readonly reason: ForkReason;
  /** Of a loop that runs again and had turns: those that are kept whole, and those of which something runs again. */
  readonly turns?: { readonly kept: number; readonly again: readonly number[] };
}

/** The run that is forked, as far as it has come. */
export interface ForkSource {
  readonly executionId: string;
  readonly document: WorkflowDocument;
  readonly state: ExecutionState;
}

/** What to fork. */
export interface ForkRequest {
  readonly source: ForkSource;
  /** What the fork runs. */
  readonly document: WorkflowDocument;
  /** Whether the document is the one that the source runs. */
  readonly isSameVersion: boolean;
  /**
   * From where on: a node (`b`), a node in one turn (`each/3/b`) or a whole turn (`each/3`). A node in a loop that is named
   * without a turn means all of its turns. With none the run goes on from where its source stopped.
   */
  readonly from: readonly string[];
  /** What the nodes that are forked from are given in place of what their parents gave; by the parents' ids. */
  readonly inputs?: Readonly<Record<string, ValueRef>>;
  /** What one turn is about in place of what it was: by its path. */
  readonly item?: { readonly path: string; readonly ref: ValueRef };
  /** Whether the trigger gives something else. */
  readonly hasTrigger: boolean;
}

/** What a fork does, in the order of the graph. */
export interface ForkPlan {
  readonly triggerNodeId: string;
  /** Of forks of partial runs: the nodes that take part. */
  readonly only?: readonly string[];
  readonly steps: readonly ForkStep[];
  /** What the fork knows beforehand; its values are still those of the source. */
  readonly known: Foreknown;
}
