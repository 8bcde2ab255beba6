import type { ClaimedExecution, WorkerOffer } from '@millrace/server-executions';
import { ExecutionFeed, ExecutionLeases, LocalCommits, executionRunQueue } from '@millrace/server-executions';
import { DomainError, Logger, Queue } from '@millrace/server-platform';
import type { DatabaseClock } from './database-clock';
import { DueAlarms } from './due-alarms';
import type { CompiledWorkflows } from './node/compiled-workflow';
import type { TurnParts } from './turn/turn-parts';
import { Turn } from './turn/turn';
import type { TurnEnd } from './turn/turn';

/** Jobs taken with one statement. */
const MOST_FETCHED = 100;
/** How long a run is left alone whose row somebody had locked. Milliseconds. */
const BUSY_PAUSE_MS = 20;

/** What a dispatcher is made of. */
export interface DispatcherParts {
  readonly owner: string;
  /** Runs in hand at once. */
  readonly places: number;
  readonly queue: Queue;
  readonly leases: ExecutionLeases;
  readonly commits: LocalCommits;
  readonly feed: ExecutionFeed;
  readonly workflows: CompiledWorkflows;
  readonly clock: DatabaseClock;
  readonly logger: Logger;
  readonly turn: TurnParts;
}

/**
 * Brings runs into this process: from the queue in batches, straight from starts in this process, and when something that
 * this process gave back falls due. Nothing of it is kept: what is lost here, the sweeper finds.
 */
export class Dispatcher implements WorkerOffer {
  private readonly turns = new Map<string, Turn>();
  private readonly alarms: DueAlarms;
  private reserved = 0;
  private pumping = false;
  private again = false;
  /** Whether the queue held more than there was place for. */
  private hungry = false;
  private stopped = false;
  private idleListeners: (() => void)[] = [];

  constructor(private readonly parts: DispatcherParts) {
    this.alarms = new DueAlarms(parts.clock, (executionIds) => void this.takeDue(executionIds));
  }

  get owner(): string {
    return this.parts.owner;
  }

  /** Turns under way, for leases to be renewed. */
  get active(): readonly Turn[] {
    return [...this.turns.values()];
  }

  /** The turn of a run, if it is in hand here. */
  turnOf(executionId: string): Turn | undefined {
    return this.turns.get(executionId);
  }

  reserve(wanted: number): number {
    if (this.stopped) return 0;
    const given = Math.min(wanted, Math.max(0, this.free));
    this.reserved += given;
    return given;
  }

  giveBack(places: number): void {
    this.reserved -= places;
  }

  begin(runs: readonly ClaimedExecution[]): void {
    this.reserved -= runs.length;
    for (const run of runs) void this.perform(run);
  }

  /** Looks into the queue, now or when the present look is over. */
  wake(): void {
    this.again = true;
    if (!this.pumping) void this.pump();
  }

  /** Takes nothing more. Runs in hand come to the end of what they are doing. */
  stop(): void {
    this.stopped = true;
    this.alarms.clear();
    for (const turn of this.turns.values()) turn.stopSoon();
  }

  /** Aborts what is still running; other workers go on with it. */
  interrupt(): void {
    for (const turn of this.turns.values()) turn.interrupt();
  }

  /** Resolves when no run is in hand. */
  idle(): Promise<void> {
    if (this.turns.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.idleListeners.push(resolve));
  }

  private get free(): number {
    return this.parts.places - this.turns.size - this.reserved;
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        while (!this.stopped && (await this.takeJobs())) {
          // The queue may hold more.
        }
      }
    } catch (error) {
      this.parts.logger.warn({ error }, 'the queue cannot be read just now');
    } finally {
      this.pumping = false;
    }
  }

  /** Answers whether another look is worth while. */
  private async takeJobs(): Promise<boolean> {
    const batchSize = this.reserve(MOST_FETCHED);
    if (batchSize === 0) {
      this.hungry = true;
      return false;
    }
    let used = 0;
    try {
      const jobs = await this.parts.queue.fetch(executionRunQueue, { batchSize });
      const ids = [...new Set(jobs.map(({ data }) => data.executionId))];
      used = await this.claim(ids);
      await this.parts.queue.complete(executionRunQueue, jobs);
      // A run in hand may have been told something just now.
      for (const id of ids) this.turns.get(id)?.hint(Number.MAX_SAFE_INTEGER);
      this.hungry = jobs.length === batchSize;
      return this.hungry;
    } finally {
      this.giveBack(batchSize - used);
    }
  }

  /** Claims into places that are reserved; answers how many were used. */
  private async claim(executionIds: readonly string[]): Promise<number> {
    const { runs, busy, nowMs } = await this.parts.leases.claim(this.parts.owner, executionIds);
    this.parts.clock.observe(nowMs);
    for (const id of busy) this.alarms.set(id, this.parts.clock.now() + BUSY_PAUSE_MS);
    for (const { executionId } of runs) this.parts.commits.begin(executionId);
    this.begin(runs);
    return runs.length;
  }

  private async takeDue(executionIds: readonly string[]): Promise<void> {
    const places = this.reserve(executionIds.length);
    let used = 0;
    try {
      used = await this.claim(executionIds.slice(0, places));
      // No place for the others: they queue.
      const rest = executionIds.slice(places).map((executionId) => ({ executionId, priority: 0 }));
      if (rest.length > 0) await this.parts.leases.requeue(rest);
    } catch (error) {
      this.parts.logger.warn({ error }, 'due runs cannot be taken just now; the sweeper will find them');
    } finally {
      this.giveBack(places - used);
    }
  }

  private async perform(run: ClaimedExecution): Promise<void> {
    const { executionId } = run;
    const { turn: parts, workflows, feed, commits, logger } = this.parts;
    // A claim of what is in hand here already means that its lease ran out, or that its turn is just leaving.
    this.turns.get(executionId)?.lose();
    const turn = new Turn(parts, run, () => workflows.load(run.versionId));
    this.turns.set(executionId, turn);
    const forget = feed.onHint(executionId, ({ seq }) => turn.hint(seq));
    if (this.stopped) turn.stopSoon();
    try {
      const end = await turn.run();
      await this.after(run, end);
    } catch (error) {
      const passes = error instanceof DomainError && error.fault === 'transient';
      logger[passes ? 'warn' : 'error']({ error, executionId }, 'a run could not be worked on; its lease runs out');
    } finally {
      forget();
      this.leave(turn);
      commits.end(executionId);
    }
  }

  private leave(turn: Turn): void {
    const { executionId } = turn.claim;
    if (this.turns.get(executionId) !== turn) return;
    this.turns.delete(executionId);
    if (this.turns.size === 0) for (const resolve of this.idleListeners.splice(0)) resolve();
    if (this.hungry && !this.pumping) this.wake();
  }

  private async after(run: ClaimedExecution, end: TurnEnd): Promise<void> {
    if (end.kind === 'requeue') await this.parts.leases.requeue([run]);
    else if (end.kind === 'released' && end.dueAtMs !== null && !this.stopped) {
      this.alarms.set(run.executionId, end.dueAtMs);
    }
  }
}
