import { credentialTypeData, fieldText } from '@millrace/node-sdk';
import type { CredentialType, NodeImplementation } from '@millrace/node-sdk';
import { TestSignal, testCredential } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { startContractServer } from '../testing/contract-server';
import { LoopbackHttp } from '../testing/loopback-http';
import { HurriedHttp, startService } from '../testing/service-trial';
import type { ServiceTrial } from '../testing/service-trial';
import { discordCredential } from './discord/discord.credential';
import { sendMessageNode as discordMessageNode } from './discord/nodes/send-message/send-message.executor';
import { githubCredential } from './github/github.credential';
import { createIssueNode } from './github/nodes/create-issue/create-issue.executor';
import { getIssueNode } from './github/nodes/get-issue/get-issue.executor';
import { listIssuesNode } from './github/nodes/list-issues/list-issues.executor';
import { updateIssueNode } from './github/nodes/update-issue/update-issue.executor';
import { linearCredential } from './linear/linear.credential';
import { createTicketNode } from './linear/nodes/create-ticket/create-ticket.executor';
import { findIssuesNode } from './linear/nodes/find-issues/find-issues.executor';
import { sendEmailNode } from './resend/nodes/send-email/send-email.executor';
import { resendCredential } from './resend/resend.credential';
import { sendMessageNode as slackMessageNode } from './slack/nodes/send-message/send-message.executor';
import { slackCredential } from './slack/slack.credential';
import { createCustomerNode } from './stripe/nodes/create-customer/create-customer.executor';
import { createInvoiceNode } from './stripe/nodes/create-invoice/create-invoice.executor';
import { getCustomerNode } from './stripe/nodes/get-customer/get-customer.executor';
import { stripeCredential } from './stripe/stripe.credential';
import { sendMessageNode as telegramMessageNode } from './telegram/nodes/send-message/send-message.executor';
import { telegramCredential } from './telegram/telegram.credential';

const accounts: Record<string, [CredentialType, JsonObject]> = {
  slack: [slackCredential, { botToken: 'xoxb-canary' }],
  telegram: [telegramCredential, { botToken: '123:canary' }],
  github: [githubCredential, { token: 'canary' }],
  stripe: [stripeCredential, { secretKey: 'sk_test_canary' }],
  discord: [discordCredential, { botToken: 'canary-bot' }],
  linear: [linearCredential, { apiKey: 'canary-key', teamId: 't' }],
  resend: [resendCredential, { apiKey: 're_canary', fromEmail: 'a@b.example' }],
};
const repository = { owner: 'o', repo: 'r' };
const lineItems = [{ description: 'd', amount: 5 }];
/** Whether a call may be made again though it may have been carried out. */
const cases: [string, NodeImplementation, JsonObject, 'repeatable' | 'once'][] = [
  ['slack', slackMessageNode, { slackChannel: 'C1', slackMessage: 'hi' }, 'once'],
  ['telegram', telegramMessageNode, { chatId: 1, text: 'hi' }, 'once'],
  ['github', createIssueNode, { ...repository, title: 't' }, 'once'],
  ['github', getIssueNode, { ...repository, issueNumber: 7 }, 'repeatable'],
  ['github', listIssuesNode, repository, 'repeatable'],
  ['github', updateIssueNode, { ...repository, issueNumber: 7, state: 'closed' }, 'repeatable'],
  ['stripe', createCustomerNode, { email: 'a@b.example' }, 'repeatable'],
  ['stripe', getCustomerNode, { customerId: 'cus_1' }, 'repeatable'],
  ['stripe', createInvoiceNode, { customerId: 'cus_1', lineItems }, 'repeatable'],
  ['discord', discordMessageNode, { discordChannel: '5', discordMessage: 'hi' }, 'repeatable'],
  ['linear', createTicketNode, { ticketTitle: 't' }, 'repeatable'],
  ['linear', findIssuesNode, {}, 'repeatable'],
  ['resend', sendEmailNode, { emailTo: 'x@y.example', emailSubject: 's', emailBody: 'b' }, 'repeatable'],
];
const named = cases.map(
  ([service, node, params, kind]) => [node.definition.type, service, node, params, kind] as const,
);
const services = new Map<string, ServiceTrial>();
/** Nobody listens there. */
let closedUrl = '';
const of = (name: string): ServiceTrial => services.get(name) as ServiceTrial;

beforeAll(async () => {
  const gone = await startContractServer('slack');
  closedUrl = gone.url;
  await gone.stop();
  for (const [name, [type, values]] of Object.entries(accounts)) {
    services.set(name, await startService(name, type, values));
  }
});
beforeEach(() => [...services.values()].forEach(({ server }) => server.reset()));
afterAll(() => Promise.all([...services.values()].map(({ server }) => server.stop())));

