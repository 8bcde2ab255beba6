import {
  SignalRules,
  type AskedSignal,
  type LockedExecution,
  type SignalRequest,
  type SignalRule,
  type SignalVerdict,
} from '@millrace/server-executions';
import type { SqlClient } from '@millrace/server-platform';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { askOf } from '../approval';
import { ApprovalStore } from '../approval-store';
import { approvalAnswerUnclear, approvalDecided, approvalNotFound, approvalNotYours } from '../approvals.errors';
import { ApprovalPeople } from '../people';
import type { Decider } from '../person';
import { DecideApproval, type ApprovalAnswer } from './decide-approval';

/** Events that answer an approval obey the same rules as every other way to decide. */
@Injectable()
export class ApprovalRule implements SignalRule, OnModuleInit {
  readonly asks = 'approval';

  constructor(
    private readonly rules: SignalRules,
    private readonly store: ApprovalStore,
    private readonly people: ApprovalPeople,
    private readonly decisions: DecideApproval,
  ) {}

  onModuleInit(): void {
    this.rules.add(this);
  }

  /** @throws DomainError `APPROVAL_ANSWER_UNCLEAR`, and as `DecideApproval.decide` */
  async judge(client: SqlClient, { run, nodeKey, signal }: AskedSignal): Promise<SignalVerdict> {
    const [approval] = await this.store.lockOfNode(client, run.executionId, nodeKey);
    if (!approval) throw approvalNotFound(nodeKey);
    const decider = await this.sender(client, signal);
    if (!decider) throw approvalNotYours(approval);
    const answer = answerIn(signal.payload, askOf(approval).isEditable);
    if (answer === undefined) throw approvalAnswerUnclear(approval);
    return this.decisions.vote(client, approval, decider, answer);
  }

  /** @throws DomainError `APPROVAL_DECIDED` */
  async late(client: SqlClient, run: LockedExecution, { name }: SignalRequest): Promise<void> {
    const approval = await this.store.newestByEvent(client, run.executionId, name);
    if (!approval || approval.status === 'open') return;
    const { decidedBy, workspaceId } = approval;
    throw approvalDecided(approval, decidedBy && (await this.people.labelOf(workspaceId, decidedBy, client)));
  }

  /** Events that nobody sent, such as those that runs publish, decide nothing. */
  private async sender(client: SqlClient, { actor, from, workspaceId }: SignalRequest): Promise<Decider | null> {
    if (actor) return this.people.deciderOf(actor, client);
    return from === undefined ? null : this.people.senderOf(workspaceId, from, client);
  }
}

/** Only `true` approves and only `false` rejects: text, numbers and a missing field decide nothing, so that nothing happens by accident. */
export function answerIn(payload: Json, isEditable: boolean): ApprovalAnswer | undefined {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined;
  const given: JsonObject = payload;
  if (typeof given['approved'] !== 'boolean') return undefined;
  const { record: _, ...more } = given;
  const reason = [given['reason'], given['comment']].find((text) => typeof text === 'string' && text !== '');
  return {
    decision: given['approved'] ? 'approved' : 'rejected',
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(isEditable && given['payload'] !== undefined ? { payload: given['payload'] } : {}),
    more,
  };
}
