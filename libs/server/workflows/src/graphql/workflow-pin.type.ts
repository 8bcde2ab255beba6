import { JsonScalar, MutationErrorType } from '@millrace/server-platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { PinnedPorts } from '../rules/read-pins';

/** A pinned output of a node of a draft. */
@ObjectType('WorkflowPin', { description: 'An output that runs by hand take instead of running the node.' })
export class WorkflowPinType {
  @Field(() => ID)
  nodeId: string;

  @Field(() => JsonScalar, { description: 'A value per output port that is to be live.' })
  ports: PinnedPorts;

  @Field(() => ID)
  updatedBy: string;

  @Field(() => Date)
  updatedAt: Date;
}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowPinSetPayload {
  @Field(() => WorkflowPinType, { nullable: true })
  pin?: WorkflowPinType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class WorkflowPinRemovePayload {
  @Field(() => ID, { nullable: true, description: 'Null when there was no pin.' })
  removedNodeId?: string | null;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}
