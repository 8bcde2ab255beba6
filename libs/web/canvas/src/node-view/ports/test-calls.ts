import { Injectable, inject, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import { type CapturedCall, NODE_VIEW_API, type NodeViewApi, type TestAddress } from './node-view-api';

const KEPT = 10;

/** The test address of one webhook trigger, and the calls that came. The same for everything that shows it. */
export class TestLine {
  readonly #api: NodeViewApi;
  readonly #workflowId: string;
  readonly #nodeId: string;
  readonly #address = signal<TestAddress | undefined>(undefined);
  readonly #calls = signal<readonly CapturedCall[]>([]);
  readonly #failure = signal<string | undefined>(undefined);
  readonly #isOpening = signal(false);
  #viewers = 0;
  #feed: Subscription | undefined;

  /** Undefined before it was first opened. */
  readonly address = this.#address.asReadonly();
  /** Newest first. */
  readonly calls = this.#calls.asReadonly();
  readonly failure = this.#failure.asReadonly();
  readonly isOpening = this.#isOpening.asReadonly();

  constructor(api: NodeViewApi, workflowId: string, nodeId: string) {
    this.#api = api;
    this.#workflowId = workflowId;
    this.#nodeId = nodeId;
  }

  /** Somebody looks at it: calls are followed as soon as it was opened, until the last one lets go by what this gives. */
  attach(): () => void {
    this.#viewers += 1;
    if (this.#address() !== undefined) this.#follow();
    return () => {
      this.#viewers -= 1;
      if (this.#viewers > 0) return;
      this.#feed?.unsubscribe();
      this.#feed = undefined;
    };
  }

  /** Opens an address for a while. The draft has to be saved before: the address belongs to it. */
  async listen(): Promise<void> {
    this.#isOpening.set(true);
    this.#failure.set(undefined);
    try {
      this.#follow();
      this.#address.set(await this.#api.listen(this.#workflowId, this.#nodeId));
    } catch (error) {
      this.#failure.set((error as Error).message);
    } finally {
      this.#isOpening.set(false);
    }
  }

  #follow(): void {
    if (this.#feed !== undefined) return;
    this.#feed = this.#api.captured(this.#workflowId, this.#nodeId).subscribe({
      next: (call) => this.#calls.update((known) => [call, ...known.filter(({ id }) => id !== call.id)].slice(0, KEPT)),
      error: (error: Error) => {
        this.#feed = undefined;
        this.#failure.set(error.message);
      },
    });
  }
}

/** Test addresses by workflow and node. */
@Injectable({ providedIn: 'root' })
export class TestCalls {
  readonly #api = inject(NODE_VIEW_API);
  readonly #lines = new Map<string, TestLine>();

  of(workflowId: string, nodeId: string): TestLine {
    const key = JSON.stringify([workflowId, nodeId]);
    let line = this.#lines.get(key);
    if (line === undefined) this.#lines.set(key, (line = new TestLine(this.#api, workflowId, nodeId)));
    return line;
  }
}
