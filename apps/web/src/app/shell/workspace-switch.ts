import { inject, Injectable } from '@angular/core';
import { accepted, apiErrorOf, GraphqlApi, Session } from '@millrace/web-api';
import type { Role } from '@millrace/web-api/graphql';
import { OwnWorkspacesDocument, WorkspaceCreateDocument } from '@millrace/web-api/graphql/session';
import { Dialogs, Toasts } from '@millrace/web-ui/base';

const MOST_CHARACTERS = 200;

/** A workspace of the person. */
export interface OwnWorkspace {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** What is wrong with the name of a workspace; null when nothing is. */
export function workspaceNameProblem(name: string): string | null {
  if (name.trim() === '') return 'Give the workspace a name.';
  return name.trim().length > MOST_CHARACTERS ? `At most ${MOST_CHARACTERS} characters.` : null;
}

/** Goes from one workspace to another, and makes new ones. The page is loaded anew then. */
@Injectable({ providedIn: 'root' })
export class WorkspaceSwitch {
  private readonly api = inject(GraphqlApi);
  private readonly session = inject(Session);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);

  /** Every workspace of the person. @throws ApiError */
  async list(): Promise<readonly OwnWorkspace[]> {
    return (await this.api.query(OwnWorkspacesDocument, {})).me.workspaces;
  }

  async to(id: string): Promise<void> {
    if (id === this.session.workspace()?.id) return;
    try {
      await this.session.switchTo(id);
    } catch (error) {
      this.toasts.show(`You are still where you were. ${apiErrorOf(error).message}`, { tone: 'error' });
    }
  }

  /** Asks for a name, makes a workspace and goes there. */
  async create(): Promise<void> {
    const name = await this.dialogs.prompt({
      heading: 'New workspace',
      label: 'Name',
      help: 'It begins empty, with you as its owner. Others join by invitation.',
      placeholder: 'Finance team',
      action: 'Create workspace',
      check: workspaceNameProblem,
    });
    if (name === undefined) return;
    try {
      const { workspace } = accepted((await this.api.mutate(WorkspaceCreateDocument, { name })).workspaceCreate);
      if (workspace) await this.to(workspace.id);
    } catch (error) {
      this.toasts.show(`No workspace was made. ${apiErrorOf(error).message}`, { tone: 'error' });
    }
  }
}
