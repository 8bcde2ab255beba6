import { NodeCatalogue } from '@millrace/server-catalog';
import { SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { RunAncestors } from '../children/run-ancestors';
import { isUuid } from '../log/is-uuid';

/** A live workflow that can be told of failures. */
export interface ErrorWorkflow {
  readonly workflowId: string;
  readonly versionId: string;
  readonly triggerNodeId: string;
}

/** Index: workflow_pkey. */
const FIND = `
  SELECT published_version_id AS "versionId" FROM workflow
  WHERE id = $1 AND workspace_id = $2 AND deleted_at IS NULL AND enabled AND published_version_id IS NOT NULL`;

/** Finds out which workflow is told when a run fails. */
@Injectable()
export class ErrorWorkflows {
  constructor(
    private readonly pool: SqlPool,
    private readonly catalogue: NodeCatalogue,
    private readonly versions: WorkflowVersions,
    private readonly ancestors: RunAncestors,
  ) {}

  /** Whether this node of a document is set off by failures of other runs. */
  isErrorTrigger(document: WorkflowDocument, nodeId: string): boolean {
    return this.triggersOf(document).some(({ id }) => id === nodeId);
  }

  /** Id of the workflow that is named by the document, else by its workspace; null for neither. */
  async namedFor(
    document: WorkflowDocument,
    workspaceId: string,
    client: SqlClient = this.pool,
  ): Promise<string | null> {
    const { errorWorkflowId } = document.settings;
    if (errorWorkflowId !== undefined) return isUuid(errorWorkflowId) ? errorWorkflowId : null;
    // Index: run_defaults_pkey.
    const { rows } = await client.query<{ id: string | null }>(
      'SELECT error_workflow_id AS id FROM run_defaults WHERE workspace_id = $1',
      [workspaceId],
    );
    return rows[0]?.id ?? null;
  }

  /** The live version with its trigger; undefined when it is gone, off, or has no error trigger. */
  async find(workspaceId: string, workflowId: string, client: SqlClient): Promise<ErrorWorkflow | undefined> {
    const { rows } = await client.query<{ versionId: string }>(FIND, [workflowId, workspaceId]);
    const versionId = rows[0]?.versionId;
    if (versionId === undefined) return undefined;
    const [trigger] = this.triggersOf(await this.versions.load(versionId, client));
    return trigger && { workflowId, versionId, triggerNodeId: trigger.id };
  }

  /** Whether a run of this error workflow that was about a failure stands before a run. */
  async ledTo(errorWorkflowId: string, executionId: string, client: SqlClient): Promise<boolean> {
    for (const { workflowId, versionId, triggerNodeId } of await this.ancestors.of(executionId, client)) {
      if (workflowId !== errorWorkflowId) continue;
      const document = await this.versions.load(versionId, client);
      if (this.isErrorTrigger(document, triggerNodeId)) return true;
    }
    return false;
  }

  private triggersOf({ nodes }: WorkflowDocument): WorkflowDocument['nodes'] {
    return nodes.filter(
      ({ enabled, type, typeVersion }) => enabled && this.catalogue.lookup(type, typeVersion)?.startsOn === 'error',
    );
  }
}
