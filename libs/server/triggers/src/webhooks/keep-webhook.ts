import { NodeError, type Subscription, type SubscriptionContext } from '@millrace/node-sdk';
import { NodeHttp, SecretMask } from '@millrace/server-credentials';
import { Bell, Config, GuardedHttp, httpConfig, SqlPool } from '@millrace/server-platform';
import type { WorkflowNode } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { WebhookAccounts, type OwnedWebhook } from './webhook-accounts';
import { WebhookKeys } from './webhook-keys';
import { WEBHOOK_CHANNEL } from './webhook-registry';
import type { WebhookUpkeepState } from './webhook-upkeep.queue';

const TIMEOUT_MS = 30_000;
const LONGEST_MESSAGE = 1_000;

/** A webhook as its upkeep needs it. */
interface KeptWebhook extends OwnedWebhook {
  readonly path: string;
  readonly live: boolean;
  /** Turned off by itself: its service need not call, but its secret is kept up to date. */
  readonly disabled: boolean;
  readonly credentialId: string | null;
  readonly generation: number;
}

/** Does for one webhook what only a worker may do: reads the secret of its sender, and tells its service where to call. */
@Injectable()
export class KeepWebhook {
  readonly #publicUrl: string | undefined;

  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly accounts: WebhookAccounts,
    private readonly keys: WebhookKeys,
    private readonly http: GuardedHttp,
    config: Config,
  ) {
    this.#publicUrl = config.of(httpConfig).MILLRACE_PUBLIC_URL;
  }

  /** Brings everything in line with the row. @throws NodeError that passes, such as `SECRETS_UNAVAILABLE`: try again */
  async keep(webhookId: string): Promise<void> {
    const webhook = await this.#read(webhookId);
    if (!webhook) return;
    const mask = new SecretMask();
    try {
      await this.#note(webhook, await this.#kept(webhook, mask));
    } catch (error) {
      if (!(error instanceof NodeError)) throw mask.error(error);
      const { fault } = error.failure;
      const message = mask.text(error.failure.message).slice(0, LONGEST_MESSAGE);
      await this.#note(webhook, { state: fault === 'transient' ? 'waiting' : 'failed', message });
      if (fault === 'transient') throw new NodeError({ ...error.failure, message });
      // Whoever may not use the secret any more, or has deleted it, does not want calls to be taken with it.
      await this.#store(webhook, null);
    }
    await this.bell.ring(WEBHOOK_CHANNEL, webhook.id);
  }

  async #kept(webhook: KeptWebhook, mask: SecretMask): Promise<WebhookUpkeepState> {
    const node = await this.accounts.nodeOf(webhook);
    if (!node) return { state: 'done' };
    const subscription = this.accounts.subscriptionOf(node);
    if (subscription) return this.#told(webhook, { node, subscription, mask });
    if (!webhook.live || webhook.credentialId === null) return { state: 'done' };
    const secret = await this.accounts.signingSecret(webhook, node, mask);
    await this.#store(webhook, secret ? this.keys.seal(webhook.id, secret) : null);
    return secret ? { state: 'done' } : { state: 'failed', message: 'The credential holds no secret. Enter it there.' };
  }

  /** The service calls from now on, or no longer. */
  async #told(
    webhook: KeptWebhook,
    { node, subscription, mask }: { node: WorkflowNode; subscription: Subscription; mask: SecretMask },
  ): Promise<WebhookUpkeepState> {
    const place = `/hooks/${webhook.path}`;
    const isOn = webhook.live && !webhook.disabled;
    if (this.#publicUrl === undefined) {
      return isOn ? { state: 'by-hand', message: subscription.byHand(place) } : { state: 'done' };
    }
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const idempotencyKey = `webhook:${webhook.id}:${webhook.generation}`;
    const ctx: SubscriptionContext = {
      http: new NodeHttp({ http: this.http, idempotencyKey, signal, mask }),
      signal,
      nowMs: Date.now(),
      credential: (slot = 'account') => this.accounts.account(webhook, node, { slot, mask }),
      rawParams: node.config,
      address: `${this.#publicUrl}${place}`,
      token: this.keys.signingKey(webhook.id, webhook.generation),
    };
    mask.add(ctx.token);
    await (isOn ? subscription.subscribe(ctx) : subscription.unsubscribe(ctx));
    return { state: 'done' };
  }

  async #read(webhookId: string): Promise<KeptWebhook | undefined> {
    // Indexes: webhook_pkey, workflow_version_pkey.
    const { rows } = await this.pool.query<KeptWebhook>(
      `select w.id, w.workspace_id as "workspaceId", w.node_id as "nodeId", w.version_id as "versionId", w.path, w.live, w.disabled,
              w.credential_id as "credentialId", w.secret_generation as generation, v.created_by as "authorId"
         from webhook w join workflow_version v on v.id = w.version_id where w.id = $1`,
      [webhookId],
    );
    return rows[0];
  }

  /** Unless something else was published in the meantime: then another job looks at that. */
  async #store({ id, versionId, credentialId }: KeptWebhook, sealed: Buffer | null): Promise<void> {
    await this.pool.query(
      `update webhook set sealed_key = $4, sealed_with = $5, sealed_at = clock_timestamp()
        where id = $1 and version_id = $2 and credential_id is not distinct from $3::uuid`,
      [id, versionId, credentialId, sealed, this.keys.name],
    );
  }

  async #note({ id, versionId }: KeptWebhook, state: WebhookUpkeepState): Promise<void> {
    await this.pool.query('update webhook set upkeep = $3 where id = $1 and version_id = $2', [
      id,
      versionId,
      JSON.stringify(state),
    ]);
  }
}
