import { startService } from '../../../../testing/service-trial';
import type { ServiceTrial } from '../../../../testing/service-trial';
import { telegramCredential } from '../../telegram.credential';
import { sendMessageNode } from './send-message.executor';

let telegram: ServiceTrial;
const sent = {
  ok: true,
  result: { message_id: 5, date: 1_700_000_000, chat: { id: -100, type: 'group' }, text: 'hi' },
};
const refusal = (error_code: number, description: string, parameters = {}) => ({
  status: error_code,
  body: { ok: false, error_code, description, parameters },
});

beforeAll(async () => {
  telegram = await startService('telegram', telegramCredential, { botToken: '123:AB-c_d' });
});
beforeEach(() => telegram.server.reset());
afterAll(() => telegram.server.stop());

describe('Telegram: send message', () => {
  it('writes to a chat and tells which message it is', async () => {
    telegram.server.answerNext({ body: sent });
    const { main } = await telegram.run(sendMessageNode, { chatId: -100, text: 'hi' });
    expect(main).toEqual({ messageId: 5, chatId: -100, date: 1_700_000_000 });
    expect(telegram.server.calls).toMatchObject([
      { flaws: [], operation: 'sendMessage', params: { token: '123:AB-c_d' }, body: { chat_id: '-100', text: 'hi' } },
    ]);
    expect(telegram.server.calls[0]?.body).toEqual({ chat_id: '-100', text: 'hi' });
  });

  it('sends everything that can be chosen', async () => {
    telegram.server.answerNext({ body: sent });
    await telegram.run(sendMessageNode, {
      chatId: '@news',
      text: '*hi*',
      parseMode: 'MarkdownV2',
      disableNotification: true,
      protectContent: true,
      disableLinkPreview: true,
      messageThreadId: '3',
      replyToMessageId: 4,
      replyMarkup: { inline_keyboard: [[{ text: 'Open', url: 'https://a.example' }]] },
    });
    const [call] = telegram.server.calls;
    expect(call?.flaws).toEqual([]);
    expect(call?.body).toMatchObject({
      chat_id: '@news',
      parse_mode: 'MarkdownV2',
      disable_notification: true,
      protect_content: true,
      link_preview_options: { is_disabled: true },
      message_thread_id: 3,
      reply_parameters: { message_id: 4 },
    });
  });

  it('refuses chats that are none, empty texts and long ones', async () => {
    for (const params of [
      { chatId: 'a b', text: 'x' },
      { chatId: 1, text: '' },
      { chatId: 1, text: 'x'.repeat(4_097) },
    ]) {
      expect((await telegram.run(sendMessageNode, params)).failure?.code).toBe('INVALID_PARAMS');
    }
  });

  it.each([
    [400, 'Bad Request: chat not found', 'TELEGRAM_CHAT_NOT_FOUND'],
    [403, 'Forbidden: bot was blocked by the user', 'TELEGRAM_BOT_BLOCKED'],
    [403, 'Forbidden: bot was kicked from the group chat', 'TELEGRAM_FORBIDDEN'],
    [400, "Bad Request: can't parse entities: Character '.' is reserved", 'TELEGRAM_BAD_MARKUP'],
    [400, 'Bad Request: message is too long', 'TELEGRAM_TOO_LONG'],
    [401, 'Unauthorized', 'TELEGRAM_AUTH'],
    [404, 'Not Found', 'TELEGRAM_AUTH'],
    [400, 'Bad Request: something new', 'TELEGRAM_INVALID_REQUEST'],
  ])('tells %i %s as %s', async (status, description, code) => {
    telegram.server.answerNext(refusal(status, description));
    const { failure } = await telegram.run(sendMessageNode, { chatId: 1, text: 'hi' });
    expect(failure).toMatchObject({ code, fault: 'user' });
    expect(failure?.message).toContain(description);
  });

  it('names the chat that a group has become', async () => {
    telegram.server.answerNext(refusal(400, 'group chat was upgraded', { migrate_to_chat_id: -1005 }));
    const { failure } = await telegram.run(sendMessageNode, { chatId: -1, text: 'hi' });
    expect(failure).toMatchObject({ code: 'TELEGRAM_CHAT_MIGRATED', details: { migrateToChatId: -1005 } });
    expect(failure?.message).toContain('-1005');
  });

  it('waits as long as the body of the answer says', async () => {
    telegram.server.answerNext(refusal(429, 'Too Many Requests: retry after 35', { retry_after: 35 }));
    const { failure } = await telegram.run(sendMessageNode, { chatId: 1, text: 'hi' });
    expect(failure).toMatchObject({ code: 'TELEGRAM_RATE_LIMITED', fault: 'transient', retryAfterMs: 35_000 });
  });

  it('takes tokens only that cannot lead to another address', () => {
    for (const botToken of ['123:a/../b', '123', 'x:y', '1:a?b']) {
      expect({ botToken, ok: telegramCredential.fields.safeParse({ botToken }).success }).toEqual({
        botToken,
        ok: false,
      });
    }
  });
});
