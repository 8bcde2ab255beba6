import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { mutationErrorOf, payloadOf } from '@millrace/server-platform';
import { WorkflowType } from '@millrace/server-workflows';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { forEachExecution } from '../control/bulk-executions';
import { ExecutionHistory } from '../history/execution-history';
import { MigrateRuns } from '../migrate/migrate-runs';
import type { ExecutionsPayload } from './execution-list.type';
import { toExecution } from './execution.mapping';
import { ExecutionsMigratePayload, MigrationCheckType, WaitingVersionType } from './migration.type';

/** Reads up to 200 logs. */
const CHECK_COMPLEXITY = 100;
const COUNT_COMPLEXITY = 10;

/** Waiting runs and the versions of their workflow. */
@Resolver(() => WorkflowType)
export class MigrationsResolver {
  constructor(
    private readonly migrations: MigrateRuns,
    private readonly history: ExecutionHistory,
  ) {}

  @Requires('execution:read')
  @ResolveField(() => [WaitingVersionType], {
    complexity: COUNT_COMPLEXITY,
    description: 'Published versions other than the live one on which runs still wait, the newest first.',
  })
  waitingVersions(@CurrentActor() actor: Actor, @Parent() { id }: WorkflowType): Promise<WaitingVersionType[]> {
    return this.migrations.waiting(actor, id);
  }

  @Requires('execution:read')
  @Query(() => [MigrationCheckType], {
    complexity: CHECK_COMPLEXITY,
    description:
      'Up to 200 runs that wait on a version, and whether they can go on with the live one; changes nothing.',
  })
  async executionsMigrationCheck(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('versionId', { type: () => ID }) versionId: string,
  ): Promise<MigrationCheckType[]> {
    return this.migrations.check(actor, workflowId, versionId);
  }

  @Requires('execution:control')
  @Mutation(() => ExecutionsMigratePayload, {
    description: 'Lets waiting runs go on with the live version of their workflow, where nothing stands in the way.',
  })
  executionsMigrate(
    @CurrentActor() actor: Actor,
    @Args({ name: 'ids', type: () => [ID], description: 'At most 100.' }) ids: string[],
  ): Promise<ExecutionsPayload> {
    return payloadOf(async () => {
      const done = await forEachExecution(ids, async (id) => {
        await this.migrations.migrate(actor, id);
        return id;
      });
      const moved = done.flatMap(({ value }) => value ?? []);
      const shown = new Map((await this.history.summaries(actor, moved)).map((one) => [one.id, toExecution(one)]));
      return {
        results: done.map(({ id, value, error }) => ({
          id,
          execution: (value === undefined ? undefined : shown.get(value)) ?? null,
          error: error ? mutationErrorOf(error) : null,
        })),
      };
    });
  }
}
