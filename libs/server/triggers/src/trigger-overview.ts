import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { nextInstants, type ScheduleSpec } from './schedules/schedule-spec';
import type { WebhookAuth } from './webhooks/webhook-auth';
import { WebhookKeys } from './webhooks/webhook-keys';
import type { WebhookResponseMode } from './webhooks/webhook-record';

/** A webhook as its owner sees it; never with a secret. */
export interface WebhookOverview {
  readonly id: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly path: string;
  /** Path of the address under this installation. */
  readonly address: string;
  readonly methods: readonly string[];
  readonly auth: WebhookAuth;
  readonly response: WebhookResponseMode;
  readonly live: boolean;
  /** False when it was turned off by itself; then calls find nothing, live or not. */
  readonly enabled: boolean;
  readonly secretIssued: boolean;
  /** What a person should know, such as why its secret cannot be read; null when all is well. */
  readonly notice: string | null;
}

/** A schedule and when it comes due. */
export interface ScheduleOverview {
  readonly id: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly live: boolean;
  readonly nextRuns: readonly Date[];
}

const PREVIEWED_RUNS = 5;
const OTHER_KEY =
  'Its secret was stored by a worker with another key than this process has. Give all processes the same MILLRACE_WEBHOOK_KEY and JWT_SECRET_KEY, and restart the workers.';

/** What of a workspace is started from outside. */
@Injectable()
export class TriggerOverview {
  constructor(
    private readonly pool: SqlPool,
    private readonly keys: WebhookKeys,
  ) {}

  /** Webhooks of the workspace, or of one of its workflows, oldest first. */
  async webhooks(workspaceId: string, workflowId?: string): Promise<WebhookOverview[]> {
    const { rows } = await this.pool.query<Omit<WebhookOverview, 'address'>>(
      `select id, workflow_id as "workflowId", node_id as "nodeId", path, methods, auth, settings->>'response' as response, live,
              not disabled as enabled, (secret_digest is not null or sealed_key is not null or auth = 'service') as "secretIssued",
              case when sealed_key is not null and sealed_with <> $3 then $4 else upkeep->>'message' end as notice
         from webhook where workspace_id = $1 and ($2::uuid is null or workflow_id = $2) order by id limit 1000`,
      [workspaceId, workflowId ?? null, this.keys.name, OTHER_KEY],
    );
    return rows.map((row) => ({ ...row, address: `/hooks/${row.path}` }));
  }

  /** Schedules of a workflow with their next five runs. */
  async schedules(workspaceId: string, workflowId: string): Promise<ScheduleOverview[]> {
    const { rows } = await this.pool.query<{
      id: string;
      nodeId: string;
      live: boolean;
      spec: ScheduleSpec;
      now: Date;
    }>(
      `select id, node_id as "nodeId", live, spec, now() as now from schedule
        where workspace_id = $1 and workflow_id = $2 order by id`,
      [workspaceId, workflowId],
    );
    return rows.map(({ id, nodeId, live, spec, now }) => ({
      id,
      workflowId,
      nodeId,
      live,
      nextRuns: live ? nextInstants(spec, now.getTime(), PREVIEWED_RUNS).map((instant) => new Date(instant)) : [],
    }));
  }
}
