import { implementNode, output } from '@millrace/node-sdk';
import { requireFits } from '../json-validator/require-fits';
import { manualTriggerDefinition } from './manual-trigger.definition';

/** Hands the input of the run on, when it is what the schema says. */
export const manualTriggerNode = implementNode(manualTriggerDefinition, {
  run: (ctx, { inputSchema }) =>
    output(requireFits(ctx.trigger, inputSchema, { code: 'INPUT_INVALID', what: 'The input of the workflow' })),
});
