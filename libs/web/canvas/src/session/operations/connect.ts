import { type Edit, MAIN_PORT, type WorkflowEdge, type WorkflowNode, outputPorts } from '@millrace/workflow-model';
import { type Operation, type OperationContext, type Outcome, type Refusal, refuse } from './operation';

/** One end of a wire. */
export interface PortAt {
  readonly nodeId: string;
  /** `main` when absent. */
  readonly port?: string;
}

type GraphContext = Pick<OperationContext, 'index' | 'lookup'>;

/** An edge that is left out of the rules, because it is about to go or to move. */
interface Besides {
  readonly edgeId: string;
}

/** Joins an output port to an input port. */
export function connect(context: OperationContext, from: PortAt, to: PortAt): Outcome {
  const refusal = whyNotConnect(context, from, to);
  if (refusal !== undefined) return refusal;
  const edge = edgeBetween(context.newId(), from, to);
  return { label: 'Connect', edit: { kind: 'addEdge', edge }, select: { edgeIds: [edge.id] } };
}

/** Takes an edge away. */
export function disconnect({ index }: GraphContext, edgeId: string): Outcome {
  if (!index.edgeById.has(edgeId)) return refuse('NO_SUCH_EDGE', 'This connection is not there any more.');
  return { label: 'Disconnect', edit: { kind: 'removeEdge', edgeId } };
}

/** Moves one end of an edge; its id and label stay. */
export function reconnect(
  context: GraphContext,
  edgeId: string,
  end: { readonly from: PortAt } | { readonly to: PortAt },
): Outcome {
  const edge = context.index.edgeById.get(edgeId);
  if (edge === undefined) return refuse('NO_SUCH_EDGE', 'This connection is not there any more.');
  const from = 'from' in end ? end.from : { nodeId: edge.source, port: edge.sourceHandle };
  const to = 'to' in end ? end.to : { nodeId: edge.target, port: edge.targetHandle };
  const refusal = whyNotConnect(context, from, to, { edgeId });
  if (refusal !== undefined) return refusal;
  const moved = { ...edge, ...edgeBetween(edge.id, from, to) };
  return { label: 'Reconnect', edit: { kind: 'replaceEdge', edge: moved }, select: { edgeIds: [edge.id] } };
}

/** Why two ports cannot be joined; undefined when they can. `besides` is an edge that does not count. */
export function whyNotConnect(
  { index, lookup }: GraphContext,
  from: PortAt,
  to: PortAt,
  besides?: Besides,
): Refusal | undefined {
  const source = index.node(from.nodeId);
  const target = index.node(to.nodeId);
  if (source === undefined || target === undefined) {
    return refuse('NO_SUCH_NODE', 'One of the two nodes is not there any more.');
  }
  if (source.id === target.id) return refuse('SELF_LOOP', `"${nameOf(source)}" cannot be connected to itself.`);
  if (source.parent !== target.parent) return refuse('EDGE_CROSSES_LOOP', crossing(index, source, target));
  return (
    whyNotPorts({ index, lookup }, { source, from }, { target, to }) ??
    whyNotAgain({ index, lookup }, from, to, besides) ??
    whyNotLoop({ index, lookup }, { source, target }, besides)
  );
}

function whyNotPorts(
  { lookup }: GraphContext,
  { source, from }: { source: WorkflowNode; from: PortAt },
  { target, to }: { target: WorkflowNode; to: PortAt },
): Refusal | undefined {
  const into = lookup(target.type, target.typeVersion) ?? lookup(target.type);
  if (into?.traits.trigger === true) {
    return refuse('INTO_TRIGGER', `"${nameOf(target)}" starts the workflow, so nothing can lead into it.`);
  }
  if (into !== undefined && !into.inputs.some((port) => port.id === portOf(to))) {
    return refuse('NO_SUCH_PORT', `"${nameOf(target)}" has no input "${portOf(to)}".`);
  }
  const out = lookup(source.type, source.typeVersion) ?? lookup(source.type);
  if (out === undefined) return undefined;
  const { ports, open } = outputPorts(out, source);
  if (open || ports.some((port) => port.id === portOf(from))) return undefined;
  if (ports.length === 0) return refuse('NO_OUTPUT', `"${nameOf(source)}" ends its path; nothing comes out of it.`);
  return refuse('NO_SUCH_PORT', `"${nameOf(source)}" has no output "${portOf(from)}".`);
}

function whyNotAgain({ index }: GraphContext, from: PortAt, to: PortAt, besides?: Besides): Refusal | undefined {
  const isThere = index.outgoing(from.nodeId).some((edge) => edge.id !== besides?.edgeId && isSamePair(edge, from, to));
  return isThere ? refuse('DUPLICATE_EDGE', 'These two are connected already.') : undefined;
}

function isSamePair(edge: WorkflowEdge, from: PortAt, to: PortAt): boolean {
  return edge.target === to.nodeId && edge.sourceHandle === portOf(from) && edge.targetHandle === portOf(to);
}

function whyNotLoop(
  { index }: GraphContext,
  { source, target }: { source: WorkflowNode; target: WorkflowNode },
  besides?: Besides,
): Refusal | undefined {
  if (!leadsTo(index, target.id, source.id, besides?.edgeId)) return undefined;
  return refuse(
    'CYCLE',
    `"${nameOf(target)}" already leads to "${nameOf(source)}"; connecting them would make a loop without end.`,
  );
}

/** Whether a path leads from one node to another, without one edge. */
function leadsTo(index: GraphContext['index'], from: string, to: string, without: string | undefined): boolean {
  if (without === undefined) return index.downstreamOf(from).has(to);
  const seen = new Set([from]);
  for (const id of seen) {
    for (const edge of index.outgoing(id)) if (edge.id !== without) seen.add(edge.target);
  }
  return seen.has(to);
}

/** A new edge between two ports. */
export function edgeBetween(id: string, from: PortAt, to: PortAt): WorkflowEdge {
  return {
    id,
    source: from.nodeId,
    sourceHandle: portOf(from),
    target: to.nodeId,
    targetHandle: portOf(to),
  };
}

/** The edit that adds an edge. */
export function addEdge(id: string, from: PortAt, to: PortAt): Edit {
  return { kind: 'addEdge', edge: edgeBetween(id, from, to) };
}

function portOf({ port }: PortAt): string {
  return port ?? MAIN_PORT;
}

function crossing(index: GraphContext['index'], source: WorkflowNode, target: WorkflowNode): string {
  const inside =
    index.loopsAround(target.id).includes(source.parent ?? '') || source.parent === undefined ? target : source;
  const loop = index.node(inside.parent ?? '');
  const where = loop === undefined ? 'a loop' : `the loop "${nameOf(loop)}"`;
  return `"${nameOf(inside)}" is inside ${where}; connections do not cross its border. Connect the loop itself.`;
}

/** How sentences call a node. */
export function nameOf(node: Pick<WorkflowNode, 'id' | 'label'>): string {
  return node.label || node.id;
}

/** An operation of several edits. */
export function together(label: string, edits: readonly Edit[], select?: Operation['select']): Operation {
  return { label, edit: { kind: 'batch', edits }, ...(select && { select }) };
}
