import { startService } from '../../../../testing/service-trial';
import type { ServiceTrial } from '../../../../testing/service-trial';
import { slackCredential } from '../../slack.credential';
import { sendMessageNode } from './send-message.executor';

let slack: ServiceTrial;
const written = { ok: true, channel: 'C1', ts: '1503435956.000247', message: { text: 'hi', type: 'message' } };

beforeAll(async () => {
  slack = await startService('slack', slackCredential, { botToken: 'xoxb-1' });
});
beforeEach(() => slack.server.reset());
afterAll(() => slack.server.stop());

describe('Slack: send message', () => {
  it('writes in a channel and tells where', async () => {
    slack.server.answerNext({ body: written });
    const { main } = await slack.run(
      sendMessageNode,
      { slackChannel: ' #orders ', slackMessage: 'Order {{ trigger.number }}' },
      { trigger: { number: 7 } },
    );
    expect(main).toEqual({ ok: true, ts: '1503435956.000247', channel: 'C1', message: written.message });
    expect(slack.server.calls).toMatchObject([{ flaws: [], body: { channel: '#orders', text: 'Order 7' } }]);
    expect(slack.server.calls[0]?.headers['authorization']).toBe('Bearer xoxb-1');
  });

  it('answers in a thread, with blocks, under another name', async () => {
    slack.server.answerNext({ body: written });
    const blocks = [{ type: 'divider' }];
    const params = { slackChannel: 'C1', blocks, threadTs: '1.2', replyBroadcast: true, unfurlLinks: false };
    await slack.run(sendMessageNode, { ...params, username: 'Ada', iconEmoji: ':truck:' });
    const body = { channel: 'C1', blocks, thread_ts: '1.2', reply_broadcast: true, unfurl_links: false };
    expect(slack.server.calls[0]).toMatchObject({
      flaws: [],
      body: { ...body, username: 'Ada', icon_emoji: ':truck:' },
    });
  });

  it('leaves out what was left empty', async () => {
    await slack.run(sendMessageNode, {
      slackChannel: 'C1',
      slackMessage: 'hi',
      threadTs: '',
      blocks: [],
      replyBroadcast: true,
    });
    expect(slack.server.calls[0]?.body).toEqual({ channel: 'C1', text: 'hi' });
  });

  it('wants a text or blocks before it calls anybody', async () => {
    const { failure } = await slack.run(sendMessageNode, { slackChannel: 'C1', slackMessage: ' ' });
    expect(failure).toMatchObject({ code: 'INVALID_PARAMS', fault: 'user' });
    expect(slack.server.calls).toEqual([]);
  });

  it.each([
    ['not_in_channel', 'SLACK_NOT_IN_CHANNEL', '/invite'],
    ['channel_not_found', 'SLACK_CHANNEL_NOT_FOUND', 'Give its id'],
    ['invalid_auth', 'SLACK_INVALID_AUTH', 'Enter it again'],
    ['token_revoked', 'SLACK_TOKEN_REVOKED', 'Install the app again'],
    ['is_archived', 'SLACK_IS_ARCHIVED', 'archived'],
    ['msg_too_long', 'SLACK_MSG_TOO_LONG', 'Shorten'],
    ['brand_new_error', 'SLACK_BRAND_NEW_ERROR', 'brand_new_error'],
  ])('tells %s, which comes with status 200, as %s', async (error, code, advice) => {
    slack.server.answerNext({ body: { ok: false, error } });
    const { failure } = await slack.run(sendMessageNode, { slackChannel: 'C1', slackMessage: 'hi' });
    expect(failure).toMatchObject({ code, fault: 'user', details: { error, status: 200 } });
    expect(failure?.message).toContain(advice);
  });

  it('names the scope that is missing and the blocks that are wrong', async () => {
    slack.server.answerNext(
      { body: { ok: false, error: 'missing_scope', needed: 'chat:write', provided: 'users:read' } },
      { body: { ok: false, error: 'invalid_blocks', response_metadata: { messages: ['[ERROR] no type'] } } },
      { body: { ok: false, error: 'Not a code!' } },
    );
    const run = () => slack.run(sendMessageNode, { slackChannel: 'C1', slackMessage: 'hi' });
    expect((await run()).failure?.message).toContain('needed: chat:write');
    expect((await run()).failure?.message).toContain('[ERROR] no type');
    expect((await run()).failure?.code).toBe('SLACK_INVALID_REQUEST');
  });

  it('tells refusals that pass from failures that may have written something', async () => {
    slack.server.answerNext(
      { body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': '3' } },
      { body: { ok: false, error: 'service_unavailable' } },
      { body: { ok: false, error: 'fatal_error' } },
    );
    const run = () => slack.run(sendMessageNode, { slackChannel: 'C1', slackMessage: 'hi' });
    expect((await run()).failure).toMatchObject({
      code: 'SLACK_RATE_LIMITED',
      fault: 'transient',
      retryAfterMs: 3_000,
    });
    expect((await run()).failure).toMatchObject({ code: 'SLACK_UNAVAILABLE', fault: 'transient' });
    expect((await run()).failure).toMatchObject({ code: 'SLACK_UNCERTAIN', fault: 'user' });
  });
});
