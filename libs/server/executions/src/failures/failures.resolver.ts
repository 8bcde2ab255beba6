import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { WorkflowType } from '@millrace/server-workflows';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AutoPauses } from './auto-pauses';
import { ErrorWorkflowSetPayload, RunDefaultsType, WorkflowAutoPauseType } from './failures.type';
import { RunDefaults } from './run-defaults';

/** What follows from failed runs: who is told, and which workflows are off because of them. */
@Resolver(() => WorkflowType)
export class FailuresResolver {
  constructor(
    private readonly pauses: AutoPauses,
    private readonly defaults: RunDefaults,
  ) {}

  @Requires('workflow:read')
  @ResolveField(() => WorkflowAutoPauseType, {
    nullable: true,
    description: 'Not null while it is off because its runs failed again and again.',
  })
  autoPause(@Parent() { id, enabled }: WorkflowType): Promise<WorkflowAutoPauseType | null> {
    return enabled ? Promise.resolve(null) : this.pauses.of(id);
  }

  @Requires('workflow:read')
  @Query(() => RunDefaultsType, { description: 'What holds for the runs of workflows that say nothing else.' })
  runDefaults(@CurrentActor() actor: Actor): Promise<RunDefaultsType> {
    return this.defaults.of(actor);
  }

  @Requires('workspace:manage')
  @Mutation(() => ErrorWorkflowSetPayload, {
    description:
      'Sets the workflow that is started when a run of a workflow fails that names none itself; null for none.',
  })
  errorWorkflowSet(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID, nullable: true }) workflowId: string | null,
  ): Promise<ErrorWorkflowSetPayload> {
    return payloadOf(async () => ({ runDefaults: await this.defaults.setErrorWorkflow(actor, workflowId) }));
  }
}
