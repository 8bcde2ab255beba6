import type { WorkflowEdge, WorkflowNode } from '@millrace/workflow-model';
import { nameOf } from '../operations/connect';
import { withBodies } from '../operations/frames';
import { topmost } from '../operations/move-into';
import { type OperationContext, type Refusal, refuse } from '../operations/operation';
import { mayEndAt, mayMiss } from './ways';

type Graph = Pick<OperationContext, 'index' | 'lookup'>;

/** Where a part of a workflow is left. */
export interface Exit {
  readonly node: WorkflowNode;
  readonly port: string;
}

/** Steps of one level that can be done as one: how they are entered, and how they are left. */
export interface Part {
  /** Without those inside of loops among them. */
  readonly nodes: readonly WorkflowNode[];
  /** Ids of all of them, those inside of loops too. */
  readonly ids: ReadonlySet<string>;
  readonly entry: WorkflowNode;
  readonly into: readonly WorkflowEdge[];
  readonly out: readonly WorkflowEdge[];
  /** Absent when nothing comes behind. */
  readonly exit?: Exit;
  /** What stands in its place has to be called as this step, by which it is left: the name is a key of what others get. */
  readonly namesake?: WorkflowNode;
}

/** The steps as a part, or why they are none. */
export function partOf(graph: Graph, nodeIds: readonly string[]): Part | Refusal {
  const nodes = topmost(graph, nodeIds);
  const refusal = whyNoSteps(graph, nodes);
  if (refusal !== undefined) return refusal;
  const top = new Set(nodes.map(({ id }) => id));
  const into = graph.index.document.edges.filter(({ source, target }) => top.has(target) && !top.has(source));
  const out = graph.index.document.edges.filter(({ source, target }) => top.has(source) && !top.has(target));
  const entry = entryOf(graph, nodes, into);
  if ('refused' in entry) return entry;
  const exit = exitOf(graph, out);
  if (exit !== undefined && 'refused' in exit) return exit;
  const part = { nodes, ids: withBodies(graph.index, top), entry, into, out, ...(exit && { exit }) };
  const why = whyNotOne(graph, part) ?? (exit ? whyNotLeft(graph, part, exit) : whyNotEnd(graph, part));
  if (why !== undefined) return why;
  const namesake = exit
    ? out.some(({ target }) => graph.index.incoming(target).length > 1) && exit.node
    : endsBeside(graph, part).length > 0 && nodes.find((node) => mayEndAt(graph, node));
  return { ...part, ...(namesake && { namesake }) };
}

function whyNoSteps({ index, lookup }: Graph, nodes: readonly WorkflowNode[]): Refusal | undefined {
  const [first] = nodes;
  if (first === undefined) return refuse('NOTHING_SELECTED', 'Select the steps that become a workflow of their own.');
  for (const node of nodes) {
    const traits = (lookup(node.type, node.typeVersion) ?? lookup(node.type))?.traits;
    const name = nameOf(node);
    if (traits === undefined) return refuse('UNKNOWN_TYPE', `Nothing is known about the type of "${name}".`);
    if (traits.trigger) return refuse('TRIGGER', `"${name}" starts this workflow; select only steps behind it.`);
    if (node.parent !== first.parent)
      return refuse('NOT_TOGETHER', 'The selected steps lie in different loops; select steps of one.');
  }
  const answering = [
    ...withBodies(
      index,
      nodes.map(({ id }) => id),
    ),
  ]
    .flatMap((id) => index.node(id) ?? [])
    .find((node) => (lookup(node.type, node.typeVersion) ?? lookup(node.type))?.traits.answersCaller);
  return answering && refuse('ANSWERS', `"${nameOf(answering)}" answers whoever started this workflow; leave it here.`);
}

/** The one step that everything begins with. */
function entryOf(
  { index, lookup }: Graph,
  nodes: readonly WorkflowNode[],
  into: readonly WorkflowEdge[],
): WorkflowNode | Refusal {
  const top = new Set(nodes.map(({ id }) => id));
  const isFirst = ({ id }: WorkflowNode): boolean => index.incoming(id).every(({ source }) => !top.has(source));
  const firsts = nodes.filter((node) => isFirst(node) || into.some(({ target }) => target === node.id));
  const [entry, other] = firsts;
  if (entry === undefined || (entry.parent === undefined && into.length === 0))
    return refuse('NO_WAY_IN', 'Nothing leads to the selected steps, so that they would never run.');
  if (other !== undefined) {
    const idle = firsts.find(({ id, parent }) => parent === undefined && index.incoming(id).length === 0);
    if (idle !== undefined) return refuse('NOT_CONNECTED', `Nothing leads to "${nameOf(idle)}".`);
    const names = `"${nameOf(entry)}" and "${nameOf(other)}"`;
    return refuse('SEVERAL_WAYS_IN', `There are several ways in, to ${names}; select steps with one.`);
  }
  const joins = (lookup(entry.type, entry.typeVersion) ?? lookup(entry.type))?.traits.joins;
  const handles = new Set(into.map(({ targetHandle }) => targetHandle));
  if (handles.size > 1 || (into.length > 1 && joins !== undefined))
    return refuse('SEVERAL_WAYS_IN', `Several ways come together in "${nameOf(entry)}"; leave it outside.`);
  return entry;
}

