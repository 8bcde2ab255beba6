import { randomBytes } from 'node:crypto';
import { Bell, Queue, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { webhookNotFound, webhookSecretElsewhere, webhookWithoutSecret } from '../triggers.errors';
import { secretDigest, type WebhookAuth, type WebhookSecret } from './webhook-auth';
import { isPreset } from './signature-presets';
import { WebhookKeys } from './webhook-keys';
import type { WebhookRecord } from './webhook-record';
import { WEBHOOK_CHANNEL, WebhookRegistry } from './webhook-registry';
import { webhookUpkeepQueue } from './webhook-upkeep.queue';

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
 * Where the sender chose the secret, a worker has read it from a credential and stored it encrypted for this webhook alone.
 */
@Injectable()
export class WebhookSecrets {
  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly queue: Queue,
    private readonly registry: WebhookRegistry,
    private readonly keys: WebhookKeys,
  ) {}

  /** What `checkWebhookAuth` needs to know of a webhook's secret. */
  of(webhook: WebhookRecord): WebhookSecret {
    return { digest: webhook.secretDigest, signingKey: () => this.#keyOf(webhook) };
  }

  /** Whether calls can be checked: false until a worker has read the secret that the sender signs with. */
  isReady(webhook: WebhookRecord): boolean {
    return webhook.credentialId === null || this.#keyOf(webhook) !== null;
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
      const { rows } = await client.query<{ auth: WebhookAuth; generation: number; credentialId: string | null }>(
        `update webhook set secret_generation = secret_generation + 1, updated_at = now()
          where id = $1 and workspace_id = $2 
          returning auth, secret_generation as generation, credential_id as "credentialId"`,
        [webhookId, workspaceId],
      );
      const row = rows[0];
      if (!row) throw webhookNotFound();
      if (row.auth === 'none') throw webhookWithoutSecret();
      if (row.credentialId !== null || isPreset(row.auth)) throw webhookSecretElsewhere();
      const isDerived = row.auth === 'hmac' || row.auth === 'service';
      const secret = isDerived
        ? this.keys.signingKey(webhookId, row.generation)
        : randomBytes(24).toString('base64url');
      await client.query('update webhook set secret_digest = $2 where id = $1', [webhookId, secretDigest(secret)]);
      await this.bell.ring(WEBHOOK_CHANNEL, webhookId, client);
      // The service has to be told what it is to send from now on.
      if (row.auth === 'service') await this.queue.send(webhookUpkeepQueue, { webhookId }, { client });
      return { webhookId, auth: row.auth, secret };
    });
  }

  #keyOf({ id, auth, credentialId, sealedKey, secretDigest: digest, secretGeneration }: WebhookRecord): string | null {
    if (credentialId !== null) return sealedKey && this.keys.unseal(id, sealedKey);
    // A service is told its token without anybody looking.
    if (auth === 'service') return this.keys.signingKey(id, secretGeneration);
    // The digest is there only when the latest issue was for this way of proving: nobody was shown another key.
    return digest && this.keys.signingKey(id, secretGeneration);
  }
}
