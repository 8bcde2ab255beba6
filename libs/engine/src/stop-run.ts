import type { Command } from './command';
import { commandsOfTurns, type TurnDecision } from './decide-turns';
import type { ExecutionEventBody } from './event';
import { Frontier } from './frontier';
import type { ExecutionGraph } from './graph';
import { scopeOf } from './run-scope';
import type { ExecutionState, StopCause } from './state';

/**
 * Brings a run to its end that has failed or was cancelled. Nothing starts any more.
 *
 * | node                                 | graceful                                    | terminate         |
 * | ------------------------------------ | ------------------------------------------- | ----------------- |
 * | running                              | `abort-node`; its end is waited for         | `abort-node`, and recorded cancelled at once |
 * | waiting, retrying, woken, interrupted | recorded cancelled                         | the same          |
 * | iterating                            | its turns are cancelled in the same way, then it is | both at once |
 * | nothing begun                        | recorded skipped with the run's reason      | the same          |
 *
 * `workflow.finished` comes with the last of these records: failed with the error of the first cause, or cancelled.
 * Terminating overrules an earlier failure.
 */
export function stopRun(frontier: Frontier, state: ExecutionState, cause: StopCause): Command[] {
  const terminate = state.cancelRequested?.terminate === true;
  const turns = stopTurns(frontier, terminate);
  const aborts = [...frontier.running].map((index): Command => ({
    kind: 'abort-node',
    nodeId: frontier.nodeAt(index).id,
  }));
  const commands = [...aborts, ...turns.commands];
  const reason = cause.kind === 'failed' && !terminate ? 'run-failed' : 'run-cancelled';
  const events = [...turns.facts, ...endings(frontier, terminate, reason)];
  const isOver = frontier.running.size === 0 && [...frontier.iterating].every((index) => hasNoTurn(frontier, index));
  if (terminate || isOver) events.push(finished(cause, terminate));
  if (events.length > 0) commands.push({ kind: 'record', events });
  return commands;
}

/**
 * The events that end a run at once because it cannot go on for a reason that lies outside its nodes, such as workers
 * that die of it again and again. Every node that takes part gets its end. Abort first whatever still runs.
 */
export function failRun(
  graph: ExecutionGraph,
  state: ExecutionState,
  error: NonNullable<ExecutionState['error']>,
): ExecutionEventBody[] {
  const scope = scopeOf(graph, state);
  const end = finished({ kind: 'failed', error }, false);
  if (scope === undefined) return [end];
  const frontier = Frontier.of(scope, state);
  return [...stopTurns(frontier, true).facts, ...endings(frontier, true, 'run-failed'), end];
}

/** Brings the turns that go on to their end: as cancelled, unless they had failed before. */
function stopTurns(frontier: Frontier, terminate: boolean): TurnDecision {
  return commandsOfTurns(frontier, (body, turn) => {
    const scope = scopeOf(body, turn);
    const cause: StopCause = turn.stop ?? { kind: 'cancelled' };
    if (scope === undefined) return [{ kind: 'record', events: [finished(cause, terminate)] }];
    return stopRun(Frontier.of(scope, turn), { ...turn, cancelRequested: { terminate } }, cause);
  });
}

function hasNoTurn(frontier: Frontier, index: number): boolean {
  return (frontier.stateOf(index)?.loop?.active.length ?? 0) === 0;
}

function endings(frontier: Frontier, terminate: boolean, reason: 'run-failed' | 'run-cancelled'): ExecutionEventBody[] {
  const { idle, running, iterating } = frontier;
  const cancelled = new Set(
    terminate
      ? [...idle, ...running, ...iterating]
      : [...idle, ...[...iterating].filter((index) => hasNoTurn(frontier, index))],
  );
  // While aborted nodes come to their end one by one, the rest is recorded already and need not be looked at again.
  if (frontier.untouched === 0 && cancelled.size === 0) return [];
  const events: ExecutionEventBody[] = [];
  for (const [index, { id }] of frontier.scope.nodes.entries()) {
    if (cancelled.has(index)) {
      events.push({ type: 'node.cancelled', nodeId: id, attempt: frontier.stateOf(index)?.attempts ?? 1 });
    } else if (frontier.isUntouched(index)) {
      events.push({ type: 'node.skipped', nodeId: id, reason });
    }
  }
  return events;
}

function finished(cause: StopCause, terminate: boolean): ExecutionEventBody {
  const facts = { type: 'workflow.finished' as const, outputFrom: [] };
  if (terminate) return { ...facts, status: 'cancelled', terminated: true };
  return cause.kind === 'failed'
    ? { ...facts, status: 'failed', error: cause.error }
    : { ...facts, status: 'cancelled' };
}
