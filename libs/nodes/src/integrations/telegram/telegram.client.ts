import { retryAfterMs } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { accountOf, baseUrlOf, callService, lasting, objectOf, rateLimited, textOf } from '../../shared/service-call';
import type { CallContext, Service, ServiceAnswer, Verdict } from '../../shared/service-call';

const telegram: Service = {
  title: 'Telegram',
  prefix: 'TELEGRAM',
  verdictOn,
  messageIn: (body) => textOf(objectOf(body)['description']),
};

/** Descriptions that people meet, as codes with advice. */
const REFUSALS: readonly (readonly [RegExp, string, string])[] = [
  [
    /chat not found/i,
    'CHAT_NOT_FOUND',
    'does not know the chat. Check its id; people must have written to the bot, and groups must have added it.',
  ],
  [/blocked by the user|user is deactivated/i, 'BOT_BLOCKED', 'says that this person has blocked the bot or is gone.'],
  [/kicked|not a member|not enough rights|have no rights/i, 'FORBIDDEN', 'does not let the bot write in this chat.'],
  [
    /can't parse entities/i,
    'BAD_MARKUP',
    'cannot read the marks of the text. Escape special characters, or choose no formatting.',
  ],
  [/message is too long/i, 'TOO_LONG', 'takes at most 4,096 characters at once. Shorten the message.'],
  [/message text is empty/i, 'EMPTY', 'takes no empty message. Write a text.'],
  [
    /bad webhook/i,
    'WEBHOOK_REFUSED',
    'cannot call this address. It must be https with a good certificate, on port 443, 80, 88 or 8443, and reachable from outside.',
  ],
  [/message thread not found/i, 'THREAD_NOT_FOUND', 'does not find the topic in this chat.'],
];

/** Methods that can be called twice without anybody noticing. */
const REPEATABLE = new Set(['setWebhook', 'deleteWebhook', 'getWebhookInfo']);

/** Calls a method of the Bot API. The token is part of the address, which is therefore never told. @throws NodeError `TELEGRAM_…` */
export async function callTelegram(ctx: CallContext, method: string, body: JsonObject): Promise<Json> {
  const credential = await accountOf(ctx, telegram);
  const answer = await callService(ctx, telegram, {
    method: 'POST',
    url: `${baseUrlOf(credential)}/bot${credential.secret('botToken')}/${method}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credential,
    repeatable: REPEATABLE.has(method),
  });
  return objectOf(answer.body)['result'] ?? null;
}

function verdictOn({ status, headers, body }: ServiceAnswer, nowMs: number): Verdict | undefined {
  const said = objectOf(body);
  if (said['ok'] !== false) return undefined;
  const parameters = objectOf(said['parameters']);
  const told = textOf(said['description']);
  if (status === 429) {
    const seconds = parameters['retry_after'];
    return { ...rateLimited(typeof seconds === 'number' ? seconds * 1_000 : retryAfterMs(headers, nowMs)), told };
  }
  // A token that is none of Telegram's has no address either.
  if (status === 401 || status === 404) {
    return lasting('AUTH', 'does not accept the token. Enter it again in the credential.', told);
  }
  const moved = parameters['migrate_to_chat_id'];
  if (moved !== undefined) {
    const advice = `has made this group a supergroup. Write to the chat ${String(moved)} from now on.`;
    return { ...lasting('CHAT_MIGRATED', advice, told), details: { migrateToChatId: moved } };
  }
  const found = REFUSALS.find(([pattern]) => pattern.test(told));
  return found && lasting(found[1], found[2], told);
}
