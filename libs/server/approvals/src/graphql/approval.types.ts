import { connectionOf, JsonScalar, MutationErrorType } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Approval, ApprovalStatus, Decision } from '../approval';

/** What became of an approval. */
export const ApprovalStatusEnum = {
  OPEN: 'open',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  TIMED_OUT: 'timed_out',
  CANCELLED: 'cancelled',
} as const;
registerEnumType(ApprovalStatusEnum, {
  name: 'ApprovalStatus',
  description: 'What became of an approval.',
  valuesMap: { CANCELLED: { description: 'The run ended, or went on, without an answer.' } },
});

/** What somebody says. */
export const ApprovalDecisionEnum = { APPROVED: 'approved', REJECTED: 'rejected' } as const;
registerEnumType(ApprovalDecisionEnum, { name: 'ApprovalDecision', description: 'What somebody says.' });

/** Which approvals a list holds. */
export const ApprovalFilterEnum = { MINE: 'mine', ALL: 'all', OPEN: 'open', CLOSED: 'closed' } as const;
registerEnumType(ApprovalFilterEnum, {
  name: 'ApprovalFilter',
  description: 'Which approvals a list holds.',
  valuesMap: { MINE: { description: 'Open ones that wait for whoever asks.' } },
});

/** What an assignee is. */
export const AssigneeKindEnum = { USER: 'user', MAIL: 'mail', ROLE: 'role' } as const;
registerEnumType(AssigneeKindEnum, {
  name: 'ApprovalAssigneeKind',
  description: 'What an assignee is.',
  valuesMap: {
    USER: { description: 'A member, by id.' },
    MAIL: { description: 'An address, of a member or of somebody without an account.' },
    ROLE: { description: 'Everybody with this role or a higher one.' },
  },
});

/** Somebody who may decide. */
@ObjectType('ApprovalAssignee')
export class ApprovalAssigneeType {
  @Field(() => ID, { description: 'As `approvalReassign` takes it, such as `mail:ada@example.com`.' })
  id: string;

  @Field(() => AssigneeKindEnum)
  kind: 'user' | 'mail' | 'role';

  @Field({ description: 'What people read.' })
  name: string;
}

/** One thing that was changed in a payload. */
@ObjectType('ApprovalChange')
export class ApprovalChangeType {
  @Field({ description: 'As templates write it, such as `items[0].price`; empty for the whole.' })
  path: string;

  @Field(() => JsonScalar, { nullable: true, description: 'Null also when it was not there.' })
  before?: Json;

  @Field(() => JsonScalar, { nullable: true, description: 'Null also when it was taken out.' })
  after?: Json;
}

/** What somebody said. */
@ObjectType('ApprovalVote')
export class ApprovalVoteType {
  @Field(() => ID)
  person: string;

  @Field()
  name: string;

  @Field(() => ApprovalDecisionEnum)
  decision: Decision;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field(() => [ApprovalChangeType], { description: 'What they changed in the payload.' })
  changes: ApprovalChangeType[];

  @Field({ description: 'False when the payload was changed after they agreed: they may decide again.' })
  counts: boolean;

  @Field({ description: '`app`, `api` or `link`.' })
  via: string;

  @Field()
  at: Date;
}

/** A gate that waits, or waited, for people. */
@ObjectType('Approval', { description: 'A gate of a run that waits, or waited, for people.' })
export class ApprovalType {
  @Field(() => ID)
  id: string;

  workspaceId: string;

  /** As stored, for fields that are asked for apart. */
  source: Approval;

  @Field(() => ID)
  executionId: string;

  @Field(() => ID, { nullable: true, description: 'Null for a run of a document that nobody saved.' })
  workflowId: string | null;

  @Field(() => ID, { description: 'The gate in the graph.' })
  nodeId: string;

  @Field(() => String, { nullable: true, description: 'The turn of the loop that the gate is in, such as `each/3`.' })
  path: string | null;

  @Field({ description: 'Label of the gate.' })
  title: string;

  @Field()
  message: string;

  @Field(() => JsonScalar, { nullable: true })
  details: Json;

  @Field(() => ApprovalStatusEnum)
  status: ApprovalStatus;

  @Field(() => Int, { description: 'How many have to agree.' })
  quorum: number;

  @Field(() => Int, { description: 'How many have to refuse for it to be rejected.' })
  rejectQuorum: number;

  @Field({ description: 'Whether the payload may be changed with the decision.' })
  editable: boolean;

  @Field(() => JsonScalar, { nullable: true, description: 'JSON Schema that the payload has to fit.' })
  schema: Json;

  @Field(() => JsonScalar, { nullable: true, description: 'As it is now.' })
  payload: Json;

  @Field(() => JsonScalar, { nullable: true, description: 'As the gate asked.' })
  originalPayload: Json;

  @Field(() => Int, { description: 'Rises with every change of the payload.' })
  payloadVersion: number;

  @Field(() => Date, { nullable: true, description: 'When it should be decided.' })
  dueAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the run goes on without an answer.' })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When further people are asked.' })
  escalateAt: Date | null;

  @Field(() => Date, { nullable: true })
  escalatedAt: Date | null;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was decided, or ended without an answer.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Reason of whoever decided last.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'How the last vote came: `app`, `api` or `link`.' })
  decidedVia: string | null;
}

/** Approvals in pages. */
@ObjectType('ApprovalConnection')
export class ApprovalConnectionType extends connectionOf(ApprovalType, 'Approval') {}

/** How many approvals there are; counting stops at 1,000. */
@ObjectType('ApprovalCounts', { description: 'How many approvals are open; counting stops at 1,000.' })
export class ApprovalCountsType {
  @Field(() => Int, { description: 'Wait for whoever asks.' })
  mine: number;

  @Field(() => Int)
  open: number;

  @Field(() => Int, { description: 'Wait for whoever asks, and should have been decided by now.' })
  overdue: number;
}

/** The approval as it is after the action; also when somebody else was faster. */
@ObjectType({ isAbstract: true })
export abstract class ApprovalPayload {
  @Field(() => ApprovalType, { nullable: true, description: 'As it is now, also when somebody else was faster.' })
  approval?: ApprovalType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class ApprovalDecidePayload extends ApprovalPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ApprovalReassignPayload extends ApprovalPayload {}

/** See the mutation of its name. */
@ObjectType()
export class ApprovalRemindPayload extends ApprovalPayload {}
