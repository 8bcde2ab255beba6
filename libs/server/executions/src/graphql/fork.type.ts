import { JsonScalar } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, MaxLength, Min } from 'class-validator';
import type { ForkWish, PlannedFork } from '../fork/fork-execution';
import type { ForkFate, ForkReason } from '../fork/fork-plan';
import { shownPlan } from '../fork/shown-plan';
import { ExecutionsPayload } from './execution-list.type';
import { toValue } from './execution.mapping';
import { ExecutionPayload, NodeValueType } from './execution.type';

const MAX_VERSION_LENGTH = 100;
const MAX_POINTS = 500;
const MAX_POINT_LENGTH = 2_000;
const MAX_TOKEN_LENGTH = 100;

/** What becomes of a node in a fork. */
export const ForkFateEnum = { REUSED: 'reused', AGAIN: 'again', NEW: 'new', SKIPPED: 'skipped' } as const;
registerEnumType(ForkFateEnum, {
  name: 'ForkFate',
  description: 'What becomes of a node in a fork.',
  valuesMap: {
    REUSED: { description: 'It is not run: its result is that of the source.' },
    AGAIN: { description: 'It runs again.' },
    NEW: { description: 'It runs for the first time.' },
    SKIPPED: { description: 'It lies on a path that is dead, as it was in the source.' },
  },
});

/** Why a node runs again, or does not. */
export const ForkReasonEnum = {
  SAME: 'same',
  PINNED: 'pinned',
  DEAD_PATH: 'dead-path',
  FORK_POINT: 'fork-point',
  INSIDE: 'inside',
  AFTER: 'after',
  FAILED: 'failed',
  UNFINISHED: 'unfinished',
  NEVER_RAN: 'never-ran',
  NEW: 'new',
  CHANGED: 'changed',
  INPUT_CHANGED: 'input-changed',
} as const satisfies Record<string, ForkReason>;
registerEnumType(ForkReasonEnum, {
  name: 'ForkReason',
  description: 'Why a node runs again, or does not.',
  valuesMap: {
    SAME: { description: 'It and all before it are as they were.' },
    FORK_POINT: { description: 'It was asked for.' },
    INSIDE: { description: 'Turns of the loop run again; the others are kept.' },
    AFTER: { description: 'It stands behind one that was asked for, or that had no result.' },
    CHANGED: { description: 'Its configuration, account, version or an edge into it is another one.' },
    INPUT_CHANGED: { description: 'It stands behind one that is another one.' },
  },
});

/** How to fork a run. */
@InputType('ExecutionForkInput')
export class ExecutionForkInput {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Nodes (`b`), nodes in a turn (`each/3/b`) or whole turns (`each/3`) that run again; what failed, and what had no result yet, when absent.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_POINTS)
  @MaxLength(MAX_POINT_LENGTH, { each: true })
  from?: string[] | null;

  @Field({ defaultValue: 'same', description: '`same`, `draft`, `published` or a number such as `1.2.0`.' })
  @MaxLength(MAX_VERSION_LENGTH)
  version: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What the trigger gives in place of what it gave.' })
  trigger?: Json;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'What the one node of `from` is given: by the id of a parent, a value in place of what that gave. Of a turn (`each/3`), or the first node in one: by the id of the loop, another item.',
  })
  inputs?: Json;

  @Field(() => Int, { nullable: true, description: 'The attempt that was looked at; only noted.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  attempt?: number | null;

  @Field(() => String, {
    nullable: true,
    description: '`token` of a plan: if it is another one by now, nothing starts.',
  })
  @IsOptional()
  @MaxLength(MAX_TOKEN_LENGTH)
  token?: string | null;
}

/** The turns of a loop that runs again. */
@ObjectType('ForkTurns', { description: 'The turns of a loop that runs again.' })
export class ForkTurnsType {
  @Field(() => Int, { description: 'Turns that are kept as they are, as long as they are about the same items.' })
  kept: number;

  @Field(() => [Int], { description: 'Turns of which something runs again, from 0.' })
  again: readonly number[];
}

/** A node of a plan. */
@ObjectType('ForkStep', { description: 'A node of a plan; what is inside of loops is told by their turns.' })
export class ForkStepType {
  @Field(() => ID)
  nodeId: string;

  @Field()
  label: string;

  @Field()
  type: string;

  @Field(() => ForkFateEnum)
  fate: ForkFate;

  @Field(() => ForkReasonEnum)
  reason: ForkReason;

  @Field({ description: 'Whether it, or something inside of it, runs and does something in the world.' })
  hasEffects: boolean;

  @Field(() => ForkTurnsType, { nullable: true })
  turns: ForkTurnsType | null;
}

/** What a node is given by one of its parents. */
@ObjectType('ForkInput', {
  description: 'What the node is given by one of its parents, or the turn by its loop: its item.',
})
export class ForkInputType {
  @Field(() => ID, { description: 'The parent, or the loop.' })
  nodeId: string;

  @Field()
  label: string;

  @Field(() => NodeValueType)
  value: NodeValueType;
}

/** What a fork does. */
@ObjectType('ForkPlan', { description: 'What a fork does, in the order of the graph.' })
export class ForkPlanType {
  @Field({ description: 'Names this plan: given with the mutation, exactly this is started, or nothing.' })
  token: string;

  @Field(() => [ID], { description: 'What it is forked from.' })
  from: readonly string[];

  @Field(() => [ForkStepType])
  steps: readonly ForkStepType[];

  @Field(() => [ForkInputType], {
    description: 'What the one node or turn that is forked from is given; can be edited.',
  })
  inputs: readonly ForkInputType[];

  @Field(() => JsonScalar, { description: 'The document that the fork runs.' })
  document: unknown;
}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionForkPayload extends ExecutionPayload {
  @Field(() => ForkPlanType, { nullable: true })
  plan?: ForkPlanType;
}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionsRetryPayload extends ExecutionsPayload {}

/** The wish in an input. */
export function toForkWish(executionId: string, input: ExecutionForkInput): ForkWish {
  const { from, version, trigger, inputs, attempt, token } = input;
  return {
    ...{ executionId, from: from ?? 'failed', version },
    ...(trigger === undefined ? {} : { trigger }),
    ...(isRecord(inputs) ? { inputs } : {}),
    ...(attempt ? { attempt } : {}),
    ...(token ? { token } : {}),
  };
}

function isRecord(value: Json | undefined): value is Readonly<Record<string, Json>> & Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

/** The plan as GraphQL shows it. */
export function toForkPlan(planned: PlannedFork): ForkPlanType {
  const { token, from, version } = planned;
  const { steps, inputs } = shownPlan(planned);
  return {
    ...{ token, from, document: version.document },
    steps: steps.map((step) => ({ ...step, turns: step.turns ?? null })),
    inputs: inputs.map(({ nodeId, label, value }) => ({ nodeId, label, value: toValue(value) })),
  };
}
