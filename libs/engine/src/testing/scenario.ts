import type { Command } from '../command';
import { decide, type DecideLimits } from '../decide';
import type { ExecutionEvent, ExecutionEventBody, Foreknown, RecordedFailure, RecordedWait } from '../event';
import { evolve, initialState } from '../evolve';
import type { ExecutionGraph } from '../graph';
import { settleFailure } from '../settle-failure';
import type { ExecutionState } from '../state';
import { graphOf, type TestGraph } from './graphs';
import { nodeKey } from '../turn-path';

/** 2026-01-01T00:00:00Z; scenarios count seconds and milliseconds from here. */
export const EPOCH_MS = Date.UTC(2026, 0, 1);

/** The instant so many milliseconds after the start of the scenario, as events write it. */
export function isoAt(ms: number): string {
  return new Date(EPOCH_MS + ms).toISOString();
}

/** A transient failure, unless told otherwise. */
export function failureOf(facts: Partial<RecordedFailure> = {}): RecordedFailure {
  return { code: 'FLAKY', fault: 'transient', message: 'It failed.', ...facts };
}

/**
 * A run told by hand: every method appends one event at the clock's time. The clock stands still until `at` moves it.
 */
export class Scenario {
  readonly graph: ExecutionGraph;
  readonly events: ExecutionEvent[] = [];
  state: ExecutionState = initialState();
  nowMs = 0;

  constructor(graph: TestGraph) {
    this.graph = graphOf(graph);
  }

  /** Moves the clock to so many milliseconds after the start. */
  at(ms: number): this {
    this.nowMs = ms;
    return this;
  }

  append(...bodies: readonly ExecutionEventBody[]): this {
    for (const body of bodies) {
      const event = { ...body, seq: this.state.seq + 1, atMs: EPOCH_MS + this.nowMs };
      this.events.push(event);
      this.state = evolve(this.state, event);
    }
    return this;
  }

  start(
    triggerNodeId = this.graph.order[0] ?? '',
    part: Pick<ExecutionState, 'only' | 'pauseBefore' | keyof Foreknown> = {},
  ): this {
    const nodeCount = this.graph.order.length;
    return this.append({ type: 'workflow.started', triggerNodeId, trigger: { value: null }, nodeCount, ...part });
  }

  begin(nodeId: string, attempt = this.nextAttempt(nodeId)): this {
    return this.append({ type: 'node.started', nodeId, attempt });
  }

  /** The node ends well with its own id as the value of each port. */
  complete(nodeId: string, ...ports: string[]): this {
    const attempt = this.currentAttempt(nodeId);
    const live = Object.fromEntries((ports.length > 0 ? ports : ['main']).map((port) => [port, { value: nodeId }]));
    const times = { startedAtMs: EPOCH_MS + this.nowMs, durationMs: 0 };
    return this.append({ type: 'node.completed', nodeId, attempt, ports: live, ...times });
  }

  /** The attempt fails and is settled as the node's settings want it. */
  fail(nodeId: string, failure = failureOf(), random = 0): this {
    const { graph, state } = this;
    const nowMs = EPOCH_MS + this.nowMs;
    const attempt = this.currentAttempt(nodeId);
    const times = { nowMs, startedAtMs: nowMs, durationMs: 0 };
    return this.append(settleFailure({ graph, state, nodeId, attempt, failure, random, ...times }));
  }

  wait(nodeId: string, wait: RecordedWait): this {
    const attempt = this.currentAttempt(nodeId);
    return this.append({ type: 'node.waiting', nodeId, attempt, wait, startedAtMs: EPOCH_MS + this.nowMs });
  }

  cancel(nodeId: string): this {
    return this.append({ type: 'node.cancelled', nodeId, attempt: this.currentAttempt(nodeId) });
  }

  interrupt(nodeId: string): this {
    return this.append({ type: 'node.interrupted', nodeId, attempt: this.currentAttempt(nodeId) });
  }

  /** The worker was told to stop. */
  handOver(nodeId: string): this {
    return this.append({
      type: 'node.interrupted',
      nodeId,
      attempt: this.currentAttempt(nodeId),
      handedOver: true,
    });
  }

  decide(limits?: DecideLimits): Command[] {
    return decide(this.graph, this.state, EPOCH_MS + this.nowMs, limits);
  }

  /** Records what follows from the state until there is something else to do, and tells that in short words. */
  settle(limits?: DecideLimits): string[] {
    for (;;) {
      const commands = this.decide(limits);
      const facts = commands.flatMap((command) => (command.kind === 'record' ? command.events : []));
      if (facts.length === 0) return commands.map(brief);
      this.append(...facts);
    }
  }

  /** The decision in short words, such as `run b#1`, `record node.skipped c`, `wake-at 5000`. */
  brief(limits?: DecideLimits): string[] {
    return this.decide(limits).map(brief);
  }

  /** Status of each node that something happened to. */
  statuses(): Record<string, string> {
    return Object.fromEntries([...this.state.nodes].map(([id, node]) => [id, node.status]));
  }

  private nextAttempt(nodeId: string): number {
    return this.state.nodes.get(nodeId)?.nextAttempt ?? 1;
  }

  private currentAttempt(nodeId: string): number {
    const node = this.state.nodes.get(nodeId);
    return node?.nextAttempt ?? Math.max(1, node?.attempts ?? 1);
  }
}

/** A command in short words; instants count from the start of the scenario. */
export function brief(command: Command): string {
  switch (command.kind) {
    case 'record':
      return `record ${command.events.map(briefEvent).join(', ')}`;
    case 'run-node':
      return `run ${nodeKey(command)}#${command.attempt}${command.wake ? ` after ${command.wake.kind}` : ''}${command.passThrough ? ' pass-through' : ''}`;
    case 'abort-node':
      return `abort ${nodeKey(command)}`;
    case 'wake-at':
      return `wake-at ${command.atMs - EPOCH_MS}`;
  }
}

function briefEvent(event: ExecutionEventBody): string {
  const told = briefFact(event);
  return event.path === undefined ? told : `${event.path}: ${told}`;
}

function briefFact(event: ExecutionEventBody): string {
  switch (event.type) {
    case 'workflow.finished':
      return `${event.type} ${event.status}`;
    case 'turn.started':
      return `${event.type} ${event.nodeId}/${event.turn}`;
    case 'turn.finished':
      return `${event.type} ${event.nodeId}/${event.turn} ${event.status}`;
    case 'node.skipped':
      return `${event.type} ${event.nodeId} ${event.reason}`;
    case 'node.woken':
      return `${event.type} ${event.nodeId} ${event.wake.kind}`;
    default:
      return 'nodeId' in event ? `${event.type} ${event.nodeId}` : event.type;
  }
}
