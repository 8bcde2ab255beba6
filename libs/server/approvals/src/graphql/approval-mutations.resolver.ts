import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { JsonScalar, payloadOf } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Args, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import type { Approval, Decision } from '../approval';
import { ApprovalStore } from '../approval-store';
import { ChangeApproval } from '../change-approval';
import { DecideApproval } from '../decide/decide-approval';
import { toApproval } from './approval.mapping';
import {
  ApprovalDecidePayload,
  ApprovalDecisionEnum,
  ApprovalReassignPayload,
  ApprovalRemindPayload,
  type ApprovalPayload,
} from './approval.types';

/** What comes with a decision. */
@InputType()
export class ApprovalDecideInput {
  @Field(() => String, { nullable: true, description: 'Why; up to 4,000 characters.' })
  @IsOptional()
  @MaxLength(4_000)
  reason?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'The payload as it should be; leave it out to keep it.' })
  @IsOptional()
  payload?: Json;

  @Field(() => Int, {
    nullable: true,
    description: '`payloadVersion` that was seen; the decision is refused when it is another by now.',
  })
  @IsOptional()
  payloadVersion?: number | null;
}

/** Refused because of who asks: told beside the approval, like every other reason. */
const FORBIDDEN = 403;

/** What can be done with approvals. Who may is decided by each approval. */
@Resolver()
export class ApprovalMutationsResolver {
  constructor(
    private readonly decisions: DecideApproval,
    private readonly changes: ChangeApproval,
    private readonly store: ApprovalStore,
  ) {}

  @Requires('execution:read')
  @Mutation(() => ApprovalDecidePayload, {
    description: 'Approves or rejects. Exactly one decision wins; who comes later gets APPROVAL_DECIDED and who won.',
  })
  approvalDecide(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('decision', { type: () => ApprovalDecisionEnum }) decision: Decision,
    @Args('input', { type: () => ApprovalDecideInput, nullable: true }) input?: ApprovalDecideInput | null,
  ): Promise<ApprovalPayload> {
    const { reason, payload, payloadVersion } = input ?? {};
    return this.act(actor, id, () =>
      this.decisions.decide(actor, id, {
        decision,
        ...(reason ? { reason } : {}),
        ...(payload === undefined ? {} : { payload }),
        ...(payloadVersion ? { seenVersion: payloadVersion } : {}),
      }),
    );
  }

  @Requires('execution:read')
  @Mutation(() => ApprovalReassignPayload, {
    description:
      'Gives an open approval to other people: ids or addresses of members, other addresses, or roles. For those who may control runs, and for whoever has it now.',
  })
  approvalReassign(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('assignees', { type: () => [String] }) assignees: string[],
  ): Promise<ApprovalPayload> {
    return this.act(actor, id, () => this.changes.reassign(actor, id, assignees));
  }

  @Requires('execution:read')
  @Mutation(() => ApprovalRemindPayload, { description: 'Tells those who may decide once more.' })
  approvalRemind(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ApprovalPayload> {
    return this.act(actor, id, () => this.changes.remind(actor, id));
  }

  /** The approval stands beside the errors too: whoever lost sees who won. */
  private async act(actor: Actor, id: string, action: () => Promise<Approval>): Promise<ApprovalPayload> {
    const done = await payloadOf<{ approval?: Approval }>(async () => ({ approval: await action() }), [FORBIDDEN]);
    if (done.errors.length === 0 && 'approval' in done && done.approval) {
      return { approval: toApproval(done.approval), errors: [] };
    }
    const [approval] = await this.store.some(actor.workspaceId, [id]).catch(() => []);
    return approval ? { approval: toApproval(approval), errors: done.errors } : { errors: done.errors };
  }
}
