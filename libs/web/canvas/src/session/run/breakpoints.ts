import { type Signal, signal } from '@angular/core';
import type { KeyValueStore } from '../ports/key-value-store';

/** Nodes before which runs from this editor are paused. Of this browser: they are nobody else's business. */
export class Breakpoints {
  readonly #store: KeyValueStore;
  readonly #nodeIds = signal<ReadonlySet<string>>(new Set());
  readonly #known: () => ReadonlyMap<string, unknown>;
  #key: string | undefined;

  /** Also of nodes that are not there just now: undoing a deletion brings their breakpoints back. */
  readonly all: Signal<ReadonlySet<string>> = this.#nodeIds.asReadonly();

  /** `known` gives the nodes of the document, by id. */
  constructor(store: KeyValueStore, known: () => ReadonlyMap<string, unknown>) {
    this.#store = store;
    this.#known = known;
  }

  /** Turns to another workflow; without an id nothing is kept. */
  open(workflowId: string | undefined): void {
    this.#key = workflowId === undefined ? undefined : `millrace.breakpoints.${workflowId}`;
    this.#nodeIds.set(new Set(this.#key === undefined ? [] : read(this.#store.getItem(this.#key))));
  }

  has(nodeId: string): boolean {
    return this.#nodeIds().has(nodeId);
  }

  /** Of the nodes that are there. */
  ids(): readonly string[] {
    return [...this.#nodeIds()].filter((id) => this.#known().has(id));
  }

  /** Sets those that are not set; takes all away when all are. Answers whether they are set now. */
  toggle(nodeIds: readonly string[]): boolean {
    const isSet = nodeIds.every((id) => this.has(id));
    const next = new Set(this.#nodeIds());
    for (const id of nodeIds) {
      if (isSet) next.delete(id);
      else next.add(id);
    }
    this.#nodeIds.set(next);
    this.#keep();
    return !isSet;
  }

  #keep(): void {
    if (this.#key === undefined) return;
    try {
      if (this.#nodeIds().size === 0) this.#store.removeItem(this.#key);
      else this.#store.setItem(this.#key, JSON.stringify([...this.#nodeIds()]));
    } catch {
      // Full: they hold until the page goes.
    }
  }
}

function read(text: string | null): readonly string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
