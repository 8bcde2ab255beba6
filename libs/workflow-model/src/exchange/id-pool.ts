/** Hands out ids, each once: the wanted one, or the wanted one with the first free number behind it. */
export class IdPool {
  readonly #taken: Set<unknown>;
  readonly #unclaimed: Set<unknown>;
  /** Where to go on counting, so that a thousand equal ids do not cost a million steps. */
  readonly #numbers = new Map<string, number>();

  constructor(givenIds: readonly unknown[]) {
    this.#taken = new Set(givenIds);
    this.#unclaimed = new Set(givenIds);
  }

  /** For an id that the input brings along: its own for the first who asks, a free one for the others. */
  given(id: string): string {
    return this.#unclaimed.delete(id) ? id : this.made(id);
  }

  /** For an id that is made up. */
  made(wanted: string): string {
    let id = wanted;
    let number = this.#numbers.get(wanted) ?? 2;
    for (; this.#taken.has(id); number += 1) id = `${wanted}-${number}`;
    this.#numbers.set(wanted, number);
    this.#taken.add(id);
    return id;
  }
}
