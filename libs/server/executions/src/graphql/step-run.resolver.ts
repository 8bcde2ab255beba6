import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { StepRun } from '../control/step-run';
import { ExecutionHistory } from '../history/execution-history';
import { toExecution } from './execution.mapping';
import type { ExecutionPayload } from './execution.type';
import { runPayload } from './run-payload';
import { ExecutionStepInput, ExecutionStepPayload } from './step-run.type';

/** Going through a run by hand. */
@Resolver()
export class StepRunResolver {
  constructor(
    private readonly steps: StepRun,
    private readonly history: ExecutionHistory,
  ) {}

  @Requires('execution:control')
  @Mutation(() => ExecutionStepPayload, {
    description: 'Goes on with a paused run by hand, node by node or with edited outputs.',
  })
  executionStep(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') { nodeIds, edits }: ExecutionStepInput,
  ): Promise<ExecutionPayload> {
    return runPayload(async () => {
      await this.steps.go(actor, id, {
        ...(nodeIds && { nodeIds }),
        ...(edits && { edits: edits.map((edit) => ({ ...edit, value: edit.value ?? null })) }),
      });
      return { execution: toExecution(await this.history.summary(actor, id)) };
    });
  }
}
