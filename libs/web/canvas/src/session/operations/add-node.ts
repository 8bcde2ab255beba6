import {
  type Edit,
  MAIN_PORT,
  type NodeDefinitionData,
  type Position,
  type WorkflowEdge,
  type WorkflowNode,
  outputPorts,
} from '@millrace/workflow-model';
import { type PortAt, addEdge, together } from './connect';
import { FRAME_SIZE, boxOf, framesOf, loopAt, withRoom } from './frames';
import { NODE_HEIGHT, NODE_WIDTH, ROW_HEIGHT, STEP_X, freePlace, snapped } from './geometry';
import { roomToMake, shiftDownstream } from './make-room';
import { insidePlace } from './move-into';
import { NameTaker } from './names';
import { type Operation, type OperationContext, type Outcome, refuse } from './operation';

/** Where a new node goes, and what it is wired to. */
export type AddPlace =
  /** Anywhere, in a loop when that is where it lies; wired to nothing. */
  | { readonly kind: 'free'; readonly position: Position }
  /** The "+" inside a loop: below what is there, wired to nothing. */
  | { readonly kind: 'inside'; readonly loopId: string }
  /** The "+" of an output port: wired to it, 200 px right of its node. The first port when none is named. */
  | { readonly kind: 'after'; readonly nodeId: string; readonly port?: string }
  /** The "+" of an edge, or a drop on it: the edge is cut in two; what comes after makes room. */
  | { readonly kind: 'into'; readonly edgeId: string; readonly position?: Position }
  /** A wire from an output port that was dropped on empty canvas. */
  | { readonly kind: 'wire'; readonly nodeId: string; readonly port: string; readonly position: Position }
  /** The same from an input port. */
  | { readonly kind: 'before'; readonly nodeId: string; readonly port: string; readonly position: Position };

/** A node that is to be added. */
export interface AddNodeRequest {
  /** Type or alias. */
  readonly type: string;
  readonly place: AddPlace;
  /** The definition's title when absent; numbered when taken. */
  readonly label?: string;
  readonly config?: WorkflowNode['config'];
}

/** An operation that made a node. */
export interface AddedNode extends Operation {
  readonly nodeId: string;
}

/** Adds a node where it was asked for, wired to where it was asked from. */
export function addNode(context: OperationContext, request: AddNodeRequest): Outcome<AddedNode> {
  const definition = context.lookup(request.type);
  if (definition === undefined) return refuse('UNKNOWN_TYPE', `There is no node type "${request.type}".`);
  const parent = parentFor(context, request.place);
  if (definition.traits.trigger === true && parent !== undefined && request.place.kind !== 'free') {
    return refuse('TRIGGER_IN_LOOP', `A ${definition.title} starts workflows, so it cannot be inside a loop.`);
  }
  const adding: Adding = { context, definition, request, nodeId: context.newId(), parent };
  switch (request.place.kind) {
    case 'free':
      return finish(adding, freeOf(adding, request.place.position), []);
    case 'inside':
      return finish(adding, insidePlace(context, request.place.loopId), []);
    case 'after':
      return addAfter(adding, request.place);
    case 'into':
      return addInto(adding, request.place);
    case 'wire':
      return addAtWire(adding, request.place);
    case 'before':
      return addBefore(adding, request.place);
  }
}

interface Adding {
  readonly context: OperationContext;
  readonly definition: NodeDefinitionData;
  readonly request: AddNodeRequest;
  readonly nodeId: string;
  /** The loop that it goes into. */
  readonly parent: string | undefined;
}

function parentFor(context: OperationContext, place: AddPlace): string | undefined {
  const { index } = context;
  switch (place.kind) {
    case 'inside':
      return place.loopId;
    case 'into':
      return index.node(index.edgeById.get(place.edgeId)?.source ?? '')?.parent;
    case 'free': {
      const { x, y } = place.position;
      return loopAt(index, framesOf(context), { x: x + NODE_WIDTH / 2, y: y + NODE_HEIGHT / 2 });
    }
    case 'after':
    case 'wire':
    case 'before':
      return index.node(place.nodeId)?.parent;
  }
}

function addAfter(adding: Adding, place: Extract<AddPlace, { kind: 'after' }>): Outcome<AddedNode> {
  const { index } = adding.context;
  const source = index.node(place.nodeId);
  if (source === undefined) return refuse('NO_SUCH_NODE', 'The node to add after is not there any more.');
  const port = place.port ?? firstOutput(adding.context, source);
  if (port === undefined) return refuse('NO_OUTPUT', `"${source.label}" ends its path; nothing can come after it.`);
  const box = boxOf(framesOf(adding.context), source);
  const wished = { x: box.x + box.width + STEP_X, y: box.y + portOffset(adding, source, port) };
  return finish(adding, freeOf(adding, wished), wire(adding, { nodeId: source.id, port }));
}

function addInto(adding: Adding, place: Extract<AddPlace, { kind: 'into' }>): Outcome<AddedNode> {
  const { index } = adding.context;
  const edge = index.edgeById.get(place.edgeId);
  const source = edge && index.node(edge.source);
  const target = edge && index.node(edge.target);
  if (edge === undefined || source === undefined || target === undefined) {
    return refuse('NO_SUCH_EDGE', 'The connection to insert into is not there any more.');
  }
  if (adding.definition.traits.trigger === true) {
    return refuse(
      'INTO_TRIGGER',
      `A ${adding.definition.title} starts workflows, so it cannot stand between two nodes.`,
    );
  }
  const by = roomToMake(index, source.id, target.id);
  const room = by === 0 ? [] : shiftDownstream(index, target.id, { fromX: source.position.x, by });
  const wished = (by === 0 ? place.position : undefined) ?? betweenOf(source, target, by);
  return finish(adding, wished, [...room, ...cut(adding, edge)]);
}

