import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { until } from '@millrace/e2e-kit';

/** A real mail server on this machine that keeps what it takes. */
export class Mailbox {
  readonly #mails: string[] = [];
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        this.#mails.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });

  private constructor() {}

  static async start(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((resolve) => mailbox.#server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  /** For `MAIL_URL`. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** Mails to an address so far. */
  mailsTo(address: string): readonly string[] {
    return this.#mails.filter((mail) => new RegExp(`^To: ${address}`, 'm').test(mail));
  }

  /** Waits for a mail to this address with a link below `path`; answers the path of the link. */
  async linkTo(address: string, path: string): Promise<string> {
    const pattern = new RegExp(`https?://[^/\\s]+(${path}/[\\w-]+)`);
    const found = (): string | undefined =>
      this.mailsTo(address)
        .map((mail) => pattern.exec(mail.replaceAll('=\r\n', ''))?.[1])
        .find((link) => link !== undefined);
    await until(`a mail to ${address} with a link to ${path}`, async () => found() !== undefined, 10_000);
    return found() as string;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
