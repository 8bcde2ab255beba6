import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { nextInstants, type ScheduleSpec } from './schedules/schedule-spec';
import type { WebhookAuth } from './webhooks/webhook-auth';
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

/** What of a workspace is started from outside. */
@Injectable()
export class TriggerOverview {
  constructor(private readonly pool: SqlPool) {}

  /** Webhooks of the workspace, or of one of its workflows, oldest first. */
  async webhooks(workspaceId: string, workflowId?: string): Promise<WebhookOverview[]> {
    const { rows } = await this.pool.query<Omit<WebhookOverview, 'address'>>(
      `select id, workflow_id as "workflowId", node_id as "nodeId", path, methods, auth, settings->>'response' as response, live,
              not disabled as enabled, secret_digest is not null as "secretIssued"
         from webhook where workspace_id = $1 and ($2::uuid is null or workflow_id = $2) order by id limit 1000`,
      [workspaceId, workflowId ?? null],
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
