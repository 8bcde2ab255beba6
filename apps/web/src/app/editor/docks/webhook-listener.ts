import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { accepted, apiErrorOf, GraphqlApi } from '@millrace/web-api';
import {
  WebhookCapturedDocument,
  WebhookCapturesDocument,
  WebhookListenDocument,
  type CapturePartsFragment,
} from '@millrace/web-api/graphql';
import type { Subscription } from 'rxjs';
import { EditorState } from '../editor-state';

/** A test address that takes calls for a while. */
export interface Listening {
  readonly nodeId: string;
  readonly url: string;
  readonly curl: string;
  /** ISO 8601. */
  readonly until: string;
}

const KEPT = 10;

/** Listens for calls at the test address of a webhook trigger and keeps what came. */
@Injectable()
export class WebhookListener {
  readonly #state = inject(EditorState);
  readonly #api = inject(GraphqlApi);
  readonly #listening = signal<Listening | undefined>(undefined);
  readonly #captures = signal<readonly CapturePartsFragment[]>([]);
  readonly #error = signal<string | undefined>(undefined);
  readonly listening = this.#listening.asReadonly();
  /** What came, newest first. */
  readonly captures = this.#captures.asReadonly();
  readonly error = this.#error.asReadonly();
  #feed: Subscription | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#feed?.unsubscribe());
  }

  /** Opens an address for two minutes and shows it. */
  async listen(nodeId: string): Promise<void> {
    const workflowId = this.#state.session.workflowId();
    if (workflowId === undefined) return;
    this.#state.dock.set('listen');
    this.#error.set(undefined);
    try {
      await this.#state.session.flush();
      this.#follow(workflowId, nodeId);
      const [{ workflow }, { webhookListen }] = await Promise.all([
        this.#api.query(WebhookCapturesDocument, { workflowId, nodeId }),
        this.#api.mutate(WebhookListenDocument, { workflowId, nodeId }),
      ]);
      this.#captures.set(workflow.captures);
      const { testUrl, curl, until } = accepted(webhookListen);
      this.#listening.set({ nodeId, url: testUrl ?? '', curl: curl ?? '', until: until ?? new Date().toISOString() });
    } catch (error) {
      this.#error.set(apiErrorOf(error).message);
    }
  }

  #follow(workflowId: string, nodeId: string): void {
    this.#feed?.unsubscribe();
    this.#feed = this.#api.live(WebhookCapturedDocument, { workflowId, nodeId }).subscribe({
      next: ({ webhookCaptured }) => this.#captures.update((before) => [webhookCaptured, ...before].slice(0, KEPT)),
      error: (error: unknown) => this.#error.set(apiErrorOf(error).message),
    });
  }
}
