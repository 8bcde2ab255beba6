import { type ExecutionEvent, nodeKey } from '@millrace/engine';

/** What a bar of the Gantt stands for. */
export type SegmentKind = 'attempt' | 'wait' | 'retry-pause' | 'instant';

/** One bar: an attempt, a wait, the pause before a retry, or a node that was done in no time. */
export interface TimelineSegment {
  readonly kind: SegmentKind;
  /** Number of the attempt. */
  readonly attempt: number;
  readonly startMs: number;
  /** Undefined while it goes on. */
  readonly endMs?: number;
  readonly outcome?: 'completed' | 'failed' | 'interrupted' | 'cancelled';
  readonly message?: string;
}

/** One row: everything that happened to a node, in the run or in one turn of a loop. */
export interface TimelineRow {
  readonly nodeId: string;
  /** The turn, such as `each/3`; absent outside of loops. */
  readonly path?: string;
  readonly segments: readonly TimelineSegment[];
  readonly attempts: number;
  readonly startMs: number;
  readonly endMs?: number;
}

/** One turn of a loop. */
export interface TimelineTurn {
  /** From 0. */
  readonly turn: number;
  readonly startMs: number;
  /** Undefined while it goes on. */
  readonly endMs?: number;
  readonly status?: 'completed' | 'failed' | 'cancelled';
  readonly message?: string;
}

/** A run as rows of bars, in the order in which nodes began. All instants are milliseconds since the epoch. */
export interface RunTimeline {
  readonly startMs?: number;
  /** Undefined while the run goes on. */
  readonly endMs?: number;
  readonly rows: readonly TimelineRow[];
  /** Turns by the key of their loop: its id, inside another loop `outer/2/id`. Absent when there are none. */
  readonly turns?: ReadonlyMap<string, readonly TimelineTurn[]>;
  /** While nothing could run because the run was paused. */
  readonly pauses: readonly { readonly startMs: number; readonly endMs?: number }[];
}

type EventOf<T extends ExecutionEvent['type']> = Extract<ExecutionEvent, { type: T }>;
type NodeEvent = Exclude<
  Extract<ExecutionEvent, { nodeId: string }>,
  { type: 'node.log' | 'turn.started' | 'turn.finished' }
>;
type Place = Pick<NodeEvent, 'nodeId' | 'path'>;

/** The timeline of a run; linear in its events. */
export function timelineOf(events: readonly ExecutionEvent[]): RunTimeline {
  const builder = new TimelineBuilder();
  for (const event of events) builder.add(event);
  return builder.done();
}

interface Draft {
  readonly nodeId: string;
  readonly path?: string;
  readonly segments: TimelineSegment[];
  attempts: number;
}

class TimelineBuilder {
  readonly #rows = new Map<string, Draft>();
  readonly #turns = new Map<string, TimelineTurn[]>();
  readonly #pauses: { startMs: number; endMs?: number }[] = [];
  #startMs: number | undefined;
  #endMs: number | undefined;

  add(event: ExecutionEvent): void {
    switch (event.type) {
      case 'workflow.started':
        this.#startMs = event.atMs;
        return;
      case 'workflow.finished':
        this.#finish(event);
        return;
      case 'workflow.paused':
        this.#pauses.push({ startMs: event.atMs });
        return;
      case 'workflow.resumed':
        this.#endPause(event.atMs);
        return;
      case 'workflow.cancel_requested':
      case 'workflow.timed_out':
      case 'node.log':
      case 'node.skipped':
        return;
      case 'turn.started':
        this.#beginTurn(event);
        return;
      case 'turn.finished':
        this.#endTurn(event);
        return;
      default:
        if ('nodeId' in event) this.#addToNode(event);
    }
  }

