import type { Command } from './command';
import { decideTurns, type DecideTurn } from './decide-turns';
import type { ExecutionEventBody } from './event';
import { deathsOf, Frontier, isLive } from './frontier';
import type { ExecutionGraph } from './graph';
import { scopeOf, type RunScope } from './run-scope';
import { settleExhausted } from './settle-failure';
import { ascending } from './sorted-list';
import { TERMINAL_STATUSES, type ExecutionState } from './state';
import { failRun, stopRun } from './stop-run';

/** Bounds on one decision. */
export interface DecideLimits {
  /** `run-node` commands at most, the first in order; all when absent. */
  readonly maxStarts?: number;
}

/**
 * What is to be done next. Pure: the same graph, state and time give the same commands, in the graph's order. Total:
 * every state of a run that is not over gives a command, or waits for something that runs, for a wake-up or for an event
 * from outside. Cheap to call after every event: what a decision derives is kept for the next states of the same line.
 *
 * Turns of loops are decided in the same way, each as a run of the body; see `decideTurns`.
 *
 * | state                                      | commands                                                                |
 * | ------------------------------------------ | ----------------------------------------------------------------------- |
 * | not started, or over                       | none                                                                    |
 * | trigger missing or disabled                | record the end of all as failed; a partial run only has to have a node  |
 * | stopping (failed, timed out, cancelled)    | see `stopRun`                                                           |
 * | every node settled                         | record `workflow.finished` as completed                                 |
 * | out of time, not paused                    | record `workflow.timed_out`                                             |
 * | facts follow: nodes lost, dead, woken, or  | record them, and nothing else: they decide what may start               |
 * | with a result that is known                |                                                                         |
 * | paused                                     | none; what runs may finish, what falls due stays due                    |
 * | a node may start at a breakpoint           | record `workflow.paused`                                                |
 * | stepping, and the steps have been made     | record `workflow.paused` before what may start                          |
 * | otherwise                                  | `run-node` for all that may start, `wake-at` for what falls due later   |
 */
export function decide(
  graph: ExecutionGraph,
  state: ExecutionState,
  nowMs: number,
  limits: DecideLimits = {},
): Command[] {
  if (!hasBegun(state) || TERMINAL_STATUSES.includes(state.status)) return [];
  const scope = scopeOf(graph, state);
  if (scope === undefined && state.turn !== undefined) return [record(EMPTY_TURN)];
  if (scope === undefined || !mayBegin(scope, state))
    return [record(...failRun(graph, state, withoutTrigger(state.triggerNodeId ?? '')))];
  const frontier = Frontier.of(scope, state);
  if (state.stop !== undefined) return stopRun(frontier, state, state.stop);
  if (frontier.unsettled === 0) return [record(completed(frontier))];
  const deadlineMs = deadlineOf(graph, state);
  if (deadlineMs <= nowMs) return [record({ type: 'workflow.timed_out', timeoutMs: graph.timeoutMs ?? 0 })];
  const facts = factsOf(frontier, state, nowMs);
  if (facts.length > 0) return [record(...facts)];
  const before = state.paused ? [] : breakpoints(frontier, state);
  if (before.length > 0) return [record({ type: 'workflow.paused', before })];
  const own = state.paused ? [] : starts(frontier, state, { nowMs, most: limits.maxStarts ?? Infinity });
  const turns = decideTurns(
    frontier,
    state.paused,
    turnDecider(state, nowMs, (limits.maxStarts ?? Infinity) - own.length),
  );
  if (turns.facts.length > 0) return [record(...turns.facts)];
  if (state.paused) return [...turns.commands];
  const wakeAtMs = Math.min(nextDueMs(frontier, nowMs), turns.wakeAtMs, deadlineMs);
  const wake: Command[] = Number.isFinite(wakeAtMs) ? [{ kind: 'wake-at', atMs: wakeAtMs }] : [];
  return [...own, ...turns.commands, ...wake];
}

