import type { WorkflowDocument, WorkflowNode } from './document';

/** Names that templates and expressions use for something else than nodes. */
export const RESERVED_ROOTS: readonly string[] = [
  'trigger',
  'input',
  'item',
  'index',
  'execution',
  'workflow',
  'vars',
  'now',
  'secrets',
];

/** The name by which templates reach a node: its label without anything that is not a letter, digit or underscore. */
export function aliasOf(label: string): string {
  return label.normalize('NFC').replace(/[^\p{L}\p{N}_]/gu, '');
}

/** Alias of a node: of its label, or its id when nothing of the label is left. */
export function nodeAlias(node: Pick<WorkflowNode, 'id' | 'label'>): string {
  return aliasOf(node.label) || node.id;
}

/** Who answers to which name in a document. */
export interface AliasMap {
  /** Node id by alias; when several nodes share one, the first in document order. */
  readonly idByAlias: ReadonlyMap<string, string>;
  /** Alias by node id. */
  readonly aliasById: ReadonlyMap<string, string>;
}

/** Aliases of all nodes of a document. */
export function aliasMap(document: Pick<WorkflowDocument, 'nodes'>): AliasMap {
  const idByAlias = new Map<string, string>();
  const aliasById = new Map<string, string>();
  for (const node of document.nodes) {
    const alias = nodeAlias(node);
    if (!idByAlias.has(alias)) idByAlias.set(alias, node.id);
    aliasById.set(node.id, alias);
  }
  return { idByAlias, aliasById };
}

/** Id of the node that a root of a template names: by alias first, then by id. Undefined when no node answers to it. */
export function resolveNodeName(map: AliasMap, name: string): string | undefined {
  return map.idByAlias.get(name) ?? (map.aliasById.has(name) ? name : undefined);
}

/** Names that more than one node answers to, by alias or by id; the node that templates read comes first. */
export function aliasCollisions(
  document: Pick<WorkflowDocument, 'nodes'>,
): readonly { readonly alias: string; readonly nodeIds: readonly string[] }[] {
  const owners = new Map<string, Set<string>>();
  const own = (name: string, id: string): void => void owners.set(name, (owners.get(name) ?? new Set()).add(id));
  const ids = new Set(document.nodes.map((node) => node.id));
  for (const node of document.nodes) {
    const alias = nodeAlias(node);
    own(alias, node.id);
    if (alias !== node.id && ids.has(alias)) own(alias, alias);
  }
  return [...owners]
    .filter(([, nodeIds]) => nodeIds.size > 1)
    .map(([alias, nodeIds]) => ({ alias, nodeIds: [...nodeIds] }));
}
