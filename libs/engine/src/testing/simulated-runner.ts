import type { Command } from '../command';
import { decide } from '../decide';
import type {
  ExecutionEvent,
  ExecutionEventBody,
  RecordedFailure,
  RecordedWait,
  ReusedResult,
  TurnErrorPolicy,
} from '../event';
import { evolve, initialState } from '../evolve';
import type { ExecutionGraph } from '../graph';
import { interruptions } from '../inputs';
import { matchSignal } from '../match-signal';
import { settleFailure } from '../settle-failure';
import { placesOn } from '../place';
import { TERMINAL_STATUSES, type ExecutionState } from '../state';
import { nodeKey } from '../turn-path';
import { graphOf, type TestGraph } from './graphs';

/** What one run of a node's executor comes to. `crash`: the worker dies, and with it all that it runs. */
export type Outcome =
  | { readonly kind: 'ports'; readonly ports: readonly string[] }
  | { readonly kind: 'fail'; readonly fault: RecordedFailure['fault']; readonly retryAfterMs?: number }
  | { readonly kind: 'timer'; readonly ms: number }
  | { readonly kind: 'event'; readonly name: string; readonly timeoutMs?: number }
  | { readonly kind: 'crash' }
  | {
      readonly kind: 'iterate';
      readonly count: number;
      readonly concurrency: number;
      readonly onTurnError: TurnErrorPolicy;
    };

/** Something from outside, before the so-manieth step. */
export interface Intervention {
  readonly step: number;
  readonly kind: 'cancel' | 'terminate' | 'pause' | 'resume' | 'signal';
}

/** Everything about a run that is not the engine's to decide. */
export interface Plan {
  readonly graph: TestGraph;
  /** Outcomes of each node's executor, one run after the other; then the main port. */
  readonly outcomes: Readonly<Record<string, readonly Outcome[]>>;
  /** The nodes of a partial run. */
  readonly only?: readonly string[];
  /** Results that are known before. */
  readonly reuse?: Readonly<Record<string, ReusedResult>>;
  /** Nodes whose results come without a start. */
  readonly pure: readonly string[];
  readonly interventions: readonly Intervention[];
  /** Which node in flight ends next, and the random numbers of retries; used in turn. */
  readonly choices: readonly number[];
  /** Milliseconds that each run of an executor takes. */
  readonly effortMs: number;
}

/** A decision as the runner saw it, to be compared with one from a history that is read anew. */
export interface Decision {
  /** Seq of the last event folded before. */
  readonly seq: number;
  readonly nowMs: number;
  readonly state: ExecutionState;
  readonly commands: readonly Command[];
}

/** A call of an executor. */
interface Call {
  readonly nodeId: string;
  readonly attempt: number;
  readonly path?: string;
}

/**
 * Carries out the engine's commands in memory, on a clock that only moves when something takes time or is waited for.
 * Everything random comes from the plan, so a plan always gives the same history.
 */
export class SimulatedRunner {
  readonly graph: ExecutionGraph;
  readonly events: ExecutionEvent[] = [];
  readonly decisions: Decision[] = [];
  /** How often each node's executor was called. */
  readonly runs = new Map<string, number>();
  state = initialState();
  nowMs = 1_000_000;

