import { SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { PublishListeners } from '@millrace/server-workflows';
import type { LiveWorkflow, PublishListener } from '@millrace/server-workflows';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import DataLoader from 'dataloader';

/** Why and since when a workflow is off. */
export interface AutoPause {
  readonly pausedAt: Date;
  /** Runs in a row that failed. */
  readonly failures: number;
  /** The last of them. */
  readonly executionId: string;
  /** Why that failed; null when it was deleted. */
  readonly error: string | null;
}

/** Indexes: workflow_pause_pkey, execution_pkey. */
const OPEN = `
  SELECT p.workflow_id AS "workflowId", p.paused_at AS "pausedAt", p.failures, p.execution_id AS "executionId",
    e.error ->> 'message' AS error
  FROM workflow_pause p LEFT JOIN execution e ON e.id = p.execution_id
  WHERE p.workflow_id = ANY($1::uuid[]) AND p.applied_at IS NOT NULL AND p.ended_at IS NULL`;

/** Which workflows are off because they failed again and again. Switching one on ends that, and counts anew from there. */
@Injectable()
export class AutoPauses implements PublishListener, OnModuleInit {
  private readonly loader = new DataLoader<string, AutoPause | null>((ids) => this.find(ids), {
    cache: false,
    maxBatchSize: 100,
  });

  constructor(
    private readonly pool: SqlPool,
    private readonly listeners: PublishListeners,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  /** Null unless it was switched off for that, and not switched on since. */
  of(workflowId: string): Promise<AutoPause | null> {
    return this.loader.load(workflowId);
  }

  async onPublished(client: SqlClient, { workflowId, enabled }: LiveWorkflow): Promise<void> {
    if (!enabled) return;
    await client.query('UPDATE workflow_pause SET ended_at = now() WHERE workflow_id = $1 AND ended_at IS NULL', [
      workflowId,
    ]);
  }

  async onDisabled(): Promise<void> {}

  async onDeleted(): Promise<void> {}

  private async find(ids: readonly string[]): Promise<(AutoPause | null)[]> {
    const { rows } = await this.pool.query<AutoPause & { workflowId: string }>(OPEN, [ids]);
    const found = new Map(rows.map(({ workflowId, ...pause }) => [workflowId, pause]));
    return ids.map((id) => found.get(id) ?? null);
  }
}
