import type { Subscription, SubscriptionContext } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { objectOf } from '../../shared/service-call';
import { callTelegram } from './telegram.client';

/** Has Telegram call for new messages. A bot has one address: whichever workflow was published last gets the calls. */
export const telegramSubscription: Subscription = {
  tokenHeader: 'x-telegram-bot-api-secret-token',
  deliveryId: (body) => {
    const id = objectOf(body)['update_id'];
    return typeof id === 'number' ? String(id) : undefined;
  },
  subscribe: async (ctx) => {
    const { address: url, token } = ctx;
    await callTelegram(ctx, 'setWebhook', { url, secret_token: token, allowed_updates: updatesOf(ctx) });
  },
  unsubscribe: async (ctx) => {
    const { url } = objectOf(await callTelegram(ctx, 'getWebhookInfo', {}));
    // Another workflow, or another installation, may have the bot by now.
    if (url === ctx.address) await callTelegram(ctx, 'deleteWebhook', {});
  },
  byHand: (path) =>
    `Telegram was not told where to call, because MILLRACE_PUBLIC_URL is not set. Set it and publish again; or issue the secret of this webhook, and call setWebhook of the Bot API with the url https://<this server>${path} and that secret as secret_token.`,
};

function updatesOf({ rawParams }: SubscriptionContext): Json {
  const updates = rawParams['updates'];
  return Array.isArray(updates) && updates.length > 0 ? updates : ['message'];
}
