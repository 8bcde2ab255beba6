import { ExpressionError, compileParam } from '@millrace/expression';
import { NodeCatalogue } from '@millrace/server-catalog';
import { Bell, newId, Queue, type SqlClient } from '@millrace/server-platform';
import {
  PublishListeners,
  type LiveWorkflow,
  type PublishListener,
  type WorkflowReference,
} from '@millrace/server-workflows';
import type { NodeDefinitionData, WorkflowNode } from '@millrace/workflow-model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { z } from 'zod';
import { nextInstant, scheduleFault } from './schedules/schedule-spec';
import {
  eventParams,
  misfireOf,
  readTriggerParams,
  scheduleParams,
  scheduleSpecOf,
  webhookParams,
  type WebhookParams,
} from './trigger-params';
import { scheduleInvalid, triggerConfigInvalid, webhookPathTaken } from './triggers.errors';
import { isPreset } from './webhooks/signature-presets';
import { signingSlot } from './webhooks/webhook-accounts';
import type { WebhookAuth } from './webhooks/webhook-auth';
import { isDefaultPath } from './webhooks/webhook-path';
import type { WebhookSettings } from './webhooks/webhook-record';
import { WEBHOOK_CHANNEL, WebhookRegistry } from './webhooks/webhook-registry';
import { webhookUpkeepQueue } from './webhooks/webhook-upkeep.queue';

const PATH_CONSTRAINT = 'webhook_live_path';

/** Keeps webhooks, schedules and subscriptions in step with what is live, inside the transaction that makes it live. */
@Injectable()
export class LiveTriggers implements PublishListener, OnModuleInit {
  constructor(
    private readonly listeners: PublishListeners,
    private readonly catalogue: NodeCatalogue,
    private readonly registry: WebhookRegistry,
    private readonly bell: Bell,
    private readonly queue: Queue,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  async onPublished(client: SqlClient, live: LiveWorkflow): Promise<void> {
    this.registry.expectChange(live.workflowId);
    const kinds = { webhook: this.#webhook, schedule: this.#schedule, event: this.#subscription } as const;
    const nodes = live.document.nodes.filter(({ enabled }) => enabled);
    const starting = nodes.flatMap((node) => ({ node, startsOn: this.#startsOn(node) ?? [] }));
    await this.#sleep(
      client,
      live,
      starting.map(({ node }) => node.id),
    );
    for (const { node, startsOn } of starting) {
      // Failures and forms find their triggers by themselves.
      if (startsOn === 'error' || startsOn === 'form') continue;
      if (typeof startsOn === 'string') await kinds[startsOn].call(this, client, live, node);
      else await this.#polled(client, live, node);
    }
    await this.#announce(client, live);
  }

  async onDisabled(client: SqlClient, workflow: WorkflowReference): Promise<void> {
    this.registry.expectChange(workflow.workflowId);
    await this.#sleep(client, workflow, []);
    // What waited for its turn would be stale when the workflow comes back.
    await client.query(
      `update schedule_fire set outcome = 'overlapped'
        where outcome = 'queued' and schedule_id in (select id from schedule where workflow_id = $1)`,
      [workflow.workflowId],
    );
    await this.#announce(client, workflow);
  }

  onDeleted(client: SqlClient, workflow: WorkflowReference): Promise<void> {
    return this.onDisabled(client, workflow);
  }

  #startsOn(node: WorkflowNode): NodeDefinitionData['startsOn'] {
    return this.catalogue.lookup(node.type, node.typeVersion)?.startsOn;
  }

  /** Webhooks all at once, so that two of them can exchange their paths; the others unless their node is still there. */
  async #sleep(client: SqlClient, { workflowId }: WorkflowReference, nodeIds: readonly string[]): Promise<void> {
    const { rows } = await client.query<{ webhookId: string; auth: WebhookAuth }>(
      'update webhook set live = false where workflow_id = $1 and live returning id as "webhookId", auth',
      [workflowId],
    );
    // Their services are told to stop, unless they are live again when a worker looks.
    const told = rows.filter(({ auth }) => auth === 'service').map(({ webhookId }) => ({ data: { webhookId } }));
    await this.queue.sendMany(webhookUpkeepQueue, told, { client });
    for (const table of ['schedule', 'event_subscription', 'polled_trigger']) {
      await client.query(
        `update ${table} set live = false where workflow_id = $1 and live and not (node_id = any($2::text[]))`,
        [workflowId, nodeIds],
      );
    }
  }

  #announce(client: SqlClient, { workflowId }: WorkflowReference): Promise<void> {
    return this.bell.ring(WEBHOOK_CHANNEL, workflowId, client);
  }

  #read<S extends z.ZodType>(schema: S, node: WorkflowNode): z.output<S> {
    const read = readTriggerParams(schema, node.config);
    if ('fault' in read) throw cannotGoLive(node, read.fault);
    return read.params;
  }

