import { topologicalOrder, type WorkflowDocument, type WorkflowNode } from '@millrace/workflow-model';

/** A node of a schematic, at the middle of its tile. */
export interface SchematicNode {
  readonly node: WorkflowNode;
  readonly x: number;
  readonly y: number;
}

/** A workflow drawn small: only tiles and lines, in columns from the trigger on. */
export interface Schematic {
  readonly nodes: readonly SchematicNode[];
  readonly lines: readonly { readonly id: string; readonly path: string }[];
  readonly width: number;
  readonly height: number;
}

/** Width and height of a tile. */
export const TILE = 40;
const COLUMN = 76;
const ROW = 56;
const MARGIN = 12;

type Drawn = Pick<WorkflowDocument, 'nodes' | 'edges'>;

/** Places the nodes by their longest way from a start, and within a column by where people put them. */
export function schematicOf(document: Drawn): Schematic {
  const columns = columnsOf(document);
  const rows = Math.max(1, ...columns.map((column) => column.length));
  const height = (rows - 1) * ROW + TILE + 2 * MARGIN;
  const nodes = columns.flatMap((column, index) =>
    column.map((node, row) => ({
      node,
      x: MARGIN + TILE / 2 + index * COLUMN,
      y: height / 2 + (row - (column.length - 1) / 2) * ROW,
    })),
  );
  const byId = new Map(nodes.map((one) => [one.node.id, one]));
  const lines = document.edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.source), byId.get(edge.target)];
    return from && to ? [{ id: edge.id, path: curve(from, to) }] : [];
  });
  return { nodes, lines, width: Math.max(0, columns.length - 1) * COLUMN + TILE + 2 * MARGIN, height };
}

function columnsOf({ nodes, edges }: Drawn): WorkflowNode[][] {
  const depth = new Map<string, number>();
  const known = new Map(nodes.map((node) => [node.id, node]));
  for (const id of topologicalOrder({ nodes, edges }) ?? [...known.keys()]) {
    const before = edges.filter((edge) => edge.target === id).map((edge) => depth.get(edge.source) ?? -1);
    depth.set(id, Math.max(-1, ...before) + 1);
  }
  const columns: WorkflowNode[][] = [];
  for (const [id, column] of depth) {
    const node = known.get(id);
    if (node) (columns[column] ??= []).push(node);
  }
  return columns.filter(Boolean).map((column) => column.sort((a, b) => a.position.y - b.position.y));
}

function curve(from: SchematicNode, to: SchematicNode): string {
  const [x1, x2] = [from.x + TILE / 2, to.x - TILE / 2];
  const bend = Math.max(12, (x2 - x1) / 2);
  return `M${x1} ${from.y}C${x1 + bend} ${from.y} ${x2 - bend} ${to.y} ${x2} ${to.y}`;
}
