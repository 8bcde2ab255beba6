import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi, MutationRefused } from '@millrace/web-api';
import {
  ApprovalByIdDocument,
  ApprovalChangesDocument,
  ApprovalDecideDocument,
  ApprovalPageDocument,
  ApprovalReassignDocument,
  ApprovalRemindDocument,
  ApprovalsOfRunDocument,
} from '@millrace/web-api/graphql/approvals';
import type { ApprovalFilter } from '@millrace/web-api/graphql';
import type { Json } from '@millrace/workflow-model';
import { map, type Observable } from 'rxjs';
import type { ApprovalListKind, ApprovalRow, Decision } from '../model/approval-row';

/** A page of approvals. */
export interface ApprovalPage {
  readonly rows: readonly ApprovalRow[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** What comes with a decision. */
export interface DecisionInput {
  readonly reason?: string;
  /** As it was edited; left out when it was not. */
  readonly payload?: Json;
}

/** What became of an action: the approval as it is now, and why nothing was done. */
export interface ApprovalOutcome {
  readonly approval?: ApprovalRow;
  readonly refusal?: { readonly code: string; readonly message: string };
}

const FILTERS: Readonly<Record<ApprovalListKind, ApprovalFilter>> = { mine: 'MINE', open: 'OPEN', closed: 'CLOSED' };

/** Approvals of the API. */
@Injectable({ providedIn: 'root' })
export class ApprovalApi {
  private readonly api = inject(GraphqlApi);

  /** @throws ApiError */
  async page(
    request: { readonly kind: ApprovalListKind; readonly search: string; readonly after: string | null },
    signal: AbortSignal,
  ): Promise<ApprovalPage> {
    const { kind, search, after } = request;
    const variables = { filter: FILTERS[kind], after, search: search === '' ? null : search };
    const { approvals } = await this.api.query(ApprovalPageDocument, variables, { signal });
    const { hasNextPage, endCursor } = approvals.pageInfo;
    return { rows: approvals.nodes, nextCursor: hasNextPage ? (endCursor ?? null) : null };
  }

  /** @throws ApiError */
  async one(id: string): Promise<ApprovalRow | null> {
    return (await this.api.query(ApprovalByIdDocument, { id })).approval;
  }

  /** Of a run, oldest first. @throws ApiError */
  async ofRun(executionId: string): Promise<readonly ApprovalRow[]> {
    return (await this.api.query(ApprovalsOfRunDocument, { id: executionId })).execution?.approvals ?? [];
  }

  /** Approvals of the workspace, each time one is opened, changed or closed. */
  changes(): Observable<ApprovalRow> {
    return this.api.live(ApprovalChangesDocument, {}).pipe(map(({ approvalChanged }) => approvalChanged));
  }

  /** One decision wins; who comes later learns who won. @throws ApiError when nobody answers */
  async decide(row: ApprovalRow, decision: Decision, { reason, payload }: DecisionInput): Promise<ApprovalOutcome> {
    const input = {
      reason: reason?.trim() || null,
      ...(payload !== undefined && { payload }),
      payloadVersion: row.payloadVersion,
    };
    const { approvalDecide } = await this.api.mutate(ApprovalDecideDocument, { id: row.id, decision, input });
    return outcomeOf(approvalDecide);
  }

  /** Gives it to other people. @throws ApiError when nobody answers */
  async reassign(id: string, assignees: readonly string[]): Promise<ApprovalOutcome> {
    return outcomeOf((await this.api.mutate(ApprovalReassignDocument, { id, assignees })).approvalReassign);
  }

  /** Tells those who may decide once more. @throws ApiError when nobody answers */
  async remind(id: string): Promise<ApprovalOutcome> {
    return outcomeOf((await this.api.mutate(ApprovalRemindDocument, { id })).approvalRemind);
  }
}

type Payload = Parameters<typeof accepted>[0] & { readonly approval: ApprovalRow | null };

function outcomeOf(payload: Payload): ApprovalOutcome {
  const approval = payload.approval === null ? {} : { approval: payload.approval };
  if (payload.errors.length === 0) return approval;
  const { code, message } = new MutationRefused(payload.errors);
  return { ...approval, refusal: { code, message } };
}
