import { TERMINAL_STATUSES, nodeKey, nodesOf, parseNodeKey } from '@millrace/engine';
import type {
  ExecutionEvent,
  ExecutionEventBody,
  ExecutionState,
  NodeAt,
  NodePlace,
  RecordedWake,
} from '@millrace/engine';
import { simulatedAt, simulationScriptSchema } from '@millrace/workflow-model';
import type { Json, ScriptedAnswer, SimulationScript } from '@millrace/workflow-model';
import type { NodeResult } from '../node/call-node';
import { assumedAnswer } from './assumed-answer';
import type { SimulatedResult } from './simulate-call';

/** Something that is to happen on the clock of the run. */
interface Due {
  readonly atMs: number;
  readonly events: readonly ExecutionEventBody[];
}

/** What a turn keeps of a run that only pretends: its script, and what has not come to its end on the run's own clock. */
export class SimulatedRun {
  readonly script: SimulationScript;
  private readonly held = new Map<string, { readonly dueMs: number; readonly result: NodeResult }>();
  /** Answers that each node was given so far. */
  private readonly answered = new Map<string, number>();

  constructor(script: Json, events: readonly ExecutionEvent[]) {
    this.script = simulationScriptSchema.parse(script);
    for (const event of events) this.count(event);
  }

  /** Keeps a result whose time on the clock has not come. */
  holds(result: NodeResult, nowMs: number): boolean {
    const { delayMs } = (result as Partial<SimulatedResult>).simulated ?? { delayMs: 0 };
    if (delayMs === 0) return false;
    this.held.set(nodeKey(result), { dueMs: nowMs + delayMs, result });
    return true;
  }

  /** Whether the node has ended and its time has not come. */
  has(place: NodePlace): boolean {
    return this.held.has(nodeKey(place));
  }

  /** Results whose time has come. */
  ready(nowMs: number): NodeResult[] {
    const ready = [...this.held].filter(([, { dueMs }]) => dueMs <= nowMs);
    for (const [key] of ready) this.held.delete(key);
    return ready.map(([, { result }]) => result);
  }

  /** The node was told to stop. Answers nothing: nobody calls it. */
  drop(place: NodePlace): void {
    this.held.delete(nodeKey(place));
  }

  /** What stands in for the passing of time when nothing runs: the clock moves to what comes first, and waits are answered. */
  next(state: ExecutionState, wakeAtMs: number | null): ExecutionEventBody[] {
    if (state.paused || TERMINAL_STATUSES.includes(state.status)) return [];
    const nowMs = state.clockMs ?? 0;
    const waits = nodesOf(state).flatMap((place) => this.dueOf(place, nowMs));
    const times = [...waits.map(({ atMs }) => atMs), ...[...this.held.values()].map(({ dueMs }) => dueMs)];
    const atMs = Math.min(...times, wakeAtMs ?? Infinity);
    if (!Number.isFinite(atMs)) return [];
    const moved: ExecutionEventBody[] = atMs > nowMs ? [{ type: 'clock.moved', toMs: atMs }] : [];
    const events = waits.filter((wait) => wait.atMs <= atMs).flatMap((wait) => wait.events);
    for (const event of events) this.count(event);
    return [...moved, ...events];
  }

  private dueOf({ nodeId, path, node }: NodeAt, nowMs: number): Due[] {
    if (node.status !== 'waiting' || node.wait?.kind !== 'event') return [];
    const place = path === undefined ? { nodeId } : { nodeId, path };
    const answer = simulatedAt(this.script.answers, nodeId, path)[this.answered.get(nodeKey(place)) ?? 0];
    const mayPass = answer?.timeout === true || (answer === undefined && this.script.unanswered !== 'fail');
    if (mayPass && node.dueAtMs !== undefined) return [];
    if (answer === undefined && this.script.unanswered === 'assume')
      return [{ atMs: nowMs, events: [{ type: 'node.woken', ...place, wake: assumedAnswer(node) }] }];
    if (answer === undefined || answer.timeout) return [{ atMs: nowMs, events: unanswered(place, node) }];
    const atMs = Math.max(nowMs, (node.startedAtMs ?? nowMs) + answer.afterMs);
    // Too late: the timeout comes first.
    if (node.dueAtMs !== undefined && atMs > node.dueAtMs) return [];
    return [{ atMs, events: [{ type: 'node.woken', ...place, wake: wakeOf(answer, node.wait.name) }] }];
  }

  private count(event: ExecutionEvent | ExecutionEventBody): void {
    if (event.type !== 'node.woken' || event.wake.kind !== 'event') return;
    const key = nodeKey(event);
    this.answered.set(key, (this.answered.get(key) ?? 0) + 1);
  }
}

function wakeOf({ payload, from }: ScriptedAnswer, name: string): RecordedWake {
  return { kind: 'event', name, payload, ...(from === undefined ? {} : { from }) };
}

/** Nobody will ever answer: the node fails, whatever its settings say, because the script is not complete. */
function unanswered(place: NodePlace, node: NodeAt['node']): ExecutionEventBody[] {
  const { nodeId } = parseNodeKey(nodeKey(place));
  const name = node.wait?.kind === 'event' ? node.wait.name : '';
  const message =
    `Node “${nodeId}” waits for the event “${name}”, and nothing is said of who answers. ` +
    'Add an answer for the node, or say that its timeout passes.';
  return [
    { type: 'node.woken', ...place, wake: { kind: 'timeout' } },
    {
      ...{ type: 'node.failed', ...place, attempt: node.attempts, durationMs: 0 },
      error: { code: 'ANSWER_MISSING', fault: 'user', message },
      startedAtMs: node.startedAtMs ?? 0,
    },
  ];
}
