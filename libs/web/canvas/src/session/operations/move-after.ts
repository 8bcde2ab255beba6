import { type Edit, applyEdit } from '@millrace/workflow-model';
import { firstInput } from './add-node';
import { addEdge, nameOf, together, whyNotConnect } from './connect';
import { type OperationContext, type Outcome, isRefusal, refuse } from './operation';

/**
 * Takes a step out of its chain and puts it behind another: the outline's way to reorder. What was around it is joined,
 * what came after the other comes after it now. Only for steps with at most one way in and one way out.
 */
export function moveAfter(context: OperationContext, nodeId: string, afterId: string, port?: string): Outcome {
  const { index, lookup } = context;
  const node = index.node(nodeId);
  const after = index.node(afterId);
  if (node === undefined || after === undefined) return refuse('NO_SUCH_NODE', 'The node is not there any more.');
  if (nodeId === afterId) return refuse('NOTHING_CHANGED', 'A step cannot come after itself.');
  if (index.incoming(nodeId).length > 1 || index.outgoing(nodeId).length > 1) {
    return refuse('NOT_A_CHAIN', `"${nameOf(node)}" has several connections; move it on the canvas.`);
  }
  const definition = lookup(node.type, node.typeVersion) ?? lookup(node.type);
  if (definition?.traits.trigger === true) {
    return refuse('INTO_TRIGGER', `"${nameOf(node)}" starts the workflow, so nothing can come before it.`);
  }
  const taken = takenOut(context, nodeId);
  const bare = { ...context, index: index.next(applyEdit(index.document, { kind: 'batch', edits: taken })) };
  const put = putBehind(bare, {
    nodeId,
    afterId,
    port: port ?? 'main',
    input: (definition && firstInput(definition)) ?? 'main',
  });
  if (!Array.isArray(put)) return put;
  return together(`Move ${nameOf(node)} after ${nameOf(after)}`, [...taken, ...put], { nodeIds: [nodeId] });
}

function takenOut({ index, newId }: OperationContext, nodeId: string): Edit[] {
  const [into] = index.incoming(nodeId);
  const [out] = index.outgoing(nodeId);
  const edits = [into, out].flatMap((edge): Edit[] =>
    edge === undefined ? [] : [{ kind: 'removeEdge', edgeId: edge.id }],
  );
  if (into === undefined || out === undefined) return edits;
  const start = { nodeId: into.source, port: into.sourceHandle };
  const isJoined = index
    .outgoing(into.source)
    .some(
      (edge) =>
        edge.sourceHandle === into.sourceHandle && edge.target === out.target && edge.targetHandle === out.targetHandle,
    );
  if (isJoined) return edits;
  return [...edits, addEdge(newId(), start, { nodeId: out.target, port: out.targetHandle })];
}

interface Putting {
  readonly nodeId: string;
  readonly afterId: string;
  readonly port: string;
  readonly input: string;
}

function putBehind(context: OperationContext, { nodeId, afterId, port, input }: Putting): Edit[] | Outcome {
  const { index, newId, lookup } = context;
  const from = { nodeId: afterId, port };
  const to = { nodeId, port: input };
  const refusal = whyNotConnect(context, from, to);
  if (refusal !== undefined && isRefusal(refusal)) return refusal;
  const following = index.outgoing(afterId).filter((edge) => edge.sourceHandle === port);
  const node = index.node(nodeId);
  const definition = node && (lookup(node.type, node.typeVersion) ?? lookup(node.type));
  const out = definition === undefined ? 'main' : definition.outputs[0]?.id;
  const moved = following.map((edge): Edit =>
    out === undefined
      ? { kind: 'removeEdge', edgeId: edge.id }
      : { kind: 'replaceEdge', edge: { ...edge, source: nodeId, sourceHandle: out } },
  );
  return [...moved, addEdge(newId(), from, to)];
}
