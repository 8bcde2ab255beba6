import { Subject, type Observable } from 'rxjs';
import type { ApprovalOutcome, ApprovalPage, DecisionInput } from '../api/approval-api';
import { belongs, type ApprovalListKind, type ApprovalRow, type Decision } from '../model/approval-row';

/** An open approval for whoever looks, with what matters to a test. */
export function approvalOf(id: string, change: Partial<ApprovalRow> = {}): ApprovalRow {
  return {
    id,
    executionId: 'run',
    workflowId: 'workflow',
    nodeId: 'gate',
    path: null,
    title: `Gate ${id}`,
    message: '',
    status: 'OPEN',
    quorum: 1,
    rejectQuorum: 1,
    editable: false,
    schema: null,
    details: null,
    payload: null,
    originalPayload: null,
    payloadVersion: 1,
    dueAt: null,
    expiresAt: null,
    escalateAt: null,
    escalatedAt: null,
    createdAt: '2026-11-20T10:00:00.000Z',
    decidedAt: null,
    decidedBy: null,
    decidedVia: null,
    reason: null,
    mayDecide: true,
    assignees: [],
    votes: [],
    execution: { workflowName: 'Payments', version: null, mode: 'MANUAL' },
    ...change,
  };
}

/** The approvals of a server in memory. */
export class MemoryApprovals {
  rows: ApprovalRow[];
  readonly decisions: { readonly id: string; readonly decision: Decision; readonly input: DecisionInput }[] = [];
  /** While set, every decision is refused with it: somebody was faster. */
  winner: { readonly by: string; readonly message: string } | undefined;
  /** While set, every decision is refused with it, and the approval is told as it was. */
  refusal: { readonly code: string; readonly message: string } | undefined;
  readonly changed = new Subject<ApprovalRow>();

  constructor(rows: readonly ApprovalRow[]) {
    this.rows = [...rows];
  }

  async page({ kind, search }: { readonly kind: ApprovalListKind; readonly search: string }): Promise<ApprovalPage> {
    const rows = this.rows.filter((row) => belongs(row, kind) && row.title.includes(search));
    return { rows: rows.toSorted((a, b) => (a.id < b.id ? 1 : -1)), nextCursor: null };
  }

  async one(id: string): Promise<ApprovalRow | null> {
    return this.rows.find((row) => row.id === id) ?? null;
  }

  async ofRun(executionId: string): Promise<readonly ApprovalRow[]> {
    return this.rows.filter((row) => row.executionId === executionId);
  }

  changes(): Observable<ApprovalRow> {
    return this.changed;
  }

  async decide(row: ApprovalRow, decision: Decision, input: DecisionInput): Promise<ApprovalOutcome> {
    this.decisions.push({ id: row.id, decision, input });
    if (this.refusal) return { approval: { ...row }, refusal: this.refusal };
    const by = this.winner?.by ?? 'Ada';
    const approval = this.put({ ...row, status: decision, mayDecide: false, decidedBy: by });
    return this.winner
      ? { approval, refusal: { code: 'APPROVAL_DECIDED', message: this.winner.message } }
      : { approval };
  }

  async reassign(id: string): Promise<ApprovalOutcome> {
    const approval = await this.one(id);
    return approval ? { approval } : {};
  }

  remind(id: string): Promise<ApprovalOutcome> {
    return this.reassign(id);
  }

  put(row: ApprovalRow): ApprovalRow {
    this.rows = [...this.rows.filter(({ id }) => id !== row.id), row];
    return row;
  }
}