  async #webhook(client: SqlClient, live: LiveWorkflow, node: WorkflowNode): Promise<void> {
    const definition = this.catalogue.lookup(node.type, node.typeVersion);
    const subscription = this.catalogue.implementation(node.type, node.typeVersion).subscription;
    const params = subscription ? webhookParams.parse({}) : this.#read(webhookParams, node);
    if (params.path !== undefined && isDefaultPath(params.path)) {
      throw cannotGoLive(node, '"path" looks like the default address of a webhook; leave it empty to have that');
    }
    const slot = signingSlot(definition, node);
    const credentialId = (slot && node.credentials?.[slot.id]) ?? null;
    if (isPreset(params.auth) && credentialId === null) {
      throw cannotGoLive(node, 'choose the credential with the secret that calls are signed with');
    }
    const { type, typeVersion: version } = node;
    const service = subscription && { tokenHeader: subscription.tokenHeader, type, version };
    await this.#storeWebhook(client, live, {
      nodeId: node.id,
      path: params.path ?? null,
      methods: params.methods,
      auth: subscription ? 'service' : params.auth,
      credentialId,
      settings: settingsOf(params, service),
    });
  }

  async #storeWebhook(client: SqlClient, live: LiveWorkflow, webhook: LiveWebhook): Promise<void> {
    const { nodeId, path, methods, auth, settings, credentialId } = webhook;
    const rows = [newId(), live.workspaceId, live.workflowId, nodeId, live.versionId];
    const values = [path, methods, auth, JSON.stringify(settings), live.enabled, credentialId];
    try {
      const stored = await client.query<{ webhookId: string }>(UPSERT_WEBHOOK, [...rows, ...values]);
      if (auth !== 'service' && credentialId === null) return;
      await this.queue.sendMany(
        webhookUpkeepQueue,
        stored.rows.map((data) => ({ data })),
        { client },
      );
    } catch (error) {
      if ((error as { constraint?: string }).constraint !== PATH_CONSTRAINT) throw error;
      throw webhookPathTaken(path ?? '');
    }
  }

  async #schedule(client: SqlClient, live: LiveWorkflow, node: WorkflowNode): Promise<void> {
    const params = this.#read(scheduleParams, node);
    const { rows } = await client.query<{ now: Date; created: Date | null }>(
      `select now() as now, (select created_at from schedule where workflow_id = $1 and node_id = $2) as created`,
      [live.workflowId, node.id],
    );
    const now = rows[0]!.now.getTime();
    const spec = scheduleSpecOf(params, live.document.settings.timezone, rows[0]!.created?.getTime() ?? now);
    const fault = scheduleFault(spec, now);
    if (fault) throw scheduleInvalid(node.id, fault);
    const next = nextInstant(spec, now);
    await client.query(UPSERT_SCHEDULE, [
      newId(),
      live.workspaceId,
      live.workflowId,
      node.id,
      live.versionId,
      JSON.stringify(spec),
      JSON.stringify(misfireOf(params)),
      params.overlap,
      next === null ? null : new Date(next),
      live.enabled,
    ]);
  }

  async #polled(client: SqlClient, live: LiveWorkflow, node: WorkflowNode): Promise<void> {
    if (this.catalogue.lookup(node.type, node.typeVersion)?.traits.trigger !== true) return;
    const { definition, polling } = this.catalogue.implementation(node.type, node.typeVersion);
    if (polling === undefined) return;
    this.#read(definition.params, node);
    const source = JSON.stringify([node.type, node.config, node.credentials ?? {}]);
    const row = [newId(), live.workspaceId, live.workflowId, node.id, live.versionId, source, live.enabled];
    await client.query(UPSERT_POLLED, row);
  }

  async #subscription(client: SqlClient, live: LiveWorkflow, node: WorkflowNode): Promise<void> {
    const { eventName, filter = null } = this.#read(eventParams, node);
    if (filter !== null) requireReadable(node, filter);
    const row = [newId(), live.workspaceId, live.workflowId, node.id, live.versionId, eventName, filter, live.enabled];
    await client.query(UPSERT_SUBSCRIPTION, row);
  }
}

