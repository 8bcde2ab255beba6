import { AuditTrail } from '@millrace/server-identity';
import type { SqlClient } from '@millrace/server-platform';
import {
  PublishListeners,
  type LiveWorkflow,
  type PublishListener,
  type WorkflowReference,
} from '@millrace/server-workflows';
import { Injectable, type OnModuleInit } from '@nestjs/common';

interface LastLine {
  readonly action: string;
  readonly versionId: string | null;
}

/** Writes into the audit log what becomes live, and what no longer is, in the transaction that makes it so. */
@Injectable()
export class AuditWorkflows implements PublishListener, OnModuleInit {
  constructor(
    private readonly listeners: PublishListeners,
    private readonly audit: AuditTrail,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  async onPublished(client: SqlClient, { document, versionId, enabled, ...workflow }: LiveWorkflow): Promise<void> {
    const last = await lastLine(client, workflow);
    await this.#record(client, workflow, {
      action: becameLive(last, versionId, enabled),
      label: document.name,
      details: { versionId, enabled },
    });
  }

  onDisabled(client: SqlClient, workflow: WorkflowReference): Promise<void> {
    return this.#record(client, workflow, { action: 'workflow.disabled' });
  }

  onDeleted(client: SqlClient, workflow: WorkflowReference): Promise<void> {
    return this.#record(client, workflow, { action: 'workflow.deleted' });
  }

  async #record(
    client: SqlClient,
    { workflowId, workspaceId }: WorkflowReference,
    { action, label, details = {} }: { action: string; label?: string; details?: Record<string, unknown> },
  ): Promise<void> {
    const name = label ?? (await nameOf(client, workflowId));
    const target = { type: 'workflow', id: workflowId, label: name };
    await this.audit.record(client, { action, workspaceId, target, details });
  }
}

/** The same hook tells of publishing, enabling, rolling back and taking out of the bin: the line before tells them apart. */
function becameLive(last: LastLine | null, versionId: string, enabled: boolean): string {
  if (last?.action === 'workflow.deleted') return 'workflow.undeleted';
  if (last?.action === 'workflow.disabled' && enabled) return 'workflow.enabled';
  return last !== null && last.versionId === versionId ? 'workflow.enabled' : 'workflow.published';
}

async function lastLine(client: SqlClient, { workflowId, workspaceId }: WorkflowReference): Promise<LastLine | null> {
  // Index: audit_event_target.
  const { rows } = await client.query<LastLine>(
    `select action, details ->> 'versionId' as "versionId" from audit_event
      where workspace_id = $1 and target_type = 'workflow' and target_id = $2 order by seq desc limit 1`,
    [workspaceId, workflowId],
  );
  return rows[0] ?? null;
}

async function nameOf(client: SqlClient, workflowId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>('select name from workflow where id = $1', [workflowId]);
  return rows[0]?.name;
}
