import type { ExecutionEvent } from '@millrace/engine';
import { Sandbox } from '@millrace/server-identity';
import { DomainError, Queue, SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable, Optional } from '@nestjs/common';
import { idempotencyKeyReused, instanceExists } from '../executions.errors';
import { retryDeadlock } from '../lanes/retry-deadlock';
import type { ClaimedExecution } from '../leases/claimed-execution';
import { LocalWorker } from '../leases/local-worker';
import { Batcher } from '../log/batcher';
import { LocalCommits } from '../log/local-commits';
import { BegunRuns } from './begun-runs';
import type { PreparedStart } from './prepared-start';
import { StartPreparation } from './start-preparation';
import type { StartRequest, StartedExecution } from './start-request';
import type { WrittenStart } from './write-starts';
import { writeStarts } from './write-starts';

type Answer = StartedExecution | DomainError;
const UNIQUE_VIOLATION = '23505';
/** What the start of a run is announced as. */

/**
 * Starts runs. Concurrent callers share one transaction; each is answered after its commit. A request that the database
 * refuses does not fail the others: they are written one by one then.
 */
@Injectable()
export class StartExecutions {
  private readonly batcher: Batcher<PreparedStart, Answer>;
  private readonly limited: Batcher<PreparedStart, Answer>;

  constructor(
    private readonly pool: SqlPool,
    private readonly queue: Queue,
    private readonly preparation: StartPreparation,
    private readonly worker: LocalWorker,
    private readonly commits: LocalCommits,
    private readonly begun: BegunRuns,
    @Optional() private readonly sandbox?: Sandbox,
  ) {
    const run = (starts: readonly PreparedStart[]): Promise<Answer[]> => this.startTogether(starts);
    this.batcher = new Batcher({ maxInFlight: 2, maxSize: 200, run });
    this.limited = new Batcher({ maxInFlight: 2, maxSize: 100, run });
  }

  /**
   * Resolves when the run is committed, or will be with the given client's transaction.
   * @throws DomainError `IDEMPOTENCY_KEY_REUSED`, `INSTANCE_EXISTS`, `WORKFLOW_HAS_NO_TRIGGER`, `TRIGGER_NOT_FOUND`,
   * `GUEST_LIMIT_REACHED`
   */
  async start(request: StartRequest): Promise<StartedExecution> {
    await this.sandbox?.countRun(request.workspaceId);
    const start = await this.preparation.of(request);
    const answer = request.client
      ? await this.startWithin(request.client, start)
      : await this.batcherOf(start).add(start);
    if (answer instanceof DomainError) throw answer;
    return answer;
  }

  /** Those without a limit share nothing with those that have one, and never wait for a lane. */
  private batcherOf({ lane }: PreparedStart): Batcher<PreparedStart, Answer> {
    return lane === undefined ? this.batcher : this.limited;
  }

  private async startWithin(client: SqlClient, start: PreparedStart): Promise<Answer> {
    const starts = [start];
    const [written] = start.lane
      ? await this.writeQueued(client, starts)
      : await this.begun.announced(client, await writeStarts({ client, queue: this.queue, starts }));
    return (written as WrittenStart).answer;
  }

  private async writeQueued(client: SqlClient, starts: readonly PreparedStart[]): Promise<WrittenStart[]> {
    return this.begun.queued(client, await writeStarts({ client, queue: this.queue, starts, quiet: true }));
  }

  private async startTogether(starts: readonly PreparedStart[]): Promise<Answer[]> {
    const firsts = firstOfEachKey(starts);
    const answers = new Map<PreparedStart, Answer>();
    for (const { start, answer } of await this.write([...new Set(firsts.values())])) answers.set(start, answer);
    return starts.map((start) => {
      const first = firsts.get(start) as PreparedStart;
      const answer = answers.get(first) as Answer;
      return first === start ? answer : repeatWithin(start, first, answer);
    });
  }

  private async write(starts: readonly PreparedStart[]): Promise<Pick<WrittenStart, 'start' | 'answer'>[]> {
    try {
      return await this.writeAll(starts);
    } catch (error) {
      // The database being away is nobody's fault in particular.
      if (error instanceof DomainError) throw error;
      if (starts.length === 1) throw refusalOf(starts[0] as PreparedStart, error);
      const alone = starts.map((start) => this.write([start]).catch((reason: unknown) => [refused(start, reason)]));
      return (await Promise.all(alone)).flat();
    }
  }

  private async writeAll(starts: readonly PreparedStart[]): Promise<WrittenStart[]> {
    if (starts.some(({ lane }) => lane !== undefined))
      return retryDeadlock(() => this.pool.tx((client) => this.writeQueued(client, starts)));
    const offer = this.worker.current;
    const places = offer?.reserve(starts.length) ?? 0;
    let used = 0;
    try {
      const local = offer ? { local: { owner: offer.owner, places } } : {};
      const write = (client: SqlClient): Promise<WrittenStart[]> =>
        writeStarts({ client, queue: this.queue, starts, ...local });
      const isAlone = places === starts.length && !starts.some((start) => this.begun.isTold(start));
      const written = isAlone
        ? await write(this.pool)
        : await this.pool.tx(async (client) => this.begun.announced(client, await write(client)));
      const leased = written.filter((one) => one.leased);
      used = leased.length;
      for (const { start } of leased) this.commits.begin(start.executionId);
      // After the callers have been answered, so that they can listen for what comes.
      if (used > 0) setImmediate(() => offer?.begin(leased.map(claimOf)));
      return written;
    } finally {
      offer?.giveBack(places - used);
    }
  }
}

/** Two requests with one key in one batch: only the first is written. */
function firstOfEachKey(starts: readonly PreparedStart[]): Map<PreparedStart, PreparedStart> {
  const byKey = new Map<string, PreparedStart>();
  return new Map(
    starts.map((start) => {
      const { idempotency } = start.request;
      if (idempotency === undefined) return [start, start];
      const key = `${idempotency.scope}\n${idempotency.key}`;
      const first = byKey.get(key) ?? start;
      byKey.set(key, first);
      return [start, first];
    }),
  );
}

function repeatWithin(start: PreparedStart, first: PreparedStart, answer: Answer): Answer {
  if (answer instanceof DomainError) return answer;
  const { idempotency } = start.request;
  if (idempotency?.bodyHash !== first.request.idempotency?.bodyHash)
    return idempotencyKeyReused(idempotency?.key ?? '');
  return { ...answer, duplicate: true };
}

function refusalOf(start: PreparedStart, error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION && constraint === 'execution_instance' ? instanceExists(start.instanceId) : error;
}

/** Keeps the error of one request for its caller alone. */
function refused(start: PreparedStart, reason: unknown): Pick<WrittenStart, 'start' | 'answer'> {
  if (reason instanceof DomainError) return { start, answer: reason };
  const answer = new DomainError({
    code: 'START_REFUSED',
    status: 500,
    fault: 'bug',
    message: 'The execution could not be started.',
    cause: reason,
  });
  return { start, answer };
}

function claimOf({ start, atMs }: WrittenStart): ClaimedExecution {
  const { executionId, instanceId, priority, request } = start;
  const event: ExecutionEvent = { ...start.started, seq: 1, atMs };
  return {
    executionId,
    instanceId,
    workspaceId: request.workspaceId,
    workflowId: request.workflowId,
    versionId: request.versionId,
    status: 'running',
    priority,
    epoch: 1,
    lostLeases: 0,
    isHandedOver: true,
    events: [event],
  };
}
