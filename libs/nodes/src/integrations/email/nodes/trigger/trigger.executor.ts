import { implementNode, output } from '@millrace/node-sdk';
import { mailPolling } from '../../mail-polling';
import { triggerDefinition } from './trigger.definition';

/** Hands on the mail that the server found. */
export const triggerNode = implementNode(triggerDefinition, {
  run: (ctx) => output(ctx.trigger),
  polling: mailPolling,
});
