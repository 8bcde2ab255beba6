import { decide, initialState, interruptions, progress } from '@millrace/engine';
import type { Command, ExecutionEventBody } from '@millrace/engine';
import type { ClaimedExecution } from '@millrace/server-executions';
import { isTerminal, storeWake } from '@millrace/server-executions';
import type { Json } from '@millrace/workflow-model';
import type { CompiledWorkflow } from '../node/compiled-workflow';
import { valueOf } from '../node/run-values';
import { SimulatedRun } from '../simulation/simulated-run';
import { runResult } from './run-result';
import { RunningNodes } from './running-nodes';
import { TurnBudget } from './turn-budget';
import { brokenGraph, payloadIdsOf, startOf, workerLost } from './turn-facts';
import type { FlushOutcome } from './turn-log';
import { TurnLog } from './turn-log';
import { TurnNodes } from './turn-nodes';
import type { RunNode } from './turn-nodes';
import type { TurnParts } from './turn-parts';

/** How a turn ended: the run waits (until `dueAtMs`, if it is known) or is over, has more to do, or belongs to somebody else. */
export type TurnEnd =
  | { readonly kind: 'released'; readonly dueAtMs: number | null }
  | { readonly kind: 'requeue' }
  | { readonly kind: 'lost' };

/** Nodes of one run that are called at once in one process. */
const MOST_CALLS = 64;
/** A pause this short is waited for with the lease in hand. Milliseconds. */
const SHORT_PAUSE_MS = 250;
/** Leases in a row that ran out without a new event. */
const MOST_LOST_LEASES = 3;

/** What one decision leads to. */
interface Next {
  /** Nodes to call once what was pushed is committed. */
  readonly launches: readonly RunNode[];
  readonly wakeAtMs: number | null;
}

/** One run in the hands of this process, from the claim of its lease until the lease is given back. */
export class Turn {
  /** When it began, by a clock that does not jump. Milliseconds. */
  readonly bornMs = performance.now();
  private workflow: CompiledWorkflow;
  private readonly log: TurnLog;
  private readonly running = new RunningNodes();
  private readonly payloads = new Map<string, Json>();
  private readonly budget = new TurnBudget();
  /** Undefined for a document that cannot be run. */
  private nodes: TurnNodes | undefined;
  /** Of runs that only pretend. */
  private simulated: SimulatedRun | undefined;
  private hintedSeq = 0;
  private mood: 'working' | 'stopping' | 'interrupted' | 'lost' = 'working';
  private over = false;

  constructor(
    private readonly parts: TurnParts,
    readonly claim: ClaimedExecution,
    private readonly load: () => Promise<CompiledWorkflow>,
  ) {
    this.log = new TurnLog(parts, claim, initialState(), () => this.workflow.graph);
  }

  /** Whether the lease was given back, or is just being given back. */
  get isOver(): boolean {
    return this.over;
  }

  /** Somebody else may have added events up to `seq`. */
  hint(seq: number): void {
    this.hintedSeq = Math.max(this.hintedSeq, seq);
    if (seq > this.log.committedSeq) this.running.wake();
  }

  /** The lease is gone: nothing more may be done. */
  lose(): void {
    this.mood = 'lost';
    this.log.giveUp();
    this.running.abortAll('lost');
    this.running.wake();
  }

  /** Lets what runs come to its end, starts nothing more, and gives the lease back. */
  stopSoon(): void {
    if (this.mood !== 'working') return;
    this.mood = 'stopping';
    this.running.wake();
  }

  /** Aborts what runs and gives the lease back; another worker runs the aborted nodes again. */
  interrupt(): void {
    if (this.mood === 'lost') return;
    this.mood = 'interrupted';
    this.log.giveUp();
    this.running.abortAll('lost');
    this.running.wake();
  }

  /** Never rejects because of a node; rejects when the log cannot be written for long. */
  async run(): Promise<TurnEnd> {
    try {
      this.workflow = await this.log.insist(this.load);
      await this.loadPayloads(payloadIdsOf(this.log.state));
      this.begin();
      for (;;) {
        const end = await this.step();
        if (end) return end;
      }
    } finally {
      this.running.abortAll('lost');
    }
  }

  private begin(): void {
    const { graph } = this.workflow;
    const { simulation } = this.log.state;
    if (simulation) this.simulated = new SimulatedRun(valueOf(simulation.script, this.payloads), this.claim.events);
    for (const event of interruptions(this.log.state, this.claim.isHandedOver))
      this.log.push({ event, happened: true });
    if ('code' in graph) {
      this.log.push({ event: brokenGraph(graph), happened: true });
      return;
    }
    const { parts, claim, workflow, log, running, budget, payloads, simulated } = this;
    this.nodes = new TurnNodes({ parts, claim, workflow, graph, log, running, budget, payloads, simulated });
    if (this.claim.lostLeases >= MOST_LOST_LEASES) this.log.push({ event: workerLost(), happened: true });
  }

