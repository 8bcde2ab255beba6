import type { ExecutionEvent, RecordedWait, RecordedWake } from './event';
import { extendLoop } from './loop';
import type { NodeState } from './state';

/** Facts about one node that change its state. */
export type NodeEvent = Exclude<
  Extract<ExecutionEvent, { nodeId: string }>,
  { type: 'node.log' | 'call.simulated' | 'turn.started' | 'turn.finished' }
>;

type NodeEventOf<T extends NodeEvent['type']> = Extract<NodeEvent, { type: T }>;

const UNTOUCHED: NodeState = { status: 'pending', attempts: 0, interruptions: 0, ports: {} };

/**
 * The node's next state, or undefined when the event cannot have happened.
 *
 * | event              | from                        | to                                                              |
 * | ------------------ | --------------------------- | --------------------------------------------------------------- |
 * | `node.started`     | pending, retrying           | running                                                         |
 * | `node.completed`   | pending, running, retrying  | completed                                                       |
 * | `node.failed`      | pending, running, retrying  | failed                                                          |
 * | `node.retrying`    | pending, running, retrying  | retrying: `waiting` with `retryAtMs`                            |
 * | `node.waiting`     | pending, running, retrying  | `waiting` with `wait`                                           |
 * | `node.iterating`   | pending, running, retrying  | running with `iterating`; further turns are added               |
 * | `node.woken`       | waiting (not retrying)      | pending with `wake`                                             |
 * | `node.woken` turns | iterating                   | pending with `wake`                                             |
 * | `node.interrupted` | running, not iterating      | pending, one interruption more                                  |
 * | `node.reused`      | pending, nothing begun      | completed, without an attempt                                   |
 * | `node.skipped`     | pending, nothing begun      | skipped                                                         |
 * | `node.cancelled`   | any that is not settled     | cancelled                                                       |
 *
 * Pure nodes have no `node.started`, hence results straight from pending. Results of an attempt older than the newest
 * one are refused: the worker that reports them has lost the node. completed, failed, skipped and cancelled are final.
 */
export function evolveNode(before: NodeState | undefined, event: NodeEvent): NodeState | undefined {
  const node = before ?? UNTOUCHED;
  switch (event.type) {
    case 'node.skipped':
      return node === UNTOUCHED
        ? { ...node, status: 'skipped', skipReason: event.reason, finishedAtMs: event.atMs }
        : undefined;
    case 'node.reused':
      return node === UNTOUCHED ? reused(event) : undefined;
    case 'node.cancelled':
      return isSettled(node) ? undefined : { ...rest(node), status: 'cancelled', finishedAtMs: event.atMs };
    case 'node.woken':
      return mayWake(node, event.wake)
        ? { ...rest(node), status: 'pending', wake: wakeOf(node, event.wake), nextAttempt: node.attempts }
        : undefined;
    case 'node.interrupted':
      return isAtWork(node) && event.attempt === node.attempts
        ? {
            ...node,
            status: 'pending',
            interruptions: node.interruptions + 1,
            ...(event.handedOver && { handovers: (node.handovers ?? 0) + 1 }),
            nextAttempt: node.attempts + 1,
          }
        : undefined;
    case 'node.started':
      return mayBegin(node, event.attempt) ? started(node, event) : undefined;
    default:
      return mayReport(node, event.attempt) ? reported(node, event) : undefined;
  }
}

/** Whether nothing can happen to the node any more. */
export function isSettled(node: NodeState): boolean {
  return node.status !== 'pending' && node.status !== 'running' && node.status !== 'waiting';
}

/** Whether a worker calls the node's executor just now, as far as the events tell. */
export function isAtWork(node: NodeState): boolean {
  return node.status === 'running' && node.iterating !== true;
}

/** The end of its turns wakes a node that iterates, everything else one that waits. */
function mayWake(node: NodeState, wake: RecordedWake): boolean {
  if (wake.kind === 'turns') return node.iterating === true;
  return node.status === 'waiting' && node.wait !== undefined;
}

/** The end of a timer hands back what the node kept. */
function wakeOf({ wait }: NodeState, wake: RecordedWake): RecordedWake {
  return wake.kind === 'timer' && wait?.kind === 'timer' && wait.state !== undefined
    ? { ...wake, state: wait.state }
    : wake;
}

