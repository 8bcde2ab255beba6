import { type Signal, type WritableSignal, computed, signal, untracked } from '@angular/core';
import {
  type ExecutionEvent,
  type ExecutionState,
  type NodeState,
  TERMINAL_STATUSES,
  type ValueRef,
  evolve,
  initialState,
  turnPath,
} from '@millrace/engine';
import type { Json, WorkflowEdge, WorkflowNode } from '@millrace/workflow-model';
import type { RunFeed, RunSnapshot } from '../ports/run-feed';
import type { Timers } from '../ports/timers';
import { backoffMs } from '../save/backoff';
import { type EdgeRun, edgeRunOf } from './edge-run';
import { LiveOutput } from './live-output';
import { type NodeRun, nodeRunOf } from './node-run';
import { type RunTimeline, timelineOf } from './run-timeline';
import { type NodeInTurn, Turns } from './turns';

/** What a {@link RunOverlay} reads from. */
export interface RunOverlayOptions {
  /** Without it, runs can only be shown from events at hand. */
  readonly feed?: RunFeed;
  readonly timers: Timers;
}

/** Whether events come in just now. `failed`: the run could not be loaded. */
export type FollowStatus = 'none' | 'loading' | 'live' | 'reconnecting' | 'ended' | 'failed';

const NOT_BEGUN = initialState();
const NOWHERE: readonly string[] = [];

/**
 * One run over the canvas: events in, live status of every node out. Folds with the engine's own `evolve`, so the canvas
 * and the worker cannot disagree. A signal per node: an event wakes the views of its node and of the edges around it.
 */
export class RunOverlay {
  readonly #options: RunOverlayOptions;
  readonly #shown = signal<RunSnapshot | undefined>(undefined);
  readonly #events = signal<readonly ExecutionEvent[]>([]);
  readonly #state = signal<ExecutionState>(NOT_BEGUN);
  readonly #following = signal<FollowStatus>('none');
  readonly #loadError = signal<unknown>(undefined);
  readonly #seekSeq = signal<number | undefined>(undefined);
  readonly #payloads = signal<ReadonlyMap<string, Json>>(new Map());
  readonly #cells = new Map<string, WritableSignal<NodeRun | undefined>>();
  /** State after each event, for looking back; they share what did not change. */
  #states: ExecutionState[] = [];
  #nodes: ReadonlyMap<string, WorkflowNode> = new Map();
  #runs = new WeakMap<NodeState, NodeRun>();
  #stop: AbortController | undefined;

