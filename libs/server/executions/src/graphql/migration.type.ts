import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MigrationObstacle } from '../migrate/migration-check';
import { ExecutionsPayload } from './execution-list.type';

/** Why a waiting run cannot go on with the live version. */
export const MigrationReasonEnum = {
  TRIGGER_GONE: 'trigger-gone',
  WAITS_ELSEWHERE: 'waits-elsewhere',
  DONE_CHANGED: 'done-changed',
  PARTIAL: 'partial',
} as const satisfies Record<string, MigrationObstacle['reason']>;
registerEnumType(MigrationReasonEnum, {
  name: 'MigrationReason',
  description: 'Why a waiting run cannot go on with the live version.',
  valuesMap: {
    TRIGGER_GONE: { description: 'The version does not begin where the run began.' },
    WAITS_ELSEWHERE: { description: 'A node that waits, or a loop that goes on, is gone or is another one.' },
    DONE_CHANGED: { description: 'A node that is done is another one: what it gave would no longer hold.' },
    PARTIAL: { description: 'It runs only a part of its own version.' },
  },
});

/** Waiting runs of a version that is no longer live. */
@ObjectType('WaitingVersion', { description: 'Waiting runs of a version that is no longer live.' })
export class WaitingVersionType {
  @Field(() => ID)
  versionId: string;

  @Field(() => String, { nullable: true })
  version: string | null;

  @Field(() => Int, { description: 'Runs of it that wait.' })
  count: number;
}

/** What stands in the way of a run. */
@ObjectType('MigrationObstacle')
export class MigrationObstacleType {
  @Field(() => ID, { nullable: true })
  nodeId: string | null;

  @Field(() => String, { nullable: true })
  label: string | null;

  @Field(() => MigrationReasonEnum)
  reason: MigrationObstacle['reason'];
}

/** A waiting run, and whether it can go on with the live version. */
@ObjectType('MigrationCheck', { description: 'A waiting run, and whether it can go on with the live version.' })
export class MigrationCheckType {
  @Field(() => ID)
  executionId: string;

  @Field(() => [MigrationObstacleType], { description: 'What stands in the way; none when it can.' })
  obstacles: readonly MigrationObstacleType[];
}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionsMigratePayload extends ExecutionsPayload {}
