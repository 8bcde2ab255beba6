import { hkdfSync, randomBytes } from 'node:crypto';
import { Config, SqlPool, Bell } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { triggersConfig } from '../triggers.config';
import { webhookNotFound, webhookWithoutSecret } from '../triggers.errors';
import { secretDigest, type WebhookAuth, type WebhookSecret } from './webhook-auth';
import type { WebhookRecord } from './webhook-record';
import { WEBHOOK_CHANNEL, WebhookRegistry } from './webhook-registry';

/** A secret as it is shown, this once. */
export interface IssuedSecret {
  readonly webhookId: string;
  readonly auth: WebhookAuth;
  /** Token, password or signing key, as `auth` says. */
  readonly secret: string;
}

/**
 * Makes and checks what webhook senders prove themselves with. Of tokens and passwords only a digest is stored. A signing key
 * must be known to check a signature, so it is derived from the instance's key and the number of the issue, and stored nowhere.
 */
@Injectable()
export class WebhookSecrets {
  readonly #master: string;

  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly registry: WebhookRegistry,
    config: Config,
  ) {
    const settings = config.of(triggersConfig);
    this.#master = settings.MILLRACE_WEBHOOK_KEY ?? settings.JWT_SECRET_KEY;
  }

  /** What `checkWebhookAuth` needs to know of a webhook's secret. */
  of(webhook: WebhookRecord): WebhookSecret {
    return {
      digest: webhook.secretDigest,
      // The digest is there only when the latest issue was for this way of proving: nobody was shown another key.
      signingKey: () => (webhook.secretDigest ? this.#signingKey(webhook.id, webhook.secretGeneration) : null),
    };
  }

  /** Issues a new secret; the one before stops working at once. @throws DomainError `WEBHOOK_NOT_FOUND`, `WEBHOOK_WITHOUT_SECRET` */
  async issue(workspaceId: string, webhookId: string): Promise<IssuedSecret> {
    if (!isUuid(webhookId)) throw webhookNotFound();
    const issued = await this.#issue(workspaceId, webhookId);
    this.registry.forget();
    return issued;
  }

  #issue(workspaceId: string, webhookId: string): Promise<IssuedSecret> {
    return this.pool.tx(async (client) => {
      const { rows } = await client.query<{ auth: WebhookAuth; generation: number }>(
        `update webhook set secret_generation = secret_generation + 1, updated_at = now()
          where id = $1 and workspace_id = $2 returning auth, secret_generation as generation`,
        [webhookId, workspaceId],
      );
      const row = rows[0];
      if (!row) throw webhookNotFound();
      if (row.auth === 'none') throw webhookWithoutSecret();
      const secret =
        row.auth === 'hmac' ? this.#signingKey(webhookId, row.generation) : randomBytes(24).toString('base64url');
      await client.query('update webhook set secret_digest = $2 where id = $1', [webhookId, secretDigest(secret)]);
      await this.bell.ring(WEBHOOK_CHANNEL, webhookId, client);
      return { webhookId, auth: row.auth, secret };
    });
  }

  #signingKey(webhookId: string, generation: number): string {
    const key = hkdfSync('sha256', this.#master, webhookId, `millrace webhook signing key ${generation}`, 32);
    return Buffer.from(key).toString('base64url');
  }
}
