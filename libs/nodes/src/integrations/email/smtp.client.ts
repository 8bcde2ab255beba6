import { NodeError } from '@millrace/node-sdk';
import type {
  CancelSignal,
  CredentialTestContext,
  CredentialTestResult,
  NetPort,
  ResolvedCredential,
} from '@millrace/node-sdk';
import type { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { openSocket } from '../../shared/open-socket';
import { smtpFailure } from './smtp-failure';

/** What the server said to a mail. */
export interface SentMail {
  readonly messageId: string;
  readonly accepted: string[];
  readonly rejected: string[];
  readonly response: string;
}

/** A mail as nodemailer takes it, without what would read files or pages. */
export type MailDraft = Omit<SMTPTransport.Options, 'disableFileAccess' | 'disableUrlAccess'>;

interface Line {
  readonly net: NetPort;
  readonly signal?: CancelSignal;
}

const CONNECT_MS = 15_000;
const SILENCE_MS = 45_000;

/** Hands a mail to the server. @throws NodeError `SMTP_…`, and those of `net.pin` */
export async function sendMail(credential: ResolvedCredential, line: Line, draft: MailDraft): Promise<SentMail> {
  return withTransport(credential, line, async (transport) => {
    const sent = await transport.sendMail({ ...draft, disableFileAccess: true, disableUrlAccess: true });
    const { messageId, response } = sent;
    return { messageId, accepted: addressesOf(sent.accepted), rejected: addressesOf(sent.rejected), response };
  });
}

/** Connects and logs in, without a mail. */
export async function probeSmtp(
  credential: ResolvedCredential,
  { net }: Pick<CredentialTestContext, 'net'>,
): Promise<CredentialTestResult> {
  await withTransport(credential, { net }, (transport) => transport.verify());
  const user = String(credential.fields['user'] ?? '');
  if (user === '') return { ok: true, message: 'The server takes mail from this computer without a user.' };
  return { ok: true, message: 'The server accepted user and password.', account: user };
}

/** A connection to the address that was checked; certificates are compared with the name. */
async function withTransport<T>(
  credential: ResolvedCredential,
  { net, signal }: Line,
  use: (transport: ReturnType<typeof transportOver>) => Promise<T>,
): Promise<T> {
  const host = String(credential.fields['host'] ?? '');
  const pinned = await net.pin(host, Number(credential.fields['port']), credential);
  let socket: Socket | undefined;
  const stop = (): void => void socket?.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  const transport = transportOver(credential, pinned.host, async () => {
    socket = await openSocket(pinned.address, pinned.port, CONNECT_MS);
    if (signal?.aborted) stop();
    return socket;
  });
  try {
    return await use(transport);
  } catch (error) {
    throw error instanceof NodeError ? error : smtpFailure(error, host);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

function transportOver(credential: ResolvedCredential, host: string, open: () => Promise<Socket>) {
  const { fields } = credential;
  const user = String(fields['user'] ?? '');
  const isSecure = fields['secure'] === true;
  const options: SMTPTransport.Options = {
    host,
    port: Number(fields['port']),
    secure: isSecure,
    requireTLS: !isSecure && fields['requireTls'] !== false,
    tls: { rejectUnauthorized: fields['rejectUnauthorized'] !== false },
    ...(user === '' ? {} : { auth: { user, pass: credential.secret('password') } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: (_options, done) => {
      open().then(
        (connection) => done(null, { connection }),
        (error: Error) => done(error, false),
      );
    },
  };
  return createTransport(options);
}

function addressesOf(list: readonly (string | { address: string })[]): string[] {
  return list.map((entry) => (typeof entry === 'string' ? entry : entry.address));
}
