import {
  type AliasMap,
  type WorkflowDocument,
  type WorkflowEdge,
  type WorkflowNode,
  aliasOf,
  loopsAround,
  topologicalOrder,
} from '@millrace/workflow-model';

type EdgeLists = ReadonlyMap<string, readonly WorkflowEdge[]>;

const NO_EDGES: readonly WorkflowEdge[] = [];
const NO_NODES: readonly WorkflowNode[] = [];
const NO_IDS: readonly string[] = [];

/**
 * A document with the answers that everything on the canvas asks for. Immutable; `next` makes the index of a changed
 * document and takes over every part that the change did not touch, so that typing in a field never looks at an edge.
 */
export class DocumentIndex {
  readonly document: WorkflowDocument;
  readonly nodeById: ReadonlyMap<string, WorkflowNode>;
  readonly edgeById: ReadonlyMap<string, WorkflowEdge>;
  /** Who answers to which name in templates. */
  readonly aliases: AliasMap;
  readonly #wiring: Wiring;

  private constructor(document: WorkflowDocument, known: DocumentIndex | undefined) {
    this.document = document;
    this.nodeById =
      known?.document.nodes === document.nodes
        ? known.nodeById
        : new Map(document.nodes.map((node) => [node.id, node]));
    this.edgeById =
      known?.document.edges === document.edges
        ? known.edgeById
        : new Map(document.edges.map((edge) => [edge.id, edge]));
    this.aliases = sameLabels(known?.document, document) ? (known as DocumentIndex).aliases : aliasesOf(document);
    this.#wiring = sameWiring(known?.document, document) ? (known as DocumentIndex).#wiring : new Wiring(document);
  }

  /** Index of a document that nothing is known about. */
  static of(document: WorkflowDocument): DocumentIndex {
    return new DocumentIndex(document, undefined);
  }

  /** Index of a later document. */
  next(document: WorkflowDocument): DocumentIndex {
    return document === this.document ? this : new DocumentIndex(document, this);
  }

  /** The node of an id; undefined when there is none. */
  node(id: string): WorkflowNode | undefined {
    return this.nodeById.get(id);
  }

  /** Edges into a node, in document order; dangling ones are left out. */
  incoming(nodeId: string): readonly WorkflowEdge[] {
    return this.#wiring.incoming.get(nodeId) ?? NO_EDGES;
  }

  /** Edges out of a node, in document order; dangling ones are left out. */
  outgoing(nodeId: string): readonly WorkflowEdge[] {
    return this.#wiring.outgoing.get(nodeId) ?? NO_EDGES;
  }

  /** Nodes directly inside a loop, in document order. */
  childrenOf(loopId: string): readonly WorkflowNode[] {
    const ids = this.#wiring.childrenOf(loopId);
    return ids.length === 0 ? NO_NODES : ids.flatMap((id) => this.nodeById.get(id) ?? []);
  }

  /** Ids of everything inside a loop, in loops within it too. */
  insideOf(loopId: string): readonly string[] {
    return this.#wiring.childrenOf(loopId).flatMap((id) => (id === loopId ? [] : [id, ...this.insideOf(id)]));
  }

  /** Ids of the loops around a node, from the inside out. */
  loopsAround(nodeId: string): readonly string[] {
    return this.nodeById.get(nodeId)?.parent === undefined ? NO_IDS : loopsAround(this.nodeById, nodeId);
  }

  /** Ids so that parents come first and bodies follow their loops; nodes on a cycle at the end, in document order. */
  get order(): readonly string[] {
    return this.#wiring.order;
  }

  /** Place of each node in {@link order}. */
  get rank(): ReadonlyMap<string, number> {
    return this.#wiring.rank;
  }

  /** Ids of all nodes before a node; inside a loop also those before the loop. */
  upstreamOf(nodeId: string): ReadonlySet<string> {
    return this.#wiring.upstreamOf(nodeId);
  }

  /** Ids of all nodes after a node. */
  downstreamOf(nodeId: string): ReadonlySet<string> {
    return this.#wiring.downstreamOf(nodeId);
  }

  /** Whether nodes and edges are joined as they were; then everything derived from the graph still holds. */
  hasSameWiring(other: DocumentIndex): boolean {
    return this.#wiring === other.#wiring;
  }
}

/** The graph of a document; what costs a walk over all of it is done once, when it is first asked for. */
class Wiring {
  readonly incoming: EdgeLists;
  readonly outgoing: EdgeLists;
  readonly #document: WorkflowDocument;
  readonly #parents: ReadonlyMap<string, string>;
  readonly #children: ReadonlyMap<string, readonly string[]>;
  readonly #upstream = new Map<string, ReadonlySet<string>>();
  readonly #downstream = new Map<string, ReadonlySet<string>>();
  #order: readonly string[] | undefined;
  #rank: ReadonlyMap<string, number> | undefined;

