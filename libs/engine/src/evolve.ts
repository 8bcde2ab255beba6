import type { ExecutionEvent, ExecutionEventBody, ValueRef } from './event';
import { evolveNode } from './evolve-node';
import { foreknown, knownOfTurn } from './foreknown';
import { activityOf, finishTurn, startTurn, withTurn } from './loop';
import { parsePath } from './turn-path';
import { TERMINAL_STATUSES, type ExecutionState, type ExecutionStatus, type NodeState } from './state';
import { VersionTable } from './version-table';

/** The state before the first event. */
export function initialState(): ExecutionState {
  return {
    status: 'pending',
    seq: 0,
    nodes: VersionTable.empty(),
    paused: false,
    pausedMs: 0,
    tally: { running: 0, waiting: 0, again: 0 },
  };
}

/**
 * The next state. The given one stays valid; the cost does not depend on the size of the run.
 *
 * | event                       | when                     | effect on the run                                          |
 * | --------------------------- | ------------------------ | ---------------------------------------------------------- |
 * | `workflow.started`          | pending                  | running                                                    |
 * | `workflow.paused`           | running, not stopping    | paused; the breakpoints that it names are used up          |
 * | `workflow.resumed`          | paused                   | running; the pause is added to `pausedMs`, what completed  |
 * |                             |                          | nodes gave is replaced as it says                          |
 * | `workflow.cancel_requested` | not finished             | stops; `terminate` stays set once asked for                |
 * | `workflow.timed_out`        | not finished             | stops as failed with `WORKFLOW_TIMEOUT`                    |
 * | `node.failed`               | not finished             | stops as failed with that error                            |
 * | `workflow.finished`         | not finished             | its status, for good                                       |
 * | `clock.moved`               | simulated                | its clock shows the later time                             |
 * | `turn.*`                    | the node iterates        | the turn begins, or has its status for good                |
 * | any with a `path`           | the turn goes on         | the same, for the turn                                     |
 * | other `node.*`              | not finished             | see `evolveNode`                                           |
 *
 * The first cause of stopping is kept. An event outside the table (also: any but `workflow.started` before the start,
 * any after the end) only moves `seq`; an event whose `seq` was folded before changes nothing at all.
 */
export function evolve(state: ExecutionState, given: ExecutionEvent): ExecutionState {
  if (given.seq <= state.seq) return state;
  // The log tells when it really happened; a simulated run lives by its own clock.
  const event = state.clockMs === undefined ? given : { ...given, atMs: state.clockMs };
  if (TERMINAL_STATUSES.includes(state.status)) return { ...state, seq: event.seq };
  if (state.status === 'pending')
    return event.type === 'workflow.started' ? start(state, event) : { ...state, seq: event.seq };
  const next = event.path === undefined ? apply(state, event) : applyToTurn(state, event, event.path);
  if (next === state) return { ...state, seq: event.seq };
  return { ...next, seq: event.seq, status: statusOf(next) };
}

/** Folds several events; linear in their number. */
export function fold(state: ExecutionState, events: Iterable<ExecutionEvent>): ExecutionState {
  let next = state;
  for (const event of events) next = evolve(next, event);
  return next;
}

type EventOf<T extends ExecutionEventBody['type']> = Extract<ExecutionEvent, { type: T }>;

function start(state: ExecutionState, event: EventOf<'workflow.started'>): ExecutionState {
  return {
    ...state,
    seq: event.seq,
    status: 'running',
    triggerNodeId: event.triggerNodeId,
    trigger: event.trigger,
    only: event.only,
    ...foreknown(event),
    ...(event.pauseBefore && { pauseBefore: event.pauseBefore }),
    ...(event.simulation && { simulation: event.simulation, clockMs: event.simulation.startMs }),
    startedAtMs: event.simulation?.startMs ?? event.atMs,
  };
}

function apply(state: ExecutionState, event: ExecutionEvent): ExecutionState {
  switch (event.type) {
    case 'workflow.started':
    case 'node.log':
    case 'workflow.migrated':
    case 'call.simulated':
      return state;
    case 'clock.moved':
      return state.clockMs === undefined ? state : { ...state, clockMs: Math.max(state.clockMs, event.toMs) };
    case 'workflow.paused':
      return state.paused || state.stop !== undefined ? state : pause(state, event);
    case 'workflow.resumed':
      return state.paused ? resume(state, event) : state;
    case 'workflow.cancel_requested':
      return requestCancel(state, event);
    case 'workflow.timed_out':
      return stopped(state, { kind: 'failed', error: timeoutFailure(event.timeoutMs) });
    case 'workflow.finished':
      return finish(state, event);
    case 'turn.started':
    case 'turn.finished':
      return applyToLoop(state, event);
    default:
      return applyToNode(state, event);
  }
}

/** A breakpoint holds a run once: what is left are the others. */
function pause(state: ExecutionState, { atMs, before }: EventOf<'workflow.paused'>): ExecutionState {
  const paused = { ...state, paused: true, pausedAtMs: atMs, stepping: undefined };
  if (before === undefined) return paused;
  return { ...paused, pausedAt: before, pauseBefore: state.pauseBefore?.filter((id) => !before.includes(id)) };
}

function resume(state: ExecutionState, { atMs, step, edits = {} }: EventOf<'workflow.resumed'>): ExecutionState {
  const pausedMs = state.pausedMs + Math.max(0, atMs - (state.pausedAtMs ?? atMs));
  const resumed = { ...state, paused: false, pausedAtMs: undefined, pausedAt: undefined, stepping: step, pausedMs };
  return Object.entries(edits).reduce(edited, resumed);
}

