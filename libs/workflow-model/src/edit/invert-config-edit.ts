import { getPath } from '../data/get-path';
import type { WorkflowNode } from '../document';
import type { Json } from '../json';
import type { Edit, NodeEdit } from './edit';

/** Inverse of an `updateConfig` on this node: sets the old value, or takes away the first container that the edit had to make. */
export function invertConfigEdit(node: WorkflowNode, edit: NodeEdit & { kind: 'updateConfig' }): Edit {
  const { path } = edit;
  const nodeId = node.id;
  const made = path.findIndex((_, depth) => getPath(node.config, path.slice(0, depth + 1)) === undefined);
  if (made !== -1) return { kind: 'updateConfig', nodeId, path: path.slice(0, made + 1) };
  const parentPath = path.slice(0, -1);
  const parent = getPath(node.config, parentPath);
  // Taking an element out moves the later ones up; setting it again would overwrite one of them.
  const [restored, value] = Array.isArray(parent) ? [parentPath, parent] : [path, getPath(node.config, path)];
  return { kind: 'updateConfig', nodeId, path: restored, value: value as Json };
}
