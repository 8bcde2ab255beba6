import { isDeepStrictEqual } from 'node:util';
import { draftOf, readSchema, schemaErrors } from '@millrace/nodes';
import { WakeWaiting, type LockedExecution } from '@millrace/server-executions';
import { AuditTrail, type Actor } from '@millrace/server-identity';
import { Announcements, SqlPool, type SqlClient } from '@millrace/server-platform';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Injectable, Optional } from '@nestjs/common';
import { announcementOf } from '../announcement';
import { askOf, type Approval, type Decision, type Vote } from '../approval';
import { ApprovalStore } from '../approval-store';
import {
  approvalChanged,
  approvalDecided,
  approvalNotYours,
  approvalVoted,
  payloadInvalid,
  payloadNotEditable,
} from '../approvals.errors';
import { ApprovalPeople } from '../people';
import { isFor, type Decider } from '../person';
import { payloadDiff } from './payload-diff';
import { counted, tally } from './tally';

/** What somebody says. */
export interface ApprovalAnswer {
  readonly decision: Decision;
  readonly reason?: string;
  /** The payload as they want it; as it is when absent. */
  readonly payload?: Json;
  /** The version of the payload that they have seen; whatever it is when absent. */
  readonly seenVersion?: number;
  /** What an event brought beside the decision; handed on to the gate. */
  readonly more?: JsonObject;
}

/** What a vote did: the gate goes on with a value, or more votes are needed. */
export type VoteOutcome = { readonly wakeWith: JsonObject } | 'counted';

/** Lets people decide, each once, and the gate exactly once: every way to decide ends here, under the lock of the run. */
@Injectable()
export class DecideApproval {
  constructor(
    private readonly pool: SqlPool,
    private readonly store: ApprovalStore,
    private readonly people: ApprovalPeople,
    private readonly waiting: WakeWaiting,
    private readonly announcements: Announcements,
    /** Absent where nobody signs in, as in workers. */
    @Optional() private readonly audit?: AuditTrail,
  ) {}

  /**
   * Decides as whoever asks.
   * @throws DomainError `APPROVAL_NOT_FOUND`, `APPROVAL_DECIDED` (409, names the winner), `APPROVAL_NOT_YOURS` (403),
   * `APPROVAL_ALREADY_VOTED`, `APPROVAL_CHANGED`, `APPROVAL_PAYLOAD_NOT_EDITABLE`, `APPROVAL_PAYLOAD_INVALID`
   */
  async decide(actor: Actor, id: string, answer: ApprovalAnswer): Promise<Approval> {
    const { executionId } = await this.store.find(actor.workspaceId, id);
    await this.pool.tx(async (client) => {
      const run = await this.waiting.lock(client, executionId, actor.workspaceId);
      const decider = await this.people.deciderOf(actor, client);
      await this.decideWithin(client, { run, id, decider }, answer);
    });
    return this.store.find(actor.workspaceId, id);
  }

  /** The same in a transaction that has locked the run. */
  async decideWithin(
    client: SqlClient,
    { run, id, decider }: { run: LockedExecution; id: string; decider: Decider },
    answer: ApprovalAnswer,
  ): Promise<void> {
    const approval = await this.store.lock(client, run.workspaceId, id);
    const outcome = await this.vote(client, approval, decider, answer);
    if (outcome === 'counted') return;
    const { nodeKey, eventName: name } = approval;
    const from = decider.userId ?? decider.label;
    const isWoken = await this.waiting.answer(client, run, { nodeKey, name, payload: outcome.wakeWith, from });
    // The run is being cancelled; what was written is rolled back.
    if (!isWoken) throw approvalDecided({ ...approval, status: 'cancelled' }, null);
  }