/** What a node gave is replaced on ports that are live; which ones are live has been acted on and stays. */
function edited(
  state: ExecutionState,
  [nodeId, values]: readonly [string, Readonly<Record<string, ValueRef>>],
): ExecutionState {
  const node = state.nodes.get(nodeId);
  if (node?.status !== 'completed') return state;
  const live = Object.entries(values).filter(([port]) => Object.hasOwn(node.ports, port));
  const next = withNode(state, nodeId, { ...node, ports: { ...node.ports, ...Object.fromEntries(live) } });
  const [trigger] = nodeId === state.triggerNodeId ? live.map(([, ref]) => ref) : [];
  return trigger === undefined ? next : { ...next, trigger };
}

function requestCancel(state: ExecutionState, event: EventOf<'workflow.cancel_requested'>): ExecutionState {
  const terminate = event.terminate === true || state.cancelRequested?.terminate === true;
  return {
    ...stopped(state, { kind: 'cancelled' }),
    cancelRequested: { terminate, reason: event.reason, by: event.by },
  };
}

/** Nothing starts any more, so a pause has nothing left to hold back. */
function stopped(state: ExecutionState, cause: NonNullable<ExecutionState['stop']>): ExecutionState {
  return state.stop === undefined
    ? { ...state, stop: cause, paused: false, pausedAtMs: undefined, pausedAt: undefined }
    : state;
}

function timeoutFailure(timeoutMs: number) {
  return {
    code: 'WORKFLOW_TIMEOUT',
    fault: 'user' as const,
    message: `The run took longer than the ${timeoutMs} ms that the workflow allows. Raise the workflow's timeout or make the run shorter.`,
  };
}

function finish(state: ExecutionState, event: EventOf<'workflow.finished'>): ExecutionState {
  return {
    ...state,
    status: event.status,
    paused: false,
    pausedAtMs: undefined,
    pausedAt: undefined,
    finishedAtMs: event.atMs,
    outputFrom: event.outputFrom,
    error: event.error,
    terminated: event.terminated,
  };
}

/** A turn begins or ends. What cannot have happened changes nothing. */
function applyToLoop(state: ExecutionState, event: EventOf<'turn.started' | 'turn.finished'>): ExecutionState {
  const node = state.nodes.get(event.nodeId);
  if (node?.loop === undefined) return state;
  const { seq, atMs, turn } = event;
  if (event.type === 'turn.started') {
    if (node.iterating !== true || turn !== node.loop.begun || turn >= node.loop.count) return state;
    const known = knownOfTurn(node.loop, turn, state.loops?.[event.nodeId]);
    const begun: ExecutionState = { ...initialState(), ...known, seq, turn, status: 'running', startedAtMs: atMs };
    return withNode(state, event.nodeId, { ...node, loop: startTurn(node.loop, begun) });
  }
  const before = node.loop.turns.get(String(turn));
  if (before === undefined || !node.loop.active.includes(turn)) return state;
  const { outputFrom, error, status } = event;
  const after = { ...before, seq, status, outputFrom, error, finishedAtMs: atMs };
  return withNode(state, event.nodeId, { ...node, loop: finishTurn(node.loop, turn, after) });
}

/** Something happened inside a turn. */
function applyToTurn(state: ExecutionState, event: ExecutionEvent, path: string): ExecutionState {
  const { nodeId, turn, rest } = parsePath(path);
  const node = state.nodes.get(nodeId);
  const before = node?.loop?.turns.get(String(turn));
  if (node?.loop === undefined || before === undefined) return state;
  const { path: _path, ...own } = event;
  const after = evolve(before, (rest === undefined ? own : { ...own, path: rest }) as ExecutionEvent);
  return withNode(state, nodeId, { ...node, loop: withTurn(node.loop, turn, after) });
}

function applyToNode(state: ExecutionState, event: Parameters<typeof evolveNode>[1]): ExecutionState {
  const before = state.nodes.get(event.nodeId);
  const after = evolveNode(before, event);
  if (after === undefined) return state;
  const next = withNode(state, event.nodeId, after);
  if (event.type !== 'node.failed') return next;
  return stopped(next, { kind: 'failed', error: { ...event.error, nodeId: event.nodeId } });
}

function withNode(state: ExecutionState, nodeId: string, node: NodeState): ExecutionState {
  const tally = retally(state.tally, state.nodes.get(nodeId), node);
  return { ...state, nodes: VersionTable.of(state.nodes).with(nodeId, node), tally };
}

function retally(
  tally: ExecutionState['tally'],
  before: NodeState | undefined,
  after: NodeState,
): ExecutionState['tally'] {
  const left = before && activityOf(before);
  const entered = activityOf(after);
  if (left === entered) return tally;
  const next = { ...tally };
  if (left) next[left] -= 1;
  if (entered) next[entered] += 1;
  return next;
}

/**
 * `waiting` while something waits and nothing runs or is to run again. The graph is not known here: between the end of
 * one node and the start of the next beside a waiting one, `waiting` may show for a moment.
 */
function statusOf(state: ExecutionState): ExecutionStatus {
  if (TERMINAL_STATUSES.includes(state.status)) return state.status;
  if (state.paused) return 'paused';
  const { running, waiting, again } = state.tally;
  return waiting > 0 && running === 0 && again === 0 && state.stop === undefined ? 'waiting' : 'running';
}
