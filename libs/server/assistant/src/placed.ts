import { topologicalOrder } from '@millrace/workflow-model';
import type { WorkflowDocument } from '@millrace/workflow-model';

const COLUMN = 300;
const ROW = 160;

/** The document with its nodes in columns by their distance from a trigger, so that edges lead to the right. */
export function placed(document: WorkflowDocument): WorkflowDocument {
  const columns = new Map<string, number>();
  const order = topologicalOrder(document) ?? document.nodes.map(({ id }) => id);
  for (const id of order) {
    const before = document.edges.filter(({ target }) => target === id).map(({ source }) => columns.get(source) ?? 0);
    columns.set(id, before.length === 0 ? 0 : Math.max(...before) + 1);
  }
  const taken = new Map<number, number>();
  const nodes = document.nodes.map((node) => {
    const column = columns.get(node.id) ?? 0;
    const row = taken.get(column) ?? 0;
    taken.set(column, row + 1);
    return { ...node, position: { x: column * COLUMN, y: row * ROW } };
  });
  return { ...document, nodes };
}
