import { NodeCatalogue } from '@millrace/server-catalog';
import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import type { Problem, WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';

interface NamedWorkflow {
  readonly name: string;
  readonly enabled: boolean;
  readonly document: WorkflowDocument | null;
}

/** Indexes: workflow_pkey, workflow_version_pkey. */
const FIND = `
  SELECT w.name, w.enabled, v.document FROM workflow w LEFT JOIN workflow_version v ON v.id = w.published_version_id
  WHERE w.id = $1 AND w.workspace_id = $2 AND w.deleted_at IS NULL`;

/** Judges the error workflow that a document names: one that cannot be started is told before a failure needs it. */
@Injectable()
export class ErrorWorkflowCheck {
  constructor(
    private readonly pool: SqlPool,
    private readonly catalogue: NodeCatalogue,
  ) {}

  /** A missing one stands in the way of publishing; one that is not ready yet is only pointed out. */
  async problemsOf(actor: Actor, document: WorkflowDocument): Promise<Problem[]> {
    const { errorWorkflowId } = document.settings;
    if (errorWorkflowId === undefined) return [];
    const { rows } = isUuid(errorWorkflowId)
      ? await this.pool.query<NamedWorkflow>(FIND, [errorWorkflowId, actor.workspaceId])
      : { rows: [] };
    // A workflow may take its own failures: then what is about to be published counts.
    const found = rows[0] && (errorWorkflowId === document.id ? { ...rows[0], document, enabled: true } : rows[0]);
    const fault = this.faultOf(found);
    return fault ? [{ ...fault, path: ['settings', 'errorWorkflowId'] }] : [];
  }

  private faultOf(named: NamedWorkflow | undefined): Pick<Problem, 'code' | 'severity' | 'message'> | undefined {
    if (named === undefined) {
      const message = 'The error workflow does not exist in this workspace. Choose another one in the settings.';
      return { code: 'ERROR_WORKFLOW_NOT_FOUND', severity: 'error', message };
    }
    const { name, enabled, document } = named;
    const warn = (code: string, message: string) => ({ code, severity: 'warning' as const, message });
    if (document === null)
      return warn('ERROR_WORKFLOW_NOT_PUBLISHED', `The error workflow "${name}" is not published: it is not started.`);
    if (!this.hasErrorTrigger(document))
      return warn(
        'ERROR_WORKFLOW_WITHOUT_TRIGGER',
        `The error workflow "${name}" has no error trigger. Add one to it and publish.`,
      );
    if (!enabled)
      return warn('ERROR_WORKFLOW_DISABLED', `The error workflow "${name}" is switched off: it is not started.`);
    return undefined;
  }

  private hasErrorTrigger({ nodes }: WorkflowDocument): boolean {
    return nodes.some(
      ({ enabled, type, typeVersion }) => enabled && this.catalogue.lookup(type, typeVersion)?.startsOn === 'error',
    );
  }
}
