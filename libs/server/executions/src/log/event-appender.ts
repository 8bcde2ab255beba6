import type { ExecutionEvent } from '@millrace/engine';
import { Announcements, DomainError, Queue, SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { eventPublishQueue } from '../publish/event-publish.queue';
import { announcementsOf } from './announce-appends';
import type { Append, AppendOutcome } from './append';
import { APPEND_EVENTS, APPEND_WITH_ROWS, eventParameters } from './append-statement';
import { rowParameters } from './append-rows';
import { Batcher } from './batcher';
import { noticeLines } from './event-notices';
import { RunLanes } from '../lanes/run-lanes';
import { LocalCommits } from './local-commits';

const DEADLOCK = '40P01';
const DEADLOCK_TRIES = 3;

interface MovedRow {
  readonly id: string;
  readonly at_ms: number;
  /** Lane in which the run gave its slot back. */
  readonly freed: string | null;
}

type Stored = AppendOutcome | { readonly kind: 'refused'; readonly reason: unknown };

/** Adds events of leased runs to their logs: one statement for all runs of this process that have something to say. */
@Injectable()
export class EventAppender {
  private readonly batcher: Batcher<Append, Stored>;
  private statements = 0;

  constructor(
    private readonly pool: SqlPool,
    private readonly queue: Queue,
    private readonly commits: LocalCommits,
    private readonly announcements: Announcements,
    private readonly lanes: RunLanes,
  ) {
    // Two in flight: while Postgres flushes one, the other is being parsed. More only makes smaller batches.
    this.batcher = new Batcher({ maxInFlight: 2, maxSize: 200, run: (appends) => this.store(appends) });
  }

  /** Resolves after the commit. Two appends of one run must not be under way at once. */
  async append(append: Append): Promise<AppendOutcome> {
    const stored = await this.batcher.add(append);
    if (stored.kind === 'refused') throw stored.reason;
    return stored;
  }

  /** Statements sent so far, for measuring. */
  get statementCount(): number {
    return this.statements;
  }

  private async store(batch: readonly Append[]): Promise<Stored[]> {
    try {
      return await this.storeTogether(batch);
    } catch (error) {
      // What the database refuses of one run must not hold back the others; that it is away concerns all.
      if (batch.length === 1 || error instanceof DomainError) throw error;
      const alone = batch.map((append) =>
        this.storeTogether([append]).then(
          ([outcome]) => outcome as Stored,
          (reason: unknown): Stored => ({ kind: 'refused', reason }),
        ),
      );
      return Promise.all(alone);
    }
  }

  private async storeTogether(batch: readonly Append[]): Promise<Stored[]> {
    const sorted = [...batch].sort((one, other) => (one.executionId < other.executionId ? -1 : 1));
    const rows = await this.write(sorted);
    this.freeLanes(rows);
    const moved = new Map(rows.map((row) => [row.id, row.at_ms]));
    return batch.map((append) => {
      const atMs = moved.get(append.executionId);
      if (atMs === undefined) return { kind: 'rejected' };
      this.tell(append, atMs);
      return { kind: 'stored', atMs };
    });
  }

  /** Nobody waits for it: what fails here, the sweeper finds. */
  private freeLanes(rows: readonly MovedRow[]): void {
    const lanes = new Set(rows.flatMap(({ freed }) => freed ?? []));
    if (lanes.size > 0) this.lanes.free([...lanes].sort()).catch(() => undefined);
  }

  private async write(appends: readonly Append[]): Promise<MovedRow[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.writeOnce(appends);
      } catch (error) {
        if ((error as { code?: string }).code !== DEADLOCK || attempt >= DEADLOCK_TRIES) throw error;
      }
    }
  }

  private writeOnce(appends: readonly Append[]): Promise<MovedRow[]> {
    const published = appends.some((append) => (append.rows?.published.length ?? 0) > 0);
    return published || this.isTold(appends)
      ? this.pool.tx((client) => this.writeTelling(client, appends))
      : this.send(this.pool, appends);
  }

  /** Whether programs elsewhere want to know of any of these. */
  private isTold(appends: readonly Append[]): boolean {
    return appends
      .flatMap(announcementsOf)
      .some(({ workspaceId, type }) => this.announcements.isWanted(workspaceId, type));
  }

  private async writeTelling(client: SqlClient, appends: readonly Append[]): Promise<MovedRow[]> {
    const moved = await this.send(client, appends);
    const stored = new Set(moved.map(({ id }) => id));
    const written = appends.filter(({ executionId }) => stored.has(executionId));
    const jobs = written.flatMap(({ rows }) => (rows?.published ?? []).map(({ id }) => ({ data: { eventId: id } })));
    await this.queue.sendMany(eventPublishQueue, jobs, { client });
    await this.announcements.make(client, written.flatMap(announcementsOf));
    return moved;
  }

  private async send(client: SqlClient, appends: readonly Append[]): Promise<MovedRow[]> {
    this.statements += 1;
    const parameters = [...eventParameters(appends), notices(appends)];
    const plain = appends.every(({ rows }) => rows === undefined);
    const { rows } = plain
      ? await client.queryNamed<MovedRow>('append_events', APPEND_EVENTS, parameters)
      : await client.queryNamed<MovedRow>('append_with_rows', APPEND_WITH_ROWS, [
          ...parameters,
          ...rowParameters(appends),
        ]);
    return rows;
  }

  private tell(append: Append, atMs: number): void {
    const { executionId } = append;
    if (this.commits.hasListeners(executionId)) this.tellListeners(append, atMs);
    if (append.release) this.commits.end(executionId);
  }

  private tellListeners(append: Append, atMs: number): void {
    const { executionId } = append;
    const events = append.events.map(
      (event, index) => ({ ...event, seq: append.expectedSeq + index + 1, atMs }) as ExecutionEvent,
    );
    const { workspaceId, workflowId, status, result } = append;
    this.commits.tell({ executionId, workspaceId, workflowId, status, events, ...(result ? { result } : {}) });
  }
}

function notices(appends: readonly Append[]): string[] {
  const told = appends.filter(({ events }) => events.length > 0);
  return noticeLines(told.map((append) => ({ ...append, seq: append.expectedSeq + append.events.length })));
}
