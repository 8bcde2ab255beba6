import { implementNode, output } from '@millrace/node-sdk';
import { manualTriggerDefinition } from './manual-trigger.definition';

/** Hands the input of the run on. */
export const manualTriggerNode = implementNode(manualTriggerDefinition, {
  run: (ctx) => output(ctx.trigger),
});
