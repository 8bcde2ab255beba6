import { Requires } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { ExecutionType } from '../graphql/execution.type';

/** Why a run does not begin yet. */
@ObjectType('ExecutionQueue', { description: 'It waits because its workflow allows only so many runs at a time.' })
export class ExecutionQueueType {
  @Field(() => Int, { description: 'Runs that go before it.' })
  ahead: number;

  @Field(() => Int, { description: 'Runs that may go on at the same time.' })
  limit: number;

  @Field(() => String, {
    nullable: true,
    description: 'What the key came to; the limit holds for each value by itself.',
  })
  key: string | null;
}

/** Indexes: execution_pkey, concurrency_lane_pkey, execution_lane. */
const PLACES = `
  SELECT e.id, l.max AS "limit", l.key,
    (SELECT count(*)::int FROM execution q WHERE q.lane = e.lane AND q.lane_state = 'queued' AND q.finished_at IS NULL
      AND ((q.started_at IS NULL), q.created_at, q.id) < ((e.started_at IS NULL), e.created_at, e.id)) AS ahead
  FROM execution e JOIN concurrency_lane l ON l.lane = e.lane
  WHERE e.id = ANY($1::uuid[]) AND e.lane_state = 'queued' AND e.finished_at IS NULL`;

/** Where a run stands that waits for a slot. */
@Resolver(() => ExecutionType)
export class LaneQueueResolver {
  private readonly places = new DataLoader<string, ExecutionQueueType | null>((ids) => this.find(ids), {
    cache: false,
    maxBatchSize: 100,
  });

  constructor(private readonly pool: SqlPool) {}

  @Requires('execution:read')
  @ResolveField(() => ExecutionQueueType, { nullable: true, description: 'Null unless it waits for a slot.' })
  queue(@Parent() { id, finishedAt }: ExecutionType): Promise<ExecutionQueueType | null> {
    return finishedAt ? Promise.resolve(null) : this.places.load(id);
  }

  private async find(ids: readonly string[]): Promise<(ExecutionQueueType | null)[]> {
    const { rows } = await this.pool.query<ExecutionQueueType & { id: string }>(PLACES, [ids]);
    const found = new Map(rows.map(({ id, ...place }) => [id, place]));
    return ids.map((id) => found.get(id) ?? null);
  }
}