  /** The run that is shown, as it was loaded; undefined when none is. */
  readonly shown: Signal<RunSnapshot | undefined> = this.#shown.asReadonly();
  readonly executionId: Signal<string | undefined> = computed(() => this.#shown()?.executionId);
  /** The whole state at the instant that is shown. */
  readonly state: Signal<ExecutionState> = this.#state.asReadonly();
  /** All events so far, in order; for the log. */
  readonly events: Signal<readonly ExecutionEvent[]> = this.#events.asReadonly();
  readonly status = computed(() => this.#state().status);
  readonly isOver = computed(() => TERMINAL_STATUSES.includes(this.#latest().status));
  /** Whether there is a run that still goes on. */
  readonly isLive = computed(() => this.#shown() !== undefined && !this.isOver());
  /** Nodes at whose breakpoints the run is held; changes only with them, so that cards may follow it. */
  readonly pausedAt = computed(() => this.#state().pausedAt ?? NOWHERE);
  /** Whether it was started by hand, as runs from the editor are. */
  readonly isByHand = computed(() => this.#shown()?.mode?.toLowerCase() === 'manual');
  /** Why the run failed. */
  readonly error = computed(() => this.#state().error);
  readonly following: Signal<FollowStatus> = this.#following.asReadonly();
  /** What loading threw, with `following` at `failed`. */
  readonly loadError: Signal<unknown> = this.#loadError.asReadonly();
  /** Seq of the event after which the run is looked back at; undefined while the newest state is shown. */
  readonly seekSeq: Signal<number | undefined> = this.#seekSeq.asReadonly();
  /** The events up to the moment that is shown. */
  readonly seen = computed(() => {
    const seq = this.#seekSeq();
    return seq === undefined ? this.#events() : this.#events().slice(0, seq);
  });
  /** The moment that is looked back at, in milliseconds since the epoch; null while the newest state is shown. */
  readonly lookedAtMs = computed(() => {
    const seq = this.#seekSeq();
    return seq === undefined ? null : (this.#events()[seq - 1]?.atMs ?? null);
  });
  /** What nodes show while they run; gone with the run. */
  readonly live = new LiveOutput();
  /** Attempts, waits and retries of every node, for the Gantt. */
  readonly timeline: Signal<RunTimeline> = computed(() => timelineOf(this.#events()));
  /** Which turn of each loop is looked at. */
  readonly turns = new Turns();

  constructor(options: RunOverlayOptions) {
    this.#options = options;
  }

  /** Live status of one node; undefined while nothing happened to it. The same signal on every call. */
  node(nodeId: string): Signal<NodeRun | undefined> {
    return this.#cell(nodeId).asReadonly();
  }

  /** State of a node in the turns that are looked at; of one with the setting "once per item" as a whole. */
  stateOf(nodeId: string): NodeState | undefined {
    return this.turns.find(this.#state(), nodeId)?.node;
  }

  /** State of a node in the turns that are looked at; of one with the setting "once per item" in the chosen turn, else as a whole. */
  inTurn(nodeId: string): NodeInTurn | undefined {
    const found = this.turns.find(this.#state(), nodeId);
    const own = this.turns.chosen().get(nodeId);
    const turn = own === undefined ? undefined : found?.node?.loop?.turns.get(String(own));
    if (own === undefined || turn?.nodes.has(nodeId) !== true) return found;
    return { node: turn.nodes.get(nodeId), path: turnPath(nodeId, own, found?.path), within: turn };
  }

  /** As {@link inTurn}, in the words of the canvas. */
  runInTurn(nodeId: string): NodeRun | undefined {
    const found = this.inTurn(nodeId);
    return found?.node && this.#runOf(nodeId, found.node, found);
  }

  /** Number of the turn of a loop that is looked at; undefined before the first. Of "once per item" only when one was chosen. */
  turnOf(nodeId: string): number | undefined {
    const found = this.turns.find(this.#state(), nodeId);
    const loop = found?.node?.loop;
    if (loop === undefined) return undefined;
    const chosen = this.turns.chosen().get(nodeId);
    return this.turns.inside(nodeId).length === 0 ? chosen : this.turns.turnOf(nodeId, loop, found?.path);
  }

  /** Number of the next turn of a loop that failed, after the one that is looked at. */
  nextFailedTurn(nodeId: string): number | undefined {
    const [found, turn] = [this.turns.find(this.#state(), nodeId), this.turnOf(nodeId)];
    return found === undefined || turn === undefined ? undefined : this.turns.nextFailed(nodeId, found, turn);
  }

  /** Looks at a turn of a loop; without one, at the first that failed, else the newest. */
  chooseTurn(nodeId: string, turn: number | undefined): void {
    this.turns.choose(nodeId, turn);
    this.#display(this.#state(), [nodeId, ...this.turns.inside(nodeId)]);
  }

  /** What happened on an edge. Call it in a `computed`: it follows the two nodes that the edge joins and nothing else. */
  edge(edge: WorkflowEdge): EdgeRun {
    return edgeRunOf(edge, this.#cell(edge.source)(), this.#cell(edge.target)());
  }

  /** Shows a run: what happened so far at once, and what happens until it is over or another is shown. Never rejects. */
  async follow(executionId: string): Promise<void> {
    const { feed } = this.#options;
    if (feed === undefined) return;
    const stop = this.#restart();
    this.#following.set('loading');
    try {
      const snapshot = await feed.snapshot(executionId);
      if (stop.signal.aborted) return;
      this.#show(snapshot);
    } catch (error) {
      if (stop.signal.aborted) return;
      this.#loadError.set(error);
      this.#following.set('failed');
      return;
    }
    if (!this.isOver()) void this.#hear(feed, executionId, stop.signal);
    await this.#watch(feed, executionId, stop.signal);
  }

  /** Shows a run from what is at hand, without following it. */
  show(snapshot: RunSnapshot): void {
    this.#restart();
    this.#show(snapshot);
    this.#following.set('none');
  }

  /** Takes events in; those that are known are skipped. False when some are missing before them: then nothing after the gap is taken. */
  receive(events: readonly ExecutionEvent[]): boolean {
    const fresh: ExecutionEvent[] = [];
    const touched = new Set<string>();
    let state = this.#states.at(-1) ?? NOT_BEGUN;
    for (const event of events) {
      if (event.seq <= state.seq) continue;
      if (event.seq > state.seq + 1) break;
      state = evolve(state, event);
      this.#states.push(state);
      fresh.push(event);
      for (const id of this.turns.receive(event)) touched.add(id);
      if (event.type === 'workflow.resumed') for (const id of Object.keys(event.edits ?? {})) touched.add(id);
    }
    if (fresh.length > 0) {
      this.#events.set([...this.#events(), ...fresh]);
      if (this.#seekSeq() === undefined) this.#display(state, touched);
    }
    return (events.at(-1)?.seq ?? 0) <= state.seq;
  }

  /** Shows the run as it was after an event; without one, as it is now. Costs as much as there are nodes on the canvas. */
  seek(seq?: number): void {
    const at = seq === undefined ? undefined : Math.max(0, Math.min(seq, this.#states.length));
    if (at === this.#seekSeq()) return;
    this.#seekSeq.set(at);
    const state = at === undefined ? this.#latest() : (this.#states[at - 1] ?? NOT_BEGUN);
    this.#display(state, this.#cells.keys());
  }

  /** State of the run at an instant in milliseconds since the epoch. */
  stateAt(atMs: number): ExecutionState {
    const events = this.#events();
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((events[middle]?.atMs ?? Infinity) <= atMs) low = middle + 1;
      else high = middle;
    }
    return this.#states[low - 1] ?? NOT_BEGUN;
  }

  /** Shows no run. */
  clear(): void {
    this.#restart();
    this.#following.set('none');
  }

  /** The value behind a reference. Undefined for one out of line that {@link loadValue} has not brought. */
  valueOf(ref: ValueRef): Json | undefined {
    return 'payloadId' in ref ? this.#payloads().get(ref.payloadId) : ref.value;
  }

  /** Brings a value that lies out of line; what reads it by {@link valueOf} follows. @throws what the feed throws */
  async loadValue(payloadId: string): Promise<Json | undefined> {
    const known = this.#payloads().get(payloadId);
    const executionId = this.executionId();
    if (known !== undefined || executionId === undefined) return known;
    const value = await this.#options.feed?.value?.(executionId, payloadId);
    if (value !== undefined && this.executionId() === executionId) {
      this.#payloads.update((payloads) => new Map(payloads).set(payloadId, value));
    }
    return value;
  }

  /** The value behind a reference, brought when it lies out of line. @throws what the feed throws */
  async loadRef(ref: ValueRef): Promise<Json | undefined> {
    return 'payloadId' in ref ? this.loadValue(ref.payloadId) : ref.value;
  }

  /** Whether the run is held before a node, so that what it will get can be edited. */
  isHeldBefore(nodeId: string): boolean {
    return this.isByHand() && this.#options.feed?.edit !== undefined && this.pausedAt().includes(nodeId);
  }

  /** Replaces what a completed node gave; the run stays where it is held. */
  async edit(nodeId: string, value: Json): Promise<void> {
    const executionId = this.executionId();
    const ports = Object.keys(this.stateOf(nodeId)?.ports ?? {});
    const port = ports.includes('main') ? 'main' : ports[0];
    if (executionId === undefined || port === undefined) return;
    await this.#options.feed?.edit?.(executionId, { nodeId, port, value });
  }

  /** Stops following. */
  dispose(): void {
    this.#stop?.abort();
  }

  /** The newest state, also while an earlier one is shown. */
  newest(): ExecutionState {
    return this.#latest();
  }

  #latest(): ExecutionState {
    this.#events();
    return this.#states.at(-1) ?? NOT_BEGUN;
  }

  #cell(nodeId: string): WritableSignal<NodeRun | undefined> {
    let cell = this.#cells.get(nodeId);
    if (cell === undefined) {
      // Also asked for inside a computed, which must follow the cell and not the whole state.
      const run = untracked(() => this.#runIn(this.#state(), nodeId));
      this.#cells.set(nodeId, (cell = signal(run)));
    }
    return cell;
  }

  #runIn(state: ExecutionState, nodeId: string): NodeRun | undefined {
    const found = this.turns.find(state, nodeId);
    return found?.node && this.#runOf(nodeId, found.node, found);
  }

  #runOf(nodeId: string, state: NodeState, found: NodeInTurn): NodeRun {
    let run = this.#runs.get(state);
    if (run === undefined || run.nodeId !== nodeId || run.path !== found.path) {
      const loop = this.turns.loopRunOf(found, nodeId);
      const place = { ...(found.path !== undefined && { path: found.path }), ...(loop && { loop }) };
      run = { ...nodeRunOf(nodeId, state, this.#nodes.get(nodeId)), ...place };
      this.#runs.set(state, run);
    }
    return run;
  }

  #display(state: ExecutionState, nodeIds: Iterable<string>): void {
    for (const id of nodeIds) this.#cells.get(id)?.set(untracked(() => this.#runIn(state, id)));
    this.#state.set(state);
  }

  /** Ends what was shown and followed. */
  #restart(): AbortController {
    this.#stop?.abort();
    this.#stop = new AbortController();
    this.#states = [];
    this.#runs = new WeakMap();
    this.#nodes = new Map();
    this.turns.open(this.#nodes);
    this.#payloads.set(new Map());
    this.live.clear();
    this.#shown.set(undefined);
    this.#events.set([]);
    this.#loadError.set(undefined);
    this.#seekSeq.set(undefined);
    this.#display(NOT_BEGUN, this.#cells.keys());
    return this.#stop;
  }

  #show(snapshot: RunSnapshot): void {
    this.#nodes = new Map(snapshot.document.nodes.map((node) => [node.id, node]));
    this.turns.open(this.#nodes);
    this.#shown.set(snapshot);
    this.receive(snapshot.events);
  }

  async #watch(feed: RunFeed, executionId: string, signal: AbortSignal): Promise<void> {
    for (let attempt = 1; !signal.aborted && !this.isOver(); attempt += 1) {
      const seqBefore = this.#latest().seq;
      this.#following.set(attempt === 1 ? 'live' : 'reconnecting');
      await this.#listen(feed, executionId, signal);
      if (signal.aborted || this.isOver()) break;
      if (this.#latest().seq > seqBefore) attempt = 0;
      this.#following.set('reconnecting');
      await this.#pause(backoffMs(Math.max(1, attempt)));
    }
    if (!signal.aborted) this.#following.set('ended');
  }

  /** Shows what nodes show while they run. Missing it loses nothing: results come with the events. */
  async #hear(feed: RunFeed, executionId: string, signal: AbortSignal): Promise<void> {
    try {
      for await (const notices of feed.progress?.(executionId, signal) ?? []) {
        if (signal.aborted) return;
        for (const notice of notices) this.live.receive(notice);
      }
    } catch {
      // The run goes on without it.
    }
  }

  /** Takes what comes until it ends, breaks off or leaves something out. */
  async #listen(feed: RunFeed, executionId: string, signal: AbortSignal): Promise<void> {
    try {
      for await (const batch of feed.watch(executionId, this.#latest().seq, signal)) {
        if (signal.aborted) return;
        this.#following.set('live');
        const isGapless = this.receive(Array.isArray(batch) ? batch : [batch as ExecutionEvent]);
        if (!isGapless || this.isOver()) return;
      }
    } catch {
      // A broken connection: asked again from where we are.
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => void this.#options.timers.after(milliseconds, resolve));
  }
}
