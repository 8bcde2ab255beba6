import { JsonScalar } from '@millrace/server-platform';
import { LIMITS, type Json } from '@millrace/workflow-model';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { ExecutionPayload, MAX_BREAKPOINTS } from './execution.type';

/** Outputs that can be edited at once. */
const MAX_EDITS = 20;

/** Another output than the one that was worked out. */
@InputType('ExecutionOutputEdit')
export class ExecutionOutputEdit {
  @Field(() => ID)
  nodeId: string;

  @Field({ defaultValue: 'main', description: 'A port on which the node gave something.' })
  port: string;

  @Field(() => JsonScalar, { nullable: true })
  value?: Json;
}

/** How a paused run goes on. */
@InputType('ExecutionStepInput')
export class ExecutionStepInput {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Nodes that it is paused before: only they begin, then the run is paused again. All when absent; with an empty list none begins, and the run tells what would come next.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_BREAKPOINTS)
  @MaxLength(LIMITS.idLength, { each: true })
  nodeIds?: string[] | null;

  @Field(() => [ExecutionOutputEdit], {
    nullable: true,
    description: 'What the nodes after it see in place of what completed nodes gave.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_EDITS)
  edits?: ExecutionOutputEdit[] | null;
}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionStepPayload extends ExecutionPayload {}
