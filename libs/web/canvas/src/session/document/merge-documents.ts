import { type WorkflowDocument, canonicalJson, findCycle } from '@millrace/workflow-model';

/** An element that both sides changed, each in its own way. */
export interface Clash {
  readonly kind: 'node' | 'edge' | 'note' | 'group' | 'name' | 'settings' | 'metadata' | 'graph';
  /** Absent for the document's own parts. */
  readonly id?: string;
  /** Label of the node or group, for people. */
  readonly label?: string;
}

/** Two changed documents put together. */
export interface MergedDocument {
  /** For every clash, the own side is taken. */
  readonly document: WorkflowDocument;
  readonly clashes: readonly Clash[];
}

interface Identified {
  readonly id: string;
  readonly label?: string | undefined;
}

type ListName = 'nodes' | 'edges' | 'notes' | 'groups';

const KIND_OF: Readonly<Record<ListName, Clash['kind']>> = {
  nodes: 'node',
  edges: 'edge',
  notes: 'note',
  groups: 'group',
};

/**
 * What `mine` and `theirs` made of `base`, together: element by element, whoever changed it. Elements that both changed
 * differently are clashes, and so are an edge to a node that the other side removed and a cycle that neither had.
 */
export function mergeDocuments(
  base: WorkflowDocument,
  mine: WorkflowDocument,
  theirs: WorkflowDocument,
): MergedDocument {
  const clashes: Clash[] = [];
  const list = <T extends Identified>(name: ListName, pick: (document: WorkflowDocument) => readonly T[]): T[] => {
    const merged = mergeLists(pick(base), pick(mine), pick(theirs));
    clashes.push(...merged.clashes.map((element) => clashOf(KIND_OF[name], element)));
    return merged.list;
  };
  const part = <K extends 'name' | 'settings' | 'metadata'>(name: K): WorkflowDocument[K] => {
    const merged = mergeValues(base[name], mine[name], theirs[name]);
    if (merged.clash) clashes.push({ kind: name });
    return merged.value;
  };
  const nodes = list('nodes', (document) => document.nodes);
  const edges = list('edges', (document) => document.edges);
  const document: WorkflowDocument = {
    ...mine,
    version: theirs.version,
    name: part('name'),
    settings: part('settings'),
    metadata: part('metadata'),
    nodes,
    edges,
    notes: list('notes', (each) => each.notes),
    groups: list('groups', (each) => each.groups),
  };
  return repaired(document, clashes);
}

/** Takes out what joins or names nodes that are gone, which is a clash only for edges, and tells of a cycle. */
function repaired(document: WorkflowDocument, clashes: Clash[]): MergedDocument {
  const ids = new Set(document.nodes.map((node) => node.id));
  const edges = document.edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target));
  const dangling = document.edges.filter((edge) => !ids.has(edge.source) || !ids.has(edge.target));
  clashes.push(...dangling.map((edge): Clash => ({ kind: 'edge', id: edge.id })));
  const groups = document.groups.map((group) =>
    group.nodeIds.every((id) => ids.has(id)) ? group : { ...group, nodeIds: group.nodeIds.filter((id) => ids.has(id)) },
  );
  // What one side put into a loop that the other removed comes to lie on the canvas.
  const nodes = document.nodes.map((node) => {
    const { parent, ...free } = node;
    return parent === undefined || ids.has(parent) ? node : free;
  });
  const merged = { ...document, nodes, edges: dangling.length === 0 ? document.edges : edges, groups };
  const cycle = findCycle(merged);
  if (cycle !== undefined) clashes.push({ kind: 'graph', id: cycle[0] });
  return { document: merged, clashes };
}

function clashOf(kind: Clash['kind'], element: Identified): Clash {
  return { kind, id: element.id, ...(element.label === undefined ? {} : { label: element.label }) };
}

function mergeValues<T extends object | string>(base: T, mine: T, theirs: T): { value: T; clash: boolean } {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, clash: false };
  return same(base, mine) ? { value: theirs, clash: false } : { value: mine, clash: true };
}

function mergeLists<T extends Identified>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
): { list: T[]; clashes: T[] } {
  const baseById = byId(base);
  const mineById = byId(mine);
  const theirsById = byId(theirs);
  const clashes: T[] = [];
  const merged = (id: string): T[] => {
    const [before, own, other] = [baseById.get(id), mineById.get(id), theirsById.get(id)];
    const element = mergeElement(before, own, other);
    if (element === 'clash') clashes.push((own ?? other) as T);
    const kept = element === 'clash' ? own : element;
    return kept === undefined ? [] : [kept];
  };
  return { list: inOrder(base, mine, theirs).flatMap(merged), clashes };
}

/** Ids in the order of whoever changed it: of edges, the order decides whose values win. */
function inOrder(base: readonly Identified[], mine: readonly Identified[], theirs: readonly Identified[]): string[] {
  const isMineAsBefore = mine.length === base.length && mine.every((element, place) => element.id === base[place]?.id);
  const [first, second] = isMineAsBefore ? [theirs, mine] : [mine, theirs];
  return [...new Set([...first, ...second].map((element) => element.id))];
}

/** The element after both changes; undefined when it is gone. */
function mergeElement<T extends object>(base: T | undefined, mine: T | undefined, theirs: T | undefined) {
  if (sameMaybe(mine, theirs)) return mine;
  if (sameMaybe(base, theirs)) return mine;
  if (sameMaybe(base, mine)) return theirs;
  return 'clash';
}

function byId<T extends Identified>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((element) => [element.id, element]));
}

function sameMaybe<T extends object>(one: T | undefined, other: T | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && same(one, other));
}

function same(one: object | string, other: object | string): boolean {
  return one === other || (typeof one === 'object' && canonicalJson(one) === canonicalJson(other));
}
