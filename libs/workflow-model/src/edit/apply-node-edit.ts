import { isObject } from '../data/is-object';
import type { DataPath } from '../data/data-path';
import { setPath, unsetPath } from '../data/set-path';
import type { WorkflowDocument, WorkflowGroup, WorkflowNode } from '../document';
import { nodesInside } from '../graph/loop-bodies';
import type { Json, JsonObject } from '../json';
import type { NodeEdit } from './edit';
import { indexById, insert, replace } from './list-edits';

/** {@link applyEdit} for the edits of nodes. */
export function applyNodeEdit(document: WorkflowDocument, edit: NodeEdit): WorkflowDocument {
  switch (edit.kind) {
    case 'addNode':
      return withNodes(document, insert(document.nodes, edit.node, edit.index));
    case 'removeNode':
      return removeNode(document, edit.nodeId);
    case 'replaceNode':
      return withNodes(document, replace(document.nodes, edit.node));
    case 'moveNodes':
      return moveNodes(document, edit.moves);
    case 'updateConfig':
      return changeNode(document, edit.nodeId, (node) => ({ config: newConfig(node.config, edit.path, edit.value) }));
    case 'renameNode':
      return changeNode(document, edit.nodeId, () => ({ label: edit.label }));
    case 'describeNode':
      return changeNode(document, edit.nodeId, () => ({ description: edit.description }));
    case 'setNodeSettings':
      return changeNode(document, edit.nodeId, () => ({ settings: edit.settings }));
    case 'setEnabled':
      return changeNode(document, edit.nodeId, () => ({ enabled: edit.enabled }));
    case 'setParent':
      return changeNode(document, edit.nodeId, () => ({ parent: edit.parent }));
    case 'setCredential':
      return changeNode(document, edit.nodeId, (node) => ({ credentials: newCredentials(node, edit) }));
  }
}

function withNodes(document: WorkflowDocument, nodes: WorkflowNode[]): WorkflowDocument {
  return nodes === document.nodes ? document : { ...document, nodes };
}

function removeNode(document: WorkflowDocument, nodeId: string): WorkflowDocument {
  if (indexById(document.nodes, nodeId) === -1) return document;
  const gone = new Set([nodeId, ...nodesInside(document.nodes, nodeId).map((node) => node.id)]);
  return {
    ...document,
    nodes: document.nodes.filter((node) => !gone.has(node.id)),
    edges: keep(document.edges, (edge) => !gone.has(edge.source) && !gone.has(edge.target)),
    groups: withoutMembers(document.groups, gone),
  };
}

function withoutMembers(groups: WorkflowGroup[], gone: ReadonlySet<string>): WorkflowGroup[] {
  if (!groups.some((group) => group.nodeIds.some((id) => gone.has(id)))) return groups;
  return groups.map((group) =>
    group.nodeIds.some((id) => gone.has(id))
      ? { ...group, nodeIds: group.nodeIds.filter((id) => !gone.has(id)) }
      : group,
  );
}

function keep<T>(list: T[], isKept: (element: T) => boolean): T[] {
  return list.every(isKept) ? list : list.filter(isKept);
}

function moveNodes(document: WorkflowDocument, moves: (NodeEdit & { kind: 'moveNodes' })['moves']): WorkflowDocument {
  const positions = new Map(moves.map((move) => [move.nodeId, move.position]));
  if (document.nodes.every((node) => !positions.has(node.id))) return document;
  return {
    ...document,
    nodes: document.nodes.map((node) => {
      const position = positions.get(node.id);
      return position === undefined ? node : { ...node, position };
    }),
  };
}

/** Absent values of `changes` are taken away. */
function changeNode(
  document: WorkflowDocument,
  nodeId: string,
  changesOf: (node: WorkflowNode) => Partial<WorkflowNode>,
): WorkflowDocument {
  const node = document.nodes.find((other) => other.id === nodeId);
  if (node === undefined) return document;
  const changes = changesOf(node);
  const keys = Object.keys(changes) as (keyof WorkflowNode)[];
  if (keys.every((key) => node[key] === changes[key])) return document;
  const changed = Object.fromEntries(
    Object.entries({ ...node, ...changes }).filter(([, value]) => value !== undefined),
  );
  return withNodes(document, replace(document.nodes, changed as WorkflowNode));
}

/** A node without accounts has no `credentials` at all, however it came to have none. */
function newCredentials(
  { credentials }: WorkflowNode,
  { slot, credentialId }: NodeEdit & { kind: 'setCredential' },
): WorkflowNode['credentials'] {
  const current = credentials && Object.hasOwn(credentials, slot) ? credentials[slot] : undefined;
  if (current === credentialId) return credentials;
  const others = Object.entries(credentials ?? {}).filter(([other]) => other !== slot);
  const next = credentialId === undefined ? others : [...others, [slot, credentialId] as const];
  return next.length === 0 ? undefined : Object.fromEntries(next);
}

/** The root of a config stays an object, whatever is put there. */
function newConfig(config: JsonObject, path: DataPath, value: Json | undefined): JsonObject {
  if (path.length === 0) return value === undefined ? {} : isObject(value) ? (value as JsonObject) : config;
  const next = value === undefined ? unsetPath(config, path) : setPath(config, path, value);
  return next as JsonObject;
}
