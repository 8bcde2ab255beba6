import { ExecutionType } from '@millrace/server-executions';
import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { connectionFrom, ConnectionArgs, keyOf, mapStream, pageSizeOf } from '@millrace/server-platform';
import { Args, ID, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { ApprovalFeed } from '../feed/approval-feed';
import { ApprovalStore } from '../approval-store';
import { ListApprovals, type ApprovalListKind } from '../list-approvals';
import { toApproval } from './approval.mapping';
import { ApprovalLoaders } from './approval.loaders';
import { ApprovalConnectionType, ApprovalCountsType, ApprovalFilterEnum, ApprovalType } from './approval.types';

/** Up to 100 characters that are looked for. */
const MAX_TEXT_LENGTH = 100;

/** Approvals of the workspace. */
@Resolver()
export class ApprovalsResolver {
  constructor(
    private readonly lists: ListApprovals,
    private readonly store: ApprovalStore,
    private readonly feed: ApprovalFeed,
  ) {}

  @Requires('execution:read')
  @Query(() => ApprovalConnectionType, { description: 'Approvals of the workspace, newest first.' })
  async approvals(
    @CurrentActor() actor: Actor,
    @Args() args: ConnectionArgs,
    @Args('filter', { type: () => ApprovalFilterEnum, defaultValue: ApprovalFilterEnum.MINE }) kind: ApprovalListKind,
    @Args('search', { type: () => String, nullable: true, description: 'Part of the title or message.' })
    search?: string | null,
  ): Promise<ApprovalConnectionType> {
    const first = pageSizeOf(args.first);
    const [before] = args.after ? keyOf(args.after, 1) : [];
    const rows = await this.lists.list(actor, {
      ...{ kind, limit: first + 1 },
      ...(before === undefined ? {} : { before: String(before) }),
      ...(search ? { text: search.slice(0, MAX_TEXT_LENGTH) } : {}),
    });
    return connectionFrom(rows, first, { key: ({ id }) => [id], node: toApproval }) as ApprovalConnectionType;
  }

  @Requires('execution:read')
  @Query(() => ApprovalType, { nullable: true, description: 'An approval of the workspace.' })
  async approval(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ApprovalType | null> {
    return toApproval(await this.store.find(actor.workspaceId, id));
  }

  @Requires('execution:read')
  @Query(() => ApprovalCountsType, { description: 'How many approvals are open, and how many wait for you.' })
  approvalCounts(@CurrentActor() actor: Actor): Promise<ApprovalCountsType> {
    return this.lists.counts(actor);
  }

  @Requires('execution:read')
  @Subscription(() => ApprovalType, {
    resolve: (value: unknown) => value,
    description: 'Approvals of the workspace, each time one is opened, changed, voted on or closed.',
  })
  approvalChanged(@CurrentActor() actor: Actor): AsyncIterableIterator<ApprovalType> {
    return mapStream(this.feed.watch(actor.workspaceId), async (id) => {
      const [approval] = await this.store.some(actor.workspaceId, [id]);
      return approval && toApproval(approval);
    });
  }
}

/** The approvals of a run. */
@Resolver(() => ExecutionType)
export class ExecutionApprovalsResolver {
  constructor(private readonly loaders: ApprovalLoaders) {}

  @Requires('execution:read')
  @ResolveField(() => [ApprovalType], { description: 'Its approvals, oldest first.' })
  async approvals(@Parent() { workspaceId, id }: ExecutionType): Promise<ApprovalType[]> {
    return (await this.loaders.ofExecution.load({ workspaceId, id })).map(toApproval);
  }
}
