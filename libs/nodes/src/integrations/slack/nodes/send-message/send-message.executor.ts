import { implementNode, output } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { invalidParam } from '../../../../core/http-request/http-failures';
import { given, objectOf, textOf } from '../../../../shared/service-call';
import { callSlack } from '../../slack.client';
import { sendMessageDefinition } from './send-message.definition';

/** Posts the message, once: Slack knows no idempotency keys. */
export const sendMessageNode = implementNode(sendMessageDefinition, {
  run: async (ctx, params) => {
    if (params.slackMessage === undefined && !params.blocks?.length) {
      throw invalidParam('slackMessage', 'is empty: write a message, or give blocks.');
    }
    const said = await callSlack(
      ctx,
      'chat.postMessage',
      given<Json>({
        channel: params.slackChannel,
        text: params.slackMessage,
        blocks: params.blocks?.length ? params.blocks : undefined,
        thread_ts: params.threadTs,
        reply_broadcast: params.threadTs !== undefined && params.replyBroadcast ? true : undefined,
        unfurl_links: params.unfurlLinks,
        username: params.username,
        icon_emoji: params.iconEmoji,
      }),
    );
    const { ts, channel, message } = said;
    return output({ ok: true, ts: textOf(ts), channel: textOf(channel), message: objectOf(message) });
  },
});
