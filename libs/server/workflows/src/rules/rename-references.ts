import { mayHoldReferences, renameRoot } from '@millrace/expression';
import {
  aliasMap,
  nodeAlias,
  RESERVED_ROOTS,
  type DefinitionLookup,
  type WorkflowDocument,
  type WorkflowNode,
} from '@millrace/workflow-model';

/** A node that gets a new label. */
export interface Relabelling {
  readonly nodeId: string;
  readonly label: string;
}

/**
 * The nodes with every reference to the old alias of a node naming its new one. Unchanged when the alias stays the same,
 * or when one of the names means something else too: then nobody can tell what a reference is to say.
 */
export function renameReferences(
  document: WorkflowDocument,
  { nodeId, label }: Relabelling,
  lookup: DefinitionLookup,
): readonly WorkflowNode[] {
  const { idByAlias, aliasById } = aliasMap(document);
  const from = aliasById.get(nodeId);
  const to = nodeAlias({ id: nodeId, label });
  const isClear = from !== undefined && from !== to && idByAlias.get(from) === nodeId;
  if (!isClear || idByAlias.has(to) || RESERVED_ROOTS.includes(to)) return document.nodes;
  return document.nodes.map((node) => {
    const definition = lookup(node.type, node.typeVersion);
    const params = Object.entries(node.config).map(([name, param]) => [
      name,
      mayHoldReferences(definition, name) ? renameRoot(param, from, to) : param,
    ]);
    return { ...node, config: Object.fromEntries(params) as WorkflowNode['config'] };
  });
}
