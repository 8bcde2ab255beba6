import { signal } from '@angular/core';
import type { WorkflowContract } from '@millrace/workflow-model';

/** Another workflow that a node runs. */
export interface CalledWorkflow extends WorkflowContract {
  readonly name: string;
}

/** What is known about the workflows that this one runs. Who shows a node brings it. */
export class CalledWorkflows {
  readonly #known = signal<ReadonlyMap<string, CalledWorkflow>>(new Map());
  readonly #onLearned: () => void;
  readonly known = this.#known.asReadonly();

  constructor(onLearned: () => void = () => undefined) {
    this.#onLearned = onLearned;
  }

  learn(workflowId: string, called: CalledWorkflow): void {
    this.#known.update((known) => new Map(known).set(workflowId, called));
    this.#onLearned();
  }
}
