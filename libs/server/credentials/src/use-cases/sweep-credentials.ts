import { Logger, SqlPool } from '@millrace/server-platform';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CredentialStore } from '../persistence/credential-store';
import { runSecret } from '../secret-store/secret-address';
import { SecretWriter } from '../secret-store/secret-writer';
import { isSecretsError } from '../secret-store/secrets-error';
import { DeleteCredential } from './delete-credential';

const HOUR_MS = 3_600_000;

/** Mends what a process that died left half done: rows without values, values that are to go, sign-ins nobody came back from. */
@Injectable()
export class SweepCredentials implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pool: SqlPool,
    private readonly store: CredentialStore,
    private readonly deletion: DeleteCredential,
    private readonly secrets: SecretWriter,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    // Processes that start together do not sweep together.
    this.timer = setInterval(() => this.sweepSafely(), HOUR_MS * (0.8 + Math.random() * 0.4)).unref();
    this.sweepSafely();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** How many things were mended. @throws SecretsError when the store is away: the next sweep goes on */
  async sweep(): Promise<number> {
    const rows = await this.store.unsettled();
    for (const row of rows) {
      this.logger.warn({ credentialId: row.id, state: row.state }, 'a credential that was left half done is removed');
      await this.deletion.destroy(row);
    }
    return rows.length + (await this.sweepFlows());
  }

  /** Index: oauth_flow_end. */
  private async sweepFlows(): Promise<number> {
    const { rows } = await this.pool.query<{ id: string }>(
      'SELECT id FROM oauth_flow WHERE expires_at < now() ORDER BY expires_at LIMIT 500',
    );
    for (const { id } of rows) {
      await this.secrets.destroy(runSecret(id));
      await this.pool.query('DELETE FROM oauth_flow WHERE id = $1', [id]);
    }
    return rows.length;
  }

  private sweepSafely(): void {
    this.running = this.sweep().catch((error: unknown) => {
      const code = isSecretsError(error) ? error.code : undefined;
      this.logger.warn(code ? { code } : { error }, 'credentials could not be swept; the next sweep goes on');
    });
  }
}