/** Decides on turns as on runs; together they start no more nodes than `most`. A paused run pauses its turns. */
function turnDecider({ paused }: ExecutionState, nowMs: number, most: number): DecideTurn {
  let left = most;
  return (body, turn) => {
    const commands = decide(body, paused ? { ...turn, paused } : turn, nowMs, { maxStarts: Math.max(0, left) });
    left -= commands.filter(({ kind }) => kind === 'run-node').length;
    return commands;
  };
}

function hasBegun({ triggerNodeId, turn }: ExecutionState): boolean {
  return triggerNodeId !== undefined || turn !== undefined;
}

function record(...events: ExecutionEventBody[]): Command {
  return { kind: 'record', events };
}

/** A body without nodes has nothing to do. */
const EMPTY_TURN: ExecutionEventBody = { type: 'workflow.finished', status: 'completed', outputFrom: [] };

/** In a partial run every node was chosen, so a disabled trigger passes its input through like any other node. */
function mayBegin(scope: RunScope, { only, triggerNodeId, turn }: ExecutionState): boolean {
  if (only !== undefined || turn !== undefined) return true;
  const root = scope.indexOf.get(triggerNodeId ?? '');
  return root !== undefined && scope.nodes[root]?.enabled === true;
}

function withoutTrigger(triggerNodeId: string): NonNullable<ExecutionState['error']> {
  const message = `The run was to begin at the node "${triggerNodeId}", which is missing or disabled in this version. Enable it or start at another trigger.`;
  return { code: 'TRIGGER_NOT_RUNNABLE', fault: 'user', message, nodeId: triggerNodeId };
}

/** The end of a run that went well: its result comes from the output nodes that ran, else from the ends of its live paths. */
function completed(frontier: Frontier): ExecutionEventBody {
  const indexes = [...frontier.scope.nodes.keys()].filter((index) => frontier.stateOf(index)?.status === 'completed');
  const outputs = indexes.filter((index) => isOutput(frontier, index));
  const chosen = outputs.length > 0 ? outputs : indexes.filter((index) => isLeaf(frontier, index));
  return {
    type: 'workflow.finished',
    status: 'completed',
    outputFrom: chosen.map((index) => frontier.nodeAt(index).id),
  };
}

function isOutput(frontier: Frontier, index: number): boolean {
  const { traits, enabled } = frontier.nodeAt(index);
  return traits.terminal === true && enabled;
}

function isLeaf(frontier: Frontier, index: number): boolean {
  const node = frontier.stateOf(index);
  return !(frontier.scope.outgoing[index] ?? []).some((edge) => node !== undefined && isLive(node, edge.port));
}

/** When the run is out of time, in milliseconds since the epoch; never while it is paused. Past pauses do not count. */
function deadlineOf(graph: ExecutionGraph, state: ExecutionState): number {
  if (graph.timeoutMs === undefined || state.startedAtMs === undefined || state.paused) return Infinity;
  return state.startedAtMs + graph.timeoutMs + state.pausedMs;
}

function factsOf(frontier: Frontier, state: ExecutionState, nowMs: number): ExecutionEventBody[] {
  const lost = [...frontier.lost].map((index) => workerLost(frontier, index, { nowMs, turn: state.turn }));
  const skipped = frontier.deadPaths().map((index): ExecutionEventBody => ({
    type: 'node.skipped',
    nodeId: frontier.nodeAt(index).id,
    reason: 'dead-path',
  }));
  return [...lost, ...skipped, ...(state.paused ? [] : [...reused(frontier, state), ...wakes(frontier, nowMs)])];
}

/** Nodes whose turn it is and whose result is known. A pinned node on a dead path stays skipped: its turn never comes. */
function reused(frontier: Frontier, { reuse }: ExecutionState): ExecutionEventBody[] {
  if (reuse === undefined) return [];
  const events: ExecutionEventBody[] = [];
  for (const index of frontier.ready) {
    const { id } = frontier.nodeAt(index);
    const result = Object.hasOwn(reuse, id) ? reuse[id] : undefined;
    if (result !== undefined && frontier.isUntouched(index))
      events.push({ type: 'node.reused', nodeId: id, ...result });
  }
  return events;
}