  constructor(document: WorkflowDocument) {
    this.#document = document;
    const incoming = new Map<string, WorkflowEdge[]>();
    const outgoing = new Map<string, WorkflowEdge[]>();
    const ids = new Set(document.nodes.map((node) => node.id));
    this.#parents = parentsIn(document, ids);
    this.#children = childrenIn(this.#parents);
    for (const edge of document.edges) {
      if (!ids.has(edge.source) || !ids.has(edge.target)) continue;
      push(outgoing, edge.source, edge);
      push(incoming, edge.target, edge);
    }
    this.incoming = incoming;
    this.outgoing = outgoing;
  }

  childrenOf(id: string): readonly string[] {
    return this.#children.get(id) ?? NO_IDS;
  }

  get order(): readonly string[] {
    return (this.#order ??= this.#sorted());
  }

  get rank(): ReadonlyMap<string, number> {
    return (this.#rank ??= new Map(this.order.map((id, place) => [id, place])));
  }

  upstreamOf(id: string): ReadonlySet<string> {
    return memo(this.#upstream, id, () => {
      const own = spread(id, (each) => this.incoming.get(each), 'source');
      const loop = this.#parents.get(id);
      return loop === undefined ? own : new Set([...own, ...this.upstreamOf(loop)]);
    });
  }

  downstreamOf(id: string): ReadonlySet<string> {
    return memo(this.#downstream, id, () => spread(id, (each) => this.outgoing.get(each), 'target'));
  }

  #sorted(): readonly string[] {
    const sorted = topologicalOrder(this.#document);
    const placed = new Set(sorted);
    const left = this.#document.nodes.map((node) => node.id).filter((id) => !placed.has(id));
    return this.#parents.size === 0 ? [...sorted, ...left] : this.#withBodies([...sorted, ...left]);
  }

  #withBodies(sorted: readonly string[]): readonly string[] {
    const rank = new Map(sorted.map((id, place) => [id, place]));
    const place = (id: string): number => rank.get(id) ?? 0;
    const told = (id: string): string[] => [
      id,
      ...this.childrenOf(id)
        .toSorted((a, b) => place(a) - place(b))
        .flatMap(told),
    ];
    return sorted.filter((id) => !this.#parents.has(id)).flatMap(told);
  }
}

/** Loop by node; what lies inside itself, which only a broken document has, counts as lying on the canvas. */
function parentsIn({ nodes }: WorkflowDocument, ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const { id, parent } of nodes) {
    if (parent === undefined || !ids.has(parent)) continue;
    let above: string | undefined = parent;
    while (above !== undefined && above !== id) above = parents.get(above);
    if (above === undefined) parents.set(id, parent);
  }
  return parents;
}

function childrenIn(parents: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [id, parent] of parents) {
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [id]);
    else list.push(id);
  }
  return children;
}

function push(lists: Map<string, WorkflowEdge[]>, id: string, edge: WorkflowEdge): void {
  const list = lists.get(id);
  if (list === undefined) lists.set(id, [edge]);
  else list.push(edge);
}

function memo<T>(known: Map<string, T>, id: string, make: () => T): T {
  let value = known.get(id);
  if (value === undefined) known.set(id, (value = make()));
  return value;
}

function spread(
  start: string,
  edgesOf: (id: string) => readonly WorkflowEdge[] | undefined,
  end: 'source' | 'target',
): ReadonlySet<string> {
  const found = new Set<string>((edgesOf(start) ?? []).map((edge) => edge[end]));
  // A Set goes on over what is added while it is walked.
  for (const id of found) for (const edge of edgesOf(id) ?? []) found.add(edge[end]);
  return found;
}

/** An index is of use again when ids stand in the same order and edges are the same objects. */
function sameWiring(before: WorkflowDocument | undefined, after: WorkflowDocument): boolean {
  return before !== undefined && before.edges === after.edges && sameNodes(before, after, isSamePlace);
}

function isSamePlace(a: WorkflowNode, b: WorkflowNode): boolean {
  return a.id === b.id && a.parent === b.parent;
}

function sameLabels(before: WorkflowDocument | undefined, after: WorkflowDocument): boolean {
  return before !== undefined && sameNodes(before, after, (a, b) => a.id === b.id && a.label === b.label);
}

function sameNodes(
  before: WorkflowDocument,
  after: WorkflowDocument,
  isSame: (a: WorkflowNode, b: WorkflowNode) => boolean,
): boolean {
  if (before.nodes === after.nodes) return true;
  if (before.nodes.length !== after.nodes.length) return false;
  return after.nodes.every((node, place) => {
    const other = before.nodes[place] as WorkflowNode;
    return node === other || isSame(node, other);
  });
}

const aliasByNode = new WeakMap<WorkflowNode, string>();

/** Alias of a node, worked out once for each object. */
export function aliasOfNode(node: WorkflowNode): string {
  let alias = aliasByNode.get(node);
  if (alias === undefined) aliasByNode.set(node, (alias = aliasOf(node.label) || node.id));
  return alias;
}

function aliasesOf(document: WorkflowDocument): AliasMap {
  const idByAlias = new Map<string, string>();
  const aliasById = new Map<string, string>();
  for (const node of document.nodes) {
    const alias = aliasOfNode(node);
    if (!idByAlias.has(alias)) idByAlias.set(alias, node.id);
    aliasById.set(node.id, alias);
  }
  return { idByAlias, aliasById };
}
