import type { Edit } from '@millrace/workflow-model';
import { nameOf, together } from './connect';
import { type OperationContext, type Outcome, refuse } from './operation';

/** Turns all off when one of them is on, else all on. A disabled node passes its input through. */
export function toggleEnabled({ index }: Pick<OperationContext, 'index'>, nodeIds: readonly string[]): Outcome {
  const nodes = nodeIds.flatMap((id) => index.node(id) ?? []);
  const [only] = nodes;
  if (only === undefined) return refuse('NOTHING_SELECTED', 'Select the nodes to turn off or on.');
  const enabled = nodes.every((node) => !node.enabled);
  const edits = nodes
    .filter((node) => node.enabled !== enabled)
    .map((node): Edit => ({ kind: 'setEnabled', nodeId: node.id, enabled }));
  const what = nodes.length === 1 ? nameOf(only) : `${nodes.length} nodes`;
  return together(`${enabled ? 'Enable' : 'Disable'} ${what}`, edits);
}
