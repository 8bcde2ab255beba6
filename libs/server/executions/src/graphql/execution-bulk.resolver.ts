import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { mutationErrorOf, payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { forEachExecution } from '../control/bulk-executions';
import { ExecutionControl } from '../control/execution-control';
import { ExecutionHistory } from '../history/execution-history';
import { RerunExecution, type RerunVersion } from '../start/rerun-execution';
import {
  ExecutionRerunPayload,
  ExecutionResultType,
  ExecutionsCancelPayload,
  ExecutionsPayload,
  ExecutionsPurgePayload,
  ExecutionsRerunPayload,
  RerunVersionEnum,
} from './execution-list.type';
import { toExecution } from './execution.mapping';
import { runPayload } from './run-payload';

const ids = { name: 'ids', type: () => [ID], description: 'At most 100.' };
const version = { name: 'version', type: () => RerunVersionEnum, defaultValue: 'same' as const };

/** What can be done with runs again, and with many at once. */
@Resolver()
export class ExecutionBulkResolver {
  constructor(
    private readonly history: ExecutionHistory,
    private readonly control: ExecutionControl,
    private readonly reruns: RerunExecution,
  ) {}

  @Requires('execution:start')
  @Mutation(() => ExecutionRerunPayload, { description: 'Starts a run again with the input that it had.' })
  executionRerun(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args(version) which: RerunVersion,
  ): Promise<ExecutionRerunPayload> {
    return runPayload(async () => {
      const { executionId } = await this.reruns.rerun(actor, id, which);
      return { execution: toExecution(await this.history.summary(actor, executionId)) };
    });
  }

  @Requires('execution:start')
  @Mutation(() => ExecutionsRerunPayload, { description: 'Starts runs again with the inputs that they had.' })
  executionsRerun(
    @CurrentActor() actor: Actor,
    @Args(ids) executionIds: string[],
    @Args(version) which: RerunVersion,
  ): Promise<ExecutionsPayload> {
    return this.each(actor, executionIds, async (id) => (await this.reruns.rerun(actor, id, which)).executionId);
  }

  @Requires('execution:control')
  @Mutation(() => ExecutionsCancelPayload, { description: 'Aborts what runs in each, and ends them.' })
  executionsCancel(@CurrentActor() actor: Actor, @Args(ids) executionIds: string[]): Promise<ExecutionsPayload> {
    return this.each(actor, executionIds, async (id) => {
      await this.control.cancel(actor, id);
      return id;
    });
  }

  @Requires('execution:purge')
  @Mutation(() => ExecutionsPurgePayload, { description: 'Deletes runs that are over, with their logs.' })
  executionsPurge(@CurrentActor() actor: Actor, @Args(ids) executionIds: string[]): Promise<ExecutionsPayload> {
    return this.each(actor, executionIds, async (id) => {
      await this.control.purge(actor, id);
      return undefined;
    });
  }

  /** Acts on each run, then reads all runs that there are to show at once. */
  private each(
    actor: Actor,
    executionIds: readonly string[],
    act: (id: string) => Promise<string | undefined>,
  ): Promise<ExecutionsPayload> {
    return payloadOf(async () => {
      const done = await forEachExecution(executionIds, act);
      const shown = await this.history.summaries(
        actor,
        done.flatMap(({ value }) => value ?? []),
      );
      const byId = new Map(shown.map((summary) => [summary.id, toExecution(summary)]));
      const results = done.map(({ id, value, error }): ExecutionResultType => ({
        id,
        execution: (value !== undefined && byId.get(value)) || null,
        error: error ? mutationErrorOf(error) : null,
      }));
      return { results };
    });
  }
}
