import { JsonScalar } from '@millrace/server-platform';
import { LIMITS, type Json } from '@millrace/workflow-model';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsString, MaxLength } from 'class-validator';
import type { PartialMode, PartialPlan } from '../partial/partial-plan';
import type { PartialRunRequest } from '../partial/run-partial';
import { ExecutionPayload, MAX_BREAKPOINTS, PartialModeEnum } from './execution.type';

/** What to run of a workflow's draft. */
@InputType('ExecutionPartialInput')
export class ExecutionPartialInput {
  @Field(() => PartialModeEnum)
  mode: PartialMode;

  @Field(() => ID)
  @MaxLength(LIMITS.idLength)
  nodeId: string;

  @Field(() => [ID], { nullable: true, description: 'Nodes that are run beside the one; with STEP only.' })
  @IsOptional()
  @ArrayMaxSize(MAX_BREAKPOINTS)
  @MaxLength(LIMITS.idLength, { each: true })
  alsoRun?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Breakpoints: nodes before which the run is paused, each once. `executionResume` goes on.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_BREAKPOINTS)
  @MaxLength(LIMITS.idLength, { each: true })
  pauseBefore?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Run of the same workflow whose results are reused where nothing before them changed since.',
  })
  @IsOptional()
  @IsString()
  sourceExecutionId?: string | null;

  @Field(() => ID, { nullable: true, description: "The source run's, else the first that leads to the node." })
  @IsOptional()
  @MaxLength(LIMITS.idLength)
  triggerNodeId?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      "Output of the trigger; its pin, else the source run's, else {} when absent. No result is reused with it.",
  })
  triggerInput?: Json;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Pinned outputs: node id to a value per port. They go before the stored ones.',
  })
  pins?: unknown;

  @Field({ defaultValue: true, description: 'Whether the stored pins of the draft count, too.' })
  usePins: boolean;
}

/** A node that is not run. */
@ObjectType('ReusedNode', { description: 'A node whose result is known before.' })
export class ReusedNodeType {
  @Field(() => ID)
  nodeId: string;

  @Field({ description: 'Whether the result is pinned.' })
  pinned: boolean;

  @Field(() => ID, { nullable: true, description: 'The run that the result comes from, unless it is pinned.' })
  executionId: string | null;
}

/** What a partial run does. */
@ObjectType('ExecutionPlan', { description: 'What a partial run does, in the order of the graph.' })
export class ExecutionPlanType {
  @Field(() => ID)
  triggerNodeId: string;

  @Field(() => [ID], { description: 'Nodes that are run.' })
  run: readonly string[];

  @Field(() => [ReusedNodeType])
  reused: readonly ReusedNodeType[];
}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionStartPartialPayload extends ExecutionPayload {
  @Field(() => ExecutionPlanType, { nullable: true })
  plan?: ExecutionPlanType;
}

/** The request in an input. */
export function toPartialRequest(workflowId: string, input: ExecutionPartialInput): PartialRunRequest {
  const { mode, nodeId, alsoRun, pauseBefore, sourceExecutionId, triggerNodeId, triggerInput, pins, usePins } = input;
  return {
    ...{ workflowId, mode, nodeId, pins, usePins },
    ...(alsoRun ? { alsoRun } : {}),
    ...(pauseBefore ? { pauseBefore } : {}),
    ...(sourceExecutionId ? { sourceExecutionId } : {}),
    ...(triggerNodeId ? { triggerNodeId } : {}),
    ...(triggerInput === undefined ? {} : { triggerInput }),
  };
}

/** The plan as GraphQL shows it. */
export function toPlan({ triggerNodeId, run, reused }: PartialPlan): ExecutionPlanType {
  return {
    triggerNodeId,
    run,
    reused: reused.map(({ nodeId, from }) => ({
      nodeId,
      pinned: from === 'pin',
      executionId: from === 'pin' ? null : from.executionId,
    })),
  };
}
