import { evolve, fold, nodeKey, placesOn } from '@millrace/engine';
import type { ExecutionEvent, ExecutionEventBody, ExecutionState } from '@millrace/engine';
import type { Append, AppendRows, ClaimedExecution } from '@millrace/server-executions';
import { EventAppender, ExecutionLog, isTerminal } from '@millrace/server-executions';
import { DomainError, isDatabaseUnavailable } from '@millrace/server-platform';
import type { DatabaseClock } from '../database-clock';
import type { CompiledWorkflow } from '../node/compiled-workflow';
import { payloadIdsOfWakes } from './turn-facts';

/** An event that is not committed yet. */
export interface Entry {
  readonly event: ExecutionEventBody;
  /**
   * Whether it tells what happened in the world. Such an entry outlives a change of the log by somebody else; the others
   * are only decisions and are taken again.
   */
  readonly happened: boolean;
  readonly rows?: Partial<AppendRows>;
}

/** `stored`: everything is committed. `changed`: somebody else wrote; the state is new, decide again. `lost`: stop at once. */
export type FlushOutcome = 'stored' | 'changed' | 'lost';

/** What is written beside the events. */
export type FlushFacts = Pick<Append, 'progress' | 'release' | 'result'>;

/** What the log of a turn is made of. */
export interface TurnLogParts {
  readonly appender: EventAppender;
  readonly log: ExecutionLog;
  readonly clock: DatabaseClock;
  /** Waits some milliseconds, less when the process stops. */
  readonly pause: (ms: number) => Promise<void>;
}

/** How long a turn goes on trying to reach the database. Milliseconds; fencing makes any length safe. */
const RETRY_FOR_MS = 120_000;

/** The log of one run while this process holds its lease: what is committed, and what is about to be. */
export class TurnLog {
  private entries: Entry[] = [];
  private committed: ExecutionState;
  private current: ExecutionState;
  private hasWaited: boolean;
  private hopeless = false;
  /** Of what others added since somebody asked. */
  private unread: string[] = [];

  constructor(
    private readonly parts: TurnLogParts,
    private readonly claim: ClaimedExecution,
    initial: ExecutionState,
    private readonly graph: () => CompiledWorkflow['graph'],
  ) {
    this.committed = fold(initial, claim.events);
    this.current = this.committed;
    this.hasWaited = claim.events.some(({ type }) => type === 'node.waiting');
  }

  /** The run with everything that happened in this turn, committed or not. */
  get state(): ExecutionState {
    return this.current;
  }

  /** Seq of the newest committed event that this process knows. */
  get committedSeq(): number {
    return this.committed.seq;
  }

  /** Ids of the large values that others added since the last time. */
  takeUnread(): readonly string[] {
    const ids = this.unread;
    if (ids.length > 0) this.unread = [];
    return ids;
  }

  /** Tries no longer to reach a database that is away: the process ends. */
  giveUp(): void {
    this.hopeless = true;
  }

  /** Whether events wait for their commit. */
  get isDirty(): boolean {
    return this.entries.length > 0;
  }

  /** Adds an event to the run; it is committed with the next flush. */
  push(entry: Entry): void {
    this.entries.push(entry);
    if (entry.event.type === 'node.waiting') this.hasWaited = true;
    this.current = evolve(this.current, this.seen(entry.event));
  }

  /** Commits what was pushed. Nothing may be pushed meanwhile. */
  flush(facts: FlushFacts): Promise<FlushOutcome> {
    return this.insist(async () => {
      const outcome = await this.parts.appender.append(this.append(facts));
      if (outcome.kind === 'rejected') return this.catchUp();
      this.parts.clock.observe(outcome.atMs);
      this.settle();
      return 'stored';
    });
  }

