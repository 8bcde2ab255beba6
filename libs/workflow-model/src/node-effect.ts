import type { WorkflowNode } from './document';
import { isDynamic } from './dynamic-value';
import type { NodeTraits } from './node-definition';

/** What a node does to the world outside of its run: nothing, it asks, or it changes something. */
export type NodeEffect = 'none' | 'read' | 'write';

/** The effect of a node as it is configured. What says nothing of itself, and may not be repeated at will, may change anything. */
export function effectOf({ traits }: { readonly traits: NodeTraits }, node: Pick<WorkflowNode, 'config'>): NodeEffect {
  const { effect, readsWhen, pure, repeatable, trigger, container } = traits;
  if (readsWhen !== undefined) {
    const value = node.config[readsWhen.param] ?? readsWhen.default;
    if (!isDynamic(value) && readsWhen.is.includes(String(value))) return 'read';
  }
  return effect ?? (pure || repeatable || trigger || container ? 'none' : 'write');
}
