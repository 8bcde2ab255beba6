import { implementNode, output, suspended } from '@millrace/node-sdk';
import { timeoutAt } from '../timer/wait-timeout';
import { waitForWebhookDefinition } from './wait-for-webhook.definition';

/** Sleeps until its address is called. */
export const waitForWebhookNode = implementNode(waitForWebhookDefinition, {
  run: (ctx, { methods, response, timeout }) =>
    suspended({
      kind: 'event',
      name: `webhook_${ctx.idempotencyKey}`,
      ...timeoutAt(ctx, timeout),
      prompt: {
        kind: 'webhook',
        title: ctx.node.label,
        methods: [...new Set(methods)],
        ...(response === undefined ? {} : { response }),
      },
    }),
  resume: (_ctx, _params, wake) =>
    wake.kind === 'event' ? output(wake.payload) : output({ called: false }, 'timeout'),
});
