import type { Connection } from '@millrace/server-platform';
import type { WorkflowVersionEntity } from '../persistence/workflow-version.entity';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import type { VersionPage } from '../use-cases/list-versions';
import type { WorkflowPage, WorkflowStatus } from '../use-cases/list-workflows';
import type { WorkflowType, WorkflowVersionType } from './workflow.type';

type StatusColumns = Pick<WorkflowEntity, 'deletedAt' | 'publishedVersionId' | 'enabled'>;

/** Where a workflow stands. */
export function statusOf({ deletedAt, publishedVersionId, enabled }: StatusColumns): WorkflowStatus {
  if (deletedAt) return 'deleted';
  if (!publishedVersionId) return 'draft';
  return enabled ? 'enabled' : 'disabled';
}

/** A row as GraphQL shows it; what is expensive is resolved field by field. */
export function toWorkflow({ draft, ...workflow }: WorkflowEntity): WorkflowType {
  const status = statusOf(workflow);
  return { ...workflow, status, enabled: status === 'enabled', draftDocument: draft };
}

/** A version without its document. */
export function toVersion(version: WorkflowVersionEntity): WorkflowVersionType {
  const { id, workspaceId, kind, name, note, sourceVersionId = null, createdBy, createdAt } = version;
  return { id, workspaceId, kind, name, note, sourceVersionId, createdBy, createdAt, version: version.version };
}

/** A page of a list. */
export function toPage(page: WorkflowPage): Connection<WorkflowType> {
  return connection(
    page.items.map(({ workflow, cursor }) => ({ cursor, node: toWorkflow(workflow) })),
    page.hasNextPage,
  );
}

/** A page of a history. */
export function toVersionPage(page: VersionPage): Connection<WorkflowVersionType> {
  return connection(
    page.items.map(({ version, cursor }) => ({ cursor, node: toVersion(version) })),
    page.hasNextPage,
  );
}

function connection<T>(edges: readonly { cursor: string; node: T }[], hasNextPage: boolean): Connection<T> {
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
