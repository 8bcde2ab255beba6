import type { Announcement } from '@millrace/server-platform';
import type { Append } from './append';
import { isTerminal } from './append';

/** What an append tells the world: that the run is over, or that it waits from now on. */
export function announcementsOf(append: Append): Announcement[] {
  const { workspaceId, workflowId, executionId, status } = append;
  const about = { workspaceId, workflowId, subjectId: executionId };
  if (isTerminal(status)) return [{ ...about, type: `execution.${status}`, data: { status } }];
  const waiting = append.events.flatMap((event) => (event.type === 'node.waiting' ? [event.nodeId] : []));
  if (status !== 'waiting' || waiting.length === 0) return [];
  return [{ ...about, type: 'execution.waiting', data: { status, waitingNodeIds: waiting } }];
}
