import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { NodeError } from '@millrace/node-sdk';
import { TestSignal, testCredential, testNode } from '@millrace/node-sdk/testing';
import type { NodeTrial } from '@millrace/node-sdk/testing';
import type { Wait } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { hasDovecot, startDovecot } from '../../../../testing/dovecot';
import { startImapServer } from '../../../../testing/imap-server';
import type { MemoryImapServer, TestImapServer } from '../../../../testing/imap-server';
import { withReplyToken } from '../../addresses';
import { imapCredential } from '../../imap.credential';
import { waitForReplyNode } from './wait-for-reply.executor';

const NOW = Date.parse('2026-01-15T10:00:00.000Z');
const HOUR = 3_600_000;
let asked = 0;
let messageId: string;

beforeEach(() => {
  asked += 1;
  messageId = `<run-${asked}.node-1@acme.example>`;
});

const mail = (headers: Record<string, string>, body = 'Yes, please.'): string =>
  Object.entries({
    From: 'Bob <bob@example.com>',
    To: 'hello@acme.example',
    Subject: 'Re: Your order',
    Date: 'Thu, 15 Jan 2026 11:00:00 +0100',
    'Message-ID': '<answer@example.com>',
    ...headers,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('') + `\r\n${body}\r\n`;

const answer = (headers: Record<string, string> = {}, body?: string): string =>
  mail({ 'In-Reply-To': messageId, References: messageId, ...headers }, body);

const account = (port: number, values: JsonObject = {}) =>
  testCredential(imapCredential, {
    ...{ host: '127.0.0.1', port, secure: false, requireTls: false, user: 'ada', password: 'secret' },
    ...values,
  });

interface Slept {
  readonly until: string;
  readonly state: JsonObject;
}

/** A node that waits, look by look. */
function waiting(port: number, params: JsonObject = {}, values: JsonObject = {}) {
  const trial = (more: Partial<NodeTrial>): Promise<Awaited<ReturnType<typeof testNode>>> =>
    testNode(waitForReplyNode, {
      params: { messageId, ...params },
      credentials: { account: account(port, values) },
      nowMs: NOW,
      ...more,
    });
  const sleptIn = ({ outcome }: Awaited<ReturnType<typeof testNode>>): Slept => {
    const wait = (outcome.kind === 'suspended' ? outcome.wait : undefined) as Wait | undefined;
    if (wait?.kind !== 'timer') throw new Error(`did not sleep: ${JSON.stringify(outcome)}`);
    return { until: wait.until, state: wait.state as JsonObject };
  };
  return {
    trial,
    run: (more: Partial<NodeTrial> = {}) => trial(more),
    /** Looks for the first time, and sleeps. */
    begin: async (more: Partial<NodeTrial> = {}) => sleptIn(await trial(more)),
    look: (slept: Slept, more: Partial<NodeTrial> = {}) =>
      trial({ nowMs: Date.parse(slept.until), wake: { kind: 'timer', state: slept.state as Json }, ...more }),
    sleptIn,
  };
}

const servers: [string, () => Promise<TestImapServer>][] = [['hoodiecrow', () => startImapServer()]];
if (hasDovecot()) servers.push(['dovecot', startDovecot]);

describe.each(servers)('e-mail: wait for reply, with %s', (_name, start) => {
  let server: TestImapServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  it('sleeps, looks again, and goes on with the answer', async () => {
    const node = waiting(server.port);
    const first = await node.begin();
    expect(first).toMatchObject({
      until: '2026-01-15T10:01:00.000Z',
      state: { deadlineMs: NOW + 72 * HOUR, failures: 0, cursor: { uidNext: expect.any(Number) } },
    });
    const second = node.sleptIn(await node.look(first));
    const uid = await server.deliver(answer({}, 'Yes, please.\r\n\r\nOn Thu, Acme wrote:\r\n> Is this right?'));
    const { main } = await node.look(second);
    expect(main).toEqual({
      from: 'bob@example.com',
      fromName: 'Bob',
      to: ['hello@acme.example'],
      cc: [],
      replyTo: null,
      subject: 'Re: Your order',
      text: 'Yes, please.',
      html: '',
      date: '2026-01-15T10:00:00.000Z',
      messageId: '<answer@example.com>',
      inReplyTo: messageId,
      references: [messageId],
      attachments: [],
      timedOut: false,
    });
    expect(await server.flagsOf(uid)).toContain('\\Seen');
  });

  it('passes over other mails, and looks at none of them twice', async () => {
    const node = waiting(server.port);
    const first = await node.begin();
    await server.deliver(mail({ 'In-Reply-To': '<other@acme.example>' }));
    await server.deliver(mail({ 'Message-ID': messageId, References: messageId }));
    const second = node.sleptIn(await node.look(first));
    const { uidNext } = second.state['cursor'] as { uidNext: number };
    expect(uidNext).toBe((first.state['cursor'] as { uidNext: number }).uidNext + 2);
  });

  it('finds an answer that came before the wait began', async () => {
    await server.deliver(answer(), new Date(NOW));
    expect((await waiting(server.port).run()).main).toMatchObject({ text: 'Yes, please.' });
  });

  it('finds an answer by the thread alone, and by the token in the address alone', async () => {
    const node = waiting(server.port);
    const first = await node.begin();
    await server.deliver(mail({ References: `<a@b> ${messageId}\r\n <c@d>`, Subject: 'By thread' }));
    expect((await node.look(first)).main).toMatchObject({ subject: 'By thread' });
    messageId = `<token-${asked}@acme.example>`;
    const other = waiting(server.port);
    const slept = await other.begin();
    await server.deliver(mail({ To: `<${withReplyToken('hello@acme.example', messageId)}>`, Subject: 'By token' }));
    expect((await other.look(slept)).main).toMatchObject({ subject: 'By token' });
  });

  it('leaves the mail unread when it is told to', async () => {
    const node = waiting(server.port, { markSeen: false });
    const first = await node.begin();
    const uid = await server.deliver(answer());
    expect((await node.look(first)).main).toMatchObject({ timedOut: false });
    expect(await server.flagsOf(uid)).not.toContain('\\Seen');
  });

  it('hands attachments on as files', async () => {
    const node = waiting(server.port);
    const first = await node.begin();
    const parts = [
      '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>See &amp; sign</p>',
      '--b\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment; filename="a.pdf"\r\n' +
        'Content-Transfer-Encoding: base64\r\n\r\nAP8B\r\n--b--',
    ];
    await server.deliver(answer({ 'Content-Type': 'multipart/mixed; boundary=b' }, parts.join('\r\n')));
    expect((await node.look(first)).main).toMatchObject({
      text: 'See & sign',
      html: expect.stringContaining('See &amp; sign'),
      attachments: [{ fileName: 'a.pdf', mimeType: 'application/pdf', bytes: 3, base64: 'AP8B' }],
    });
  });

  it('tells a wrong password and a missing mailbox at once', async () => {
    const wrong = await waiting(server.port, {}, { password: 'wrong' }).run();
    expect(wrong.failure).toMatchObject({ code: 'IMAP_AUTH', fault: 'user' });
    const missing = await waiting(server.port, { mailbox: 'Nowhere' }).run();
    expect(missing.failure).toMatchObject({ code: 'IMAP_MAILBOX', fault: 'user' });
  });
});

describe('e-mail: wait for reply', () => {
  let server: MemoryImapServer;
  beforeAll(async () => {
    server = await startImapServer();
  });
  afterAll(() => server.stop());

  it('goes on at the port timeout when nobody answered', async () => {
    const node = waiting(server.port, { timeoutHours: 0.01 });
    const first = await node.begin();
    expect(first.until).toBe('2026-01-15T10:00:36.000Z');
    const { outcome } = await node.look(first);
    expect(outcome).toEqual({
      kind: 'output',
      ports: { timeout: { timedOut: true, messageId, waitedHours: 0.01 } },
    });
  });

  it('takes an answer that is there when time is up', async () => {
    const node = waiting(server.port, { timeoutHours: 0.01 });
    const first = await node.begin();
    await server.deliver(answer());
    expect((await node.look(first)).main).toMatchObject({ timedOut: false });
  });

  it('takes answers only from whom it is told', async () => {
    const [person, domain] = [waiting(server.port, { from: 'Ann <ann@EXAMPLE.org>' }), { from: '@example.org' }];
    const first = await person.begin();
    await server.deliver(answer());
    const second = person.sleptIn(await person.look(first));
    await server.deliver(answer({ From: '"Ann, A." <Ann@example.org>', Subject: 'From Ann' }));
    expect((await person.look(second)).main).toMatchObject({ subject: 'From Ann' });
    expect((await waiting(server.port, domain).look(second)).main).toMatchObject({ subject: 'From Ann' });
  });

  it.each<Record<string, string>>([
    { 'Auto-Submitted': 'auto-replied' },
    { 'X-Autoreply': 'yes' },
    { Precedence: 'auto_reply' },
  ])('passes over an automatic answer: %j', async (headers) => {
    const node = waiting(server.port);
    const first = await node.begin();
    await server.deliver(answer(headers));
    node.sleptIn(await node.look(first));
    expect((await waiting(server.port, { ignoreAutomatic: false }).look(first)).main).toMatchObject({
      timedOut: false,
    });
  });

  it('finds the answer when the server has numbered its mails anew', async () => {
    await server.deliver(mail({}));
    const node = waiting(server.port);
    const first = await node.begin();
    await server.deliver(answer({}), new Date(NOW + HOUR));
    server.renumber();
    expect((await node.look(first)).main).toMatchObject({ timedOut: false });
  });

  it('keeps its wait while the server is away, and past the end of the wait', async () => {
    const gone = await startImapServer();
    const node = waiting(gone.port, { timeoutHours: 1 });
    const first = await node.begin();
    await gone.stop();
    const result = await node.look(first);
    const second = node.sleptIn(result);
    expect(result.logs).toMatchObject([{ level: 'warn', fields: { code: 'IMAP_CONNECTION' } }]);
    expect(second.state).toEqual({ ...first.state, failures: 1 });
    const late = node.sleptIn(await node.look(second, { nowMs: NOW + 2 * HOUR }));
    expect(late.until).toBe('2026-01-15T12:01:00.000Z');
    const { failure } = await node.look(second, { nowMs: NOW + 26 * HOUR });
    expect(failure).toMatchObject({ code: 'IMAP_CONNECTION', fault: 'transient' });
  });

  it('keeps its wait when a server takes the connection and says nothing', async () => {
    const node = waiting(server.port);
    const first = await node.begin();
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    silent.on('connection', (socket) => setTimeout(() => socket.destroy(), 50));
    const { port } = silent.address() as AddressInfo;
    const slept = node.sleptIn(await waiting(port).look(first));
    expect(slept.state).toEqual({ ...first.state, failures: 1 });
    await new Promise((resolve) => silent.close(resolve));
  });

  it('begins to wait though the server is away, and then finds what came since the run started', async () => {
    const node = waiting(1);
    const first = await node.begin();
    expect(first.state['cursor']).toBeUndefined();
    await server.deliver(answer(), new Date(NOW));
    expect((await waiting(server.port).look(first)).main).toMatchObject({ timedOut: false });
  });

  it('gives up after five refusals in a row, not after one', async () => {
    const first = await waiting(server.port).begin();
    const refused = waiting(server.port, {}, { password: 'changed' });
    let slept = first;
    for (let times = 1; times < 5; times += 1) slept = refused.sleptIn(await refused.look(slept));
    expect((await refused.look(slept)).failure?.code).toBe('IMAP_AUTH');
    const again = waiting(server.port).sleptIn(await waiting(server.port).look(slept));
    expect(again.state['failures']).toBe(0);
  });

  it('looks less often the longer it waits', async () => {
    const node = waiting(server.port, { timeoutHours: 2_000, pollIntervalSeconds: '30' });
    const first = await node.begin();
    expect(first.until).toBe('2026-01-15T10:00:30.000Z');
    const later = node.sleptIn(await node.look(first, { nowMs: NOW + 1_000 * HOUR }));
    expect(Date.parse(later.until) - NOW - 1_000 * HOUR).toBe(2 * HOUR);
  });

  it('hangs up after every look', async () => {
    const before = server.connections();
    const node = waiting(server.port);
    await node.look(await node.begin());
    expect(server.connections() - before).toBe(2);
  });

  it('encrypts, and checks the certificate', async () => {
    for (const options of [{ secure: true }, { startTls: true }]) {
      const other = await startImapServer(options);
      const values = { secure: 'secure' in options, requireTls: true };
      const { failure } = await waiting(other.port, {}, values).run();
      expect(failure).toMatchObject({ code: 'IMAP_TLS', fault: 'user' });
      await waiting(other.port, {}, { ...values, rejectUnauthorized: false }).begin();
      await other.stop();
    }
    const { failure } = await waiting(server.port, {}, { requireTls: true }).run();
    expect(failure).toMatchObject({ code: 'IMAP_TLS', fault: 'user' });
    const { failure: plain } = await waiting(server.port, {}, { secure: true }).run();
    expect(plain).toMatchObject({ code: 'IMAP_TLS', message: expect.stringContaining('TLS from the first byte') });
  });

  it('goes only where the network rules allow', async () => {
    const blocked = { code: 'NET_BLOCKED_ADDRESS', fault: 'user', message: 'no' } as const;
    const net = { pin: async () => Promise.reject(new NodeError(blocked)) };
    expect((await waiting(server.port).run({ net })).failure).toEqual(blocked);
  });

  it('asks for an account, and stops when it is told to', async () => {
    expect((await waiting(server.port).run({ credentials: {} })).failure?.code).toBe('CREDENTIAL_MISSING');
    const signal = new TestSignal();
    const net = {
      pin: async (host: string, port: number) => {
        setImmediate(() => signal.abort());
        return { host, address: host, port };
      },
    };
    expect((await waiting(server.port).run({ signal, net })).failure?.code).toBe('IMAP_CONNECTION');
  });

  it.each<JsonObject>([{ messageId: 'abc' }, { from: 'bob' }, { timeoutHours: 0 }, { pollIntervalSeconds: 1 }])(
    'refuses %j',
    async (params) => {
      expect((await waiting(server.port, params).run()).failure?.code).toBe('INVALID_PARAMS');
    },
  );

  it('has an account that can be tried', async () => {
    const net = { pin: async (host: string, port: number) => ({ host, address: host, port }) };
    const http = { request: () => Promise.reject(new Error()), stream: () => Promise.reject(new Error()) };
    const probe = (values: JsonObject) => imapCredential.probe?.(account(server.port, values), { net, http });
    expect(await probe({})).toMatchObject({ ok: true, account: 'ada' });
    await expect(probe({ mailbox: 'Nowhere' })).rejects.toMatchObject({ failure: { code: 'IMAP_MAILBOX' } });
  });
});
