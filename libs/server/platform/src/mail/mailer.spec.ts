import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Logger } from '../logging/logger';
import { Mailer } from './mailer';

/** A real SMTP server on this machine that keeps what it takes; the first `refusals` mails are put off. */
async function startServer(refusals: { times: number; code: number } = { times: 0, code: 0 }) {
  const taken: string[] = [];
  let attempts = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      attempts += 1;
      if (attempts > refusals.times) return done();
      done(Object.assign(new Error('not now'), { responseCode: refusals.code }));
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, taken, stop, attempts: () => attempts };
}

const mailerOf = (url: string | null, pausesMs: readonly number[] = []): Mailer =>
  new Mailer({ url, from: 'Millrace <millrace@example.com>', logger: Logger.silent(), pausesMs });
const mail = { to: 'ada@example.com', subject: 'A new password', text: 'https://millrace.example/reset' };

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

describe('the mailer', () => {
  it('hands a mail to the server, with sender, subject and text', async () => {
    const server = await startServer();
    const mailer = mailerOf(server.url);
    expect(mailer.isConfigured).toBe(true);
    mailer.send(mail);
    await mailer.stop();
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]).toMatch(/From: Millrace <millrace@example.com>/);
    expect(server.taken[0]).toMatch(/To: ada@example.com/);
    expect(server.taken[0]).toMatch(/https:\/\/millrace.example\/reset/);
    await server.stop();
  });

  it('tries again when the server puts it off', async () => {
    const server = await startServer({ times: 2, code: 451 });
    const mailer = mailerOf(server.url, [1, 1, 1]);
    mailer.send(mail);
    await until(() => server.taken.length === 1);
    expect(server.attempts()).toBe(3);
    await mailer.stop();
    await server.stop();
  });

  it('does not try again when the server refuses for good', async () => {
    const server = await startServer({ times: 9, code: 550 });
    const mailer = mailerOf(server.url, [1, 1]);
    mailer.send(mail);
    await mailer.stop();
    expect(server.attempts()).toBe(1);
    await server.stop();
  });

  it('never fails its caller, and stops at once while it waits for another attempt', async () => {
    const mailer = mailerOf('smtp://127.0.0.1:1', [3_600_000]);
    mailer.send(mail);
    await mailer.stop();
  });

  it('cannot be told to add recipients or headers', async () => {
    const server = await startServer();
    const mailer = mailerOf(server.url);
    mailer.send({ ...mail, subject: 'Hello\r\nBcc: eve@example.com' });
    await mailer.stop();
    expect(server.taken[0]).not.toMatch(/^Bcc:/m);
    await server.stop();
  });

  it('sends nothing without a server', async () => {
    const mailer = mailerOf(null);
    expect(mailer.isConfigured).toBe(false);
    mailer.send(mail);
    await mailer.stop();
  });
});
