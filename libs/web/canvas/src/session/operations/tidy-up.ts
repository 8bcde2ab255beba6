import type { Edit, Position, WorkflowEdge, WorkflowNode, WorkflowNote } from '@millrace/workflow-model';
import { outputPorts } from '@millrace/workflow-model';
import { together } from './connect';
import { FRAME_SIZE, FRAME_SPACE, boxOf, framesOf, isLoop, settled } from './frames';
import { type Box, NODE_HEIGHT, NODE_WIDTH, boundsOf, contains, nodeBox, noteBox, snapped } from './geometry';
import { topmost } from './move-into';
import { type OperationContext, type Outcome, refuse } from './operation';

/** Pixels between layers, and between nodes of one layer. */
const LAYER_GAP = 96;
const NODE_GAP = 36;
/** Nodes from which on layers are found the quick way: at 2,000 nodes 3 seconds instead of 10. */
const LARGE = 600;
/** The invisible node in front of all triggers, which holds them in one column. */
const FRONT = '\u0000front';

type Dagre = typeof import('@dagrejs/dagre');
type LayoutContext = Pick<OperationContext, 'index' | 'lookup'>;

/** Loads the layout library as a chunk of its own. */
export async function loadLayout(): Promise<Dagre> {
  return import('@dagrejs/dagre');
}

/**
 * Lays nodes out in layers from left to right: triggers in the first, what follows in the next, and bodies of loops inside
 * their frames. All nodes, or those given; the corner at the top left stays where it is. Notes go with the nodes that they
 * enclose, and grow or shrink with them.
 */
export function tidyUp(context: LayoutContext, dagre: Dagre, nodeIds?: readonly string[]): Outcome {
  const { index } = context;
  const all = index.document.nodes;
  const chosen = nodeIds === undefined ? all.filter((node) => isOnCanvas(index, node)) : oneLevel(context, nodeIds);
  const isTooFew = chosen.length < 2 && !chosen.some(({ id }) => index.childrenOf(id).length > 0);
  if (isTooFew) return refuse('TOO_FEW', 'Select two or more nodes to tidy them up.');
  const places = anchored(context, chosen, layOut(context, dagre, chosen).places);
  const moves = [...places]
    .map(([nodeId, position]) => ({ nodeId, position }))
    .filter(({ nodeId, position }) => {
      const before = index.node(nodeId)?.position;
      return before?.x !== position.x || before.y !== position.y;
    });
  if (moves.length === 0) return refuse('NOTHING_CHANGED', 'Everything is tidy already.');
  const edits = settled(context, [{ kind: 'moveNodes', moves }, ...noteEdits(index.document, places)]);
  return together(nodeIds === undefined ? 'Tidy up' : 'Tidy up selection', edits);
}

function isOnCanvas(index: LayoutContext['index'], node: WorkflowNode): boolean {
  return index.loopsAround(node.id).length === 0;
}

/** Given nodes that lie in one loop, or on the canvas, as the first of them does. */
function oneLevel(context: LayoutContext, nodeIds: readonly string[]): readonly WorkflowNode[] {
  const nodes = topmost(context, nodeIds);
  return nodes.filter(({ parent }) => parent === nodes[0]?.parent);
}

/** Corners of nodes and of everything inside them, from the corner of the whole, and how large that is. */
interface Layout {
  readonly places: ReadonlyMap<string, Position>;
  readonly size: { readonly width: number; readonly height: number };
}

const NOTHING: Layout = { places: new Map(), size: { width: 0, height: 0 } };

function layOut(context: LayoutContext, dagre: Dagre, nodes: readonly WorkflowNode[]): Layout {
  if (nodes.length === 0) return NOTHING;
  const graph = new dagre.Graph({ multigraph: false })
    .setGraph({
      rankdir: 'LR',
      ranksep: LAYER_GAP,
      nodesep: NODE_GAP,
      edgesep: 12,
      ...(nodes.length > LARGE && { ranker: 'tight-tree' as const }),
    })
    .setDefaultEdgeLabel(() => ({}));
  const ids = new Set(nodes.map((node) => node.id));
  const bodies = new Map(
    nodes.filter((node) => isLoop(context, node)).map((node) => [node.id, bodyOf(context, dagre, node)]),
  );
  for (const { id } of nodes) {
    const { width, height } = bodies.get(id)?.size ?? { width: NODE_WIDTH, height: NODE_HEIGHT };
    // The middle of what dagre places is where the ports are, so that wires into frames are straight: they sit at its top.
    graph.setNode(id, { width, height: 2 * height - NODE_HEIGHT });
  }
  const edges = inPortOrder(context, nodes).filter((edge) => ids.has(edge.target));
  for (const edge of edges) graph.setEdge(edge.source, edge.target, {});
  holdTriggers(context, graph, nodes);
  dagre.layout(graph, { constraints: portOrder(edges) });
  return fromCorner(graph, nodes, bodies);
}

/** The body of a loop, from the corner of its frame. */
function bodyOf(context: LayoutContext, dagre: Dagre, loop: WorkflowNode): Layout {
  const { places, size } = layOut(context, dagre, context.index.childrenOf(loop.id));
  const { left, right, top, bottom } = FRAME_SPACE;
  const inside = [...places].map(([id, { x, y }]) => [id, { x: x + left, y: y + top }] as const);
  const width = Math.max(FRAME_SIZE.width, size.width + left + right);
  return { places: new Map(inside), size: { width, height: Math.max(FRAME_SIZE.height, size.height + top + bottom) } };
}

