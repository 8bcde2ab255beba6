import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { NodeError } from '@millrace/node-sdk';
import { TestSignal, testCredential, testNode } from '@millrace/node-sdk/testing';
import type { NodeTrial } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import PostalMime from 'postal-mime';
import { startSmtpServer } from '../../../../testing/smtp-server';
import type { TestSmtpServer } from '../../../../testing/smtp-server';
import { replyToken } from '../../addresses';
import { smtpCredential } from '../../smtp.credential';
import { sendNode } from './send.executor';

const ID = '<execution-1.node-1@acme.example>';
const mail = { to: ['bob@example.com'], subject: 'Your order', text: 'It is on its way.' };
let server: TestSmtpServer;

beforeAll(async () => {
  server = await startSmtpServer();
});
beforeEach(() => {
  server.taken.length = 0;
  server.refuse({});
});
afterAll(() => server.stop());

const account = (values: JsonObject = {}) =>
  testCredential(smtpCredential, {
    host: '127.0.0.1',
    port: server.port,
    requireTls: false,
    user: 'ada',
    password: 'secret',
    from: 'Acme <hello@acme.example>',
    ...values,
  });

const send = (params: JsonObject, values: JsonObject = {}, trial: Partial<NodeTrial> = {}) =>
  testNode(sendNode, { params: { ...mail, ...params }, credentials: { account: account(values) }, ...trial });

const read = async (index = 0) => PostalMime.parse(server.taken[index]?.source ?? '');

describe('e-mail: send', () => {
  it('hands the mail to the server of the account', async () => {
    const { main } = await send({ html: '<p>It is on its <b>way</b>.</p>', subject: 'Größe ✓' });
    expect(main).toEqual({
      messageId: ID,
      accepted: ['bob@example.com'],
      rejected: [],
      response: expect.stringContaining('250'),
      replyTo: null,
    });
    expect(await read()).toMatchObject({
      messageId: ID,
      subject: 'Größe ✓',
      from: { name: 'Acme', address: 'hello@acme.example' },
      to: [{ address: 'bob@example.com' }],
      text: expect.stringContaining('It is on its way.'),
      html: expect.stringContaining('<b>way</b>'),
    });
    expect(server.taken[0]?.from).toBe('hello@acme.example');
  });

  it('is the same message in every attempt', async () => {
    await send({});
    await send({}, {}, { attempt: 2 });
    expect((await read(0)).messageId).toBe((await read(1)).messageId);
  });

  it('takes recipients as text, with names that hold commas', async () => {
    const to = '"Doe, Jane" <jane@example.com>, bob@example.com';
    await send({ to, cc: 'carol@example.com', bcc: ['eve@example.com'] });
    expect(server.taken[0]?.to).toEqual([
      'jane@example.com',
      'bob@example.com',
      'carol@example.com',
      'eve@example.com',
    ]);
    expect(server.taken[0]?.source).not.toMatch(/eve@/);
    expect((await read()).to).toMatchObject([{ name: 'Doe, Jane' }, { address: 'bob@example.com' }]);
  });

  it('attaches files of other nodes', async () => {
    const base64 = Buffer.from([0, 255, 1]).toString('base64');
    const file = { fileName: 'Größe.pdf', mimeType: 'application/pdf', bytes: 3, base64 };
    await send({ attachments: '{{ Fetch.files }}' }, {}, { nodes: { Fetch: { files: [file] } } });
    const [attached] = (await read()).attachments;
    expect(attached).toMatchObject({ filename: 'Größe.pdf', mimeType: 'application/pdf' });
    expect(Buffer.from(attached?.content as ArrayBuffer)).toEqual(Buffer.from([0, 255, 1]));
  });

  it('answers a mail within its thread', async () => {
    await send({ inReplyTo: '<a@x.example>' });
    expect(await read()).toMatchObject({ inReplyTo: '<a@x.example>', references: '<a@x.example>' });
    await send({ inReplyTo: '<b@x.example>', references: '<a@x.example> <b@x.example>' });
    expect(await read(1)).toMatchObject({ references: '<a@x.example> <b@x.example>' });
  });

  it('puts a token into the address for answers', async () => {
    const { main } = await send({ replyToken: true, replyTo: 'Team <team@acme.example>' });
    const expected = `team+${replyToken(ID)}@acme.example`;
    expect(main).toMatchObject({ replyTo: expected });
    expect((await read()).replyTo).toMatchObject([{ address: expected }]);
    await send({ replyToken: true });
    expect((await read(1)).replyTo).toMatchObject([{ address: `hello+${replyToken(ID)}@acme.example` }]);
  });

  it('cannot be told to add headers or recipients, or to read files', async () => {
    await send({ subject: 'Hello\r\nBcc: eve@example.com', html: '<img src="file:///etc/passwd">' });
    expect(server.taken[0]?.source).not.toMatch(/^Bcc:/m);
    expect(server.taken[0]?.to).toEqual(['bob@example.com']);
    const bad = await send({ to: ['bob@example.com\r\nRCPT TO:<eve@example.com>'] });
    expect(bad.failure?.code).toBe('INVALID_PARAMS');
  });

  it.each<[JsonObject, string]>([
    [{ to: [] }, 'name at least one recipient'],
    [{ to: ['bob'] }, 'must be an e-mail address'],
    [{ text: '' }, 'write a text, or HTML'],
    [{ inReplyTo: 'abc' }, 'must be a Message-ID'],
    [{ attachments: [{ fileName: 'a', base64: '***' }] }, 'whose "base64" is none'],
    [{ attachments: [{ fileName: 'a', base64: 'A'.repeat(36_000_000) }] }, 'Send a link instead'],
  ])('refuses %#', async (params, message) => {
    const { failure } = await send(params);
    expect(failure).toMatchObject({ code: 'INVALID_PARAMS', fault: 'user', message: expect.stringContaining(message) });
    expect(server.taken).toEqual([]);
  });

  it('asks for a sender and for an account', async () => {
    expect((await send({}, { from: '' })).failure?.message).toContain('names no sender');
    expect((await send({ from: 'me@b.example' }, { from: '' })).main).toMatchObject({
      messageId: '<execution-1.node-1@b.example>',
    });
    expect((await testNode(sendNode, { params: mail })).failure?.code).toBe('CREDENTIAL_MISSING');
  });
});

