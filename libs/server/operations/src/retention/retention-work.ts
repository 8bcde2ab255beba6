import { AuditTrail } from '@millrace/server-identity';
import { Bell, Config, Logger, SqlPool } from '@millrace/server-platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { operationsConfig } from '../operations.config';
import { OldRuns } from './old-runs';
import { RetentionPlans } from './retention-plans';

/** Bell channel on which somebody asks for a look at one workspace, or with an empty payload at all. */
export const RETENTION_CHANNEL = 'millrace_retention';
/** Between two batches, so that deleting leaves room for everything else. Milliseconds. */
const PAUSE_MS = 20;
/** Any number that nobody else locks. */
const LOCK = 7_264_110_301;

/** Deletes runs that are older, more or larger than they are to be. One process of all does it at a time. */
@Injectable()
export class RetentionWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly everyMs: number;
  private readonly abort = new AbortController();
  private stops: (() => void)[] = [];
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly logger: Logger,
    private readonly plans: RetentionPlans,
    private readonly runs: OldRuns,
    private readonly audit: AuditTrail,
    config: Config,
  ) {
    this.everyMs = config.of(operationsConfig).RETENTION_LOOK_EVERY_MINUTES * 60_000;
  }

  onApplicationBootstrap(): void {
    const timer = setInterval(() => this.later(null), this.everyMs).unref();
    this.stops = [
      () => clearInterval(timer),
      this.bell.on(RETENTION_CHANNEL, (workspaceId) => this.later(workspaceId === '' ? null : workspaceId)),
    ];
  }

  /** Ends after the batch that is under way. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const stop of this.stops.splice(0)) stop();
    this.abort.abort();
    await this.running;
  }

  /** Looks once, at one workspace or at all. Answers how many runs went; null when another process is at it. */
  async look(workspaceId: string | null = null): Promise<number | null> {
    return this.pool.withClient(async (client) => {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK]);
      if (!rows[0]?.got) return null;
      try {
        return await this.clean(workspaceId);
      } finally {
        await client.query('select pg_advisory_unlock($1)', [LOCK]);
      }
    });
  }

  private async clean(only: string | null): Promise<number> {
    const gone = new Map<string, number>();
    for await (const plan of this.plans.all(only)) {
      if (this.abort.signal.aborted) break;
      const { workspaceId } = plan;
      const cutoff = await this.runs.cutoff(plan);
      for (let next: string | undefined | null; next !== null && !this.abort.signal.aborted;) {
        const some = await this.runs.deleteSome(plan, cutoff, next);
        next = some.next;
        if (some.count > 0) gone.set(workspaceId, (gone.get(workspaceId) ?? 0) + some.count);
        if (next !== null) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
    for (const [workspaceId, count] of gone) {
      const details = { count };
      await this.audit.record(this.pool, { action: 'execution.cleanedUp', actor: null, workspaceId, details });
    }
    return [...gone.values()].reduce((sum, count) => sum + count, 0);
  }

  private later(workspaceId: string | null): void {
    this.running = this.running
      .then(() => (this.abort.signal.aborted ? null : this.look(workspaceId)))
      .catch((error: unknown) => this.logger.warn({ error }, 'old runs will be deleted later'));
  }
}
