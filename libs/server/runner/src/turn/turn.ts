import { decide, executionOutput, initialState, interruptions, liveInputs, progress } from '@millrace/engine';
import type { Command, ExecutionEventBody, ExecutionGraph } from '@millrace/engine';
import type { ClaimedExecution, FinishedExecution } from '@millrace/server-executions';
import { aliasOf, isTerminal, outputValue } from '@millrace/server-executions';
import { SecretMask } from '@millrace/server-credentials';
import type { Json } from '@millrace/workflow-model';
import { MAIN_PORT } from '@millrace/workflow-model';
import type { AbortReason, NodeResult } from '../node/call-node';
import { callNode } from '../node/call-node';
import type { CompiledWorkflow } from '../node/compiled-workflow';
import { failureOf } from '../node/node-failure';
import type { RunView } from '../node/run-values';
import { inputsOf, mergedInput } from '../node/run-values';
import { Inbox } from './inbox';
import { settleResult } from './settle-result';
import { TurnBudget } from './turn-budget';
import type { FlushOutcome } from './turn-log';
import { TurnLog } from './turn-log';
import type { TurnParts } from './turn-parts';
import { brokenGraph, payloadIdsOf, workerLost } from './turn-facts';

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
  private readonly inbox = new Inbox<NodeResult>();
  private readonly running = new Map<string, AbortController>();
  private readonly controllers = new Map<string, AbortController>();
  private readonly payloads = new Map<string, Json>();
  private readonly budget = new TurnBudget();
  private readonly mask = new SecretMask();
  private hintedSeq = 0;
  private mood: 'working' | 'stopping' | 'interrupted' | 'lost' = 'working';
  private waitsForEvent = false;
  private over = false;

  constructor(
    private readonly parts: TurnParts,
    readonly claim: ClaimedExecution,
    private readonly load: () => Promise<CompiledWorkflow>,
  ) {
    this.log = new TurnLog(parts, claim, initialState());
  }

  /** Whether the lease was given back, or is just being given back. */
  get isOver(): boolean {
    return this.over;
  }

  /** Somebody else may have added events up to `seq`. */
  hint(seq: number): void {
    this.hintedSeq = Math.max(this.hintedSeq, seq);
    if (seq > this.log.committedSeq) this.inbox.wake();
  }

  /** The lease is gone: nothing more may be done. */
  lose(): void {
    this.mood = 'lost';
    this.log.giveUp();
    this.abortAll('lost');
    this.inbox.wake();
  }

  /** Lets what runs come to its end, starts nothing more, and gives the lease back. */
  stopSoon(): void {
    if (this.mood !== 'working') return;
    this.mood = 'stopping';
    this.inbox.wake();
  }

  /** Aborts what runs and gives the lease back; another worker runs the aborted nodes again. */
  interrupt(): void {
    if (this.mood === 'lost') return;
    this.mood = 'interrupted';
    this.log.giveUp();
    this.abortAll('lost');
    this.inbox.wake();
  }

  /** Never rejects because of a node; rejects when the log cannot be written for long. */
  async run(): Promise<TurnEnd> {
    try {
      this.workflow = await this.load();
      await this.loadPayloads();
      this.begin();
      for (;;) {
        const end = await this.step();
        if (end) return end;
      }
    } finally {
      this.abortAll('lost');
    }
  }

  private begin(): void {
    const { graph } = this.workflow;
    for (const event of interruptions(this.log.state)) this.log.push({ event, happened: true });
    if ('code' in graph) this.log.push({ event: brokenGraph(graph), happened: true });
    else if (this.claim.lostLeases >= MOST_LOST_LEASES) this.log.push({ event: workerLost(), happened: true });
  }

  /** Decides, commits and calls; answers the end of the turn once there is one. */
  private async step(): Promise<TurnEnd | undefined> {
    if (this.mood === 'lost') return { kind: 'lost' };
    if (this.mood === 'interrupted') return this.giveBack({ kind: 'requeue' }, this.parts.clock.now());
    if (this.hintedSeq > this.log.committedSeq && !this.log.isDirty) {
      this.hintedSeq = 0;
      if ((await this.log.catchUp()) === 'lost') return { kind: 'lost' };
    }
    const { launches, wakeAtMs } = await this.advance();
    if (this.isIdle(launches)) {
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
    await this.inbox.news(wakeAtMs === null ? undefined : wakeAtMs - this.parts.clock.now());
    return undefined;
  }

  private isIdle(launches: readonly RunNode[]): boolean {
    return (
      isTerminal(this.log.state.status) || (this.running.size === 0 && launches.length === 0 && this.inbox.isEmpty)
    );
  }

  /** Nothing runs and nothing can start: the lease goes back with the last events. */
  private async endIdle(wakeAtMs: number | null): Promise<TurnEnd | undefined | 'hold'> {
    const nowMs = this.parts.clock.now();
    const ended = isTerminal(this.log.state.status);
    if (!ended && (this.mood === 'stopping' || this.budget.isSpent)) return this.giveBack({ kind: 'requeue' }, nowMs);
    if (!ended && wakeAtMs !== null && wakeAtMs - nowMs <= SHORT_PAUSE_MS) return 'hold';
    return this.giveBack({ kind: 'released', dueAtMs: ended ? null : wakeAtMs }, wakeAtMs);
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
      ...(isTerminal(state.status) ? { result: () => this.result() } : {}),
    });
  }

  /** Folds in what ended, and performs everything that needs no commit before it. */
  private async advance(): Promise<Next> {
    const { graph } = this.workflow;
    if ('code' in graph) return { launches: [], wakeAtMs: null };
    for (const result of this.inbox.take()) this.settle(graph, result);
    for (;;) {
      const starts = this.mood === 'working' && !this.budget.isSpent ? MOST_CALLS - this.running.size : 0;
      const commands = decide(graph, this.log.state, this.parts.clock.now(), { maxStarts: Math.max(0, starts) });
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
          if (this.running.has(command.nodeId)) break;
          if (this.begins(graph, command)) progressed = true;
          else if (this.isEffect(command)) launches.push(command);
          break;
        case 'abort-node':
          progressed = this.abort(command.nodeId) || progressed;
          break;
        case 'wake-at':
          wakeAtMs = command.atMs;
          break;
      }
      // A failure among them may have stopped the run.
      if (progressed && this.log.state.stop !== undefined) break;
    }
    if (progressed) return undefined;
    for (const { nodeId, attempt } of launches) {
      this.log.push({ event: { type: 'node.started', nodeId, attempt }, happened: false });
    }
    return { launches, wakeAtMs };
  }

  private record(event: ExecutionEventBody): void {
    const nodeId = 'nodeId' in event ? event.nodeId : undefined;
    const waited = nodeId !== undefined && this.log.state.nodes.get(nodeId)?.wait !== undefined;
    this.log.push({ event, happened: false, ...(waited ? { rows: { endedWaits: [nodeId] } } : {}) });
  }

  private isEffect({ nodeId }: RunNode): boolean {
    const traits = this.workflow.nodes.get(nodeId)?.traits;
    return traits?.pure !== true && traits?.repeatable !== true;
  }

  /** Runs what may run before its start is committed; answers whether the state changed. */
  private begins(graph: ExecutionGraph, command: RunNode): boolean {
    const { nodeId, attempt } = command;
    if (command.passThrough) {
      this.passThrough(graph, command);
      return true;
    }
    if (this.isEffect(command)) return false;
    if (this.workflow.nodes.get(nodeId)?.traits.repeatable) {
      this.log.push({ event: { type: 'node.started', nodeId, attempt }, happened: true });
      this.launch(command);
      return true;
    }
    const result = this.call(command);
    if (result instanceof Promise) {
      this.await(nodeId, result);
      return false;
    }
    this.settle(graph, result);
    return true;
  }

  private passThrough(graph: ExecutionGraph, { nodeId, attempt }: RunNode): void {
    const nowMs = this.parts.clock.now();
    const inputs = liveInputs(graph, this.log.state, nodeId);
    const [only] = inputs;
    const ref = only && inputs.length === 1 ? only.ref : { value: mergedInput(inputsOf(this.view(graph), nodeId)) };
    const ports = { [MAIN_PORT]: ref };
    this.record({ type: 'node.completed', nodeId, attempt, ports, startedAtMs: nowMs, durationMs: 0, disabled: true });
  }

  private launch(command: RunNode): void {
    const result = this.call(command);
    this.await(command.nodeId, Promise.resolve(result));
  }

  private call(command: RunNode): NodeResult | Promise<NodeResult> {
    const { nodeId, attempt } = command;
    const compiled = this.workflow.nodes.get(nodeId);
    if (compiled === undefined) throw new Error(`The graph names a node ${nodeId} that the document does not have`);
    this.budget.countNode();
    const controller = new AbortController();
    this.controllers.set(nodeId, controller);
    const { workspaceId, workflowId, versionId } = this.claim;
    const view = this.view(this.workflow.graph as ExecutionGraph);
    const { ports } = this.parts;
    const call = {
      ...{ view, compiled, attempt, workspaceId, workflowId, versionId },
      ...{ ports, controller, mask: this.mask },
    };
    return callNode(call, command.wake, this.parts.logger);
  }

  private await(nodeId: string, result: Promise<NodeResult>): void {
    this.running.set(nodeId, this.controllers.get(nodeId) ?? new AbortController());
    void result.then((ended) => {
      this.running.delete(nodeId);
      this.inbox.put(ended);
    });
  }

  private settle(graph: ExecutionGraph, result: NodeResult): void {
    const compiled = this.workflow.nodes.get(result.nodeId);
    const about = { executionId: this.claim.executionId, nodeId: result.nodeId, type: compiled?.node.type ?? '' };
    const { entries, values } = settleResult(result, {
      graph,
      state: this.log.state,
      nowMs: this.parts.clock.now(),
      random: this.parts.random(),
      happened: compiled?.traits.pure !== true,
      failureOf: (error) => failureOf(error, this.parts.logger, about, this.mask),
    });
    for (const [id, value] of values) this.payloads.set(id, value);
    for (const entry of entries) {
      this.log.push(entry);
      if (entry.event.type === 'node.waiting' && entry.event.wait.kind === 'event') this.waitsForEvent = true;
    }
  }

  private abort(nodeId: string): boolean {
    const controller = this.running.get(nodeId);
    if (controller) controller.abort('cancelled' satisfies AbortReason);
    else if (!this.inbox.some((result) => result.nodeId === nodeId)) {
      const attempt = this.log.state.nodes.get(nodeId)?.attempts ?? 1;
      this.log.push({ event: { type: 'node.cancelled', nodeId, attempt }, happened: false });
      return true;
    }
    return false;
  }

  private abortAll(reason: AbortReason): void {
    for (const controller of this.running.values()) controller.abort(reason);
  }

  private view(graph: ExecutionGraph): RunView {
    return {
      workflow: this.workflow,
      graph,
      state: this.log.state,
      executionId: this.claim.executionId,
      payloads: this.payloads,
      nowMs: this.parts.clock.now(),
    };
  }

  /** An event can have come before its node waited; it is kept until then. */
  private async takeEarlySignals(): Promise<void> {
    if (!this.waitsForEvent) return;
    this.waitsForEvent = false;
    const woken = await this.parts.signals.deliverEarly(this.claim.executionId);
    if (woken > 0) this.hint(this.log.committedSeq + 1);
  }

  private async loadPayloads(): Promise<void> {
    const ids = payloadIdsOf(this.log.state);
    if (ids.length === 0) return;
    for (const [id, value] of await this.parts.log.payloads(this.claim.executionId, ids)) this.payloads.set(id, value);
  }

  private result(): FinishedExecution {
    const { state } = this.log;
    const output = executionOutput(state, (nodeId) => aliasOf(this.workflow.nodes.get(nodeId)?.node, nodeId));
    const value = outputValue(output, this.payloads);
    return { status: state.status, output: value, ...(state.error ? { error: state.error } : {}) };
  }
}