  /** Decides, commits and calls; answers the end of the turn once there is one. */
  private async step(): Promise<TurnEnd | undefined> {
    if (this.mood === 'lost') return { kind: 'lost' };
    if (this.mood === 'interrupted') return this.giveBack({ kind: 'requeue' }, this.parts.clock.now());
    if (this.hintedSeq > this.log.committedSeq && !this.log.isDirty) {
      this.hintedSeq = 0;
      if ((await this.log.insist(() => this.log.catchUp())) === 'lost') return { kind: 'lost' };
    }
    await this.loadPayloads(this.log.takeUnread());
    const { launches, wakeAtMs } = await this.advance();
    if (this.isIdle(launches)) {
      if (this.passesTime(wakeAtMs)) return undefined;
      const end = await this.endIdle(wakeAtMs);
      if (end !== 'hold') return end;
    }
    if (this.log.isDirty) {
      const outcome = await this.flush();
      if (outcome === 'lost') return { kind: 'lost' };
      if (outcome === 'changed') return undefined;
      await this.takeEarlySignals();
    }
    for (const command of launches) this.nodes?.launch(command);
    await this.running.news(wakeAtMs === null || this.simulated ? undefined : wakeAtMs - this.parts.clock.now());
    return undefined;
  }

  private isIdle(launches: readonly RunNode[]): boolean {
    return isTerminal(this.log.state.status) || (this.running.isIdle && launches.length === 0);
  }

  /** Nothing runs and nothing can start: the lease goes back with the last events. */
  private async endIdle(wakeAtMs: number | null): Promise<TurnEnd | undefined | 'hold'> {
    const nowMs = this.parts.clock.now();
    const ended = isTerminal(this.log.state.status);
    if (!ended && (this.mood === 'stopping' || this.budget.isSpent)) return this.giveBack({ kind: 'requeue' }, nowMs);
    if (!ended && wakeAtMs !== null && wakeAtMs - nowMs <= SHORT_PAUSE_MS) return 'hold';
    return this.giveBack({ kind: 'released', dueAtMs: ended ? null : wakeAtMs }, wakeAtMs);
  }

  /** Lets time pass at once where a run that only pretends would wait; answers whether something came of it. */
  private passesTime(wakeAtMs: number | null): boolean {
    if (!this.simulated || this.mood !== 'working' || this.budget.isSpent) return false;
    const events = this.simulated.next(this.log.state, wakeAtMs);
    for (const event of events) this.pushWake(event);
    return events.length > 0;
  }

  private pushWake(given: ExecutionEventBody): void {
    const { event, payload } = storeWake(given);
    const value = given.type === 'node.woken' && given.wake.kind === 'event' ? given.wake.payload : null;
    if (payload) this.payloads.set(payload.id, value);
    this.log.push({ event, happened: false, ...(payload ? { rows: { payloads: [payload] } } : {}) });
  }

  private async giveBack(end: TurnEnd, dueAtMs: number | null): Promise<TurnEnd | undefined> {
    this.over = true;
    const outcome = await this.flush({ dueAtMs });
    if (outcome === 'lost') return { kind: 'lost' };
    this.over = outcome !== 'changed';
    if (outcome === 'changed') return undefined;
    await this.takeEarlySignals();
    return end;
  }

  private flush(release?: { dueAtMs: number | null }): Promise<FlushOutcome> {
    const { state } = this.log;
    const { graph } = this.workflow;
    return this.log.flush({
      progress: 'code' in graph ? 0 : progress(state, graph),
      ...(release ? { release } : {}),
      ...(isTerminal(state.status) ? { result: () => runResult(this.log.state, this.workflow, this.payloads) } : {}),
    });
  }

  /** Folds in what ended, and performs everything that needs no commit before it. */
  private async advance(): Promise<Next> {
    const { graph } = this.workflow;
    const { nodes } = this;
    if ('code' in graph || nodes === undefined) return { launches: [], wakeAtMs: null };
    nodes.takeResults();
    for (;;) {
      const starts = this.mood === 'working' && !this.budget.isSpent ? MOST_CALLS - this.running.size : 0;
      const commands = decide(graph, this.log.state, nodes.now(), { maxStarts: Math.max(0, starts) });
      const next = this.perform(nodes, commands);
      if (next) return next;
      await this.budget.breathe();
    }
  }

  /** Answers what is left to do after a commit, or undefined when the state changed and must be judged again. */
  private perform(nodes: TurnNodes, commands: readonly Command[]): Next | undefined {
    const launches: RunNode[] = [];
    let wakeAtMs: number | null = null;
    let progressed = false;
    for (const command of commands) {
      switch (command.kind) {
        case 'record':
          for (const event of command.events) nodes.record(event);
          progressed = true;
          break;
        case 'run-node':
          if (nodes.has(command)) break;
          if (nodes.begins(command)) progressed = true;
          else if (nodes.isEffect(command)) launches.push(command);
          break;
        case 'abort-node':
          progressed = nodes.abort(command) || progressed;
          break;
        case 'wake-at':
          wakeAtMs = command.atMs;
          break;
      }
      // A failure among them may have stopped the run.
      if (progressed && this.log.state.stop !== undefined) break;
    }
    if (progressed) return undefined;
    for (const command of launches) this.log.push({ event: startOf(command), happened: false });
    return { launches, wakeAtMs };
  }

  /** An event can have come before its node waited; it is kept until then. */
  private async takeEarlySignals(): Promise<void> {
    if (!this.nodes?.takeWaitForEvent()) return;
    const { signals } = this.parts;
    const woken = await this.log.insist(() => signals.deliverEarly(this.claim.executionId));
    if (woken > 0) this.hint(this.log.committedSeq + 1);
  }

  private async loadPayloads(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { log } = this.parts;
    const values = await this.log.insist(() => log.payloads(this.claim.executionId, ids));
    for (const [id, value] of values) this.payloads.set(id, value);
  }
}
