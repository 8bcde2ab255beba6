import type { Problem } from '../problem';
import { isTrigger, nodeName } from './validation-context';
import type { ValidationContext } from './validation-context';

/** A workflow without a trigger that can start it, and triggers that are switched off. */
export function triggerProblems(context: ValidationContext): readonly Problem[] {
  const triggers = [...context.nodes.values()].filter((node) => isTrigger(context, node.id));
  const disabled = triggers.filter((node) => !node.enabled);
  const missing = triggers.length === disabled.length ? [noTrigger(triggers.length)] : [];
  return [
    ...missing,
    ...disabled.map((node): Problem => {
      const message = `Trigger ${nodeName(node)} is disabled and starts nothing; enable or remove it.`;
      return { code: 'TRIGGER_DISABLED', severity: 'warning', message, nodeId: node.id };
    }),
  ];
}

function noTrigger(triggerCount: number): Problem {
  const message =
    triggerCount === 0
      ? 'The workflow has no trigger, so nothing can start it; add one, such as a manual trigger.'
      : 'Every trigger of the workflow is disabled, so nothing can start it; enable one.';
  return { code: 'NO_TRIGGER', severity: 'error', message };
}