/** Nodes that would start for the first time and are to be held back. A disabled node does nothing that could be looked at. */
function breakpoints(frontier: Frontier, { pauseBefore, stepping, nodes }: ExecutionState): string[] {
  if (stepping === undefined && (pauseBefore === undefined || pauseBefore.length === 0)) return [];
  const ids = [...frontier.ready]
    .filter((index) => frontier.isUntouched(index) && frontier.nodeAt(index).enabled)
    .map((index) => frontier.nodeAt(index).id);
  if (stepping === undefined) return ids.filter((id) => pauseBefore?.includes(id));
  const isOnTheWay = (id: string): boolean => {
    const node = nodes.get(id);
    return node === undefined ? ids.includes(id) : node.status === 'running' || node.retryAtMs !== undefined;
  };
  return stepping.some(isOnTheWay) ? [] : ids;
}

/** While one steps, what has begun goes on and the chosen nodes begin; the others wait for the next step. */
function mayStart(frontier: Frontier, { stepping }: ExecutionState, index: number): boolean {
  if (stepping === undefined || !frontier.isUntouched(index)) return true;
  const { id, enabled } = frontier.nodeAt(index);
  return !enabled || stepping.includes(id);
}

function workerLost(
  frontier: Frontier,
  index: number,
  { nowMs, turn }: { readonly nowMs: number; readonly turn: number | undefined },
): ExecutionEventBody {
  const { id, settings } = frontier.nodeAt(index);
  const node = frontier.stateOf(index);
  const startedAtMs = node?.startedAtMs ?? nowMs;
  return settleExhausted({
    nodeId: id,
    onError: settings.onError,
    attempt: node?.attempts ?? 1,
    failure: {
      code: 'WORKER_LOST',
      fault: 'transient',
      message: `The worker ended ${node ? deathsOf(node) : 0} times while it ran this node. The node may need more memory or time than a worker has.`,
    },
    startedAtMs,
    durationMs: Math.max(0, nowMs - startedAtMs),
    input: node?.input,
    turn,
  });
}

function wakes(frontier: Frontier, nowMs: number): ExecutionEventBody[] {
  const events: ExecutionEventBody[] = [];
  for (const { atMs, index } of frontier.due) {
    if (atMs > nowMs) break;
    const wait = frontier.stateOf(index)?.wait;
    if (wait === undefined) continue;
    const kind = wait.kind === 'timer' ? 'timer' : 'timeout';
    events.push({ type: 'node.woken', nodeId: frontier.nodeAt(index).id, wake: { kind } });
  }
  return events;
}

/** Callers have recorded the wakes before, so all that is due here is a retry. */
function starts(
  frontier: Frontier,
  state: ExecutionState,
  { nowMs, most }: { readonly nowMs: number; readonly most: number },
): Command[] {
  const indexes =
    state.stepping === undefined
      ? frontier.ready.first(most)
      : [...frontier.ready].filter((index) => mayStart(frontier, state, index));
  for (const { atMs, index } of frontier.due) {
    if (atMs > nowMs) break;
    indexes.push(index);
  }
  return indexes
    .sort(ascending)
    .slice(0, most)
    .map((index) => runNode(frontier, index));
}

function runNode(frontier: Frontier, index: number): Command {
  const { id, enabled } = frontier.nodeAt(index);
  const node = frontier.stateOf(index);
  return {
    kind: 'run-node',
    nodeId: id,
    attempt: node?.nextAttempt ?? 1,
    ...(node?.wake && { wake: node.wake }),
    ...(!enabled && { passThrough: true as const }),
  };
}

/** When the next wait or retry falls due, in milliseconds since the epoch. */
function nextDueMs(frontier: Frontier, nowMs: number): number {
  for (const { atMs } of frontier.due) if (atMs > nowMs) return atMs;
  return Infinity;
}
