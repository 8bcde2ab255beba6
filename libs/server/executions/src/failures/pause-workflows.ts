import { AuditTrail, systemActor } from '@millrace/server-identity';
import { Bell, Config, DomainError, Logger, Mailer, SqlPool, publicUrlOf } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { DisableWorkflow } from '@millrace/server-workflows';
import { Injectable, Optional } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { PAUSE_CHANNEL } from './run-failures';

const LOOK_EVERY_MS = 15_000;

interface DuePause {
  readonly workflowId: string;
  readonly workspaceId: string;
  readonly failures: number;
  readonly executionId: string;
  readonly name: string | null;
  readonly ownerId: string | null;
}

/** Whoever switched one on again before it was switched off has the last word. Indexes: workflow_pause_due, workflow_pkey. */
const DUE = `
  SELECT p.workflow_id AS "workflowId", p.workspace_id AS "workspaceId", p.failures, p.execution_id AS "executionId",
    w.name, w.created_by AS "ownerId"
  FROM workflow_pause p LEFT JOIN workflow w ON w.id = p.workflow_id
  WHERE p.applied_at IS NULL AND p.ended_at IS NULL ORDER BY p.paused_at LIMIT 50`;

/** Who made the workflow, and who owns the workspace; only addresses that are known to be theirs. */
const READERS = `
  SELECT u.email FROM membership m JOIN app_user u ON u.id = m.user_id
  WHERE m.workspace_id = $1 AND (m.role = 'owner' OR m.user_id::text = $2) AND NOT u.is_guest AND u.email_verified_at IS NOT NULL`;

/**
 * Switches off the workflows that workers found to fail again and again. In api processes only: what listens to the outside
 * is theirs. What is not done because a process died is found again.
 */
@Injectable()
export class PauseWorkflows implements OnModuleInit, BeforeApplicationShutdown {
  private readonly publicUrl: string;
  private stops: (() => void)[] = [];
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly workflows: DisableWorkflow,
    private readonly mailer: Mailer,
    private readonly logger: Logger,
    config: Config,
    /** Absent where nobody signs in. */
    @Optional() private readonly audit?: AuditTrail,
  ) {
    this.publicUrl = publicUrlOf(config);
  }

  onModuleInit(): void {
    const timer = setInterval(() => this.wake(), LOOK_EVERY_MS).unref();
    this.stops = [
      () => clearInterval(timer),
      this.bell.on(PAUSE_CHANNEL, () => this.wake()),
      this.bell.onReconnect(() => this.wake()),
    ];
  }

  /** Waits for what is under way. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const stop of this.stops) stop();
    await this.running;
  }

  /** Switches off what is due. Safe to repeat, and in several processes at once. */
  async look(): Promise<void> {
    const { rows } = await this.pool.query<DuePause>(DUE);
    for (const due of rows) await this.apply(due);
  }

  private wake(): void {
    this.running = this.running
      .then(() => this.look())
      .catch((error: unknown) => this.logger.warn({ error }, 'workflows could not be paused; it is tried again'));
  }

  private async apply(due: DuePause): Promise<void> {
    try {
      await this.workflows.disable(systemActor(due.workspaceId), due.workflowId);
    } catch (error) {
      // It is in the bin, or deleted for good.
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
    }
    const isMine = await this.pool.tx((client) => this.mark(client, due));
    if (isMine) await this.tell(due);
  }

  private async mark(client: SqlClient, due: DuePause): Promise<boolean> {
    const { workflowId, workspaceId, failures, executionId, name } = due;
    const { rowCount } = await client.query(
      'UPDATE workflow_pause SET applied_at = now() WHERE workflow_id = $1 AND applied_at IS NULL AND ended_at IS NULL',
      [workflowId],
    );
    if (rowCount === 0) return false;
    const target = { type: 'workflow', id: workflowId, label: name ?? undefined };
    const details = { failures, executionId };
    await this.audit?.record(client, { action: 'workflow.autoPaused', actor: null, workspaceId, target, details });
    return true;
  }

  private async tell({ workspaceId, workflowId, failures, executionId, name, ownerId }: DuePause): Promise<void> {
    this.logger.warn(
      { workspaceId, workflowId, failures },
      'a workflow was switched off because it failed again and again',
    );
    if (!this.mailer.isConfigured) return;
    const { rows } = await this.pool.query<{ email: string }>(READERS, [workspaceId, ownerId]);
    const last = `${this.publicUrl}/runs/${executionId}`;
    for (const { email } of rows) {
      this.mailer.send({
        to: email,
        subject: `"${name}" was switched off after ${failures} failed runs`,
        text: `The last ${failures} runs of the workflow "${name}" failed one after the other, so its triggers start no more runs.\n\nThe last run: ${last}\nSwitch it on again: ${this.publicUrl}/workflows/${workflowId}\n`,
      });
    }
  }
}
