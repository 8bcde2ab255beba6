import { implementNode, output } from '@millrace/node-sdk';
import { telegramSubscription } from '../../telegram.subscription';
import { triggerDefinition } from './trigger.definition';

/** Hands on what Telegram sent; the server has checked that it was Telegram. */
export const triggerNode = implementNode(triggerDefinition, {
  run: (ctx) => output(ctx.trigger),
  subscription: telegramSubscription,
});