function mayBegin(node: NodeState, attempt: number): boolean {
  const idle = node.status === 'pending' || (node.status === 'waiting' && node.retryAtMs !== undefined);
  return idle && attempt >= node.attempts;
}

function mayReport(node: NodeState, attempt: number): boolean {
  return mayBegin(node, attempt) || (isAtWork(node) && attempt >= node.attempts);
}

/** The node without what it waited for; what woke it stays until it has run on, however many attempts that takes. */
function rest(node: NodeState): NodeState {
  const { iterating: _iterating, ...kept } = node;
  return { ...kept, wait: undefined, dueAtMs: undefined, retryAtMs: undefined, nextAttempt: undefined };
}

function started(node: NodeState, event: NodeEventOf<'node.started'>): NodeState {
  return {
    ...rest(node),
    status: 'running',
    attempts: event.attempt,
    startedAtMs: node.startedAtMs ?? event.atMs,
    input: event.input ?? node.input,
  };
}

function reused({ ports, from, error, disabled, atMs }: NodeEventOf<'node.reused'>): NodeState {
  return { ...UNTOUCHED, status: 'completed', ports, reused: from, error, disabled, finishedAtMs: atMs };
}

type Report = NodeEventOf<'node.completed' | 'node.failed' | 'node.retrying' | 'node.waiting' | 'node.iterating'>;

function reported(node: NodeState, event: Report): NodeState {
  const kept = { ...rest(node), attempts: event.attempt };
  switch (event.type) {
    case 'node.retrying':
      return {
        ...kept,
        status: 'waiting',
        error: event.error,
        outages: outagesOf(node, event),
        retryAtMs: instantOf(event.retryAt),
        nextAttempt: event.attempt + 1,
      };
    case 'node.waiting':
      return waiting(kept, event);
    case 'node.iterating':
      return iterating(kept, event);
    case 'node.failed':
      return { ...kept, ...timesOf(node, event), status: 'failed', error: event.error, wake: undefined };
    case 'node.completed':
      return {
        ...kept,
        ...timesOf(node, event),
        status: 'completed',
        ports: event.ports,
        error: event.error,
        wake: undefined,
        disabled: event.disabled,
      };
  }
}

function outagesOf(node: NodeState, { error, atMs }: NodeEventOf<'node.retrying'>): NodeState['outages'] {
  if (error.outage !== true) return node.outages;
  const followsOne = node.error?.outage === true;
  return { count: (node.outages?.count ?? 0) + 1, sinceMs: (followsOne ? node.outages?.sinceMs : undefined) ?? atMs };
}

function waiting(kept: NodeState, event: NodeEventOf<'node.waiting'>): NodeState {
  return {
    ...kept,
    status: 'waiting',
    wait: event.wait,
    dueAtMs: dueAtMsOf(event.wait),
    wake: undefined,
    error: undefined,
    startedAtMs: kept.startedAtMs ?? event.startedAtMs,
    input: event.input ?? kept.input,
  };
}

function iterating(kept: NodeState, event: NodeEventOf<'node.iterating'>): NodeState {
  return {
    ...kept,
    status: 'running',
    iterating: true,
    loop: extendLoop(kept.loop, event),
    wake: undefined,
    error: undefined,
    startedAtMs: kept.startedAtMs ?? event.startedAtMs,
    input: event.input ?? kept.input,
  };
}

function timesOf(node: NodeState, event: NodeEventOf<'node.completed' | 'node.failed'>) {
  return {
    startedAtMs: node.startedAtMs ?? event.startedAtMs,
    finishedAtMs: event.atMs,
    durationMs: event.durationMs,
    input: event.input ?? node.input,
  };
}

function dueAtMsOf(wait: RecordedWait): number | undefined {
  if (wait.kind === 'timer') return instantOf(wait.until);
  return wait.timeoutAt === undefined ? undefined : instantOf(wait.timeoutAt);
}

/** An instant that cannot be read counts as past: running on at once is seen, waiting for ever is not. */
function instantOf(iso: string): number {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? 0 : ms;
}
