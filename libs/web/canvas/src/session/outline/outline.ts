import type { WorkflowNode } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';

/** One line of the outline. */
export interface OutlineRow {
  /** Unique among the rows: a node that several paths reach has a row for each. */
  readonly key: string;
  readonly node: WorkflowNode;
  /** Steps of indentation: a path that branches goes in by one. */
  readonly depth: number;
  /** Port of the parent that leads here, when the parent has more than one way out. */
  readonly viaPort?: string;
  /** The edge that leads here; absent for the first row of a path. */
  readonly edgeId?: string;
  /** The node has its own row further up; this one only points there. */
  readonly isReference: boolean;
  readonly hasChildren: boolean;
  /** The loop that it is inside. */
  readonly insideOf?: string;
  /** Place among its siblings, from 1, and how many there are; for `aria-posinset` and `aria-setsize`. */
  readonly position: number;
  readonly siblings: number;
}

/**
 * The workflow as an indented list: what comes first stands first, a chain goes straight down, branches and the bodies of
 * loops go in by one.
 * Begins with what nothing leads to. A node that paths meet in stands where the first of them gets there last, so that a
 * list read from top to bottom never mentions what has not been told.
 */
export function outlineOf(index: DocumentIndex): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const roots = index.order.filter((id) => index.incoming(id).length === 0 && index.loopsAround(id).length === 0);
  const told = new Set<string>();
  const visit = (start: readonly Visit[]): void => {
    const open = [...start].reverse();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const children = visitRow(index, next, { rows, told });
      for (const child of children.reverse()) open.push(child);
    }
  };
  visit(roots.map((id, place) => ({ id, depth: 0, path: id, position: place + 1, siblings: roots.length })));
  // What only a cycle leads to would otherwise be missing.
  for (const id of index.order) if (!told.has(id)) visit([{ id, depth: 0, path: id, position: 1, siblings: 1 }]);
  return rows;
}

interface Visit {
  readonly id: string;
  readonly depth: number;
  readonly path: string;
  readonly edgeId?: string;
  readonly viaPort?: string;
  readonly position: number;
  readonly siblings: number;
}

function visitRow(
  index: DocumentIndex,
  visit: Visit,
  { rows, told }: { readonly rows: OutlineRow[]; readonly told: Set<string> },
): Visit[] {
  const node = index.node(visit.id);
  if (node === undefined) return [];
  const isReference = told.has(visit.id) || waits(index, visit.id, told);
  const edges = isReference ? [] : index.outgoing(visit.id);
  const body = isReference ? [] : bodyOf(index, visit);
  const { depth, edgeId, viaPort, position, siblings } = visit;
  rows.push({
    key: visit.path,
    node,
    depth,
    isReference,
    hasChildren: edges.length + body.length > 0,
    position,
    siblings,
    ...(edgeId === undefined ? {} : { edgeId }),
    ...(viaPort === undefined ? {} : { viaPort }),
    ...(node.parent === undefined ? {} : { insideOf: node.parent }),
  });
  if (isReference) return [];
  told.add(visit.id);
  const isBranching = edges.length > 1;
  const ports = new Set(edges.map((edge) => edge.sourceHandle));
  const next = edges.map((edge, place) => ({
    id: edge.target,
    depth: isBranching ? depth + 1 : depth,
    path: `${visit.path}/${edge.id}`,
    edgeId: edge.id,
    position: place + 1,
    siblings: edges.length,
    ...(ports.size > 1 || edge.sourceHandle !== 'main' ? { viaPort: edge.sourceHandle } : {}),
  }));
  return [...body, ...next];
}

/** What begins inside a loop. */
function bodyOf(index: DocumentIndex, { id, path, depth }: Visit): Visit[] {
  const first = index.childrenOf(id).filter((node) => index.incoming(node.id).length === 0);
  return first.map((node, place) => ({
    id: node.id,
    depth: depth + 1,
    path: `${path}/in/${node.id}`,
    position: place + 1,
    siblings: first.length,
  }));
}

/** Whether something that leads to a node comes further down; the node is told there. */
function waits(index: DocumentIndex, id: string, told: ReadonlySet<string>): boolean {
  const untold = index.incoming(id).filter((edge) => !told.has(edge.source));
  return untold.some((edge) => !index.downstreamOf(id).has(edge.source));
}
