import type { DefinitionLookup, Edit, Json, WorkflowNode } from '@millrace/workflow-model';
import type { ExpressionTools } from '../ports/expression-tools';

/** Stands for the list of a node that runs once per item. */
const ITEMS = 'settings.forEach.items';

/** What rewriting needs. */
export interface RewriteContext {
  readonly lookup: DefinitionLookup;
  readonly expressions: ExpressionTools;
}

/** The node with every reference in its config and in its list renamed; the same object when there is none. */
export function withRenamedReferences(
  node: WorkflowNode,
  newName: (root: string) => string | undefined,
  context: RewriteContext,
): WorkflowNode {
  return withRewrittenParams(node, (param) => context.expressions.rewriteReferences(param, newName), context);
}

/** The node with everything that may hold references rewritten: its params, and the list that it runs once per item of. */
export function withRewrittenParams(
  node: WorkflowNode,
  rewrite: (param: Json, name: string) => Json,
  { lookup, expressions }: RewriteContext,
): WorkflowNode {
  const definition = lookup(node.type, node.typeVersion) ?? lookup(node.type);
  const entries = Object.entries(node.config).map(([name, param]): [string, Json] => {
    if (!expressions.mayHoldReferences(definition, name)) return [name, param];
    return [name, rewrite(param, name)];
  });
  const { forEach } = node.settings;
  const items = forEach && rewrite(forEach.items, ITEMS);
  const settings =
    forEach && items !== undefined && items !== forEach.items
      ? { ...node.settings, forEach: { ...forEach, items } }
      : node.settings;
  const isChanged = entries.some(([name, written]) => written !== node.config[name]);
  const config = isChanged ? Object.fromEntries(entries) : node.config;
  return config === node.config && settings === node.settings ? node : { ...node, settings, config };
}

/** The edits that make one node of the other, which differ in params and settings at most. */
export function paramEdits(before: WorkflowNode, after: WorkflowNode): Edit[] {
  const nodeId = before.id;
  return [
    ...(after.config === before.config
      ? []
      : [{ kind: 'updateConfig', nodeId, path: [], value: after.config } satisfies Edit]),
    ...(after.settings === before.settings
      ? []
      : [{ kind: 'setNodeSettings', nodeId, settings: after.settings } satisfies Edit]),
  ];
}
