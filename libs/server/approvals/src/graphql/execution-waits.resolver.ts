import { parseNodeKey } from '@millrace/engine';
import { ExecutionType } from '@millrace/server-executions';
import { actorMay, CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RunDoors, type DoorKind } from '../waits/run-doors';

/** A node that waits. */
@ObjectType('ExecutionWait', { description: 'A node that waits, and what for.' })
export class ExecutionWaitType {
  @Field(() => ID)
  nodeId: string;

  @Field(() => String, { nullable: true, description: 'The turn of the loop that it is in, such as `each/3`.' })
  path: string | null;

  @Field({ description: '`timer`, `event`, `approval`, `form`, `webhook`, or what another node calls its wait.' })
  kind: string;

  @Field(() => String, { nullable: true, description: 'Name of the event that ends it.' })
  name: string | null;

  @Field(() => String, { nullable: true })
  correlation: string | null;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself.' })
  dueAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it can be answered without signing in; of forms and webhooks, for those who may control runs.',
  })
  url: string | null;

  @Field()
  since: Date;
}

interface WaitRow {
  readonly nodeKey: string;
  readonly kind: string;
  readonly name: string | null;
  readonly correlation: string | null;
  readonly dueAt: Date | null;
  readonly ask: JsonObject | null;
  readonly since: Date;
}

const COMPLEXITY = 5;

/** What a run waits for. */
@Resolver(() => ExecutionType)
export class ExecutionWaitsResolver {
  constructor(
    private readonly pool: SqlPool,
    private readonly doors: RunDoors,
  ) {}

  /** Whoever has an address can answer with it, so it is shown only to those who may answer anyway. */
  @Requires('execution:read')
  @ResolveField(() => [ExecutionWaitType], { complexity: COMPLEXITY, description: 'What it waits for, oldest first.' })
  async waits(
    @CurrentActor() actor: Actor,
    @Parent() { id, workspaceId }: ExecutionType,
  ): Promise<ExecutionWaitType[]> {
    // Index: wait_pkey.
    const { rows } = await this.pool.query<WaitRow>(
      `SELECT node_id AS "nodeKey", kind, name, correlation, due_at AS "dueAt", ask, created_at AS since FROM wait
       WHERE execution_id = $1 AND workspace_id = $2 ORDER BY created_at, node_id LIMIT 1000`,
      [id, workspaceId],
    );
    return rows.map(({ nodeKey, ask, ...row }) => {
      const { nodeId, path = null } = parseNodeKey(nodeKey);
      const asked = ask?.['kind'];
      const kind = typeof asked === 'string' ? asked : row.kind;
      const isDoor = (kind === 'form' || kind === 'webhook') && actorMay(actor, 'execution:control');
      const url = isDoor ? this.doors.addressOf(kind as DoorKind, id, nodeKey) : null;
      return { ...row, nodeId, path, kind, url };
    });
  }
}
