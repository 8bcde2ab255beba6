import { implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { invalidParam } from '../../../../core/http-request/http-failures';
import { accountOf, given } from '../../../../shared/service-call';
import { discordWebhookCredential } from '../../discord-webhook.credential';
import { discord, postInChannel, postThroughWebhook } from '../../discord.client';
import { sendMessageDefinition } from './send-message.definition';

type Params = ParamsOf<typeof sendMessageDefinition>;

const MENTIONS = { none: [], people: ['users', 'roles'], everyone: ['users', 'roles', 'everyone'] };

/** Writes the message as a bot or through a webhook, as the account is. */
export const sendMessageNode = implementNode(sendMessageDefinition, {
  run: async (ctx, params) => {
    if (params.discordMessage === undefined && !params.embeds?.length) {
      throw invalidParam('discordMessage', 'is empty: write a message, or give embeds.');
    }
    const credential = await accountOf(ctx, discord);
    const isWebhook = credential.type === discordWebhookCredential.type;
    const message = isWebhook
      ? await postThroughWebhook(ctx, credential, webhookMessageOf(params))
      : await postInChannel(ctx, credential, { channel: channelOf(params), message: botMessageOf(params) });
    const { id = null, channel_id: channelId = null, timestamp = null } = message;
    return output({ messageId: id, channelId, timestamp });
  },
});

function channelOf({ discordChannel }: Params): string {
  if (discordChannel) return discordChannel;
  throw invalidParam('discordChannel', 'is empty: a bot must be told the id of a channel.');
}

function botMessageOf(params: Params): JsonObject {
  const { replyToMessageId: id } = params;
  return { ...messageOf(params), ...(id ? { message_reference: { message_id: id } } : {}) };
}

function webhookMessageOf(params: Params): JsonObject {
  const shown = { username: params.username, avatar_url: params.avatarUrl || undefined };
  return { ...messageOf(params), ...given<Json>(shown) };
}

function messageOf({ discordMessage, embeds, allowMentions }: Params): JsonObject {
  return given<Json>({
    content: discordMessage,
    embeds: embeds?.length ? embeds : undefined,
    allowed_mentions: { parse: MENTIONS[allowMentions] },
  });
}