/** What a row says of a webhook that goes live. */
interface LiveWebhook {
  readonly nodeId: string;
  readonly path: string | null;
  readonly methods: readonly string[];
  readonly auth: WebhookAuth;
  readonly credentialId: string | null;
  readonly settings: WebhookSettings;
}

function settingsOf(
  params: WebhookParams,
  service: { tokenHeader: string; type: string; version: number } | undefined,
): WebhookSettings {
  return {
    hmac: {
      header: params.hmacHeader,
      algorithm: params.hmacAlgorithm,
      toleranceSeconds: params.hmacToleranceSeconds,
      ...(service ? { tokenHeader: service.tokenHeader } : {}),
    },
    response: params.response,
    responseTimeoutSeconds: params.responseTimeoutSeconds,
    output: params.output,
    ...(service ? { service: { type: service.type, version: service.version } } : {}),
  };
}

/** The secret outlives everything but another way of proving, or another credential, for which it never was. */
const UPSERT_WEBHOOK = `
  insert into webhook (id, workspace_id, workflow_id, node_id, version_id, path, methods, auth, settings, live, credential_id)
  values ($1::uuid, $2, $3, $4, $5, coalesce($6, $1::uuid::text), $7, $8, $9, $10, $11)
  on conflict (workflow_id, node_id) do update set version_id = excluded.version_id,
    path = coalesce($6, webhook.id::text), methods = excluded.methods, auth = excluded.auth,
    secret_digest = case when webhook.auth = excluded.auth then webhook.secret_digest end,
    settings = excluded.settings, live = excluded.live, updated_at = now(), upkeep = null,
    credential_id = excluded.credential_id,
    sealed_key = case when webhook.credential_id = excluded.credential_id then webhook.sealed_key end
  returning id as "webhookId"`;

/**
 * A schedule that stays as it is keeps what it owes: publishing in the very second of an instant, or after a downtime, loses
 * nothing. One that slept owes nothing for that time.
 */
const UPSERT_SCHEDULE = `
  insert into schedule (id, workspace_id, workflow_id, node_id, version_id, spec, misfire, overlap, next_run_at, live)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (workflow_id, node_id) do update set version_id = excluded.version_id, misfire = excluded.misfire,
    overlap = excluded.overlap, live = excluded.live, updated_at = now(), spec = excluded.spec,
    retry_at = null, failures = 0, last_error = null,
    next_run_at = case when schedule.live and schedule.spec::text = excluded.spec::text
                       then schedule.next_run_at else excluded.next_run_at end`;

const UPSERT_SUBSCRIPTION = `
  insert into event_subscription (id, workspace_id, workflow_id, node_id, version_id, event_name, filter, live)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (workflow_id, node_id) do update set version_id = excluded.version_id,
    event_name = excluded.event_name, filter = excluded.filter, live = excluded.live`;

/** One that stays as it is goes on where it stands. One that slept, or looks elsewhere now, begins with what comes from now on. */
const UPSERT_POLLED = `
  insert into polled_trigger (id, workspace_id, workflow_id, node_id, version_id, source, live)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (workflow_id, node_id) do update set version_id = excluded.version_id, live = excluded.live,
    source = excluded.source, updated_at = now(), next_poll_at = now(), failures = 0, last_error = null,
    lease_id = null, lease_until = null,
    cursor = case when polled_trigger.live and polled_trigger.source = excluded.source then polled_trigger.cursor end`;

const cannotGoLive = (node: WorkflowNode, reason: string): Error =>
  triggerConfigInvalid(node.id, `The trigger "${node.label}" cannot go live: ${reason}.`);

function requireReadable(node: WorkflowNode, filter: string): void {
  try {
    compileParam({ $expr: filter });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw cannotGoLive(node, `"filter" cannot be read: ${error.message}`);
  }
}
