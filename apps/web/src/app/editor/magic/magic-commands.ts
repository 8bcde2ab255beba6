import { inject, Injectable } from '@angular/core';
import { openMagic, placeDraft } from '@millrace/web-canvas';
import { Announcer, Dialogs } from '@millrace/web-ui/base';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { EditorState } from '../editor-state';
import type { DraftDialogData } from './draft-dialog';

/** Steps and workflows out of words. */
@Injectable()
export class MagicCommands {
  readonly #state = inject(EditorState);
  readonly #dialogs = inject(Dialogs);
  readonly #announcer = inject(Announcer);

  /** Asks for a description of the whole workflow; what comes of it is laid out on the empty canvas as one step of undo. */
  async draft(description = ''): Promise<void> {
    const { session, definitions } = this.#state;
    if (session.isReadonly() || this.#dialogs.isOpen) return;
    const { DraftDialog } = await import('./draft-dialog');
    const titleOf = (type: string): string => session.catalogue.lookup(type)?.title ?? type;
    const data: DraftDialogData = { description, action: 'Put it on the canvas', titleOf };
    const dialog = this.#dialogs.open<WorkflowDocument>(DraftDialog, { data, size: 'wide', focus: 'textarea, button' });
    dialog.closed.subscribe((document) => {
      if (document === undefined) return;
      const types = document.nodes.map(({ type }) => type);
      void definitions
        .describe(types)
        .catch(() => undefined)
        .then(() => this.#place(document));
    });
  }

  /** Opens Magic Input for a step. */
  describe(nodeId: string, intent = ''): Promise<void> {
    return openMagic(this.#dialogs, { session: this.#state.session, nodeId, intent });
  }

  /** What the drawer of nodes has no step for: an HTTP request does it, or a draft where nothing begins yet. */
  describeMissing(text: string, add: (type: string) => Promise<string | undefined>): void {
    const { session } = this.#state;
    if (session.isEmpty()) {
      this.#state.adding.set(undefined);
      void this.draft(text);
      return;
    }
    void add('http-request').then(async (nodeId) => {
      if (nodeId !== undefined) await this.describe(nodeId, text);
    });
  }

  async #place(document: WorkflowDocument): Promise<void> {
    if (!(await placeDraft(this.#state.session, document))) return;
    this.#announcer.say(`${document.nodes.length} steps drafted`);
    setTimeout(() => this.#state.canvas?.fit(false));
  }
}
