import type { PollContext } from '@millrace/node-sdk';
import { RecordingHttp, TestSignal, testCredential, testNode } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { hasDovecot, startDovecot } from '../../../../testing/dovecot';
import { startImapServer } from '../../../../testing/imap-server';
import type { MemoryImapServer, TestImapServer } from '../../../../testing/imap-server';
import { imapCredential } from '../../imap.credential';
import { mailPolling } from '../../mail-polling';
import { triggerNode } from './trigger.executor';

const NOW = Date.parse('2026-01-15T10:00:00.000Z');

const mail = (subject: string, headers = ''): string =>
  `From: Bob <bob@example.com>\r\nTo: hello@acme.example\r\nSubject: ${subject}\r\n${headers}\r\nHi.\r\n`;

const ctx = (port: number, rawParams: JsonObject = {}, nowMs = NOW): PollContext => ({
  http: new RecordingHttp(),
  net: { pin: async (host, onPort) => ({ host, address: host, port: onPort }) },
  signal: new TestSignal(),
  nowMs,
  credential: async () =>
    testCredential(imapCredential, {
      ...{ host: '127.0.0.1', port, secure: false, requireTls: false, user: 'ada', password: 'secret' },
    }),
  rawParams,
});

const subjects = (items: readonly { payload: Json }[]) =>
  items.map(({ payload }) => (payload as JsonObject)['subject']);

const servers: [string, () => Promise<TestImapServer>][] = [['hoodiecrow', () => startImapServer()]];
if (hasDovecot()) servers.push(['dovecot', startDovecot]);

describe.each(servers)('e-mail trigger, with %s', (_name, start) => {
  let server: TestImapServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  it('finds what came since the last look, once, and nothing that was there before', async () => {
    await server.deliver(mail('Old'));
    const first = await mailPolling.poll(ctx(server.port), undefined);
    expect(first).toMatchObject({ items: [] });
    const uid = await server.deliver(mail('New', 'Message-ID: <new@example.com>\r\n'));
    await server.deliver(mail('Newer'));
    const second = await mailPolling.poll(ctx(server.port), first.cursor);
    expect(subjects(second.items)).toEqual(['New', 'Newer']);
    expect(second.items[0]).toMatchObject({
      key: expect.stringMatching(new RegExp(`^\\d+:${uid}$`)),
      payload: { from: 'bob@example.com', text: 'Hi.', messageId: '<new@example.com>', uid },
    });
    expect((await mailPolling.poll(ctx(server.port), second.cursor)).items).toEqual([]);
    expect(await server.flagsOf(uid)).not.toContain('\\Seen');
    const again = await mailPolling.poll(ctx(server.port), first.cursor);
    expect(again.items.map(({ key }) => key)).toEqual(second.items.map(({ key }) => key));
  });

  it('takes what it is told to take, and marks that as read', async () => {
    const first = await mailPolling.poll(ctx(server.port), undefined);
    const uid = await server.deliver(mail('Your ORDER 7'));
    await server.deliver(mail('Hello'));
    await server.deliver(mail('Order away', 'Auto-Submitted: auto-replied\r\n'));
    const params = { from: '@example.com', subject: 'order', ignoreAutomatic: true, markSeen: true };
    const { items } = await mailPolling.poll(ctx(server.port, params), first.cursor);
    expect(subjects(items)).toEqual(['Your ORDER 7']);
    expect(await server.flagsOf(uid)).toContain('\\Seen');
    expect((await mailPolling.poll(ctx(server.port, { from: 'ann@example.com' }), first.cursor)).items).toEqual([]);
  });
});

describe('e-mail trigger', () => {
  let server: MemoryImapServer;
  beforeAll(async () => {
    server = await startImapServer();
  });
  afterAll(() => server.stop());

  it('takes a few at a time, and says that there are more', async () => {
    let { cursor } = await mailPolling.poll(ctx(server.port), undefined);
    for (let index = 0; index < 25; index += 1) await server.deliver(mail(`Mail ${index}`));
    const found: unknown[] = [];
    const looks: boolean[] = [];
    for (let more = true; more;) {
      const answer = await mailPolling.poll(ctx(server.port), cursor);
      found.push(...subjects(answer.items));
      more = answer.more === true;
      looks.push(more);
      cursor = answer.cursor;
    }
    expect(found).toEqual(Array.from({ length: 25 }, (_, index) => `Mail ${index}`));
    expect(looks).toEqual([true, true, false]);
  });

  it('finds only what is new when the server has numbered its mails anew', async () => {
    const other = await startImapServer();
    await other.deliver(mail('Before'), new Date(NOW - 1_000));
    const first = await mailPolling.poll(ctx(other.port), undefined);
    for (let index = 0; index < 12; index += 1) await other.deliver(mail(`After ${index}`), new Date(NOW + 1_000));
    other.renumber();
    const second = await mailPolling.poll(ctx(other.port, {}, NOW + 60_000), first.cursor);
    const third = await mailPolling.poll(ctx(other.port, {}, NOW + 60_000), second.cursor);
    const found = [...subjects(second.items), ...subjects(third.items)];
    expect(found.filter((subject) => String(subject).startsWith('After'))).toHaveLength(12);
    expect(found).not.toContain('Before');
    expect([second.more, third.more]).toEqual([true, false]);
    await other.stop();
  });

  it('only names attachments when it is told to', async () => {
    const first = await mailPolling.poll(ctx(server.port), undefined);
    const type = 'Content-Type: text/csv\r\nContent-Disposition: attachment; filename=a.csv\r\n';
    await server.deliver(mail('File', type));
    const { items } = await mailPolling.poll(ctx(server.port, { attachments: false }), first.cursor);
    const [file] = (items[0]?.payload as { attachments: JsonObject[] }).attachments;
    expect(file).toMatchObject({ fileName: 'a.csv' });
    expect(file).not.toHaveProperty('base64');
  });

  it('fails when the server is away or no account was chosen', async () => {
    await expect(mailPolling.poll(ctx(1), undefined)).rejects.toMatchObject({ failure: { code: 'IMAP_CONNECTION' } });
    const none = { ...ctx(server.port), credential: async () => undefined };
    await expect(mailPolling.poll(none, undefined)).rejects.toMatchObject({ failure: { code: 'CREDENTIAL_MISSING' } });
  });

  it('says how often to look, and hands on what was found', async () => {
    expect(mailPolling.everySeconds({})).toBe(60);
    expect(mailPolling.everySeconds({ pollIntervalSeconds: 30 })).toBe(30);
    const trigger = { subject: '{{ hi }}' };
    expect((await testNode(triggerNode, { trigger })).main).toEqual(trigger);
  });
});
