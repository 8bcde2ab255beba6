import { ExecutionType, toExecution } from '@millrace/server-executions';
import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Vote } from '../approval';
import { counted } from '../decide/tally';
import { ApprovalPeople } from '../people';
import { isFor, partsOf, type Decider } from '../person';
import { ApprovalLoaders } from './approval.loaders';
import { ApprovalAssigneeType, ApprovalType, ApprovalVoteType } from './approval.types';

/** What is told of an approval beside its row. */
@Resolver(() => ApprovalType)
export class ApprovalFieldsResolver {
  /** A list asks for whoever looks at it once for every row. */
  private readonly deciders = new WeakMap<Actor, Promise<Decider>>();

  constructor(
    private readonly loaders: ApprovalLoaders,
    private readonly people: ApprovalPeople,
  ) {}

  @Requires('execution:read')
  @ResolveField(() => ExecutionType, { nullable: true, description: 'Its run.' })
  async execution(@Parent() { workspaceId, executionId }: ApprovalType): Promise<ExecutionType | null> {
    const found = await this.loaders.executions.load({ workspaceId, id: executionId });
    return found && toExecution(found);
  }

  @Requires('execution:read')
  @ResolveField(() => [ApprovalAssigneeType], {
    description: 'Who may decide; everybody who may control runs when empty.',
  })
  assignees(@Parent() { workspaceId, source }: ApprovalType): Promise<ApprovalAssigneeType[]> {
    return Promise.all(
      source.assignees.map(async (id) => ({
        ...{ id, kind: partsOf(id).kind },
        name: await this.loaders.names.load({ workspaceId, id }),
      })),
    );
  }

  @Requires('execution:read')
  @ResolveField(() => [ApprovalVoteType], { description: 'What people said, oldest first.' })
  async votes(@Parent() { id, workspaceId, source }: ApprovalType): Promise<ApprovalVoteType[]> {
    const votes = await this.loaders.votes.load(id);
    const valid = counted(votes, source);
    return Promise.all(
      votes.map(async (vote) => ({
        ...vote,
        name: await this.loaders.names.load({ workspaceId, id: vote.person }),
        changes: [...(vote.diff ?? [])],
        counts: valid.includes(vote),
      })),
    );
  }

  @Requires('execution:read')
  @ResolveField(() => String, { nullable: true, description: 'Name of whoever decided.' })
  async decidedBy(@Parent() { workspaceId, source }: ApprovalType): Promise<string | null> {
    return source.decidedBy && this.loaders.names.load({ workspaceId, id: source.decidedBy });
  }

  @Requires('execution:read')
  @ResolveField(() => Boolean, { description: 'Whether whoever asks may decide it now.' })
  async mayDecide(@CurrentActor() actor: Actor, @Parent() { id, source }: ApprovalType): Promise<boolean> {
    if (source.status !== 'open') return false;
    const decider = await this.decider(actor);
    if (!isFor(source.assignees, decider)) return false;
    const votes: readonly Vote[] = await this.loaders.votes.load(id);
    return !counted(votes, source).some(({ person }) => person === decider.person);
  }

  private decider(actor: Actor): Promise<Decider> {
    const known = this.deciders.get(actor) ?? this.people.deciderOf(actor);
    this.deciders.set(actor, known);
    return known;
  }
}
