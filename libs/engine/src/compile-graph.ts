import type { NodeTraits, WorkflowDocument, WorkflowNode } from '@millrace/workflow-model';
import type { ExecutionGraph } from './graph';

/** A document that cannot be run; validation reports the same before publishing. */
export class GraphError extends Error {
  readonly code: 'GRAPH_CYCLE' | 'GRAPH_DANGLING_EDGE' | 'GRAPH_DUPLICATE_NODE';
  readonly nodeIds: readonly string[];

  constructor(code: GraphError['code'], message: string, nodeIds: readonly string[]) {
    super(message);
    this.name = 'GraphError';
    this.code = code;
    this.nodeIds = nodeIds;
  }
}

/** The parts of a document that a run depends on. */
export type GraphDocument = Pick<WorkflowDocument, 'nodes' | 'edges' | 'settings'>;

/**
 * Makes a document ready for `decide`. Do it once per version: the graph also carries what runs of it share.
 * @throws GraphError for a cycle, an edge to nowhere or two nodes with one id
 */
export function compileGraph(_document: GraphDocument, _traitsOf: (node: WorkflowNode) => NodeTraits): ExecutionGraph {
  throw new Error('not built yet');
}
