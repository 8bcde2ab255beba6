import {
  type Edit,
  type JsonObject,
  type NodeDefinitionData,
  type WorkflowEdge,
  type WorkflowNode,
  outputPorts,
} from '@millrace/workflow-model';
import { nameOf, together } from './connect';
import { type OperationContext, type Outcome, refuse } from './operation';

/** Puts another type in a node's place: name, wires and params of the same name stay; wires to ports that are gone move to the first port. */
export function replaceNode({ index, lookup }: OperationContext, nodeId: string, type: string): Outcome {
  const node = index.node(nodeId);
  const definition = lookup(type);
  if (node === undefined) return refuse('NO_SUCH_NODE', 'The node is not there any more.');
  if (definition === undefined) return refuse('UNKNOWN_TYPE', `There is no node type "${type}".`);
  if (definition.traits.container !== true && index.childrenOf(nodeId).length > 0) {
    return refuse(
      'LOOP_NOT_EMPTY',
      `"${nameOf(node)}" has steps inside, and a ${definition.title} has none; unwrap it first.`,
    );
  }
  const incoming = index.incoming(nodeId);
  if (definition.traits.trigger === true && incoming.length > 0) {
    return refuse('INTO_TRIGGER', `"${nameOf(node)}" has connections into it, and a ${definition.title} takes none.`);
  }
  const old = lookup(node.type, node.typeVersion) ?? lookup(node.type);
  const replaced = inPlaceOf(node, definition, old);
  const edges = [
    ...incoming.flatMap((edge) => keptIn(edge, definition)),
    ...outEdits(index.outgoing(nodeId), replaced, definition),
  ];
  return together(`Replace with ${definition.title}`, [{ kind: 'replaceNode', node: replaced }, ...edges], {
    nodeIds: [nodeId],
  });
}

function inPlaceOf(
  node: WorkflowNode,
  definition: NodeDefinitionData,
  old: NodeDefinitionData | undefined,
): WorkflowNode {
  const names = paramNames(definition);
  const kept = Object.entries(node.config).filter(
    ([name, value]) => names.has(name) && fits(definition, name, value, old),
  );
  const { credentials, ...rest } = node;
  const accounts = Object.entries(credentials ?? {}).filter(([slot]) => takesSame(slot, definition, old));
  return {
    ...rest,
    type: definition.type,
    typeVersion: definition.version,
    config: Object.fromEntries(kept),
    ...(accounts.length > 0 && { credentials: Object.fromEntries(accounts) }),
  };
}

/** Whether the account in a slot fits the new type as well, whichever it is. */
function takesSame(slot: string, definition: NodeDefinitionData, old: NodeDefinitionData | undefined): boolean {
  const types = (of: NodeDefinitionData | undefined) => of?.credentials?.find(({ id }) => id === slot)?.types;
  const taken = types(definition);
  return taken !== undefined && (types(old)?.every((type) => taken.includes(type)) ?? false);
}

/** A literal goes over when both schemas know the param by the same type; templates and expressions may give anything. */
function fits(
  definition: NodeDefinitionData,
  name: string,
  value: unknown,
  old: NodeDefinitionData | undefined,
): boolean {
  if (typeof value === 'string' && value.includes('{{')) return true;
  const before = typeOf(old, name);
  const after = typeOf(definition, name);
  return before === undefined || after === undefined || before === after;
}

function typeOf(definition: NodeDefinitionData | undefined, name: string): unknown {
  const properties = definition?.paramsSchema['properties'];
  const param = isObject(properties) ? properties[name] : undefined;
  return isObject(param) ? param['type'] : undefined;
}

function paramNames(definition: NodeDefinitionData): ReadonlySet<string> {
  const properties = definition.paramsSchema['properties'];
  return new Set(isObject(properties) ? Object.keys(properties) : []);
}

function keptIn(edge: WorkflowEdge, definition: NodeDefinitionData): Edit[] {
  const [first] = definition.inputs;
  if (first === undefined || definition.inputs.some((port) => port.id === edge.targetHandle)) return [];
  return [{ kind: 'replaceEdge', edge: { ...edge, targetHandle: first.id } }];
}

/** Ports that are gone: their wires go to the first free port in order, and those that then would be twice there go away. */
function outEdits(edges: readonly WorkflowEdge[], node: WorkflowNode, definition: NodeDefinitionData): Edit[] {
  const { ports, open } = outputPorts(definition, node);
  if (open) return [];
  const known = new Set(ports.map((port) => port.id));
  const taken = new Set(edges.filter((edge) => known.has(edge.sourceHandle)).map((edge) => keyOf(edge)));
  const handles = [...new Set(edges.map((edge) => edge.sourceHandle).filter((handle) => !known.has(handle)))];
  const free = ports.filter((port) => !edges.some((edge) => edge.sourceHandle === port.id));
  const newHandle = new Map(handles.map((handle, place) => [handle, (free[place] ?? ports[0])?.id]));
  return edges.flatMap((edge): Edit[] => {
    if (known.has(edge.sourceHandle)) return [];
    const sourceHandle = newHandle.get(edge.sourceHandle);
    const moved = { ...edge, sourceHandle: sourceHandle ?? '' };
    if (sourceHandle === undefined || taken.has(keyOf(moved))) return [{ kind: 'removeEdge', edgeId: edge.id }];
    taken.add(keyOf(moved));
    return [{ kind: 'replaceEdge', edge: moved }];
  });
}

function keyOf(edge: WorkflowEdge): string {
  return JSON.stringify([edge.sourceHandle, edge.target, edge.targetHandle]);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
