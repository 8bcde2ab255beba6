import type { WorkflowNode } from './document';
import { isDynamic } from './dynamic-value';
import type { NodeDefinitionData, NodeTraits } from './node-definition';

/** The traits of a node as it is configured: those of its definition, made pure where `pureUnless` says so. */
export function traitsOf(definition: NodeDefinitionData, node: Pick<WorkflowNode, 'config'>): NodeTraits {
  const { pureUnless, ...traits } = definition.traits;
  if (!pureUnless) return definition.traits;
  const value = node.config[pureUnless.param];
  const isPure = value === undefined || (!isDynamic(value) && !pureUnless.is.includes(String(value)));
  return isPure ? { ...traits, pure: true, repeatable: false } : traits;
}
