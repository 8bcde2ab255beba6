import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import type { AutoPausePartsFragment } from '@millrace/web-api/graphql';
import { WorkflowAutoPauseDocument } from '@millrace/web-api/graphql/run-defaults';
import { EditorState } from './editor-state';

/** How often is asked while the workflow is live and somebody looks, in milliseconds. */
const ASK_EVERY_MS = 15_000;

/** Whether the workflow was switched off because it failed again and again. Nothing tells: it is asked for. */
@Injectable()
export class EditorAutoPause {
  readonly #api = inject(GraphqlApi);
  readonly #session = inject(EditorState).session;
  readonly #found = signal<{ readonly id: string; readonly pause: AutoPausePartsFragment | null } | undefined>(
    undefined,
  );
  readonly #isLive = computed(() => this.#session.liveVersion() !== undefined && this.#session.enabled());
  /** Undefined unless it is off for that. */
  readonly pause = computed(() => {
    const found = this.#found();
    return this.#isLive() || found?.id !== this.#session.workflowId() ? undefined : (found?.pause ?? undefined);
  });

  constructor() {
    effect((onCleanup) => {
      const id = this.#session.workflowId();
      if (id === undefined || this.#session.liveVersion() === undefined) return;
      const isLive = this.#isLive();
      // What it is while it is live was read with it; that it stopped may have been by itself.
      if (!isLive) void this.#ask(id);
      const look = (): void => void (document.visibilityState === 'visible' && this.#ask(id));
      const timer = isLive ? setInterval(look, ASK_EVERY_MS) : undefined;
      document.addEventListener('visibilitychange', look);
      onCleanup(() => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', look);
      });
    });
  }

  async #ask(id: string): Promise<void> {
    // What cannot be asked just now is asked again.
    const answer = await this.#api.query(WorkflowAutoPauseDocument, { id }).catch(() => undefined);
    if (!answer?.workflow || this.#session.workflowId() !== id) return;
    const pause = answer.workflow.autoPause;
    this.#found.set({ id, pause });
    if (pause !== null && this.#session.enabled()) this.#session.hearOff();
  }
}
