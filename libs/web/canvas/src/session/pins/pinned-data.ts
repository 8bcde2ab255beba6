import { type Signal, computed, signal } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import type { KeyValueStore } from '../ports/key-value-store';

/** Outputs that people froze, by node id. */
export type Pins = Readonly<Record<string, Json>>;

const NONE: Pins = {};

/** Pinned outputs of one workflow: what manual runs use instead of running a node. Kept in this browser for now. */
export class PinnedData {
  readonly #store: KeyValueStore;
  readonly #values = signal<Pins>(NONE);
  #key: string | undefined;

  /** Output by node id. */
  readonly values: Signal<Pins> = this.#values.asReadonly();
  /** For the banner "3 pinned outputs in use". */
  readonly count = computed(() => Object.keys(this.#values()).length);

  constructor(store: KeyValueStore) {
    this.#store = store;
  }

  /** Turns to another workflow; without an id nothing is kept. */
  open(workflowId: string | undefined): void {
    this.#key = workflowId === undefined ? undefined : `millrace.pins.${workflowId}`;
    this.#values.set(this.#key === undefined ? NONE : read(this.#store.getItem(this.#key)));
  }

  isPinned(nodeId: string): boolean {
    return Object.hasOwn(this.#values(), nodeId);
  }

  /** The pinned output; undefined when there is none. */
  valueOf(nodeId: string): Json | undefined {
    return this.isPinned(nodeId) ? this.#values()[nodeId] : undefined;
  }

  /** Freezes the output of a node. */
  pin(nodeId: string, value: Json): void {
    this.#set({ ...this.#values(), [nodeId]: value });
  }

  unpin(nodeId: string): void {
    const { [nodeId]: _gone, ...rest } = this.#values();
    this.#set(rest);
  }

  /** Takes many at once, as from a paste or a test fixture. */
  add(pins: Pins): void {
    this.#set({ ...this.#values(), ...pins });
  }

  clear(): void {
    this.#set(NONE);
  }

  #set(values: Pins): void {
    this.#values.set(values);
    if (this.#key === undefined) return;
    try {
      this.#store.setItem(this.#key, JSON.stringify(values));
    } catch {
      // Full: they hold until the page goes.
    }
  }
}

function read(text: string | null): Pins {
  if (text === null) return NONE;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Pins) : NONE;
  } catch {
    return NONE;
  }
}
