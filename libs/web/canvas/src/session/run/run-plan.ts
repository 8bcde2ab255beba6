import type { DocumentIndex } from '../document/document-index';
import type { Pins } from '../pins/pinned-data';
import type { DirtyReason } from './dirty-nodes';

/** `step`: this node; `to`: everything up to it, anew; `from`: it and everything after it. */
export type RunMode = 'step' | 'to' | 'from';

/** What a partial run does with each node. Nodes in none of the lists take no part. */
export interface RunPlan {
  readonly mode: RunMode;
  readonly nodeId: string;
  /** Outputs that are taken from the last run. */
  readonly reuse: readonly string[];
  /** Outputs that are taken from pins. */
  readonly pinned: readonly string[];
  /** Nodes that run, in order; the target is one of them. */
  readonly run: readonly string[];
  /** Whether nodes before the target have to run first: the button then says "Run previous nodes & this". */
  readonly runsPrevious: boolean;
  /** Trigger that the run begins with; undefined when none leads to the node. */
  readonly triggerNodeId?: string;
  /** The run whose outputs are reused; undefined when none are. */
  readonly sourceExecutionId?: string;
}

/** What a plan is made from. */
export interface RunPlanInput {
  readonly index: DocumentIndex;
  readonly nodeId: string;
  readonly mode: RunMode;
  readonly pins: Pins;
  readonly stale: ReadonlyMap<string, DirtyReason>;
  /** Whether the last run has an output of the node, or found that its path dies. */
  readonly hasOutput: (nodeId: string) => boolean;
  readonly isTrigger: (nodeId: string) => boolean;
  /** Trigger of the last run; preferred when several lead to the node. */
  readonly lastTriggerId?: string;
  readonly sourceExecutionId?: string;
}

/**
 * Works out which nodes run and which outputs are reused. Before the target, a node runs when it is stale, has no output,
 * or follows one that runs; nothing before a pinned node matters. `to` runs everything before the target that is not
 * pinned. After the target, `from` runs everything that is not pinned, with what else leads there.
 */
export function runPlan(input: RunPlanInput): RunPlan {
  const { index, nodeId, mode, pins } = input;
  const targets = mode === 'from' ? [nodeId, ...index.downstreamOf(nodeId)] : [nodeId];
  const forced = new Set(targets.filter((id) => id === nodeId || !Object.hasOwn(pins, id)));
  const needed = neededFor(input, forced);
  const running = runningOf(input, needed, forced);
  const inOrder = index.order.filter((id) => needed.has(id));
  const pinned = inOrder.filter((id) => !running.has(id) && Object.hasOwn(pins, id));
  const reuse = inOrder.filter((id) => !running.has(id) && !Object.hasOwn(pins, id));
  const run = inOrder.filter((id) => running.has(id));
  const triggerNodeId = triggerOf(input);
  return {
    mode,
    nodeId,
    reuse,
    pinned,
    run,
    runsPrevious: run.some((id) => id !== nodeId && index.upstreamOf(nodeId).has(id)),
    ...(triggerNodeId === undefined ? {} : { triggerNodeId }),
    ...(reuse.length > 0 && input.sourceExecutionId !== undefined
      ? { sourceExecutionId: input.sourceExecutionId }
      : {}),
  };
}

/** The nodes that run for sure and all that they read from; a pin hides what lies before it. */
function neededFor({ index, pins }: RunPlanInput, forced: ReadonlySet<string>): ReadonlySet<string> {
  const needed = new Set(forced);
  for (const id of needed) {
    if (Object.hasOwn(pins, id) && !forced.has(id)) continue;
    for (const { source } of index.incoming(id)) needed.add(source);
  }
  return needed;
}

function runningOf(
  { index, mode, pins, stale, hasOutput, isTrigger }: RunPlanInput,
  needed: ReadonlySet<string>,
  forced: ReadonlySet<string>,
): ReadonlySet<string> {
  const running = new Set<string>();
  for (const id of index.order) {
    if (!needed.has(id)) continue;
    const isPinned = Object.hasOwn(pins, id) && !forced.has(id);
    const isOld = stale.has(id) || !hasOutput(id) || (mode === 'to' && !isTrigger(id));
    const follows = index.incoming(id).some(({ source }) => running.has(source));
    if (forced.has(id) || (!isPinned && (isOld || follows))) running.add(id);
  }
  return running;
}

function triggerOf({ index, nodeId, isTrigger, lastTriggerId }: RunPlanInput): string | undefined {
  if (isTrigger(nodeId)) return nodeId;
  const before = index.upstreamOf(nodeId);
  if (lastTriggerId !== undefined && before.has(lastTriggerId)) return lastTriggerId;
  return index.order.find((id) => before.has(id) && isTrigger(id));
}
