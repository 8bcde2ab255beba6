import { computed, signal } from '@angular/core';
import { jsonFlaw, type JsonFlaw } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';

/** What was typed in place of values, by key; only texts that differ from what was there. */
export class InputEdits {
  readonly #texts = signal<ReadonlyMap<string, string>>(new Map());
  readonly #read = computed(() => new Map([...this.#texts()].map(([key, text]) => [key, readOf(text)] as const)));
  /** The values, of the texts that are JSON. */
  readonly values = computed<ReadonlyMap<string, Json>>(
    () => new Map([...this.#read()].flatMap(([key, read]) => ('value' in read ? [[key, read.value] as const] : []))),
  );
  /** What is wrong with the others. */
  readonly flaws = computed<ReadonlyMap<string, JsonFlaw>>(
    () => new Map([...this.#read()].flatMap(([key, read]) => ('flaw' in read ? [[key, read.flaw] as const] : []))),
  );

  /** Undefined while it is as it was. */
  textOf(key: string | undefined): string | undefined {
    return key === undefined ? undefined : this.#texts().get(key);
  }

  /** `was` is the text that was there: typing it again takes the edit back. */
  write(key: string, text: string, was: string | undefined): void {
    const next = new Map(this.#texts());
    if (text === was) next.delete(key);
    else next.set(key, text);
    this.#texts.set(next);
  }

  /** Takes one edit back, or all. */
  forget(key?: string): void {
    const next = new Map(key === undefined ? [] : this.#texts());
    if (key !== undefined) next.delete(key);
    this.#texts.set(next);
  }
}

function readOf(text: string): { readonly value: Json } | { readonly flaw: JsonFlaw } {
  const flaw = jsonFlaw(text);
  return flaw === undefined ? { value: JSON.parse(text) as Json } : { flaw };
}