  readonly #plan: Plan;
  readonly #inFlight = new Map<string, Call>();
  readonly #aborted = new Set<string>();
  #turn = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.graph = graphOf(plan.graph);
  }

  /** Runs until the end. Throws when the run neither ends nor can be moved by anything. */
  run(triggerNodeId: string, maxSteps = 10_000): this {
    this.#append({
      type: 'workflow.started',
      triggerNodeId,
      trigger: { value: null },
      nodeCount: this.graph.order.length,
      ...(this.#plan.only && { only: this.#plan.only }),
      ...(this.#plan.reuse && { reuse: this.#plan.reuse }),
    });
    for (let step = 0; !this.#isOver(); step += 1) {
      if (step >= maxSteps)
        throw new Error(`not over after ${maxSteps} steps: ${JSON.stringify(this.events.slice(-5))}`);
      this.#intervene(step);
      const wakeAtMs = this.#carryOut(this.#decide());
      if (!this.#isOver() && wakeAtMs !== 'decide again') this.#letTimePass(wakeAtMs);
    }
    return this;
  }

  #isOver(): boolean {
    return TERMINAL_STATUSES.includes(this.state.status);
  }

  #decide(): readonly Command[] {
    const commands = decide(this.graph, this.state, this.nowMs);
    this.decisions.push({ seq: this.state.seq, nowMs: this.nowMs, state: this.state, commands });
    return commands;
  }

  #append(...bodies: readonly ExecutionEventBody[]): void {
    for (const body of bodies) {
      const event = { ...body, seq: this.state.seq + 1, atMs: this.nowMs };
      this.events.push(event);
      this.state = evolve(this.state, event);
    }
  }

  #carryOut(commands: readonly Command[]): number | 'decide again' {
    let wakeAtMs = Infinity;
    const seq = this.state.seq;
    for (const command of commands) {
      if (command.kind === 'record') this.#append(...command.events);
      else if (command.kind === 'run-node') this.#runNode(command);
      else if (command.kind === 'abort-node') this.#aborted.add(nodeKey(command));
      else wakeAtMs = command.atMs;
    }
    return this.state.seq > seq ? 'decide again' : wakeAtMs;
  }

  #runNode({ nodeId, path, attempt, passThrough }: Extract<Command, { kind: 'run-node' }>): void {
    const call = { nodeId, attempt, ...(path !== undefined && { path }) };
    if (passThrough) {
      const times = { startedAtMs: this.nowMs, durationMs: 0 };
      const ports = { main: { value: 'merged input' } };
      this.#append({ type: 'node.completed', ...call, ports, disabled: true, ...times });
      return;
    }
    const key = nodeKey(call);
    this.runs.set(key, (this.runs.get(key) ?? 0) + 1);
    if (this.#plan.pure.includes(nodeId)) {
      this.#end(call);
      return;
    }
    this.#append({ type: 'node.started', ...call });
    this.#inFlight.set(key, call);
  }

  /** One node in flight ends; with none, the clock moves to the next wake-up; with none, somebody outside has to act. */
  #letTimePass(wakeAtMs: number): void {
    const flying = [...this.#inFlight];
    const chosen = flying[this.#choose(flying.length)];
    if (chosen !== undefined) {
      this.nowMs += this.#plan.effortMs;
      const [key, call] = chosen;
      this.#inFlight.delete(key);
      if (this.#aborted.has(key)) this.#append({ type: 'node.cancelled', ...call });
      else this.#end(call);
    } else if (wakeAtMs < Infinity) {
      this.nowMs = Math.max(this.nowMs, wakeAtMs);
    } else if (this.state.paused) {
      this.#append({ type: 'workflow.resumed' });
    } else if (!this.#signal()) {
      throw new Error(`stuck: ${JSON.stringify(this.events)}`);
    }
  }

  #end(call: Call): void {
    const { nodeId } = call;
    const outcome = this.#outcomeOf(call);
    const times = { startedAtMs: this.nowMs, durationMs: this.#plan.effortMs };
    const facts = { ...call, ...times };
    if (outcome.kind === 'ports') {
      const ports = Object.fromEntries(outcome.ports.map((port) => [port, { value: nodeId }]));
      this.#append({ type: 'node.completed', ports, ...facts });
    } else if (outcome.kind === 'fail') {
      this.#fail(facts, outcome);
    } else if (outcome.kind === 'crash') {
      this.#crash(call);
    } else if (outcome.kind === 'iterate') {
      const { kind: _kind, ...wish } = outcome;
      this.#append({ type: 'node.iterating', items: { value: [] }, ...wish, ...facts });
    } else {
      this.#append({ type: 'node.waiting', wait: this.#waitOf(outcome), ...facts });
    }
  }

  /** A node with a body iterates when it says so; one without simply ends. */
  #outcomeOf(call: Call): Outcome {
    const planned = this.#plan.outcomes[call.nodeId]?.[(this.runs.get(nodeKey(call)) ?? 1) - 1];
    const ending: Outcome = { kind: 'ports', ports: ['main'] };
    if (planned?.kind !== 'iterate') return planned ?? ending;
    const place = placesOn(this.graph, this.state, call.path)?.at(-1);
    return place?.graph.nodes.get(call.nodeId)?.body === undefined ? ending : planned;
  }

  #fail(facts: Call & { startedAtMs: number; durationMs: number }, outcome: Outcome & { kind: 'fail' }): void {
    const { nowMs } = this;
    const place = placesOn(this.graph, this.state, facts.path)?.at(-1);
    if (place === undefined) throw new Error(`no turn at ${facts.path}`);
    const { graph, state } = place;
    const { kind: _kind, ...rest } = outcome;
    const failure = { code: 'PLANNED', message: 'As planned.', ...rest };
    const random = this.#choose(1_000) / 1_000;
    const path = facts.path === undefined ? {} : { path: facts.path };
    this.#append({ ...settleFailure({ graph, state, nowMs, random, failure, ...facts }), ...path });
  }

  /** The next worker finds what was in flight. A pure node left no trace, so it simply runs again. */
  #crash(call: Call): void {
    if (this.#plan.pure.includes(call.nodeId)) {
      this.#append({ type: 'node.started', ...call });
    }
    this.#inFlight.clear();
    this.#aborted.clear();
    this.#append(...interruptions(this.state));
  }

  #waitOf(outcome: Extract<Outcome, { kind: 'timer' | 'event' }>): RecordedWait {
    const at = (ms: number) => new Date(this.nowMs + ms).toISOString();
    if (outcome.kind === 'timer') return { kind: 'timer', until: at(outcome.ms) };
    const timeoutAt = outcome.timeoutMs === undefined ? {} : { timeoutAt: at(outcome.timeoutMs) };
    return { kind: 'event', name: outcome.name, ...timeoutAt };
  }

  #intervene(step: number): void {
    for (const { kind } of this.#plan.interventions.filter((intervention) => intervention.step === step)) {
      if (kind === 'signal') this.#signal();
      else if (kind === 'pause') this.#append({ type: 'workflow.paused' });
      else if (kind === 'resume') this.#append({ type: 'workflow.resumed' });
      else
        this.#append({ type: 'workflow.cancel_requested', ...(kind === 'terminate' && { terminate: true as const }) });
    }
  }

  #signal(): boolean {
    const matches = ['x', 'y'].flatMap((name) => matchSignal(this.state, { name, payload: name }));
    this.#append(...matches.map((match) => match.event));
    return matches.length > 0;
  }

  #choose(count: number): number {
    const choice = this.#plan.choices[this.#turn % Math.max(1, this.#plan.choices.length)] ?? 0;
    this.#turn += 1;
    return count === 0 ? 0 : choice % count;
  }
}