/** Where a card between two others stands: in the middle, once the second has moved. */
function betweenOf(source: WorkflowNode, target: WorkflowNode, by: number): Position {
  const middle = (source.position.x + target.position.x + by) / 2;
  return { x: middle, y: (source.position.y + target.position.y) / 2 };
}

function cut(adding: Adding, edge: WorkflowEdge): Edit[] {
  const out = firstOutputOf(adding.definition, adding.request.config ?? {});
  const place = adding.context.index.document.edges.findIndex((other) => other.id === edge.id);
  const first: Edit = {
    kind: 'replaceEdge',
    edge: { ...edge, target: adding.nodeId, targetHandle: firstInput(adding.definition) ?? MAIN_PORT },
  };
  if (out === undefined) return [first];
  const second: WorkflowEdge = {
    id: adding.context.newId(),
    source: adding.nodeId,
    sourceHandle: out,
    target: edge.target,
    targetHandle: edge.targetHandle,
  };
  // The second half takes the place of the whole, so that the order in which the target merges its inputs stays.
  return [first, { kind: 'addEdge', edge: second, index: place + 1 }];
}

function addAtWire(adding: Adding, place: Extract<AddPlace, { kind: 'wire' }>): Outcome<AddedNode> {
  const source = adding.context.index.node(place.nodeId);
  if (source === undefined) return refuse('NO_SUCH_NODE', 'The node that the wire comes from is not there any more.');
  const position = { x: place.position.x, y: place.position.y - NODE_HEIGHT / 2 };
  return finish(adding, freeOf(adding, position), wire(adding, { nodeId: source.id, port: place.port }));
}

function addBefore(adding: Adding, place: Extract<AddPlace, { kind: 'before' }>): Outcome<AddedNode> {
  const target = adding.context.index.node(place.nodeId);
  if (target === undefined) return refuse('NO_SUCH_NODE', 'The node that the wire leads to is not there any more.');
  const out = firstOutputOf(adding.definition, adding.request.config ?? {});
  const edges =
    out === undefined
      ? []
      : [
          addEdge(
            adding.context.newId(),
            { nodeId: adding.nodeId, port: out },
            { nodeId: target.id, port: place.port },
          ),
        ];
  const position = { x: place.position.x - NODE_WIDTH, y: place.position.y - NODE_HEIGHT / 2 };
  return finish(adding, position, edges);
}

/** The wished place, or the next below it where the card covers no other. */
function freeOf({ context, definition, parent }: Adding, wished: Position): Position {
  const frames = framesOf(context);
  const beside = context.index.document.nodes.filter((node) => node.parent === parent);
  const taken = beside.map((node) => boxOf(frames, node));
  return freePlace(wished, taken, frameSizeOf(definition));
}

/** Triggers have no input: they are added beside, unwired. */
function wire(adding: Adding, from: PortAt): Edit[] {
  const input = firstInput(adding.definition);
  if (input === undefined) return [];
  return [addEdge(adding.context.newId(), from, { nodeId: adding.nodeId, port: input })];
}

function finish(adding: Adding, position: Position, wiring: readonly Edit[]): AddedNode {
  const { context, definition, request, nodeId } = adding;
  const parent = definition.traits.trigger === true ? undefined : adding.parent;
  const label = new NameTaker(context.index).take(request.label ?? definition.title);
  const node: WorkflowNode = {
    id: nodeId,
    type: definition.type,
    typeVersion: definition.version,
    label,
    enabled: true,
    position: snapped(position),
    config: request.config ?? {},
    settings: { onError: 'stop' },
    ...(parent !== undefined && { parent }),
  };
  const edits = withRoom(context, [{ kind: 'addNode', node }, ...wiring]);
  return { ...together(`Add ${label}`, edits, { nodeIds: [nodeId] }), nodeId };
}

function frameSizeOf(definition: NodeDefinitionData): typeof FRAME_SIZE | undefined {
  return definition.traits.container === true ? FRAME_SIZE : undefined;
}

/** Nodes at the second, third, ... port of one node stand below each other. */
function portOffset({ context }: Adding, source: WorkflowNode, port: string): number {
  const definition = context.lookup(source.type, source.typeVersion);
  const ports = definition === undefined ? [] : outputPorts(definition, source).ports;
  return (
    Math.max(
      0,
      ports.findIndex((each) => each.id === port),
    ) * ROW_HEIGHT
  );
}

function firstOutput({ lookup }: OperationContext, node: WorkflowNode): string | undefined {
  const definition = lookup(node.type, node.typeVersion) ?? lookup(node.type);
  return definition === undefined ? MAIN_PORT : outputPorts(definition, node).ports[0]?.id;
}

/** The port that new nodes hand on through. */
export function firstOutputOf(definition: NodeDefinitionData, config: WorkflowNode['config']): string | undefined {
  return outputPorts(definition, { config, settings: { onError: 'stop' } }).ports[0]?.id;
}

/** The port that new nodes are wired by; undefined for triggers. */
export function firstInput(definition: NodeDefinitionData): string | undefined {
  return definition.inputs[0]?.id;
}
