import { parseNodeKey } from '@millrace/engine';
import type { Announcement } from '@millrace/server-platform';
import { askOf, type Approval } from './approval';

/** What programs elsewhere are told of an approval: where it is and how it stands, nothing of what it shows. */
export function announcementOf(type: 'approval.opened' | 'approval.decided', approval: Approval): Announcement {
  const { id, workspaceId, workflowId, executionId, status, dueAt, expiresAt } = approval;
  const { nodeId, path } = parseNodeKey(approval.nodeKey);
  return {
    ...{ workspaceId, type, workflowId, subjectId: id },
    data: {
      ...{ executionId, nodeId, ...(path === undefined ? {} : { path }), title: askOf(approval).title, status },
      dueAt: dueAt?.toISOString() ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
    },
  };
}
