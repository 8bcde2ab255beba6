import { inject, Injectable, signal } from '@angular/core';
import { EditorState } from '../editor-state';

/** Which webhook trigger the dock listens for. */
@Injectable()
export class WebhookListener {
  readonly #state = inject(EditorState);
  readonly #nodeId = signal<string | undefined>(undefined);
  readonly #asked = signal(0);
  readonly nodeId = this.#nodeId.asReadonly();
  /** Rises whenever somebody asks to listen. */
  readonly asked = this.#asked.asReadonly();

  /** Shows the panel and opens a test address. */
  listen(nodeId: string): void {
    this.choose(nodeId);
    this.#asked.update((count) => count + 1);
    this.#state.dock.set('listen');
  }

  /** Shows the calls of another trigger. */
  choose(nodeId: string): void {
    if (this.#nodeId() !== nodeId) this.#asked.set(0);
    this.#nodeId.set(nodeId);
  }
}
