import type { WorkflowNode } from '@millrace/workflow-model';
import type { EditorSession } from '../editor-session';
import type { PortAt } from './connect';

/** Nodes in one column do not follow each other. */
const CARD_WIDTH = 224;
/** What stands behind a node is no likely source of its input: its distance counts this much more. */
const BEHIND = 4;

/** The output that a node without input most likely belongs to: of the nearest node before it, rather one that leads nowhere yet. */
export function nearestSource(session: EditorSession, nodeId: string): PortAt | undefined {
  const target = session.node(nodeId);
  if (target === undefined) return undefined;
  let best: { readonly port: PortAt; readonly cost: number } | undefined;
  for (const node of session.nodes()) {
    if (node.id === nodeId || node.parent !== target.parent) continue;
    const taken = new Set(
      session
        .index()
        .outgoing(node.id)
        .map((edge) => edge.sourceHandle),
    );
    const { ports } = session.catalogue.outputsOf(node);
    const free = ports.find(({ id }) => !taken.has(id) && id !== 'error') ?? ports[0];
    if (free === undefined) continue;
    const port = { nodeId: node.id, port: free.id };
    if (session.actions.whyNotConnect(port, { nodeId }) !== undefined) continue;
    const cost = distance(node, target) * (taken.size > 0 ? 1.5 : 1);
    if (best === undefined || cost < best.cost) best = { port, cost };
  }
  return best?.port;
}

function distance({ position: from }: WorkflowNode, { position: to }: WorkflowNode): number {
  const across = to.x - from.x - CARD_WIDTH;
  return Math.abs(to.y - from.y) + (across >= 0 ? across : (CARD_WIDTH - across) * BEHIND);
}