describe('what can go wrong with a mail server', () => {
  it('does not try again with a wrong password', async () => {
    const { failure } = await send({}, { password: 'wrong' });
    expect(failure).toMatchObject({ code: 'SMTP_AUTH', fault: 'user', details: { status: 535 } });
    expect(JSON.stringify(failure)).not.toContain('wrong"');
  });

  it.each([
    [{ data: 451 }, 'SMTP_TRY_LATER', 'transient'],
    [{ data: 554 }, 'SMTP_REFUSED', 'user'],
    [{ 'bob@example.com': 450 }, 'SMTP_TRY_LATER', 'transient'],
    [{ 'bob@example.com': 550 }, 'SMTP_REFUSED', 'user'],
  ])('tries again after 4xx and not after 5xx: %j', async (refusals, code, fault) => {
    server.refuse(refusals as unknown as Record<string, number>);
    const { failure } = await send({});
    expect(failure).toMatchObject({ code, fault, message: expect.stringContaining('It says: ') });
  });

  it('tries again when the log in is put off', async () => {
    server.refuse({ auth: 454 });
    expect((await send({}, { password: 'wrong' })).failure).toMatchObject({ code: 'SMTP_TRY_LATER' });
  });

  it('tells which recipients were refused when others were not', async () => {
    server.refuse({ 'eve@example.com': 550 });
    const result = await send({ to: ['bob@example.com', 'eve@example.com'] });
    expect(result.main).toMatchObject({ accepted: ['bob@example.com'], rejected: ['eve@example.com'] });
    expect(result.logs).toMatchObject([{ level: 'warn' }]);
  });

  it('insists on encryption unless it is told not to', async () => {
    expect((await send({}, { requireTls: true })).failure).toMatchObject({ code: 'SMTP_TLS', fault: 'user' });
    expect(server.taken).toEqual([]);
  });

  it('encrypts after the first line, and checks the certificate', async () => {
    const other = await startSmtpServer({ disabledCommands: [] });
    const values = { port: other.port, requireTls: true };
    expect((await send({}, values)).failure).toMatchObject({ code: 'SMTP_TLS', fault: 'user' });
    await send({}, { ...values, rejectUnauthorized: false });
    expect(other.taken).toMatchObject([{ isEncrypted: true }]);
    await other.stop();
  });

  it('encrypts from the first byte, and tells when the server does not', async () => {
    const other = await startSmtpServer({ secure: true });
    await send({}, { port: other.port, secure: true, rejectUnauthorized: false });
    expect(other.taken).toHaveLength(1);
    await other.stop();
    const { failure } = await send({}, { secure: true, rejectUnauthorized: false });
    expect(failure).toMatchObject({ code: 'SMTP_TLS', message: expect.stringContaining('TLS from the first byte') });
  });

  it('tries again when nobody answers', async () => {
    expect((await send({}, { port: 1 })).failure).toMatchObject({ code: 'SMTP_CONNECTION', fault: 'transient' });
  });

  it('goes only where the network rules allow, to the address that they saw', async () => {
    const blocked = { code: 'NET_BLOCKED_ADDRESS', fault: 'user', message: 'no' } as const;
    const refuses = { pin: async () => Promise.reject(new NodeError(blocked)) };
    expect((await send({}, {}, { net: refuses })).failure).toEqual(blocked);
    const pinned = { pin: async (host: string, port: number) => ({ host, address: '127.0.0.1', port }) };
    expect((await send({}, { host: 'mail.acme.example' }, { net: pinned })).main).toMatchObject({ messageId: ID });
  });

  it('hangs up when it is told to stop', async () => {
    const signal = new TestSignal();
    const sockets: Socket[] = [];
    const silent = createServer((socket) => {
      sockets.push(socket);
      signal.abort();
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    expect((await send({}, { port }, { signal })).failure?.code).toBe('SMTP_CONNECTION');
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });
});

describe('the account', () => {
  const net = { pin: async (host: string, port: number) => ({ host, address: host, port }) };
  const http = { request: () => Promise.reject(new Error()), stream: () => Promise.reject(new Error()) };
  const probe = (values: JsonObject) => smtpCredential.probe?.(account(values), { net, http });

  it('is tried without sending anything', async () => {
    expect(await probe({})).toMatchObject({ ok: true, account: 'ada' });
    expect(await probe({ user: '' })).toMatchObject({ ok: true });
    await expect(probe({ password: 'wrong' })).rejects.toMatchObject({ failure: { code: 'SMTP_AUTH' } });
    expect(server.taken).toEqual([]);
  });

  it.each([{ host: 'http://x' }, { host: 'a b' }, { host: '' }, { port: 0 }, { port: 70_000 }, { from: 'nobody' }])(
    'is refused with %j',
    (values) => {
      expect(smtpCredential.fields.safeParse({ host: 'h', ...values }).success).toBe(false);
    },
  );
});
