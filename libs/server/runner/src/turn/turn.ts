import { decide, initialState, interruptions, nodeKey, placesOn, progress, seenBy } from '@millrace/engine';
import type {
  Command,
  ExecutionEventBody,
  ExecutionGraph,
  ExecutionState,
  NodePlace,
  NodeState,
} from '@millrace/engine';
import type { ClaimedExecution } from '@millrace/server-executions';
import { isTerminal } from '@millrace/server-executions';
import { SecretMask } from '@millrace/server-credentials';
import type { Json } from '@millrace/workflow-model';
import type { NodeResult } from '../node/call-node';
import { callNode } from '../node/call-node';
import { compiledAt } from '../node/compiled-workflow';
import type { CompiledNode, CompiledWorkflow } from '../node/compiled-workflow';
import { viewAt } from '../node/loop-views';
import { failureOf } from '../node/node-failure';
import type { RunView } from '../node/run-values';
import { valueOf } from '../node/run-values';
import { simulateCall } from '../simulation/simulate-call';
import { SimulatedRun } from '../simulation/simulated-run';
import { simulatedEntries } from '../simulation/simulated-entries';
import { passThroughOf } from './pass-through';
import { runResult } from './run-result';
import { RunningNodes } from './running-nodes';
import { settleResult } from './settle-result';
import { TurnBudget } from './turn-budget';
import type { FlushOutcome } from './turn-log';
import { TurnLog } from './turn-log';
import type { TurnParts } from './turn-parts';
import { brokenGraph, nodePlace, payloadIdsOf, startOf, workerLost } from './turn-facts';

/** How a turn ended: the run waits (until `dueAtMs`, if it is known) or is over, has more to do, or belongs to somebody else. */
export type TurnEnd =
  | { readonly kind: 'released'; readonly dueAtMs: number | null }
  | { readonly kind: 'requeue' }
  | { readonly kind: 'lost' };

/** Nodes of one run that are called at once in one process. */
const MOST_CALLS = 64;
/** A pause this short is waited for with the lease in hand. Milliseconds. */
const SHORT_PAUSE_MS = 250;
/** In the place of chance, where the same must come out every time. */
const HALF = 0.5;
/** Leases in a row that ran out without a new event. */
const MOST_LOST_LEASES = 3;

