/** One value of an entry and since which change it holds. */
interface Version<V> {
  readonly since: number;
  readonly value: V;
  readonly older: Version<V> | undefined;
}

/**
 * What the tables of one line of states share: every version of every entry, and the order of the changes. Only ever
 * appended to, so that older tables stay readable.
 */
interface History<V> {
  readonly versions: Map<string, Version<V>>;
  /** Keys of changed entries; change number n made the table at position n. */
  readonly changes: string[];
  /** Whatever `decide` derived last from a table of this line; see `frontierOf`. */
  memo: unknown;
}

/**
 * The nodes of a run, or the turns of a loop, as an immutable map whose next version costs O(1): folding n events is O(n), where copying a map
 * per event would be O(n²). The newest table of a line appends to the shared history; changing an older one (a fork,
 * which is rare) copies what that one sees.
 */
export class VersionTable<V> implements ReadonlyMap<string, V> {
  readonly #history: History<V>;
  readonly #position: number;
  readonly size: number;

  private constructor(history: History<V>, position: number, size: number) {
    this.#history = history;
    this.#position = position;
    this.size = size;
  }

  /** A table without entries that begins a line of its own. */
  static empty<V>(): VersionTable<V> {
    return new VersionTable<V>({ versions: new Map(), changes: [], memo: undefined }, 0, 0);
  }

  /** The same entries as a table; a state put together by hand may hold any map. */
  static of<V>(entries: ReadonlyMap<string, V>): VersionTable<V> {
    if (entries instanceof VersionTable) return entries as VersionTable<V>;
    let table = VersionTable.empty<V>();
    for (const [id, value] of entries) table = table.with(id, value);
    return table;
  }

  get(id: string): V | undefined {
    let version = this.#history.versions.get(id);
    while (version !== undefined && version.since > this.#position) version = version.older;
    return version?.value;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** The table with one entry changed; this one stays as it is. */
  with(id: string, value: V): VersionTable<V> {
    const size = this.has(id) ? this.size : this.size + 1;
    const history = this.#position === this.#history.changes.length ? this.#history : this.#copy();
    history.changes.push(id);
    const since = history.changes.length;
    history.versions.set(id, { since, value, older: history.versions.get(id) });
    return new VersionTable(history, since, size);
  }

  /** Keys of the entries changed after position `since` of the same line. */
  changedSince(since: number): readonly string[] {
    return this.#history.changes.slice(since, this.#position);
  }

  /** How many changes made this table. */
  get position(): number {
    return this.#position;
  }

  /** What was remembered about this line of tables. */
  get memo(): unknown {
    return this.#history.memo;
  }

  set memo(memo: unknown) {
    this.#history.memo = memo;
  }

  *entries(): MapIterator<[string, V]> {
    for (const id of this.#history.versions.keys()) {
      const value = this.get(id);
      if (value !== undefined) yield [id, value];
    }
  }

  *keys(): MapIterator<string> {
    for (const [id] of this.entries()) yield id;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, id: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [id, value] of this.entries()) callback(value, id, this);
  }

  #copy(): History<V> {
    const versions = new Map<string, Version<V>>();
    const changes: string[] = [];
    for (const [id, value] of this.entries()) {
      changes.push(id);
      versions.set(id, { since: changes.length, value, older: undefined });
    }
    return { versions, changes, memo: undefined };
  }
}