  done(): RunTimeline {
    return {
      ...(this.#startMs === undefined ? {} : { startMs: this.#startMs }),
      ...(this.#endMs === undefined ? {} : { endMs: this.#endMs }),
      rows: [...this.#rows.values()].map(rowOf),
      ...(this.#turns.size > 0 && { turns: this.#turns }),
      pauses: this.#pauses,
    };
  }

  #beginTurn(event: EventOf<'turn.started'>): void {
    const key = nodeKey(event);
    const turns = this.#turns.get(key);
    const turn = { turn: event.turn, startMs: event.atMs };
    if (turns === undefined) this.#turns.set(key, [turn]);
    else turns.push(turn);
  }

  #endTurn(event: EventOf<'turn.finished'>): void {
    const turns = this.#turns.get(nodeKey(event));
    const begun = turns?.[event.turn];
    if (turns === undefined || begun === undefined) return;
    const { status, error } = event;
    turns[event.turn] = { ...begun, endMs: event.atMs, status, ...(error && { message: error.message }) };
  }

  #addToNode(event: Exclude<NodeEvent, { type: 'node.skipped' }>): void {
    switch (event.type) {
      case 'node.started':
        this.#close(event, event.atMs);
        this.#open(event, { kind: 'attempt', attempt: event.attempt, startMs: event.atMs });
        return;
      case 'node.completed':
      case 'node.failed':
        this.#settle(event);
        return;
      case 'node.retrying':
        this.#close(event, event.atMs, { outcome: 'failed', message: event.error.message });
        this.#open(event, { kind: 'retry-pause', attempt: event.attempt + 1, startMs: event.atMs });
        return;
      case 'node.waiting':
        this.#wait(event);
        return;
      case 'node.iterating':
        // Its turns are part of its time; it may ask for more of them.
        if (!this.#isRunning(event)) {
          this.#open(event, { kind: 'attempt', attempt: event.attempt, startMs: event.startedAtMs });
        }
        return;
      case 'node.woken':
        if (event.wake.kind !== 'turns') this.#close(event, event.atMs, { outcome: 'completed' });
        return;
      case 'node.interrupted':
        this.#close(event, event.atMs, { outcome: 'interrupted' });
        return;
      case 'node.cancelled':
        this.#close(event, event.atMs, { outcome: 'cancelled' });
    }
  }

  /** A node without a start of its own ran within its event. */
  #settle(event: EventOf<'node.completed' | 'node.failed'>): void {
    const failure = event.type === 'node.failed' ? event.error : undefined;
    const end = { outcome: failure === undefined ? ('completed' as const) : ('failed' as const) };
    const ended = failure === undefined ? end : { ...end, message: failure.message };
    if (this.#isRunning(event)) {
      this.#close(event, event.atMs, ended);
      return;
    }
    this.#close(event, event.startedAtMs);
    const startMs = Math.min(event.startedAtMs, event.atMs);
    const endMs = Math.max(startMs, Math.min(event.atMs, startMs + event.durationMs));
    const kind = event.durationMs > 0 ? 'attempt' : 'instant';
    this.#open(event, { kind, attempt: event.attempt, startMs, endMs, ...ended });
  }

  #wait(event: EventOf<'node.waiting'>): void {
    if (!this.#isRunning(event) && event.startedAtMs < event.atMs) {
      this.#open(event, { kind: 'attempt', attempt: event.attempt, startMs: event.startedAtMs });
    }
    this.#close(event, event.atMs, { outcome: 'completed' });
    const message = event.wait.kind === 'event' ? event.wait.name : undefined;
    const words = message === undefined ? {} : { message };
    this.#open(event, { kind: 'wait', attempt: event.attempt, startMs: event.atMs, ...words });
  }

  #open({ nodeId, path }: Place, segment: TimelineSegment): void {
    const key = nodeKey({ nodeId, ...(path !== undefined && { path }) });
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = { nodeId, ...(path !== undefined && { path }), segments: [], attempts: 0 };
      this.#rows.set(key, row);
    }
    row.attempts = Math.max(row.attempts, segment.kind === 'retry-pause' ? 0 : segment.attempt);
    row.segments.push(segment);
  }

  #close(place: Place, endMs: number, ended: Partial<TimelineSegment> = {}): void {
    const segments = this.#rows.get(nodeKey(place))?.segments;
    const last = segments?.at(-1);
    if (segments === undefined || last === undefined || last.endMs !== undefined) return;
    const marks = last.kind === 'retry-pause' ? {} : ended;
    segments[segments.length - 1] = { ...last, ...marks, endMs: Math.max(last.startMs, endMs) };
  }

  #isRunning(place: Place): boolean {
    const last = this.#rows.get(nodeKey(place))?.segments.at(-1);
    return last !== undefined && last.endMs === undefined && last.kind === 'attempt';
  }

  #endPause(atMs: number): void {
    const last = this.#pauses.at(-1);
    if (last !== undefined && last.endMs === undefined) last.endMs = atMs;
  }

  #finish(event: EventOf<'workflow.finished'>): void {
    this.#endMs = event.atMs;
    this.#endPause(event.atMs);
    for (const row of this.#rows.values()) this.#close(row, event.atMs, { outcome: 'cancelled' });
  }
}

function rowOf({ nodeId, path, segments, attempts }: Draft): TimelineRow {
  const endMs = segments.at(-1)?.endMs;
  const times = { startMs: segments[0]?.startMs ?? 0, ...(endMs === undefined ? {} : { endMs }) };
  return { nodeId, ...(path !== undefined && { path }), segments, attempts, ...times };
}
