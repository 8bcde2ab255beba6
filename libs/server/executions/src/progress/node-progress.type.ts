import { JsonScalar } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** What a node shows while it runs. */
@ObjectType('NodeProgress', {
  description: 'What a node shows while it runs, such as text as it is written. Never kept.',
})
export class NodeProgressType {
  @Field(() => ID)
  executionId: string;

  @Field(() => ID)
  nodeId: string;

  @Field(() => Int, {
    description: 'Counts the notices of one attempt, from 1; a gap means that something was dropped.',
  })
  seq: number;

  @Field(() => [JsonScalar], {
    description: 'In order. `{kind: "text", delta}` goes on with the text; `turn` and `tool` are steps of an agent.',
  })
  updates: JsonObject[];
}
