import { inject, Injectable } from '@angular/core';
import type { MenuTarget } from '@millrace/web-canvas';
import { Announcer, Toasts } from '@millrace/web-ui/base';
import { EditorState } from '../editor-state';
import { focusedCard } from './focused-card';

/** Copying, cutting, pasting and duplicating parts of a workflow. */
@Injectable()
export class ClipboardCommands {
  readonly #state = inject(EditorState);
  readonly #toasts = inject(Toasts);
  readonly #announcer = inject(Announcer);
  readonly #session = this.#state.session;

  async copy(): Promise<void> {
    const text = this.#session.actions.copy();
    if (text !== undefined) await this.#write(text, 'Copied');
  }

  async cut(): Promise<void> {
    const text = this.#session.actions.cut();
    if (text !== undefined) await this.#write(text, 'Cut');
  }

  /** At the menu that it was chosen from, else under the pointer or in the middle of the window. */
  async paste(at?: MenuTarget): Promise<void> {
    const text = await navigator.clipboard.readText().catch(() => undefined);
    if (text !== undefined) await this.pasteText(text, at);
    else this.#toasts.show('The browser does not let this page read the clipboard. Use the paste key instead.');
  }

  async pasteText(text: string, at?: MenuTarget): Promise<void> {
    // Pasting is often the first thing that is done on a page.
    await this.#session.loaded();
    const position = at === undefined ? this.#state.canvas?.pastePoint() : this.#state.canvas?.pointAt(at.x, at.y);
    const { brokenJson } = await import('./broken-json');
    const flaw = brokenJson(text);
    if (flaw !== undefined) this.#session.perform({ code: 'JSON_BROKEN', refused: flaw });
    else if (this.#session.actions.paste(text, position ?? { x: 0, y: 0 })) this.#announcer.say('Pasted');
  }

  /** What is selected; when that is no node or note, the node with the focus. */
  async duplicate(): Promise<void> {
    const { selection, actions } = this.#session;
    await this.#session.loaded();
    const focused = focusedCard();
    const isEmpty = selection.nodeIds().size + selection.noteIds().size === 0;
    if (!isEmpty) actions.duplicate();
    else if (focused !== undefined) actions.duplicate({ nodeIds: [focused] });
  }

  async #write(text: string, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#announcer.say(done);
    } catch {
      this.#toasts.show('The browser does not let this page write to the clipboard.');
    }
  }
}
