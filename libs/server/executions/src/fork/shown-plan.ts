import type { EditableInput } from './fork-inputs';
import type { PlannedFork } from './fork-execution';
import type { ForkStep } from './fork-plan';

/** A step as people see it. */
export interface ShownStep extends ForkStep {
  readonly label: string;
  readonly type: string;
  /** Whether it, or something inside of it, runs and does something in the world. */
  readonly hasEffects: boolean;
}

/** What is given by a parent, with its name. */
export interface ShownInput extends EditableInput {
  readonly label: string;
}

/** A plan with the names that people gave their nodes. */
export function shownPlan({ plan, version, effects, inputs }: PlannedFork): {
  readonly steps: readonly ShownStep[];
  readonly inputs: readonly ShownInput[];
} {
  const nodes = new Map(version.document.nodes.map((node) => [node.id, node]));
  const labelOf = (id: string): string => nodes.get(id)?.label ?? id;
  return {
    steps: plan.steps.map((step) => ({
      ...step,
      label: labelOf(step.nodeId),
      type: nodes.get(step.nodeId)?.type ?? 'unknown',
      hasEffects: effects.some((id) => topOf(nodes, id) === step.nodeId),
    })),
    inputs: inputs.map((input) => ({ ...input, label: labelOf(input.nodeId) })),
  };
}

/** The outermost loop around a node, or the node. */
function topOf(nodes: ReadonlyMap<string, { readonly parent?: string }>, nodeId: string): string {
  let top = nodeId;
  for (let parent = nodes.get(top)?.parent; parent !== undefined; parent = nodes.get(top)?.parent) top = parent;
  return top;
}
