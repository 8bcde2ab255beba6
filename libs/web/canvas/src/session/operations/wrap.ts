import { type Edit, MAIN_PORT, type WorkflowEdge, type WorkflowNode } from '@millrace/workflow-model';
import { addEdge, nameOf, together } from './connect';
import { FRAME_SPACE, boxOf, framesOf, withRoom } from './frames';
import { boundsOf, snapped } from './geometry';
import { topmost } from './move-into';
import { NameTaker } from './names';
import { type Operation, type OperationContext, type Outcome, refuse } from './operation';

/** An operation that put nodes into a new loop. */
export interface Wrapped extends Operation {
  readonly nodeId: string;
}

/** Puts nodes into a new loop where they are: what led to them leads to the loop, what came after them comes after it. */
export function wrap(context: OperationContext, nodeIds: readonly string[], type = 'loop'): Outcome<Wrapped> {
  const definition = context.lookup(type);
  const nodes = topmost(context, nodeIds);
  const [first] = nodes;
  if (definition === undefined) return refuse('UNKNOWN_TYPE', `There is no node type "${type}".`);
  if (first === undefined) return refuse('NOTHING_SELECTED', 'Select the steps to put into a loop.');
  if (nodes.some(({ parent }) => parent !== first.parent)) {
    return refuse('NOT_TOGETHER', 'The selected steps lie in different loops; select steps of one.');
  }
  const nodeId = context.newId();
  const refusal = whyNotWrapped(context, nodes);
  if (refusal !== undefined) return refusal;
  const bounds = boundsOf(nodes.map((node) => boxOf(framesOf(context), node))) ?? { x: 0, y: 0 };
  const loop: WorkflowNode = {
    id: nodeId,
    type: definition.type,
    typeVersion: definition.version,
    label: new NameTaker(context.index).take(definition.title),
    enabled: true,
    position: snapped({ x: bounds.x - FRAME_SPACE.left, y: bounds.y - FRAME_SPACE.top }),
    config: {},
    settings: { onError: 'stop' },
    ...(first.parent !== undefined && { parent: first.parent }),
  };
  const edits: Edit[] = [
    { kind: 'addNode', node: loop },
    ...rewired(context, new Set(nodes.map(({ id }) => id)), nodeId),
    ...nodes.map((node): Edit => ({ kind: 'setParent', nodeId: node.id, parent: nodeId })),
  ];
  return { ...together(`Put into ${loop.label}`, withRoom(context, edits), { nodeIds: [nodeId] }), nodeId };
}

function whyNotWrapped(
  context: OperationContext,
  nodes: readonly WorkflowNode[],
): ReturnType<typeof refuse> | undefined {
  const { index, lookup } = context;
  const trigger = nodes.find((node) => (lookup(node.type, node.typeVersion) ?? lookup(node.type))?.traits.trigger);
  if (trigger !== undefined) {
    return refuse('TRIGGER_IN_LOOP', `"${nameOf(trigger)}" starts the workflow, so it cannot be inside a loop.`);
  }
  const ids = new Set(nodes.map(({ id }) => id));
  const between = nodes
    .flatMap(({ id }) => index.outgoing(id).map(({ target }) => target))
    .find((target) => !ids.has(target) && [...index.downstreamOf(target)].some((id) => ids.has(id)));
  if (between === undefined) return undefined;
  const name = nameOf(index.node(between) ?? { id: between, label: '' });
  return refuse('NOT_TOGETHER', `"${name}" lies between the selected steps; select it too.`);
}

/** Edges from outside lead to the loop, edges to outside come out of it, each pair of ends once. */
function rewired({ index }: OperationContext, ids: ReadonlySet<string>, loopId: string): Edit[] {
  const seen = new Set<string>();
  return index.document.edges.flatMap((edge): Edit[] => {
    if (ids.has(edge.source) === ids.has(edge.target)) return [];
    const moved: WorkflowEdge = ids.has(edge.target)
      ? { ...edge, target: loopId, targetHandle: MAIN_PORT }
      : { ...edge, source: loopId, sourceHandle: MAIN_PORT };
    const key = JSON.stringify([moved.source, moved.sourceHandle, moved.target, moved.targetHandle]);
    if (seen.has(key)) return [{ kind: 'removeEdge', edgeId: edge.id }];
    seen.add(key);
    return [{ kind: 'replaceEdge', edge: moved }];
  });
}

/** Takes a loop away and leaves what is inside where it is, wired to what was around the loop where it is plain how. */
export function unwrap(context: OperationContext, loopId: string): Outcome {
  const { index } = context;
  const loop = index.node(loopId);
  const children = index.childrenOf(loopId);
  if (loop === undefined) return refuse('NO_SUCH_NODE', 'The loop is not there any more.');
  if (children.length === 0) return refuse('NOTHING_CHANGED', `There is nothing inside "${nameOf(loop)}".`);
  const edits: Edit[] = [
    ...children.map(({ id }): Edit => ({ kind: 'setParent', nodeId: id, ...(loop.parent && { parent: loop.parent }) })),
    { kind: 'removeNode', nodeId: loopId },
    ...through(context, loopId, children),
  ];
  return together(`Unwrap ${nameOf(loop)}`, edits, { nodeIds: children.map(({ id }) => id) });
}

/** Edges through a body with one first node and one last. */
function through(
  { index, newId, lookup }: OperationContext,
  loopId: string,
  children: readonly WorkflowNode[],
): Edit[] {
  const [first, another] = children.filter(({ id }) => index.incoming(id).length === 0);
  const [last, other] = children.filter(({ id }) => index.outgoing(id).length === 0);
  const definition = last && (lookup(last.type, last.typeVersion) ?? lookup(last.type));
  const port = definition === undefined ? MAIN_PORT : definition.outputs[0]?.id;
  const into = first === undefined || another !== undefined ? [] : index.incoming(loopId);
  const out = last === undefined || other !== undefined || port === undefined ? [] : index.outgoing(loopId);
  return [
    ...into.map((edge) =>
      addEdge(newId(), { nodeId: edge.source, port: edge.sourceHandle }, { nodeId: first?.id ?? '' }),
    ),
    ...out
      .filter((edge) => edge.sourceHandle === MAIN_PORT)
      .map((edge) =>
        addEdge(
          newId(),
          { nodeId: last?.id ?? '', port: port ?? MAIN_PORT },
          { nodeId: edge.target, port: edge.targetHandle },
        ),
      ),
  ];
}
