import type { NodeState } from './state';

/** One value of a node and since which change it holds. */
interface Version {
  readonly since: number;
  readonly value: NodeState;
  readonly older: Version | undefined;
}

/**
 * What the tables of one line of states share: every version of every node, and the order of the changes. Only ever
 * appended to, so that older tables stay readable.
 */
interface History {
  readonly versions: Map<string, Version>;
  /** Ids of changed nodes; change number n made the table at position n. */
  readonly changes: string[];
  /** Whatever `decide` derived last from a table of this line; see `frontierOf`. */
  memo: unknown;
}

/**
 * The nodes of a run as an immutable map whose next version costs O(1): folding n events is O(n), where copying a map
 * per event would be O(n²). The newest table of a line appends to the shared history; changing an older one (a fork,
 * which is rare) copies what that one sees.
 */
export class NodeTable implements ReadonlyMap<string, NodeState> {
  readonly #history: History;
  readonly #position: number;
  readonly size: number;

  private constructor(history: History, position: number, size: number) {
    this.#history = history;
    this.#position = position;
    this.size = size;
  }

  /** A table without nodes that begins a line of its own. */
  static empty(): NodeTable {
    return new NodeTable({ versions: new Map(), changes: [], memo: undefined }, 0, 0);
  }

  /** The same nodes as a table; a state put together by hand may hold any map. */
  static of(nodes: ReadonlyMap<string, NodeState>): NodeTable {
    if (nodes instanceof NodeTable) return nodes;
    let table = NodeTable.empty();
    for (const [id, node] of nodes) table = table.with(id, node);
    return table;
  }

  get(id: string): NodeState | undefined {
    let version = this.#history.versions.get(id);
    while (version !== undefined && version.since > this.#position) version = version.older;
    return version?.value;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** The table with one node changed; this one stays as it is. */
  with(id: string, value: NodeState): NodeTable {
    const size = this.has(id) ? this.size : this.size + 1;
    const history = this.#position === this.#history.changes.length ? this.#history : this.#copy();
    history.changes.push(id);
    const since = history.changes.length;
    history.versions.set(id, { since, value, older: history.versions.get(id) });
    return new NodeTable(history, since, size);
  }

  /** Ids of the nodes changed after position `since` of the same line. */
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

  *entries(): MapIterator<[string, NodeState]> {
    for (const id of this.#history.versions.keys()) {
      const value = this.get(id);
      if (value !== undefined) yield [id, value];
    }
  }

  *keys(): MapIterator<string> {
    for (const [id] of this.entries()) yield id;
  }

  *values(): MapIterator<NodeState> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, NodeState]> {
    return this.entries();
  }

  forEach(callback: (value: NodeState, id: string, map: ReadonlyMap<string, NodeState>) => void): void {
    for (const [id, value] of this.entries()) callback(value, id, this);
  }

  #copy(): History {
    const versions = new Map<string, Version>();
    const changes: string[] = [];
    for (const [id, value] of this.entries()) {
      changes.push(id);
      versions.set(id, { since: changes.length, value, older: undefined });
    }
    return { versions, changes, memo: undefined };
  }
}
