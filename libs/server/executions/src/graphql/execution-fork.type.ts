import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** What a fork was asked for. */
@ObjectType('ExecutionFork', { description: 'What a fork was asked for.' })
export class ExecutionForkType {
  @Field(() => [ID], {
    description:
      'Nodes and turns that it was forked from; none when it goes on from where its source failed or stopped.',
  })
  from: readonly string[];

  @Field(() => Int, { nullable: true, description: 'The attempt of the source that was looked at.' })
  attempt?: number | null;

  @Field({ description: 'Whether it was given something else than its source.' })
  isEdited: boolean;
}
