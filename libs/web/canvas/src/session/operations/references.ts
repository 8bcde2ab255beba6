import type { DefinitionLookup, Json, WorkflowNode } from '@millrace/workflow-model';
import type { ExpressionTools } from '../ports/expression-tools';

/** What rewriting needs. */
export interface RewriteContext {
  readonly lookup: DefinitionLookup;
  readonly expressions: ExpressionTools;
}

/** The node with every reference in its config renamed; the same object when there is none. */
export function withRenamedReferences(
  node: WorkflowNode,
  newName: (root: string) => string | undefined,
  { lookup, expressions }: RewriteContext,
): WorkflowNode {
  const definition = lookup(node.type, node.typeVersion) ?? lookup(node.type);
  let isChanged = false;
  const entries = Object.entries(node.config).map(([name, param]): [string, Json] => {
    if (!expressions.mayHoldReferences(definition, name)) return [name, param];
    const renamed = expressions.rewriteReferences(param, newName);
    isChanged ||= renamed !== param;
    return [name, renamed];
  });
  return isChanged ? { ...node, config: Object.fromEntries(entries) } : node;
}
