/** Distinct items kept in order. Finding costs O(log n), changing moves memory; iterating is what it is for. */
export class SortedList<T> implements Iterable<T> {
  readonly #items: T[] = [];
  readonly #compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#items.length;
  }

  /** Puts the item in its place unless an equal one is there. */
  add(item: T): void {
    const place = this.#placeOf(item);
    if (!this.#holdsAt(place, item)) this.#items.splice(place, 0, item);
  }

  /** Takes the equal item out, if there is one. */
  delete(item: T): void {
    const place = this.#placeOf(item);
    if (this.#holdsAt(place, item)) this.#items.splice(place, 1);
  }

  /** Takes the first item out. */
  shift(): T | undefined {
    return this.#items.shift();
  }

  /** The first items. */
  first(count: number): T[] {
    return this.#items.slice(0, count);
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#items[Symbol.iterator]();
  }

  #placeOf(item: T): number {
    const last = this.#items.at(-1);
    if (last === undefined || this.#compare(last, item) < 0) return this.#items.length;
    let low = 0;
    let high = this.#items.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(this.#items[middle] as T, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #holdsAt(place: number, item: T): boolean {
    return place < this.#items.length && this.#compare(this.#items[place] as T, item) === 0;
  }
}

/** Order of numbers. */
export function ascending(a: number, b: number): number {
  return a - b;
}
