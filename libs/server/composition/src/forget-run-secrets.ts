import { RunSecrets } from '@millrace/server-credentials';
import { EVENT_CHANNEL } from '@millrace/server-executions';
import { Bell, Logger, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';

const LOOK_EVERY_MS = 300_000;
/** Whether a notice tells of the end of a run that belongs to no workflow; see the room of executions. */
const ENDED_INLINE = /null,"(completed|failed|cancelled)"/;
type Notice = readonly [
  executionId: string,
  seq: number,
  workspaceId: string,
  workflowId: string | null,
  status: string,
];

/** Secrets of runs whose run has ended, or never came to be. Indexes: run_secret_pkey, execution_pkey. */
const LEFT_OVER = `
  SELECT s.execution_id AS id FROM run_secret s LEFT JOIN execution e ON e.id = s.execution_id
  WHERE e.finished_at IS NOT NULL OR (e.id IS NULL AND s.created_at < now() - interval '10 minutes') LIMIT 500`;

const ENDED = `
  SELECT s.execution_id AS id FROM run_secret s JOIN execution e ON e.id = s.execution_id
  WHERE s.execution_id = ANY($1::uuid[]) AND e.finished_at IS NOT NULL`;

/** Purges the secrets that came with a run when it ends, and what a process that died left behind. */
@Injectable()
export class ForgetRunSecrets {
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly secrets: RunSecrets,
    private readonly logger: Logger,
  ) {}

  /** Listens from now on, and looks for what was left. */
  start(): void {
    this.unsubscribe = this.bell.on(EVENT_CHANNEL, (payload) => {
      if (ENDED_INLINE.test(payload)) this.later(() => this.purgeEnded(JSON.parse(payload) as Notice[]));
    });
    this.timer = setInterval(() => this.later(() => this.sweep()), LOOK_EVERY_MS).unref();
    this.later(() => this.sweep());
  }

  /** Ends what is under way. */
  async stop(): Promise<void> {
    this.unsubscribe?.();
    clearInterval(this.timer);
    await this.running;
  }

  /** Purges what belongs to no running run. @throws SecretsError when the store is away: the next look goes on */
  async sweep(): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(LEFT_OVER);
    for (const { id } of rows) await this.secrets.purge(id);
  }

  /** A notice may tell of an end that never came, so the row is asked. */
  private async purgeEnded(notices: readonly Notice[]): Promise<void> {
    const ids = notices.filter(([, , , workflowId]) => workflowId === null).map(([executionId]) => executionId);
    const { rows } = await this.pool.query<{ id: string }>(ENDED, [ids]);
    for (const { id } of rows) await this.secrets.purge(id);
  }

  private later(work: () => Promise<void>): void {
    this.running = this.running.then(work).catch((error: unknown) => {
      this.logger.warn({ error }, 'secrets of ended runs will be purged later');
    });
  }
}
