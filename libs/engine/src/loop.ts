import type { ExecutionEvent } from './event';
import type { ExecutionState, LoopState, NodeState } from './state';
import { VersionTable } from './version-table';

/** The loop with the turns that the node asks for added. The newest wish decides how many go on at the same time. */
export function extendLoop(
  loop: LoopState | undefined,
  { items, count, concurrency, onTurnError }: Extract<ExecutionEvent, { type: 'node.iterating' }>,
): LoopState {
  const from = loop?.count ?? 0;
  return {
    ...(loop ?? { begun: 0, finished: 0, failed: 0, active: [], busy: 0, turns: VersionTable.empty() }),
    count: from + count,
    concurrency: Math.max(1, concurrency),
    onTurnError,
    items: [...(loop?.items ?? []), { from, ref: items }],
  };
}

/** The loop with its next turn begun. */
export function startTurn(loop: LoopState, turn: ExecutionState): LoopState {
  const number = loop.begun;
  return {
    ...loop,
    begun: number + 1,
    active: [...loop.active, number],
    busy: loop.busy + 1,
    turns: VersionTable.of(loop.turns).with(String(number), turn),
  };
}

/** The loop with a turn that went on. */
export function withTurn(loop: LoopState, number: number, turn: ExecutionState): LoopState {
  const before = loop.turns.get(String(number));
  const busy = loop.active.includes(number) ? loop.busy + busyness(turn) - busyness(before) : loop.busy;
  return { ...loop, busy, turns: VersionTable.of(loop.turns).with(String(number), turn) };
}

/** The loop with a turn that is over. */
export function finishTurn(loop: LoopState, number: number, turn: ExecutionState): LoopState {
  return {
    ...loop,
    finished: loop.finished + 1,
    failed: loop.failed + (turn.status === 'completed' ? 0 : 1),
    active: loop.active.filter((other) => other !== number),
    busy: loop.busy - busyness(loop.turns.get(String(number))),
    turns: VersionTable.of(loop.turns).with(String(number), turn),
  };
}

/** Whether a turn failed in a loop that then begins no further ones. */
export function isHalted({ failed, onTurnError }: LoopState): boolean {
  return failed > 0 && onTurnError === 'stop';
}

/** How many turns may begin now. */
export function turnsToBegin(loop: LoopState): number {
  if (isHalted(loop)) return 0;
  return Math.max(0, Math.min(loop.count - loop.begun, loop.concurrency - loop.active.length));
}

/** Which count of a run's tally a node belongs to; `again` holds pending nodes because one without any event has no state at all. */
export function activityOf(node: NodeState): 'running' | 'waiting' | 'again' | undefined {
  if (node.iterating === true && node.loop !== undefined && node.status === 'running') return activityOfLoop(node.loop);
  if (node.status === 'running') return 'running';
  if (node.status === 'waiting') return 'waiting';
  return node.status === 'pending' ? 'again' : undefined;
}

/** A loop waits while all of its turns do and none may begin. */
function activityOfLoop(loop: LoopState): 'running' | 'waiting' | 'again' {
  if (loop.busy > 0) return 'running';
  return loop.active.length === 0 || turnsToBegin(loop) > 0 ? 'again' : 'waiting';
}

function busyness(turn: ExecutionState | undefined): 0 | 1 {
  return turn === undefined || turn.status === 'waiting' ? 0 : 1;
}
