import type { WorkflowDocument, WorkflowNode } from '../document';
import { nodesInside } from '../graph/loop-bodies';
import type { Edit, NodeEdit } from './edit';
import { invertConfigEdit } from './invert-config-edit';
import { indexById } from './list-edits';
import { NO_EDIT } from './no-edit';

/** {@link invertEdit} for the edits of nodes. */
export function invertNodeEdit(document: WorkflowDocument, edit: NodeEdit): Edit {
  if (edit.kind === 'moveNodes') return invertMoves(document, edit.moves);
  const nodeId = 'node' in edit ? edit.node.id : edit.nodeId;
  const index = indexById(document.nodes, nodeId);
  const node = document.nodes[index];
  if (edit.kind === 'addNode') return node === undefined ? withdrawNode(document, nodeId) : NO_EDIT;
  if (node === undefined) return NO_EDIT;
  return edit.kind === 'removeNode' ? restoreNode(document, nodeId) : invertChange(node, edit);
}

function invertChange(
  node: WorkflowNode,
  edit: Exclude<NodeEdit, { kind: 'moveNodes' | 'addNode' | 'removeNode' }>,
): Edit {
  const nodeId = node.id;
  switch (edit.kind) {
    case 'replaceNode':
      return { kind: 'replaceNode', node };
    case 'updateConfig':
      return invertConfigEdit(node, edit);
    case 'renameNode':
      return { kind: 'renameNode', nodeId, label: node.label };
    case 'describeNode':
      return {
        kind: 'describeNode',
        nodeId,
        ...(node.description === undefined ? {} : { description: node.description }),
      };
    case 'setNodeSettings':
      return { kind: 'setNodeSettings', nodeId, settings: node.settings };
    case 'setEnabled':
      return { kind: 'setEnabled', nodeId, enabled: node.enabled };
    case 'setParent':
      return { kind: 'setParent', nodeId, ...(node.parent === undefined ? {} : { parent: node.parent }) };
    case 'setCredential':
      return invertCredential(node, edit.slot);
  }
}

/** A node that had an empty list of accounts, which no edit makes, is put back whole. */
function invertCredential(node: WorkflowNode, slot: string): Edit {
  const { credentials } = node;
  if (credentials && Object.keys(credentials).length === 0) return { kind: 'replaceNode', node };
  const credentialId = credentials && Object.hasOwn(credentials, slot) ? credentials[slot] : undefined;
  return {
    kind: 'setCredential',
    nodeId: node.id,
    slot,
    ...(credentialId === undefined ? {} : { credentialId }),
  };
}

function invertMoves(document: WorkflowDocument, moves: (NodeEdit & { kind: 'moveNodes' })['moves']): Edit {
  const moved = new Set(moves.map((move) => move.nodeId));
  const back = document.nodes.filter((node) => moved.has(node.id));
  return { kind: 'moveNodes', moves: back.map((node) => ({ nodeId: node.id, position: node.position })) };
}

function restoreNode(document: WorkflowDocument, nodeId: string): Edit {
  return { kind: 'batch', edits: restoreMentions(document, nodeId) };
}

/** A document may mention a node that it does not have; those mentions must survive when the added node goes again. */
function withdrawNode(document: WorkflowDocument, nodeId: string): Edit {
  const mentions = restoreMentions(document, nodeId);
  const removal: Edit = { kind: 'removeNode', nodeId };
  return mentions.length === 0 ? removal : { kind: 'batch', edits: [removal, ...mentions] };
}

/**
 * Puts back the node with its body, edges and places in groups, as far as the document has them. In ascending order, so
 * that every index is right when its turn comes.
 */
function restoreMentions(document: WorkflowDocument, nodeId: string): Edit[] {
  const gone = new Set([nodeId, ...nodesInside(document.nodes, nodeId).map((node) => node.id)]);
  const nodes = document.nodes.flatMap((node, index): Edit[] =>
    gone.has(node.id) ? [{ kind: 'addNode', node, index }] : [],
  );
  const edges = document.edges.flatMap((edge, index): Edit[] =>
    gone.has(edge.source) || gone.has(edge.target) ? [{ kind: 'addEdge', edge, index }] : [],
  );
  const groups = document.groups
    .filter((group) => group.nodeIds.some((id) => gone.has(id)))
    .map((group): Edit => ({ kind: 'updateGroup', group }));
  return [...nodes, ...edges, ...groups];
}
