import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ExecutionHistory } from '../history/execution-history';
import { ExecutionStars } from '../marks/execution-stars';
import { SavedViews } from '../marks/saved-views';
import {
  ExecutionStarPayload,
  SavedRunViewDeletePayload,
  SavedRunViewInput,
  SavedRunViewSavePayload,
  SavedRunViewType,
} from './execution-marks.type';
import { toExecution } from './execution.mapping';
import { ExecutionLoaders } from './execution.loaders';
import { ExecutionType } from './execution.type';

/** Stars on runs, and views of their list that people keep. */
@Resolver(() => ExecutionType)
export class ExecutionMarksResolver {
  constructor(
    private readonly stars: ExecutionStars,
    private readonly views: SavedViews,
    private readonly history: ExecutionHistory,
    private readonly loaders: ExecutionLoaders,
  ) {}

  @Requires('execution:read')
  @ResolveField(() => Boolean, { description: 'Whether somebody of the workspace starred it.' })
  starred(@Parent() { id }: ExecutionType): Promise<boolean> {
    return this.loaders.stars.load(id);
  }

  @Requires('execution:control')
  @Mutation(() => ExecutionStarPayload, {
    description: 'Stars a run for everybody of the workspace, or takes its star away.',
  })
  executionStar(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('starred') isStarred: boolean,
  ): Promise<ExecutionStarPayload> {
    return payloadOf(async () => {
      await this.stars.set(actor, id, isStarred);
      return { execution: toExecution(await this.history.summary(actor, id)) };
    });
  }

  @Requires('execution:read')
  @Query(() => [SavedRunViewType], { description: 'Own views of the list of runs, by name.' })
  savedRunViews(@CurrentActor() actor: Actor): Promise<SavedRunViewType[]> {
    return this.views.list(actor);
  }

  @Requires('execution:read')
  @Mutation(() => SavedRunViewSavePayload, { description: 'Keeps a view: a new one, or instead of the one named.' })
  savedRunViewSave(
    @CurrentActor() actor: Actor,
    @Args('input') { name, query }: SavedRunViewInput,
    @Args('id', { type: () => ID, nullable: true }) id?: string | null,
  ): Promise<SavedRunViewSavePayload> {
    return payloadOf(async () => ({
      view: await this.views.save(actor, { id: id ?? undefined, name: name.trim(), query }),
    }));
  }

  @Requires('execution:read')
  @Mutation(() => SavedRunViewDeletePayload, { description: 'Deletes an own view.' })
  savedRunViewDelete(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SavedRunViewDeletePayload> {
    return payloadOf(async () => {
      await this.views.delete(actor, id);
      return { deletedId: id };
    });
  }
}
