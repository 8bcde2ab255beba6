import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InstanceOperators } from '../instance-operators';
import { WorkspaceRetention, type WorkspaceLimits } from '../retention/workspace-retention';
import { ReadStorage } from '../storage/read-storage';
import {
  InstanceStorageType,
  RetentionLimitsType,
  RetentionPreviewLineType,
  RetentionRunPayload,
  RetentionSourceEnum,
  StorageType,
  WorkspaceRetentionInput,
  WorkspaceRetentionSetPayload,
} from './storage.type';

/** What runs take, and how long they are kept. */
@Resolver(() => StorageType)
export class StorageResolver {
  constructor(
    private readonly storage: ReadStorage,
    private readonly retention: WorkspaceRetention,
    private readonly operators: InstanceOperators,
  ) {}

  @Requires('workspace:manage')
  @Query(() => StorageType, { description: 'What runs of the workspace take.' })
  async workspaceStorage(@CurrentActor() actor: Actor): Promise<StorageType> {
    const [known, limits] = await Promise.all([this.storage.ofWorkspace(actor), this.retention.get(actor)]);
    return { ...known, workflows: [...known.workflows], retention: toLimits(limits) };
  }

  @Requires('workspace:manage')
  @ResolveField(() => InstanceStorageType, {
    nullable: true,
    description: 'For those who look after the instance; null for others.',
  })
  async instance(@CurrentActor() actor: Actor, @Parent() _storage: StorageType): Promise<InstanceStorageType | null> {
    if (!(await this.operators.has(actor))) return null;
    const [bytes, tables] = await Promise.all([this.storage.databaseBytes(), this.storage.tables()]);
    return { bytes, tables: [...tables] };
  }

  @Requires('workspace:manage')
  @Query(() => [RetentionPreviewLineType], {
    description: 'What the next look for old runs would delete, by workflow.',
  })
  async retentionPreview(@CurrentActor() actor: Actor): Promise<RetentionPreviewLineType[]> {
    const doomed = await this.retention.preview(actor);
    return doomed.map(({ plan: { workflowId, source }, runs }) => ({
      ...{ workflowId, runs, source: source as RetentionSourceEnum },
    }));
  }

  @Requires('workspace:manage')
  @Mutation(() => WorkspaceRetentionSetPayload, {
    description: 'Says how long finished runs are kept of workflows that say nothing themselves.',
  })
  workspaceRetentionSet(
    @CurrentActor() actor: Actor,
    @Args('input') { days, runs, bytes }: WorkspaceRetentionInput,
  ): Promise<WorkspaceRetentionSetPayload> {
    const limits = { days: days ?? null, runs: runs ?? null, bytes: bytes ?? null };
    return payloadOf(async () => ({ retention: toLimits(await this.retention.set(actor, limits)) }));
  }

  @Requires('execution:purge')
  @Mutation(() => RetentionRunPayload, {
    description: 'Asks a worker to delete now what the preview shows. It is done a few runs at a time.',
  })
  retentionRun(@CurrentActor() actor: Actor): Promise<RetentionRunPayload> {
    return payloadOf(async () => {
      await this.retention.runNow(actor);
      return {};
    });
  }
}

function toLimits({ days, runs, bytes, source }: WorkspaceLimits): RetentionLimitsType {
  return { days: days ?? null, runs: runs ?? null, bytes: bytes ?? null, source: source as RetentionSourceEnum };
}
