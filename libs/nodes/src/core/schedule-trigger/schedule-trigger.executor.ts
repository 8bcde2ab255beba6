import { implementNode, output } from '@millrace/node-sdk';
import { scheduleTriggerDefinition } from './schedule-trigger.definition';

/** Hands on when the run was due. */
export const scheduleTriggerNode = implementNode(scheduleTriggerDefinition, {
  run: (ctx) => output(ctx.trigger),
});