  /** Counts a vote on an approval that is locked, and closes it when that decides. The caller wakes the gate. */
  async vote(client: SqlClient, approval: Approval, decider: Decider, answer: ApprovalAnswer): Promise<VoteOutcome> {
    if (approval.status !== 'open') throw approvalDecided(approval, await this.winner(client, approval));
    if (!isFor(approval.assignees, decider)) throw approvalNotYours(approval);
    if (answer.seenVersion !== undefined && answer.seenVersion !== approval.payloadVersion)
      throw approvalChanged(approval);
    const earlier = (await this.store.votes([approval.id], client)).get(approval.id) ?? [];
    const isSecond = counted(earlier, approval).some(({ person }) => person === decider.person);
    if (isSecond) throw approvalVoted(approval);
    const standing = await this.edit(client, approval, answer);
    const { decision } = answer;
    const reason = answer.reason?.trim() || null;
    await this.store.vote(client, approval.id, {
      ...{ person: decider.person, decision, reason, via: decider.via },
      payloadVersion: standing.payloadVersion,
      diff: standing === approval ? null : payloadDiff(approval.payload, standing.payload),
    });
    await this.record(client, approval, decider, decision);
    const votes = (await this.store.votes([approval.id], client)).get(approval.id) ?? [];
    const { quorum, rejectQuorum } = askOf(approval);
    const outcome = tally(votes, { quorum, rejectQuorum, payloadVersion: standing.payloadVersion });
    if (outcome === undefined) return 'counted';
    const { person, via } = decider;
    const at = await this.store.close(client, approval.id, { decision: outcome, person, via, reason });
    await this.announcements.make(client, [announcementOf('approval.decided', { ...approval, status: outcome })]);
    return {
      wakeWith: await this.wakeValue(client, standing, { decision: outcome, decider, reason, at, votes, answer }),
    };
  }

  /** The approval with the payload that the answer wants. */
  private async edit(client: SqlClient, approval: Approval, { payload, decision }: ApprovalAnswer): Promise<Approval> {
    if (payload === undefined || decision === 'rejected' || isDeepStrictEqual(payload, approval.payload))
      return approval;
    const { isEditable, schema } = askOf(approval);
    if (!isEditable) throw payloadNotEditable(approval);
    const findings = schema === null ? [] : schemaErrors(payload, readSchema(schema), { draft: draftOf(schema) });
    if (findings.length > 0) throw payloadInvalid(findings);
    await this.store.changePayload(client, approval.id, payload);
    return { ...approval, payload, payloadVersion: approval.payloadVersion + 1 };
  }

  /** What the gate reads; see its executor. */
  private async wakeValue(
    client: SqlClient,
    approval: Approval,
    outcome: {
      decision: Decision;
      decider: Decider;
      reason: string | null;
      at: Date;
      votes: readonly Vote[];
      answer: ApprovalAnswer;
    },
  ): Promise<JsonObject> {
    const { decision, decider, reason, at, votes, answer } = outcome;
    const { isEditable } = askOf(approval);
    const diff = payloadDiff(approval.prompt['payload'] ?? null, approval.payload);
    const record: JsonObject = {
      ...{ decision, reason, by: decider.label, via: decider.via, at: at.toISOString() },
      votes: await Promise.all(votes.map((vote) => this.voteRecord(client, approval, vote))),
      ...(decider.userId === null ? {} : { byId: decider.userId }),
      ...(isEditable ? { payload: approval.payload, diff: diff as unknown as Json } : {}),
    };
    return { ...answer.more, approved: decision === 'approved', ...(reason === null ? {} : { reason }), record };
  }

  private async voteRecord(client: SqlClient, { workspaceId }: Approval, vote: Vote): Promise<JsonObject> {
    const by = await this.people.labelOf(workspaceId, vote.person, client);
    const { decision, reason, via, at } = vote;
    return { by, decision, via, at: at.toISOString(), ...(reason === null ? {} : { reason }) };
  }

  private async winner(client: SqlClient, { workspaceId, decidedBy }: Approval): Promise<string | null> {
    return decidedBy === null ? null : this.people.labelOf(workspaceId, decidedBy, client);
  }

  private async record(client: SqlClient, approval: Approval, decider: Decider, decision: Decision): Promise<void> {
    const { workspaceId } = approval;
    const { userId, via } = decider;
    const actor =
      userId === null ? null : { userId, workspaceId, via: via === 'api' ? ('token' as const) : ('session' as const) };
    await this.audit?.record(client, {
      ...{ action: `approval.${decision}`, actor, workspaceId },
      target: { type: 'approval', id: approval.id, label: askOf(approval).title },
      details: { executionId: approval.executionId, via, ...(userId === null ? { by: decider.label } : {}) },
    });
  }
}
