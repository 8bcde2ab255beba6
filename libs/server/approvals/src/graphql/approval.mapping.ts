import { parseNodeKey } from '@millrace/engine';
import { askOf, type Approval } from '../approval';
import type { ApprovalType } from './approval.types';

/** An approval as GraphQL shows it. */
export function toApproval(approval: Approval): ApprovalType {
  const { nodeId, path = null } = parseNodeKey(approval.nodeKey);
  const { title, message, details, quorum, rejectQuorum, isEditable, schema } = askOf(approval);
  const { id, workspaceId, executionId, workflowId, status, payload, payloadVersion } = approval;
  return {
    ...{ id, workspaceId, executionId, workflowId, nodeId, path, title, message, details, status },
    ...{ quorum, rejectQuorum, schema, payload, payloadVersion },
    source: approval,
    editable: isEditable,
    originalPayload: approval.prompt['payload'] ?? null,
    dueAt: approval.dueAt,
    expiresAt: approval.expiresAt,
    escalateAt: approval.escalateAt,
    escalatedAt: approval.escalatedAt,
    createdAt: approval.createdAt,
    decidedAt: approval.closedAt,
    reason: approval.reason,
    decidedVia: approval.decidedVia,
  };
}
