import { initialState } from '@millrace/engine';
import type { ExecutionState, NodeState, ValueRef } from '@millrace/engine';
import { workflowDocumentSchema } from '@millrace/workflow-model';
import type { JsonObject, WorkflowDocument } from '@millrace/workflow-model';
import type { EarlierRun } from '../partial/partial-plan';

/** A document of these nodes, each with what is given of it, and edges `a>b` or `a:port>b`. */
export function documentOf(nodes: Readonly<Record<string, JsonObject>>, edges: readonly string[]): WorkflowDocument {
  return workflowDocumentSchema.parse({
    id: 'w',
    name: 'Spec',
    nodes: Object.entries(nodes).map(([id, facts]) => ({ id, type: 'work', label: id, ...facts })),
    edges: edges.map((text) => {
      const [from = '', target = ''] = text.split('>');
      const [source, sourceHandle = 'main'] = from.split(':');
      return { id: text, source, sourceHandle, target };
    }),
  });
}

/** What became of a node: live ports with their values, or why it was skipped, or that it failed. */
export type Outcome = Readonly<Record<string, ValueRef>> | 'dead-path' | 'run-failed' | 'failed';

/** A run of the document that came to these outcomes. */
export function earlierRun(
  document: WorkflowDocument,
  outcomes: Readonly<Record<string, Outcome>>,
  triggerNodeId = Object.keys(outcomes)[0] ?? '',
): EarlierRun {
  const nodes = new Map(Object.entries(outcomes).map(([id, outcome]) => [id, nodeOf(outcome)]));
  const state: ExecutionState = { ...initialState(), status: 'completed', triggerNodeId, nodes };
  return { executionId: 'earlier', document, state, values: new Map() };
}

function nodeOf(outcome: Outcome): NodeState {
  const node = { attempts: 1, interruptions: 0, ports: {} };
  if (outcome === 'failed') return { ...node, status: 'failed' };
  if (outcome === 'dead-path' || outcome === 'run-failed') return { ...node, status: 'skipped', skipReason: outcome };
  return { ...node, status: 'completed', ports: outcome as NodeState['ports'] };
}
