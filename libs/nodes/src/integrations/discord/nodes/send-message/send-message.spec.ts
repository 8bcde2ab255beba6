import { testCredential } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { LoopbackHttp } from '../../../../testing/loopback-http';
import { startService } from '../../../../testing/service-trial';
import type { ServiceTrial } from '../../../../testing/service-trial';
import { discordWebhookCredential } from '../../discord-webhook.credential';
import { discordCredential } from '../../discord.credential';
import { sendMessageNode } from './send-message.executor';

let discord: ServiceTrial;
const webhookUrl = 'https://discord.com/api/webhooks/123/ab-C_d';
const written = { id: '9', channel_id: '5', timestamp: '2026-01-01T00:00:00+00:00', content: 'hi' };
const hello = { discordChannel: '5', discordMessage: 'hi' };

beforeAll(async () => {
  discord = await startService('discord', discordCredential, { botToken: 'bot-token' });
});
beforeEach(() => discord.server.reset());
afterAll(() => discord.server.stop());

const hook = () => testCredential(discordWebhookCredential, { webhookUrl, baseUrl: discord.server.url });
const throughHook = (params: JsonObject) => discord.run(sendMessageNode, params, { credentials: { account: hook() } });

describe('Discord: send message, as a bot', () => {
  it('writes once, whatever the attempt, and notifies nobody', async () => {
    discord.server.answerNext({ body: written }, { body: written });
    expect((await discord.run(sendMessageNode, hello)).main).toEqual({
      messageId: '9',
      channelId: '5',
      timestamp: '2026-01-01T00:00:00+00:00',
    });
    await discord.run(sendMessageNode, hello, { attempt: 2 });
    const [first, second] = discord.server.calls;
    expect(first).toMatchObject({
      flaws: [],
      params: { channel_id: '5' },
      body: { content: 'hi', allowed_mentions: { parse: [] }, enforce_nonce: true },
    });
    expect(second?.body).toEqual(first?.body);
    expect((first?.body as { nonce: string }).nonce).toMatch(/^[\w-]{25}$/);
    expect(first?.headers).toMatchObject({ authorization: 'Bot bot-token' });
    expect(first?.headers['user-agent']).toMatch(/^DiscordBot \(/);
  });

  it('sends cards, answers a message, and notifies whom it may', async () => {
    const embeds = [{ title: 'Paid', color: 5 }];
    await discord.run(sendMessageNode, { discordChannel: 5, embeds, replyToMessageId: '7', allowMentions: 'everyone' });
    expect(discord.server.calls).toMatchObject([
      {
        flaws: [],
        body: {
          embeds,
          message_reference: { message_id: '7' },
          allowed_mentions: { parse: ['users', 'roles', 'everyone'] },
        },
      },
    ]);
  });

  it('wants a channel, and a message or cards', async () => {
    for (const params of [
      { discordMessage: 'x' },
      { discordChannel: '5' },
      { discordChannel: 'general', discordMessage: 'x' },
    ]) {
      expect((await discord.run(sendMessageNode, params as JsonObject)).failure?.code).toBe('INVALID_PARAMS');
    }
    expect(discord.server.calls).toEqual([]);
  });

  it.each([
    [404, { code: 10_003, message: 'Unknown Channel' }, 'DISCORD_CHANNEL_NOT_FOUND'],
    [403, { code: 50_001, message: 'Missing Access' }, 'DISCORD_NO_ACCESS'],
    [403, { code: 50_013, message: 'Missing Permissions' }, 'DISCORD_FORBIDDEN'],
    [401, { code: 0, message: '401: Unauthorized' }, 'DISCORD_AUTH'],
    [400, { code: 99_999, message: 'New' }, 'DISCORD_INVALID_REQUEST'],
  ])('tells %i %o as %s', async (status, body, code) => {
    discord.server.answerNext({ status, body });
    const { failure } = await discord.run(sendMessageNode, hello);
    expect(failure).toMatchObject({ code, fault: 'user' });
    expect(failure?.message).toContain(body.message);
  });

  it('names the field that Discord refuses', async () => {
    const errors = { embeds: { 0: { title: { _errors: [{ code: 'X', message: 'Must be 256 or fewer' }] } } } };
    discord.server.answerNext({ status: 400, body: { code: 50_035, message: 'Invalid Form Body', errors } });
    const { failure } = await discord.run(sendMessageNode, hello);
    expect(failure?.message).toContain('embeds.0.title: Must be 256 or fewer');
  });

  it('waits parts of a second too', async () => {
    discord.server.answerNext({ status: 429, body: { message: 'slow', retry_after: 0.35, global: false } });
    const { failure } = await discord.run(sendMessageNode, hello);
    expect(failure).toMatchObject({ code: 'DISCORD_RATE_LIMITED', fault: 'transient', retryAfterMs: 350 });
  });
});

describe('Discord: send message, through a webhook', () => {
  it('writes in its channel, under another name', async () => {
    discord.server.answerNext({ body: written });
    const { main } = await throughHook({ discordMessage: 'hi', username: 'Ada', avatarUrl: 'https://a.example/a.png' });
    expect(main).toMatchObject({ messageId: '9', channelId: '5' });
    const [call] = discord.server.calls;
    expect(call).toMatchObject({
      operation: 'execute_webhook',
      flaws: [],
      params: { webhook_id: '123', webhook_token: 'ab-C_d' },
      query: { wait: 'true' },
      body: { content: 'hi', username: 'Ada', avatar_url: 'https://a.example/a.png' },
    });
    expect(call?.headers['authorization']).toBeUndefined();
  });

  it('is not called again when it may have written', async () => {
    discord.server.answerNext({ status: 500, body: '' });
    expect((await throughHook({ discordMessage: 'hi' })).failure).toMatchObject({
      code: 'DISCORD_UNCERTAIN',
      fault: 'user',
    });
  });

  it('is tested by looking whether it is there', async () => {
    const net = { pin: async (host: string, port: number) => ({ host, address: host, port }) };
    const probe = () => discordWebhookCredential.probe?.(hook(), { http: new LoopbackHttp(), net });
    expect(await probe()).toMatchObject({ ok: true });
    discord.server.answerNext({ status: 404, body: { code: 10_015 } }, { status: 500, body: {} });
    expect(await probe()).toMatchObject({ ok: false, message: expect.stringContaining('no such webhook') });
    expect(await probe()).toMatchObject({ ok: false, message: expect.stringContaining('500') });
  });

  it('has an address of Discord only', () => {
    const takes = (url: string) => discordWebhookCredential.fields.safeParse({ webhookUrl: url }).success;
    expect([webhookUrl, 'https://discordapp.com/api/v10/webhooks/1/a'].map(takes)).toEqual([true, true]);
    const bad = ['https://evil.example/api/webhooks/1/a', 'https://discord.com.evil.example/api/webhooks/1/a'];
    expect([...bad, `${webhookUrl}/../x`, 'http://discord.com/api/webhooks/1/a'].map(takes)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