  /** Does it again and again while the database is away. What it does must be safe to repeat. */
  async insist<T>(work: () => Promise<T>): Promise<T> {
    const deadline = performance.now() + RETRY_FOR_MS;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!mayPass(error) || this.hopeless || performance.now() > deadline) throw error;
        await this.parts.pause(Math.min(1_000, 100 * 2 ** attempt));
      }
    }
  }

  /** Reads what others added. */
  async catchUp(): Promise<FlushOutcome> {
    const { executionId, epoch } = this.claim;
    const standing = await this.parts.log.standing(executionId);
    const added = standing ? await this.parts.log.eventsAfter(executionId, this.committed.seq) : [];
    // The answer to an append can be lost after its commit; then what was added is what we wrote.
    if (this.wrote(added)) {
      const [mine, others] = [added.slice(0, this.entries.length), added.slice(this.entries.length)];
      this.settle();
      if (others.length === 0) return 'stored';
      return standing?.epoch === epoch && !isTerminal(fold(this.committed, mine).status) ? this.rebase(others) : 'lost';
    }
    if (standing === undefined || standing.epoch !== epoch || standing.ended) return 'lost';
    return this.rebase(added);
  }

  private settle(): void {
    this.entries = [];
    this.committed = this.current;
  }

  private rebase(added: readonly ExecutionEvent[]): FlushOutcome {
    const kept = keptEntries(this.entries, fold(this.committed, added), added);
    this.entries = [];
    this.unread.push(...payloadIdsOfWakes(added));
    this.committed = fold(this.committed, added);
    this.current = this.committed;
    for (const entry of kept) if (this.hasPlace(this.current, entry.event)) this.push(entry);
    return 'changed';
  }

  /** False for what happened in a turn that others' events have made impossible, or that has not begun yet. */
  private hasPlace(state: ExecutionState, { path }: ExecutionEventBody): boolean {
    const graph = this.graph();
    return path === undefined || 'code' in graph || placesOn(graph, state, path) !== undefined;
  }

  private wrote(added: readonly ExecutionEvent[]): boolean {
    const [first] = added;
    const [mine] = this.entries;
    if (first === undefined || mine === undefined || added.length < this.entries.length) return false;
    const { seq: _seq, atMs: _atMs, ...body } = first;
    return sameEvent(body as ExecutionEventBody, mine.event);
  }

  private seen(event: ExecutionEventBody): ExecutionEvent {
    return { ...event, seq: this.current.seq + 1, atMs: this.parts.clock.now() };
  }

  private append(facts: FlushFacts): Append {
    const { executionId, workspaceId, workflowId, epoch } = this.claim;
    const { status, error, terminated } = this.current;
    const rows = this.rows();
    return {
      ...{ executionId, workspaceId, workflowId, epoch, status },
      expectedSeq: this.committed.seq,
      events: this.entries.map(({ event }) => event),
      ...(error ? { error } : {}),
      ...(terminated ? { terminated } : {}),
      ...(rows ? { rows } : {}),
      ...facts,
    };
  }

  /** Undefined for nearly every append: then the short statement does. */
  private rows(): AppendRows | undefined {
    const mine = this.entries.flatMap(({ rows }) => rows ?? []);
    const ended = isTerminal(this.current.status);
    if (mine.length === 0 && !(this.hasWaited && ended)) return undefined;
    return {
      payloads: mine.flatMap(({ payloads }) => payloads ?? []),
      waits: ended ? [] : openWaits(mine),
      endedWaits: mine.flatMap(({ endedWaits }) => endedWaits ?? []),
      published: mine.flatMap(({ published }) => published ?? []),
    };
  }
}

/**
 * What of the own entries still holds after others wrote to the log, and `state` is what came of that. What happened in nodes
 * whose start is committed does; so does everything up to the last word of a node that was called before its start was, for it
 * was given what led there. Other decisions are taken again.
 */
function keptEntries(entries: readonly Entry[], state: ExecutionState, added: readonly ExecutionEvent[]): Entry[] {
  const calls = entries.filter(({ event, happened }) => happened && event.type === 'node.started');
  const called = new Set(calls.map(({ event }) => keyOf(event)));
  const isOfCalled = ({ event }: Entry): boolean => called.has(keyOf(event));
  // What was called without a commit may be called again: when the run was told to end, and behind what somebody else woke or
  // ended, it is as if it had not been.
  const touched = new Set(added.map(keyOf).filter((key) => key !== undefined));
  const parting = entries.findIndex(({ event }) => touched.has(keyOf(event) ?? ''));
  const ours = state.stop === undefined ? entries.slice(0, parting < 0 ? entries.length : parting) : [];
  const lead = ours.findLastIndex(isOfCalled) + 1;
  return entries.filter((entry, index) => index < lead || (entry.happened && !isOfCalled(entry)));
}

function keyOf(event: ExecutionEventBody): string | undefined {
  return 'nodeId' in event && !event.type.startsWith('turn.') ? nodeKey(event) : undefined;
}

/** Waits that began here and are not over: what begins and ends at once never gets a row. */
function openWaits(rows: readonly Partial<AppendRows>[]): AppendRows['waits'] {
  const open = new Map<string, AppendRows['waits'][number]>();
  for (const { endedWaits = [], waits = [] } of rows) {
    for (const nodeId of endedWaits) open.delete(nodeId);
    for (const wait of waits) open.set(wait.nodeId, wait);
  }
  return [...open.values()];
}

function sameEvent(one: ExecutionEventBody, other: ExecutionEventBody): boolean {
  return canonical(one) === canonical(other);
}

/** As the table would give it back, whatever the order of its keys. */
function canonical(event: object): string {
  const stored = JSON.parse(JSON.stringify(event)) as object;
  return JSON.stringify(Object.entries(stored).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function mayPass(error: unknown): boolean {
  if (error instanceof DomainError) return error.fault === 'transient';
  return isDatabaseUnavailable(error);
}