function exitOf({ index }: Graph, out: readonly WorkflowEdge[]): Exit | Refusal | undefined {
  const [first] = out;
  const node = first && index.node(first.source);
  if (first === undefined || node === undefined) return undefined;
  const other = out.find(({ source, sourceHandle }) => source !== node.id || sourceHandle !== first.sourceHandle);
  if (other === undefined) return { node, port: first.sourceHandle };
  const last = index.node(other.source);
  const names =
    last === undefined || last.id === node.id
      ? `"${first.sourceHandle}" and "${other.sourceHandle}" of "${nameOf(node)}"`
      : `"${nameOf(node)}" and "${nameOf(last)}"`;
  return refuse('SEVERAL_WAYS_OUT', `There are several ways out, from ${names}; select steps with one.`);
}

type Bounds = Omit<Part, 'namesake'>;

function whyNotOne({ index }: Graph, { out, ids }: Bounds): Refusal | undefined {
  const between = out
    .map(({ target }) => target)
    .find((target) => [...index.downstreamOf(target)].some((id) => ids.has(id)));
  const node = between === undefined ? undefined : index.node(between);
  return node && refuse('NOT_TOGETHER', `"${nameOf(node)}" lies between the selected steps; select it too.`);
}

/** Why what comes behind would not run exactly when it does now, or the result would not stay the same. */
function whyNotLeft(graph: Graph, part: Bounds, { node, port }: Exit): Refusal | undefined {
  const ids = new Set(part.nodes.map(({ id }) => id));
  const fork = part.nodes.find((each) => each.id !== node.id && mayEndAt(graph, each));
  if (mayMiss(graph, { ids, entryId: part.entry.id, nodeId: node.id, port })) {
    const where = nameOf(fork ?? node);
    return refuse('MAY_END_INSIDE', `A run may end at "${where}", and then nothing behind runs; select up to there.`);
  }
  const terminal = part.nodes.find((each) => isTerminal(graph, each));
  if (terminal !== undefined) return refuse('RESULT', `"${nameOf(terminal)}" gives the result of runs; leave it here.`);
  if (fork === undefined || beside(graph, part).some((each) => isTerminal(graph, each))) return undefined;
  const message = `What "${nameOf(fork)}" gives belongs to the result of runs; add an Output step at the end first.`;
  return refuse('RESULT', message);
}

/** Why the result would not stay the same when runs also end elsewhere. */
function whyNotEnd(graph: Graph, part: Bounds): Refusal | undefined {
  const [other] = endsBeside(graph, part);
  if (other === undefined) return undefined;
  const ids = new Set(part.nodes.map(({ id }) => id));
  const [end, another] = part.nodes.filter((each) => mayEndAt(graph, each));
  const isOne = end !== undefined && another === undefined && !isTerminal(graph, end);
  if (isOne && !mayMiss(graph, { ids, entryId: part.entry.id, nodeId: end.id })) return undefined;
  const message = `Runs end at "${nameOf(other)}" as well, so that their result would change; add an Output step there and leave it outside.`;
  return refuse('RESULT', message);
}

/** Where runs end beside the part. */
function endsBeside(graph: Graph, part: Bounds): readonly WorkflowNode[] {
  return beside(graph, part).filter((each) => mayEndAt(graph, each) || isTerminal(graph, each));
}

function beside({ index }: Graph, { nodes, ids, entry }: Bounds): readonly WorkflowNode[] {
  const level = index.document.nodes.filter(({ id, parent }) => parent === entry.parent && !ids.has(id));
  return nodes.length === 0 ? [] : level.filter(({ id }) => index.incoming(id).length > 0 || hasWayOut(index, id));
}

function hasWayOut(index: Graph['index'], id: string): boolean {
  return index.outgoing(id).length > 0;
}

function isTerminal({ lookup }: Graph, node: WorkflowNode): boolean {
  return node.enabled && (lookup(node.type, node.typeVersion) ?? lookup(node.type))?.traits.terminal === true;
}
