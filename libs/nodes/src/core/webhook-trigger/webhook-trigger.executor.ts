import { implementNode, output } from '@millrace/node-sdk';
import { webhookTriggerDefinition } from './webhook-trigger.definition';

/** Hands what the call brought on: the server has read and checked it already. */
export const webhookTriggerNode = implementNode(webhookTriggerDefinition, {
  run: (ctx) => output(ctx.trigger),
});
