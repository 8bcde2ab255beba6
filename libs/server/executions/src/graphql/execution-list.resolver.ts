import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { WorkflowLoaders, WorkflowType, toWorkflow } from '@millrace/server-workflows';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ExecutionCounts } from '../history/execution-counts';
import { ExecutionLoaders } from './execution.loaders';
import { ExecutionConnectionType, ExecutionType } from './execution.type';

/** Counting up to 10,000 rows. */
const COUNT_COMPLEXITY = 20;

/** What rows of a list of runs show; each field costs one query for the whole list. */
@Resolver(() => ExecutionType)
export class ExecutionRowResolver {
  constructor(
    private readonly workflows: WorkflowLoaders,
    private readonly loaders: ExecutionLoaders,
  ) {}

  @Requires('workflow:read')
  @ResolveField(() => WorkflowType, {
    nullable: true,
    description: 'Its workflow, also from the bin; null for a run of a document that nobody saved.',
  })
  async workflow(@Parent() { workspaceId, workflowId }: ExecutionType): Promise<WorkflowType | null> {
    const found = workflowId && (await this.workflows.workflows.load({ workspaceId, id: workflowId }));
    return found ? toWorkflow(found) : null;
  }

  @Requires('execution:read')
  @ResolveField(() => String, {
    nullable: true,
    description: 'Semantic version that it runs; null when that was never published.',
  })
  async version(@Parent() { workspaceId, versionId }: ExecutionType): Promise<string | null> {
    return (await this.workflows.versions.load({ workspaceId, id: versionId }))?.version ?? null;
  }

  @Requires('execution:read')
  @ResolveField(() => Int, { nullable: true, description: 'Milliseconds from start to end; null before the end.' })
  durationMs(@Parent() { createdAt, startedAt, finishedAt }: ExecutionType): number | null {
    return finishedAt && Math.max(0, finishedAt.getTime() - (startedAt ?? createdAt).getTime());
  }

  @Requires('execution:read')
  @ResolveField(() => Int, { description: 'How often its nodes were tried again.' })
  retryCount(@Parent() { id }: ExecutionType): Promise<number> {
    return this.loaders.retries.load(id);
  }
}

/** How long a list of runs is. */
@Resolver(() => ExecutionConnectionType)
export class ExecutionConnectionResolver {
  constructor(private readonly counts: ExecutionCounts) {}

  @Requires('execution:read')
  @ResolveField(() => Int, {
    complexity: COUNT_COMPLEXITY,
    description: 'Runs on all pages together; 10,001 stands for more than 10,000.',
  })
  totalCount(@CurrentActor() actor: Actor, @Parent() { filter }: ExecutionConnectionType): Promise<number> {
    return this.counts.of(actor, filter);
  }
}