describe.each(named)('%s', (_type, name, node, params, kind) => {
  const prefix = name.toUpperCase();

  it('sends what the contract takes, and says who it is', async () => {
    await of(name).run(node, params);
    const { calls } = of(name).server;
    expect(calls.flatMap(({ flaws }) => flaws)).toEqual([]);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls[0]?.headers['user-agent']).toMatch(/^(Millrace$|DiscordBot \()/);
  });

  it('waits as long as it is asked to when calls are too many', async () => {
    of(name).server.answerNext({ status: 429, headers: { 'retry-after': '7' }, body: {} });
    const { failure } = await of(name).run(node, params);
    expect(failure).toMatchObject({ code: `${prefix}_RATE_LIMITED`, fault: 'transient', retryAfterMs: 7_000 });
  });

  it('tries again after a failure of the service only when nothing can happen twice', async () => {
    of(name).server.answerNext({ status: 500, body: 'oops' });
    const code = kind === 'once' ? 'UNCERTAIN' : 'UNAVAILABLE';
    const fault = kind === 'once' ? 'user' : 'transient';
    expect((await of(name).run(node, params)).failure).toMatchObject({ code: `${prefix}_${code}`, fault });
    of(name).server.answerNext({ status: 503, headers: { 'retry-after': '2' }, body: '' });
    const later = await of(name).run(node, params);
    expect(later.failure).toMatchObject({ code: `${prefix}_UNAVAILABLE`, fault: 'transient', retryAfterMs: 2_000 });
  });

  it('does the same when the answer cannot be read, the connection breaks, or nothing comes', async () => {
    const fault = kind === 'once' ? 'user' : 'transient';
    const coded = (code: string) => (kind === 'once' ? `${prefix}_UNCERTAIN` : code);
    const { server } = of(name);
    server.answerNext({ body: '<html>maintenance' });
    expect((await of(name).run(node, params)).failure).toMatchObject({ code: coded(`${prefix}_BAD_ANSWER`), fault });
    server.answerNext({ reset: true });
    expect((await of(name).run(node, params)).failure).toMatchObject({ code: coded('HTTP_CONNECTION'), fault });
    server.answerNext({ hang: true });
    const slow = await of(name).run(node, params, { http: new HurriedHttp() });
    expect(slow.failure).toMatchObject({ code: coded('HTTP_TIMEOUT'), fault });
  });

  it('tries again when nothing was sent at all', async () => {
    const [type, values] = accounts[name] as [CredentialType, JsonObject];
    const account = testCredential(type, { ...values, baseUrl: closedUrl });
    const { failure } = await of(name).run(node, params, { credentials: { account } });
    expect(failure).toMatchObject({ code: 'HTTP_CONNECTION', fault: 'transient' });
  });

  it('never tries a refusal again, and gives it a code', async () => {
    for (const status of [400, 401, 403, 404, 422]) {
      of(name).server.answerNext({ status, body: {} });
      const { failure } = await of(name).run(node, params);
      expect(failure).toMatchObject({ fault: 'user', details: { status } });
      expect(failure?.code).toMatch(new RegExp(`^${prefix}_(AUTH|FORBIDDEN|NOT_FOUND|INVALID_REQUEST)$`));
    }
  });

  it('wants an account, and tells nothing of its secret', async () => {
    expect((await of(name).run(node, params, { credentials: {} })).failure?.code).toBe('CREDENTIAL_MISSING');
    of(name).server.answerNext({ status: 401, body: {} });
    expect(JSON.stringify(await of(name).run(node, params))).not.toContain('canary');
  });

  it('ends with its run', async () => {
    const signal = new TestSignal();
    of(name).server.answerNext({ hang: true });
    const running = of(name).run(node, params, { signal });
    setImmediate(() => signal.abort());
    await expect(running).rejects.toBe('cancelled');
  });
});

describe.each(Object.entries(accounts))('the account of %s', (name, [type, values]) => {
  it('is tested by a request that the contract knows, and knows a bad answer', async () => {
    const { server, credential } = of(name);
    const http = new LoopbackHttp();
    if (type.probe) {
      expect(
        await type.probe(credential, { http, net: { pin: async (host, port) => ({ host, address: host, port }) } }),
      ).toMatchObject({ ok: true });
    } else {
      const { url = '', method = '', headers = {}, body } = type.test ?? {};
      const filled = fieldText(url, { ...values, baseUrl: server.url });
      await http.request({ method, url: filled, headers, credential, ...(body === undefined ? {} : { body }) });
    }
    expect(server.calls).toMatchObject([{ flaws: [], status: 200 }]);
  });

  it('keeps its secret to itself and to its host', () => {
    const data = credentialTypeData(type);
    expect([data.hostField, data.testable, data.secretFields.length]).toEqual(['baseUrl', true, 1]);
    const credential = testCredential(type, values, { domains: ['a.test'] });
    expect(JSON.stringify(credential.fields)).not.toContain('canary');
    expect(() => credential.authenticate({ method: 'GET', url: 'https://b.test/' })).toThrow('may not be sent');
  });
});

it('a key of Resend that may only send is a good one, others are not', async () => {
  const { server, credential } = of('resend');
  const net = { pin: async (host: string, port: number) => ({ host, address: host, port }) };
  const probe = () => resendCredential.probe?.(credential, { http: new LoopbackHttp(), net });
  server.answerNext({ status: 401, body: { name: 'restricted_api_key' } });
  expect(await probe()).toMatchObject({ ok: true });
  server.answerNext(
    { status: 401, body: { name: 'missing_api_key' } },
    { status: 400, body: {} },
    { status: 500, body: {} },
  );
  for (const message of ['does not accept', 'does not accept', 'does not tell']) {
    expect(await probe()).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  }
});
