import type { Actor } from '@millrace/server-identity';
import { notFound } from '@millrace/server-platform';
import type { DomainError, SqlClient } from '@millrace/server-platform';
import { isUuid } from '../log/is-uuid';

/** The id of a published version by its number, such as `1.2.0`. @throws DomainError `NOT_FOUND` */
export async function numberedVersion(
  client: SqlClient,
  actor: Actor,
  workflowId: string,
  version: string,
): Promise<string> {
  const unknown = notFound('NOT_FOUND', `Workflow ${workflowId} has no version ${version}.`);
  if (!isUuid(workflowId)) throw unknown;
  // Index: workflow_version_published.
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM workflow_version
     WHERE workflow_id = $1 AND workspace_id = $2 AND version = $3 AND kind = 'published'`,
    [workflowId, actor.workspaceId, version],
  );
  const found = rows[0];
  if (found === undefined) throw unknown;
  return found.id;
}

/** Nothing of the workflow is live. */
export function nothingPublished(workflowId: string): DomainError {
  return notFound('NOT_FOUND', `Workflow ${workflowId} has no published version. Publish it, or run its draft.`);
}
