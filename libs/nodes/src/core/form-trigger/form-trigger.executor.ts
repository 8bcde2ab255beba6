import { implementNode, output } from '@millrace/node-sdk';
import { formTriggerDefinition } from './form-trigger.definition';

/** Hands on what was filled in. */
export const formTriggerNode = implementNode(formTriggerDefinition, {
  run: (ctx) => output(ctx.trigger),
});
