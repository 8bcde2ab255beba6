import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { GraphqlApi, Session } from '@millrace/web-api';
import type { WorkflowEditingSubscription } from '@millrace/web-api/graphql';
import { WorkflowEditingDocument } from '@millrace/web-api/graphql/editor';
import { Announcer, Avatar, formatRelative, Tooltip } from '@millrace/web-ui/base';
import { EditorState } from '../editor-state';
import { peopleOf, type PersonHere } from './people-of';

/** More than these are a number. */
const MOST_SHOWN = 3;

/** In the editor's header: who else has the workflow open. Takes in what they save. */
@Component({
  selector: 'mr-editor-people',
  imports: [Avatar, Tooltip],
  template: `
    @if (people().length > 0) {
      <ul data-testid="editor-people" aria-label="Also open by">
        @for (person of shown(); track person.userId) {
          <li tabindex="0" [mrTooltip]="hintOf(person)"><mr-avatar [name]="person.name" [size]="24" /></li>
        }
        @if (people().length > shown().length) {
          <li class="more mr-numbers">+{{ people().length - shown().length }}</li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      display: flex;
      align-items: center;
      margin: 0 4px 0 0;
      padding: 0;
      list-style: none;
    }

    li {
      border-radius: 50%;
      outline-offset: 2px;
      box-shadow: 0 0 0 2px var(--surface-1);
    }

    li + li {
      margin-inline-start: -6px;
    }

    .more {
      padding-inline-start: 10px;
      box-shadow: none;
      color: var(--text-2);
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditorPeople {
  readonly workflowId = input.required<string>();
  readonly #api = inject(GraphqlApi);
  readonly #announcer = inject(Announcer);
  readonly #session = inject(EditorState).session;
  readonly #user = inject(Session).user;
  readonly #clientId = crypto.randomUUID();
  readonly #editing = signal<WorkflowEditingSubscription['workflowEditing'] | undefined>(undefined);
  protected readonly people = computed(() =>
    peopleOf(this.#editing()?.editors ?? [], { clientId: this.#clientId, userId: this.#user()?.id }),
  );
  protected readonly shown = computed(() => this.people().slice(0, MOST_SHOWN));

  constructor() {
    effect((onCleanup) => {
      const variables = { workflowId: this.workflowId(), clientId: this.#clientId };
      const watching = this.#api.live(WorkflowEditingDocument, variables).subscribe({
        next: ({ workflowEditing }) => void this.#receive(workflowEditing),
        // Without news the page works as before: saving meets what others saved.
        error: () => this.#editing.set(undefined),
      });
      onCleanup(() => watching.unsubscribe());
    });
  }

  protected hintOf({ name, isSelf, since }: PersonHere): string {
    return `${isSelf ? 'You, in another tab' : name} · came ${formatRelative(since)}`;
  }

  async #receive(editing: WorkflowEditingSubscription['workflowEditing']): Promise<void> {
    this.#editing.set(editing);
    const before = untracked(this.#session.revision);
    await this.#session.follow(editing.draftRevision);
    const author = editing.editors.find(({ userId }) => userId === editing.draftSavedBy)?.name ?? 'Somebody';
    const isTakenIn = untracked(this.#session.revision) > before && editing.draftSavedBy !== untracked(this.#user)?.id;
    if (isTakenIn) this.#announcer.say(`${author} changed the draft`);
  }
}
