import { hostname } from 'node:os';
import { Logger, newId, SqlPool } from '@millrace/server-platform';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

/** The version of the product, as workers tell it. */
export const WORKER_VERSION = Symbol('WORKER_VERSION');
const BEAT_MS = 10_000;
/** Rows of processes that died are shown for a while. */
const FORGOTTEN_AFTER = "interval '1 hour'";

/** Says every ten seconds that this process performs runs. A figure for people: leases do not depend on it. */
@Injectable()
export class WorkerBeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly id = newId();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: SqlPool,
    private readonly logger: Logger,
    @Inject(WORKER_VERSION) private readonly version: string,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => void this.beat(), BEAT_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.quietly(async () => void (await this.pool.query('delete from worker_process where id = $1', [this.id])));
  }

  private beat(): Promise<void> {
    return this.quietly(async () => {
      await this.pool.query(
        `insert into worker_process (id, host, pid, version) values ($1, $2, $3, $4)
         on conflict (id) do update set seen_at = clock_timestamp()`,
        [this.id, hostname(), process.pid, this.version],
      );
      await this.pool.query(`delete from worker_process where seen_at < now() - ${FORGOTTEN_AFTER}`);
    });
  }

  private async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.debug({ error }, 'this worker could not say that it lives');
    }
  }
}
