import { implementNode, output } from '@millrace/node-sdk';
import { eventTriggerDefinition } from './event-trigger.definition';

/** Hands the event on. */
export const eventTriggerNode = implementNode(eventTriggerDefinition, {
  run: (ctx) => output(ctx.trigger),
});
