import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { ExecutionControl } from '../control/execution-control';
import { SignalExecution } from '../control/signal-execution';
import { SkipWait } from '../control/skip-wait';
import { ExecutionHistory } from '../history/execution-history';
import { RunWorkflow } from '../start/run-workflow';
import { toExecution } from './execution.mapping';
import { runPayload } from './run-payload';
import {
  ExecutionCancelPayload,
  ExecutionPausePayload,
  ExecutionPurgePayload,
  ExecutionResumePayload,
  ExecutionSignalInput,
  ExecutionSignalPayload,
  ExecutionSkipWaitPayload,
  ExecutionStartInlineInput,
  ExecutionStartInlinePayload,
  ExecutionStartInput,
  ExecutionStartPayload,
  ExecutionTerminatePayload,
  type ExecutionPayload,
} from './execution.type';

/** What can be done with runs. */
@Resolver()
export class ExecutionMutationsResolver {
  constructor(
    private readonly runs: RunWorkflow,
    private readonly control: ExecutionControl,
    private readonly signals: SignalExecution,
    private readonly waits: SkipWait,
    private readonly history: ExecutionHistory,
  ) {}

  @Requires('execution:start')
  @Mutation(() => ExecutionStartPayload, { description: 'Starts a run; it is committed when the answer comes.' })
  executionStart(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('input', { nullable: true }) input: ExecutionStartInput = {},
  ): Promise<ExecutionPayload> {
    return runPayload(async () => {
      const { executionId } = await this.runs.runByHand(actor, {
        workflowId,
        pins: input.pins,
        usePins: input.usePins === true,
        ...(input.input === undefined ? {} : { input: input.input }),
        ...(input.version ? { version: input.version } : {}),
        ...(input.triggerNodeId ? { triggerNodeId: input.triggerNodeId } : {}),
        ...(input.pauseBefore ? { pauseBefore: input.pauseBefore } : {}),
        ...(input.priority ? { priority: input.priority } : {}),
        ...(input.idempotencyKey ? { idempotencyKey: input.idempotencyKey } : {}),
      });
      return this.shown(actor, executionId);
    });
  }

  @Requires('execution:start', 'workflow:write')
  @Mutation(() => ExecutionStartInlinePayload, { description: 'Starts a run of a document that nobody saved.' })
  executionStartInline(
    @CurrentActor() actor: Actor,
    @Args('input') { definition, input }: ExecutionStartInlineInput,
  ): Promise<ExecutionPayload> {
    return runPayload(async () => {
      const request = input === undefined ? { definition } : { definition, input };
      const { executionId } = await this.runs.runInline(actor, request);
      return this.shown(actor, executionId);
    });
  }

  @Requires('execution:control')
  @Mutation(() => ExecutionCancelPayload, { description: 'Aborts what runs and ends the run.' })
  executionCancel(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<ExecutionPayload> {
    return this.act(actor, id, () => this.control.cancel(actor, id, reason ?? undefined));
  }

  @Requires('execution:control')
  @Mutation(() => ExecutionTerminatePayload, { description: 'Ends the run at once.' })
  executionTerminate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<ExecutionPayload> {
    return this.act(actor, id, () => this.control.terminate(actor, id, reason ?? undefined));
  }

  @Requires('execution:control')
  @Mutation(() => ExecutionPausePayload, { description: 'Starts no further node until the run is resumed.' })
  executionPause(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ExecutionPayload> {
    return this.act(actor, id, () => this.control.pause(actor, id));
  }

  @Requires('execution:control')
  @Mutation(() => ExecutionResumePayload, { description: 'Goes on with a paused run.' })
  executionResume(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ExecutionPayload> {
    return this.act(actor, id, () => this.control.resume(actor, id));
  }

  @Requires('execution:control')
  @Mutation(() => ExecutionSkipWaitPayload, {
    description: 'Ends the wait of a node for a time at once, as if the time had come; only in runs by hand.',
  })
  executionSkipWait(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('nodeId', { type: () => ID }) nodeId: string,
  ): Promise<ExecutionPayload> {
    return this.act(actor, id, () => this.waits.skip(actor, id, nodeId));
  }

  @Requires('execution:control')
  @Mutation(() => ExecutionSignalPayload, { description: 'Sends an event to a run, such as an approval.' })
  executionSignal(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') { name, payload, correlation }: ExecutionSignalInput,
  ): Promise<ExecutionSignalPayload> {
    return payloadOf(async () => {
      const { workspaceId, userId } = actor;
      const { id: executionId } = await this.history.summary(actor, id);
      const signal = { workspaceId, executionId, name, payload: payload ?? null, from: userId, actor };
      const { delivered } = await this.signals.deliver(correlation ? { ...signal, correlation } : signal);
      return { delivered, ...(await this.shown(actor, executionId)) };
    });
  }

  @Requires('execution:purge')
  @Mutation(() => ExecutionPurgePayload, { description: 'Deletes a run that is over, with its log.' })
  executionPurge(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ExecutionPurgePayload> {
    return payloadOf(async () => {
      await this.history.summary(actor, id);
      await this.control.purge(actor, id);
      return { purgedId: id };
    });
  }

  private act(actor: Actor, id: string, action: () => Promise<void>): Promise<ExecutionPayload> {
    return payloadOf(async () => {
      // Also checks the form of the id, which the database would refuse with an error of its own.
      await this.history.summary(actor, id);
      await action();
      return this.shown(actor, id);
    });
  }

  private async shown(actor: Actor, id: string): Promise<{ execution: ReturnType<typeof toExecution> }> {
    return { execution: toExecution(await this.history.summary(actor, id)) };
  }
}