/** Middle points to corners; what is inside loops goes along. */
function fromCorner(
  graph: InstanceType<Dagre['Graph']>,
  nodes: readonly WorkflowNode[],
  bodies: ReadonlyMap<string, Layout>,
): Layout {
  const boxes = nodes.map(({ id }) => {
    const { x = 0, y = 0 } = graph.node(id) as Partial<Position>;
    const { width, height } = bodies.get(id)?.size ?? { width: NODE_WIDTH, height: NODE_HEIGHT };
    return { id, x: x - width / 2, y: y - NODE_HEIGHT / 2, width, height };
  });
  const whole = boundsOf(boxes) as Box;
  const places = new Map<string, Position>();
  for (const { id, x, y } of boxes) {
    const corner = snapped({ x: x - whole.x, y: y - whole.y });
    places.set(id, corner);
    for (const [inner, at] of bodies.get(id)?.places ?? [])
      places.set(inner, { x: corner.x + at.x, y: corner.y + at.y });
  }
  return { places, size: { width: whole.width, height: whole.height } };
}

/**
 * What comes out of an earlier port stands above what comes out of a later one. Only for nodes with one parent, so that
 * no two parents can want the opposite.
 */
function portOrder(edges: readonly WorkflowEdge[]): { left: string; right: string }[] {
  const parents = new Map<string, number>();
  for (const edge of edges) parents.set(edge.target, (parents.get(edge.target) ?? 0) + 1);
  const children = edges.filter((edge) => parents.get(edge.target) === 1);
  return children.slice(1).flatMap((edge, place) => {
    const before = children[place];
    return before === undefined || before.source !== edge.source ? [] : [{ left: before.target, right: edge.target }];
  });
}

/** The edges of each node from its first port to its last. */
function inPortOrder({ index, lookup }: LayoutContext, nodes: readonly WorkflowNode[]): readonly WorkflowEdge[] {
  return nodes.flatMap((node) => {
    const definition = lookup(node.type, node.typeVersion) ?? lookup(node.type);
    const ports = definition === undefined ? [] : outputPorts(definition, node).ports.map((port) => port.id);
    const place = (edge: WorkflowEdge): number =>
      (ports.indexOf(edge.sourceHandle) + ports.length + 1) % (ports.length + 1);
    return index.outgoing(node.id).toSorted((a, b) => place(a) - place(b));
  });
}

/** All triggers stand in the first layer, however short the way from one to what it leads to. */
function holdTriggers(
  { lookup }: LayoutContext,
  graph: InstanceType<Dagre['Graph']>,
  nodes: readonly WorkflowNode[],
): void {
  const triggers = nodes.filter((node) => lookup(node.type, node.typeVersion)?.traits.trigger === true);
  if (triggers.length < 2) return;
  graph.setNode(FRONT, { width: 0, height: 0 });
  for (const trigger of triggers) graph.setEdge(FRONT, trigger.id, { weight: 100, minlen: 1 });
}

/** On the grid, with the corner of the whole where it was. */
function anchored(
  context: LayoutContext,
  nodes: readonly WorkflowNode[],
  places: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Position> {
  const frames = framesOf(context);
  const before = boundsOf(nodes.map((node) => boxOf(frames, node))) as Box;
  return new Map([...places].map(([id, { x, y }]) => [id, snapped({ x: x + before.x, y: y + before.y })]));
}

interface Elements {
  readonly nodes: readonly WorkflowNode[];
  readonly notes: readonly WorkflowNote[];
}

/** Notes around the same nodes as before, with the same margins; a note around nothing goes with the node next to it. */
function noteEdits({ nodes, notes }: Elements, places: ReadonlyMap<string, Position>): Edit[] {
  return notes.flatMap((note): Edit[] => {
    const inside = nodes.filter((node) => contains(noteBox(note), nodeBox(node)));
    const next = inside.length > 0 ? around(note, inside, places) : beside(note, nodes, places);
    return next === note ? [] : [{ kind: 'updateNote', note: next }];
  });
}

function around(
  note: WorkflowNote,
  inside: readonly WorkflowNode[],
  places: ReadonlyMap<string, Position>,
): WorkflowNote {
  if (!inside.some((node) => places.has(node.id))) return note;
  const before = boundsOf(inside.map(nodeBox)) as Box;
  const after = boundsOf(inside.map((node) => nodeBox({ position: places.get(node.id) ?? node.position }))) as Box;
  const position = { x: after.x - (before.x - note.position.x), y: after.y - (before.y - note.position.y) };
  const size = {
    width: note.size.width + after.width - before.width,
    height: note.size.height + after.height - before.height,
  };
  return { ...note, position, size };
}

function beside(
  note: WorkflowNote,
  nodes: readonly WorkflowNode[],
  places: ReadonlyMap<string, Position>,
): WorkflowNote {
  let nearest: { readonly node: WorkflowNode; readonly distance: number } | undefined;
  for (const node of nodes) {
    const distance = Math.hypot(node.position.x - note.position.x, node.position.y - note.position.y);
    if (distance < (nearest?.distance ?? Infinity)) nearest = { node, distance };
  }
  const place = nearest && places.get(nearest.node.id);
  if (nearest === undefined || place === undefined) return note;
  const dx = place.x - nearest.node.position.x;
  const dy = place.y - nearest.node.position.y;
  return dx === 0 && dy === 0 ? note : { ...note, position: { x: note.position.x + dx, y: note.position.y + dy } };
}
