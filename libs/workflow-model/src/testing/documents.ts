import type { NodeDefinitionData } from '../node-definition';
import { workflowDocumentSchema } from '../document';
import type { WorkflowDocument } from '../document';

/** A node with only what matters to a test; the rest is filled in by the schema. */
export type NodeSketch = { id: string; type?: string } & Record<string, unknown>;

/** `'a>b'` or `'a:true>b:main'`, or an edge. */
export type EdgeSketch = string | Record<string, unknown>;

/** A document from sketches; ids of nodes may stand alone. */
export function documentOf(
  nodes: readonly (string | NodeSketch)[],
  edges: readonly EdgeSketch[] = [],
  rest: Record<string, unknown> = {},
): WorkflowDocument {
  return workflowDocumentSchema.parse({
    id: 'workflow',
    name: 'Workflow',
    nodes: nodes.map(nodeOf),
    edges: edges.map(edgeOf),
    ...rest,
  });
}

function nodeOf(sketch: string | NodeSketch): Record<string, unknown> {
  const node = typeof sketch === 'string' ? { id: sketch } : sketch;
  return { type: 'no-op', label: node.id, ...node };
}

function edgeOf(sketch: EdgeSketch): Record<string, unknown> {
  if (typeof sketch !== 'string') return sketch;
  const [from = '', to = ''] = sketch.split('>');
  const [source, sourceHandle = 'main'] = from.split(':');
  const [target, targetHandle = 'main'] = to.split(':');
  return { id: sketch, source, sourceHandle, target, targetHandle };
}

/** A chain of `length` nodes: n0 > n1 > ... */
export function chainOf(length: number): WorkflowDocument {
  const ids = Array.from({ length }, (_, index) => `n${index}`);
  return documentOf(
    ids.map((id, index) => ({ id, type: index === 0 ? 'manual-trigger' : 'no-op' })),
    ids.slice(1).map((id, index) => `n${index}>${id}`),
  );
}

/** A definition with only what matters to a test. */
export function definitionOf(sketch: Partial<NodeDefinitionData> & { type: string }): NodeDefinitionData {
  return {
    version: 1,
    title: sketch.type,
    description: '',
    category: 'action',
    inputs: [{ id: 'main' }],
    outputs: [{ id: 'main' }],
    paramsSchema: { type: 'object', properties: {} },
    traits: {},
    ...sketch,
  };
}
