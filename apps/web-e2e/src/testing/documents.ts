import { documentOf, node } from '@millrace/e2e-kit';
import type { Json } from '@millrace/workflow-model';

/** Nodes that hang together in a row, as wide apart as the editor puts them. */
export function row(name: string, nodes: readonly Json[], apart = 320): Json {
  const placed = nodes.map((one, index) => ({ ...(one as object), position: { x: index * apart, y: 0 } }));
  const ids = nodes.map((one) => (one as { readonly id: string }).id);
  const edges = ids.slice(1).map((id, index) => `${ids[index]}>${id}`);
  return documentOf(name, placed as unknown as Json[], edges);
}

/** Start > Tell > Done. */
export function greeting(message = 'hello'): Json {
  return row('Greets', [node('Start', 'manual-trigger'), node('Tell', 'log', { message }), node('Done', 'no-op')]);
}
