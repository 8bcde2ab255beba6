import { type Signal, computed, signal } from '@angular/core';
import type { DocumentIndex } from '../document/document-index';
import type { Elements } from '../operations/operation';
import { type Direction, neighbourOf } from './neighbours';

/** How a marquee or a click changes what is selected. */
export type SelectMode = 'replace' | 'add' | 'toggle' | 'subtract';

/** Ids that are selected, by kind. */
export interface Selected {
  readonly nodeIds: ReadonlySet<string>;
  readonly edgeIds: ReadonlySet<string>;
  readonly noteIds: ReadonlySet<string>;
  readonly groupIds: ReadonlySet<string>;
}

type Kind = keyof Selected;
const KINDS: readonly Kind[] = ['nodeIds', 'edgeIds', 'noteIds', 'groupIds'];
const NONE: Selected = { nodeIds: new Set(), edgeIds: new Set(), noteIds: new Set(), groupIds: new Set() };

/** What is selected, and which node has the roving focus. Ids that leave the document leave the selection. */
export class Selection {
  readonly #index: Signal<DocumentIndex>;
  readonly #wanted = signal<Selected>(NONE);
  readonly #focusWanted = signal<string | undefined>(undefined);

  /** What is selected and still there. */
  readonly selected: Signal<Selected>;
  readonly nodeIds = computed(() => this.selected().nodeIds);
  readonly edgeIds = computed(() => this.selected().edgeIds);
  readonly noteIds = computed(() => this.selected().noteIds);
  readonly groupIds = computed(() => this.selected().groupIds);
  readonly size = computed(() => KINDS.reduce((sum, kind) => sum + this.selected()[kind].size, 0));
  readonly isEmpty = computed(() => this.size() === 0);
  /** Id of the node when one node and nothing else is selected. */
  readonly onlyNode = computed(() => (this.size() === 1 ? first(this.nodeIds()) : undefined));
  /** Node that Tab enters the canvas at: the last one touched, else the first in order. */
  readonly focusedNode: Signal<string | undefined>;

  /** The node that a key means: the selected one, else the one with the focus. */
  target(): string | undefined {
    return this.onlyNode() ?? this.focusedNode();
  }

  /** Node ids in the order in which Tab visits them: topological. */
  readonly rovingOrder: Signal<readonly string[]>;

  constructor(index: Signal<DocumentIndex>) {
    this.#index = index;
    this.selected = computed(() => present(this.#wanted(), index()), { equal: sameSelected });
    this.rovingOrder = computed(() => index().order);
    this.focusedNode = computed(() => {
      const wanted = this.#focusWanted();
      return wanted !== undefined && index().nodeById.has(wanted) ? wanted : index().order[0];
    });
  }

  /** Whether a node is selected; cheap to ask in templates. */
  hasNode(id: string): boolean {
    return this.selected().nodeIds.has(id);
  }

  hasEdge(id: string): boolean {
    return this.selected().edgeIds.has(id);
  }

  /** Changes what is selected; `replace` unless told otherwise. */
  select(elements: Elements, mode: SelectMode = 'replace'): void {
    const before = this.selected();
    const after = Object.fromEntries(
      KINDS.map((kind) => [kind, combined(before[kind], elements[kind] ?? [], mode)]),
    ) as unknown as Selected;
    this.#wanted.set(after);
    const touched = elements.nodeIds?.at(-1);
    if (touched !== undefined && mode !== 'subtract') this.#focusWanted.set(touched);
  }

  /** Selects one node alone, or with `add`/`toggle` beside the others. */
  selectNode(id: string, mode: SelectMode = 'replace'): void {
    this.select({ nodeIds: [id] }, mode);
  }

  clear(): void {
    this.select({});
  }

  /** All nodes and notes. */
  selectAll(): void {
    const { nodes, notes } = this.#index().document;
    const focus = this.#focusWanted();
    this.select({ nodeIds: nodes.map((node) => node.id), noteIds: notes.map((note) => note.id) });
    this.#focusWanted.set(focus);
  }

  /** Moves the roving focus without selecting. */
  focus(nodeId: string): void {
    this.#focusWanted.set(nodeId);
  }

  /** The node that an arrow key leads to from the focused one: along an edge where there is one, else the nearest that way. */
  neighbour(direction: Direction): string | undefined {
    const from = this.focusedNode();
    return from === undefined ? undefined : neighbourOf(this.#index(), from, direction);
  }

  /** Selects the neighbour; with `add` beside what is selected. Gives it, or undefined when there is none. */
  moveTo(direction: Direction, mode: 'replace' | 'add' = 'replace'): string | undefined {
    const next = this.neighbour(direction);
    if (next !== undefined) this.selectNode(next, mode);
    return next;
  }

  /** Adds everything before the selected nodes. */
  selectUpstream(): void {
    this.#selectReached((id) => this.#index().upstreamOf(id));
  }

  /** Adds everything after the selected nodes. */
  selectDownstream(): void {
    this.#selectReached((id) => this.#index().downstreamOf(id));
  }

  /** As lists, for history and clipboard. */
  snapshot(): Elements {
    const selected = this.selected();
    return Object.fromEntries(KINDS.map((kind) => [kind, [...selected[kind]]]));
  }

  #selectReached(reach: (id: string) => ReadonlySet<string>): void {
    const focus = this.focusedNode();
    const starts = this.nodeIds();
    this.select({ nodeIds: [...starts].flatMap((id) => [...reach(id)]) }, 'add');
    if (focus !== undefined) this.#focusWanted.set(focus);
  }
}

function combined(before: ReadonlySet<string>, ids: readonly string[], mode: SelectMode): ReadonlySet<string> {
  const after = new Set(mode === 'replace' ? [] : before);
  for (const id of new Set(ids)) {
    if (mode === 'subtract' || (mode === 'toggle' && before.has(id))) after.delete(id);
    else after.add(id);
  }
  return after;
}

function present(wanted: Selected, index: DocumentIndex): Selected {
  const { notes, groups } = index.document;
  return {
    nodeIds: kept(wanted.nodeIds, (id) => index.nodeById.has(id)),
    edgeIds: kept(wanted.edgeIds, (id) => index.edgeById.has(id)),
    noteIds: kept(wanted.noteIds, (id) => notes.some((note) => note.id === id)),
    groupIds: kept(wanted.groupIds, (id) => groups.some((group) => group.id === id)),
  };
}

function kept(ids: ReadonlySet<string>, isThere: (id: string) => boolean): ReadonlySet<string> {
  for (const id of ids) if (!isThere(id)) return new Set([...ids].filter(isThere));
  return ids;
}

function sameSelected(one: Selected, other: Selected): boolean {
  return KINDS.every((kind) => one[kind] === other[kind] || sameSet(one[kind], other[kind]));
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}

function first(ids: ReadonlySet<string>): string | undefined {
  const [id] = ids;
  return id;
}
