import { NodeCatalogue } from '@millrace/server-catalog';
import { Bell, newId, type SqlClient } from '@millrace/server-platform';
import { PublishListeners, type LiveWorkflow, type PublishListener, type WorkflowReference } from '@millrace/server-workflows';
import type { NodeDefinitionData, WorkflowNode } from '@millrace/workflow-model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { z } from 'zod';
import { nextInstant, scheduleFault } from './schedules/schedule-spec';
import { eventParams, misfireOf, readTriggerParams, scheduleParams, scheduleSpecOf, webhookParams } from './trigger-params';
import { scheduleInvalid, triggerConfigInvalid, webhookPathTaken } from './triggers.errors';
import type { WebhookSettings } from './webhooks/webhook-record';
import { WEBHOOK_CHANNEL } from './webhooks/webhook-registry';

const UNIQUE_VIOLATION = '23505';

/** Keeps webhooks, schedules and subscriptions in step with what is live, inside the transaction that makes it live. */
@Injectable()
export class LiveTriggers implements PublishListener, OnModuleInit {
  constructor(
    private readonly listeners: PublishListeners,
    private readonly catalogue: NodeCatalogue,
    private readonly bell: Bell,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  async onPublished(client: SqlClient, live: LiveWorkflow): Promise<void> {
    await this.#sleep(client, live);
    const kinds = { webhook: this.#webhook, schedule: this.#schedule, event: this.#subscription } as const;
    for (const node of live.document.nodes) {
      const startsOn = this.#startsOn(node);
      if (startsOn && node.enabled) await kinds[startsOn].call(this, client, live, node);
    }
    await this.#announce(client, live);
  }

  async onDisabled(client: SqlClient, workflow: WorkflowReference): Promise<void> {
    await this.#sleep(client, workflow);
    await this.#announce(client, workflow);
  }

  onDeleted(client: SqlClient, workflow: WorkflowReference): Promise<void> {
    return this.onDisabled(client, workflow);
  }

  #startsOn(node: WorkflowNode): NodeDefinitionData['startsOn'] {
    return this.catalogue.lookup(node.type, node.typeVersion)?.startsOn;
  }

  async #sleep(client: SqlClient, { workflowId }: WorkflowReference): Promise<void> {
    for (const table of ['webhook', 'schedule', 'event_subscription']) {
      await client.query(`update ${table} set live = false where workflow_id = $1 and live`, [workflowId]);
    }
  }

  #announce(client: SqlClient, { workflowId }: WorkflowReference): Promise<void> {
    return this.bell.ring(WEBHOOK_CHANNEL, workflowId, client);
  }

  #read<S extends z.ZodType>(schema: S, node: WorkflowNode): z.output<S> {
    const read = readTriggerParams(schema, node.config);
    if ('fault' in read) throw triggerConfigInvalid(node.id, `The trigger "${node.label}" cannot go live: ${read.fault}.`);
    return read.params;
  }

  async #webhook(client: SqlClient, live: LiveWorkflow, node: WorkflowNode): Promise<void> {
    const params = this.#read(webhookParams, node);
    const id = newId();
    const settings: WebhookSettings = {
      hmac: { header: params.hmacHeader, algorithm: params.hmacAlgorithm, toleranceSeconds: params.hmacToleranceSeconds },
      response: params.response,
      responseTimeoutSeconds: params.responseTimeoutSeconds,
      output: params.output,
    };
    try {
      await client.query(
        `insert into webhook (id, workspace_id, workflow_id, node_id, version_id, path, methods, auth, settings, live)
         values ($1::uuid, $2, $3, $4, $5, coalesce($6, $1::uuid::text), $7, $8, $9, $10)
         on conflict (workflow_id, node_id) do update set version_id = excluded.version_id,
           path = coalesce($6, webhook.id::text), methods = excluded.methods, auth = excluded.auth,
           settings = excluded.settings, live = excluded.live, updated_at = now()`,
        [
          id,
          live.workspaceId,
          live.workflowId,
          node.id,
          live.versionId,
          params.path ?? null,
          params.methods,
          params.auth,
          JSON.stringify(settings),
          live.enabled,
        ],
      );
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw webhookPathTaken(params.path ?? id);
      throw error;
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
    // What has not changed keeps its next instant: publishing in the very second of a fire must not lose it.
    await client.query(
      `insert into schedule (id, workspace_id, workflow_id, node_id, version_id, spec, misfire, overlap, next_run_at, live)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (workflow_id, node_id) do update set version_id = excluded.version_id, misfire = excluded.misfire,
         overlap = excluded.overlap, live = excluded.live, updated_at = now(), spec = excluded.spec,
         next_run_at = case when schedule.spec::text = excluded.spec::text and schedule.next_run_at > now() - interval '1 minute'
                            then schedule.next_run_at else excluded.next_run_at end`,
      [
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
      ],
    );
  }

  async #subscription(client: SqlClient, live: LiveWorkflow, node: WorkflowNode): Promise<void> {
    const params = this.#read(eventParams, node);
    await client.query(
      `insert into event_subscription (id, workspace_id, workflow_id, node_id, version_id, event_name, filter, live)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (workflow_id, node_id) do update set version_id = excluded.version_id,
         event_name = excluded.event_name, filter = excluded.filter, live = excluded.live`,
      [newId(), live.workspaceId, live.workflowId, node.id, live.versionId, params.eventName, params.filter ?? null, live.enabled],
    );
  }
}
