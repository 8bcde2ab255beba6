import { AuditTrail, type Actor } from '@millrace/server-identity';
import { SqlPool, invalid } from '@millrace/server-platform';
import { Injectable, Optional } from '@nestjs/common';
import { isUuid } from '../log/is-uuid';

/** What holds for the runs of workflows that say nothing else. */
export interface RunDefaultsOfWorkspace {
  /** Workflow that is told when a run fails. */
  readonly errorWorkflowId: string | null;
}

/** Settings of a workspace for its runs. */
@Injectable()
export class RunDefaults {
  constructor(
    private readonly pool: SqlPool,
    /** Absent where nobody signs in. */
    @Optional() private readonly audit?: AuditTrail,
  ) {}

  async of({ workspaceId }: Actor): Promise<RunDefaultsOfWorkspace> {
    // Indexes: run_defaults_pkey, workflow_pkey.
    const { rows } = await this.pool.query<RunDefaultsOfWorkspace>(
      `SELECT w.id AS "errorWorkflowId" FROM run_defaults d
       LEFT JOIN workflow w ON w.id = d.error_workflow_id AND w.workspace_id = d.workspace_id AND w.deleted_at IS NULL
       WHERE d.workspace_id = $1`,
      [workspaceId],
    );
    return rows[0] ?? { errorWorkflowId: null };
  }

  /** @throws DomainError `ERROR_WORKFLOW_NOT_FOUND` */
  async setErrorWorkflow(actor: Actor, workflowId: string | null): Promise<RunDefaultsOfWorkspace> {
    const { workspaceId } = actor;
    await this.pool.tx(async (client) => {
      if (workflowId !== null) {
        const found = isUuid(workflowId)
          ? await client.query('SELECT 1 FROM workflow WHERE id = $1 AND workspace_id = $2 AND deleted_at IS NULL', [
              workflowId,
              workspaceId,
            ])
          : { rowCount: 0 };
        if (found.rowCount === 0) throw errorWorkflowNotFound(workflowId);
      }
      await client.query(
        `INSERT INTO run_defaults (workspace_id, error_workflow_id) VALUES ($1, $2)
         ON CONFLICT (workspace_id) DO UPDATE SET error_workflow_id = excluded.error_workflow_id`,
        [workspaceId, workflowId],
      );
      const target = { type: 'workspace', id: workspaceId };
      await this.audit?.record(client, {
        action: 'workspace.errorWorkflowSet',
        actor,
        target,
        details: { workflowId },
      });
    });
    return this.of(actor);
  }
}

const errorWorkflowNotFound = (workflowId: string): Error =>
  invalid('ERROR_WORKFLOW_NOT_FOUND', `This workspace has no workflow ${workflowId}. Choose one of its workflows.`);
