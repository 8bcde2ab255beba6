import { CurrentActor, Requires, UserNames, type Actor } from '@millrace/server-identity';
import { invalid, mapStream } from '@millrace/server-platform';
import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { WorkflowStore } from '../persistence/workflow.store';
import { EditorPresence, type Editor } from '../presence/editor-presence';
import { workflowNotFound } from '../workflows.errors';
import { WorkflowEditingType, type WorkflowEditorType } from './workflow-editing.type';

/** Long enough not to be another page's by chance. */
const CLIENT_ID = /^[\w-]{8,64}$/;

/** Live news for pages that have a workflow open. */
@Resolver()
export class WorkflowEditingResolver {
  constructor(
    private readonly store: WorkflowStore,
    private readonly presence: EditorPresence,
    private readonly names: UserNames,
  ) {}

  @Requires('workflow:read')
  @Subscription(() => WorkflowEditingType, {
    resolve: (value: unknown) => value,
    description:
      'Who has the workflow open: at once, and each time that somebody opens or leaves it or that its draft is saved. Who watches is shown to the others.',
  })
  async workflowEditing(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('clientId', {
      type: () => ID,
      description: 'Names the page: 8 to 64 letters, digits, - and _, chosen at random.',
    })
    clientId: string,
  ): Promise<AsyncIterableIterator<WorkflowEditingType>> {
    if (!CLIENT_ID.test(clientId))
      throw invalid('CLIENT_ID_INVALID', 'clientId names the page: 8 to 64 letters, digits, - and _.');
    if (!(await this.store.draftStanding(actor, workflowId))) throw workflowNotFound(workflowId);
    const editor = { clientId, userId: actor.userId, sinceMs: Date.now() };
    return mapStream(this.presence.open(workflowId, editor), () => this.#standing(actor, workflowId));
  }

  /** Undefined once the workflow is in the bin: there is nothing to tell. */
  async #standing(actor: Actor, workflowId: string): Promise<WorkflowEditingType | undefined> {
    const [draft, editors] = await Promise.all([
      this.store.draftStanding(actor, workflowId),
      Promise.all(this.presence.editorsOf(workflowId).map((editor) => this.#named(editor))),
    ]);
    return draft && { ...draft, editors };
  }

  async #named({ clientId, userId, sinceMs }: Editor): Promise<WorkflowEditorType> {
    const name = (await this.names.nameOf(userId)) ?? 'Somebody';
    return { clientId, userId, name, since: new Date(sinceMs) };
  }
}