type RunNode = Extract<Command, { kind: 'run-node' }>;

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
  private readonly mask = new SecretMask();
  /** Of runs that only pretend. */
  private simulated: SimulatedRun | undefined;
  private hintedSeq = 0;
  private mood: 'working' | 'stopping' | 'interrupted' | 'lost' = 'working';
  private waitsForEvent = false;
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
      await this.loadPayloads();
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
    if ('code' in graph) this.log.push({ event: brokenGraph(graph), happened: true });
    else if (this.claim.lostLeases >= MOST_LOST_LEASES) this.log.push({ event: workerLost(), happened: true });
  }

  /** Decides, commits and calls; answers the end of the turn once there is one. */
  private async step(): Promise<TurnEnd | undefined> {
    if (this.mood === 'lost') return { kind: 'lost' };
    if (this.mood === 'interrupted') return this.giveBack({ kind: 'requeue' }, this.parts.clock.now());
    if (this.hintedSeq > this.log.committedSeq && !this.log.isDirty) {
      this.hintedSeq = 0;
      if ((await this.log.insist(() => this.log.catchUp())) === 'lost') return { kind: 'lost' };
    }
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
    for (const command of launches) this.launch(command);
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

  /** Of the run: the clock of the database, or that of a run that only pretends. Milliseconds since the epoch. */
  private now(): number {
    return this.log.state.clockMs ?? this.parts.clock.now();
  }

  /** Lets time pass at once where a run that only pretends would wait; answers whether something came of it. */
  private passesTime(wakeAtMs: number | null): boolean {
    if (!this.simulated || this.mood !== 'working' || this.budget.isSpent) return false;
    const events = this.simulated.next(this.log.state, wakeAtMs);
    for (const event of events) this.log.push({ event, happened: false });
    return events.length > 0;
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
    if ('code' in graph) return { launches: [], wakeAtMs: null };
    for (const result of this.running.take()) this.settle(graph, result);
    for (const result of this.simulated?.ready(this.now()) ?? []) this.settleNow(graph, result);
    for (;;) {
      const starts = this.mood === 'working' && !this.budget.isSpent ? MOST_CALLS - this.running.size : 0;
      const commands = decide(graph, this.log.state, this.now(), { maxStarts: Math.max(0, starts) });
      const next = this.perform(graph, commands);
      if (next) return next;
      await this.budget.breathe();
    }
  }

  /** Answers what is left to do after a commit, or undefined when the state changed and must be judged again. */
  private perform(graph: ExecutionGraph, commands: readonly Command[]): Next | undefined {
    const launches: RunNode[] = [];
    let wakeAtMs: number | null = null;
    let progressed = false;
    for (const command of commands) {
      switch (command.kind) {
        case 'record':
          for (const event of command.events) this.record(event);
          progressed = true;
          break;
        case 'run-node':
          if (this.running.has(command) || this.simulated?.has(command)) break;
          if (this.begins(graph, command)) progressed = true;
          else if (this.isEffect(command)) launches.push(command);
          break;
        case 'abort-node':
          progressed = this.abort(graph, command) || progressed;
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

  private record(event: ExecutionEventBody): void {
    const place = 'nodeId' in event ? nodePlace(event) : undefined;
    const waited = place !== undefined && this.stateOf(place)?.wait !== undefined;
    this.log.push({ event, happened: false, ...(waited ? { rows: { endedWaits: [nodeKey(place)] } } : {}) });
  }

  private stateOf({ nodeId, path }: NodePlace): NodeState | undefined {
    const { state } = this.log;
    if (path === undefined) return state.nodes.get(nodeId);
    const { graph } = this.workflow;
    return 'code' in graph ? undefined : placesOn(graph, state, path)?.at(-1)?.state.nodes.get(nodeId);
  }

  private isEffect(place: NodePlace): boolean {
    const traits = this.compiled(place)?.traits;
    return traits?.pure !== true && traits?.repeatable !== true;
  }

  private compiled({ nodeId, path }: NodePlace): CompiledNode | undefined {
    return compiledAt(this.workflow, nodeId, path?.split('/').at(-2));
  }

  /** Runs what may run before its start is committed; answers whether the state changed. */
  private begins(graph: ExecutionGraph, command: RunNode): boolean {
    if (command.passThrough) {
      this.record(passThroughOf(this.view(graph, command), command));
      return true;
    }
    if (this.isEffect(command)) return false;
    if (this.compiled(command)?.traits.repeatable) {
      this.log.push({ event: startOf(command), happened: true });
      this.launch(command);
      return true;
    }
    const controller = new AbortController();
    const result = this.call(command, controller);
    if (result instanceof Promise) {
      this.running.add(command, controller, result);
      return false;
    }
    return this.settle(graph, result);
  }

  private launch(command: RunNode): void {
    const controller = new AbortController();
    this.running.add(command, controller, Promise.resolve(this.call(command, controller)));
  }

  private call(command: RunNode, controller: AbortController): NodeResult | Promise<NodeResult> {
    const { nodeId, attempt } = command;
    const compiled = this.compiled(command);
    if (compiled === undefined) throw new Error(`The graph names a node ${nodeId} that the document does not have`);
    this.budget.countNode();
    const { workspaceId, workflowId, versionId } = this.claim;
    const view = this.view(this.workflow.graph as ExecutionGraph, command);
    const { ports } = this.parts;
    const call = {
      ...{ view, compiled, attempt, workspaceId, workflowId, versionId },
      ...{ ports, controller, mask: this.mask },
    };
    const { logger } = this.parts;
    if (this.simulated) return simulateCall(call, command.wake, { script: this.simulated.script, logger });
    return callNode(call, command.wake, logger);
  }

  /** Answers whether something became of the result; it may have to wait for its time on the clock of the run. */
  private settle(graph: ExecutionGraph, result: NodeResult): boolean {
    if (this.simulated?.holds(result, this.now())) return false;
    this.settleNow(graph, result);
    return true;
  }

  private settleNow(graph: ExecutionGraph, result: NodeResult): void {
    const compiled = this.compiled(result);
    const place = placesOn(graph, this.log.state, result.path)?.at(-1);
    // The run was ended over its head; nobody asks for the result any more.
    if (place === undefined || this.isForgotten(place.state, result.nodeId)) return;
    const about = { executionId: this.claim.executionId, nodeId: result.nodeId, type: compiled?.node.type ?? '' };
    const { entries, values } = settleResult(result, {
      ...place,
      nowMs: this.now(),
      random: this.simulated ? HALF : this.parts.random(),
      happened: compiled?.traits.pure !== true,
      failureOf: (error) => failureOf(error, this.parts.logger, about, this.mask),
    });
    for (const [id, value] of values) this.payloads.set(id, value);
    for (const entry of this.simulated ? simulatedEntries(result, entries) : entries) {
      this.log.push(entry);
      if (entry.event.type === 'node.waiting' && entry.event.wait.kind === 'event') this.waitsForEvent = true;
    }
  }

  /** Whether the run is being ended, and its log does not say that the node began. */
  private isForgotten({ nodes }: ExecutionState, nodeId: string): boolean {
    return this.log.state.stop !== undefined && nodes.get(nodeId)?.status !== 'running';
  }

  /** Answers whether the node was recorded as cancelled at once: nobody was calling it. */
  private abort(graph: ExecutionGraph, command: NodePlace): boolean {
    if (this.running.abort(command)) return false;
    this.simulated?.drop(command);
    const attempt = placesOn(graph, this.log.state, command.path)?.at(-1)?.state.nodes.get(command.nodeId)?.attempts;
    this.log.push({ event: { type: 'node.cancelled', ...nodePlace(command), attempt: attempt ?? 1 }, happened: false });
    return true;
  }

  /** The run as the node sees it. */
  private view(graph: ExecutionGraph, { nodeId, path }: NodePlace): RunView {
    const run: RunView = {
      workflow: this.workflow,
      graph,
      state: this.log.state,
      executionId: this.claim.executionId,
      payloads: this.payloads,
      nowMs: this.now(),
      links: this.parts.runLinks,
    };
    const view = viewAt(run, path);
    if (view === undefined) throw new Error(`The run has no turn ${path}`);
    const state = seenBy(view.graph, view.state, nodeId);
    return state === view.state ? view : { ...view, state };
  }

  /** An event can have come before its node waited; it is kept until then. */
  private async takeEarlySignals(): Promise<void> {
    if (!this.waitsForEvent) return;
    this.waitsForEvent = false;
    const { signals } = this.parts;
    const woken = await this.log.insist(() => signals.deliverEarly(this.claim.executionId));
    if (woken > 0) this.hint(this.log.committedSeq + 1);
  }

  private async loadPayloads(): Promise<void> {
    const ids = payloadIdsOf(this.log.state);
    if (ids.length === 0) return;
    const { log } = this.parts;
    const values = await this.log.insist(() => log.payloads(this.claim.executionId, ids));
    for (const [id, value] of values) this.payloads.set(id, value);
  }
}
