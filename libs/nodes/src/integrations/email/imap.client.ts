import { NodeError } from '@millrace/node-sdk';
import type {
  CancelSignal,
  CredentialTestContext,
  CredentialTestResult,
  NetPort,
  ResolvedCredential,
} from '@millrace/node-sdk';
import { ImapFlow } from 'imapflow';
import type { MailboxObject } from 'imapflow';
import { isIP } from 'node:net';
import { imapFailure } from './imap-failure';

/** A mailbox that is open. */
export interface OpenMailbox {
  readonly client: ImapFlow;
  readonly box: MailboxObject;
}

export interface MailboxRequest {
  readonly credential: ResolvedCredential;
  readonly net: NetPort;
  readonly signal?: CancelSignal | undefined;
  /** That of the account when absent. */
  readonly mailbox?: string | undefined;
  /** Whether flags are to be changed. */
  readonly write?: boolean;
}

const CONNECT_MS = 15_000;
const SILENCE_MS = 60_000;
/** A server that says something now and then is left all the same. */
const LONGEST_MS = 120_000;
/** Bytes of the largest mail that is read. */
export const MAX_MAIL_BYTES = 40 * 1024 * 1024;

/**
 * Connects, opens the mailbox, and hangs up when `use` is done: on a connection that stays open some servers do not show
 * new mail to a search.
 * @throws NodeError `IMAP_…`, and those of `net.pin`
 */
export async function withMailbox<T>(request: MailboxRequest, use: (open: OpenMailbox) => Promise<T>): Promise<T> {
  const { credential, net, signal } = request;
  const host = String(credential.fields['host'] ?? '');
  const mailbox = request.mailbox ?? String(credential.fields['mailbox'] ?? 'INBOX');
  const pinned = await net.pin(host, Number(credential.fields['port']), credential);
  const client = clientFor(credential, pinned);
  const stop = (): void => client.close();
  signal?.addEventListener('abort', stop, { once: true });
  const limit = setTimeout(stop, LONGEST_MS);
  try {
    await client.connect();
    const box = await client.mailboxOpen(mailbox, { readOnly: request.write !== true });
    const result = await use({ client, box });
    await client.logout();
    return result;
  } catch (error) {
    throw error instanceof NodeError ? error : imapFailure(error, host, mailbox);
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** Logs in and opens the mailbox, and changes nothing. */
export async function probeImap(
  credential: ResolvedCredential,
  { net }: Pick<CredentialTestContext, 'net'>,
): Promise<CredentialTestResult> {
  const mails = await withMailbox({ credential, net }, async ({ box }) => box.exists);
  const account = String(credential.fields['user']);
  return { ok: true, message: `The server accepted user and password. The mailbox holds ${mails} mails.`, account };
}

function clientFor(credential: ResolvedCredential, { host, address, port }: Awaited<ReturnType<NetPort['pin']>>) {
  const { fields } = credential;
  const isSecure = fields['secure'] !== false;
  const client = new ImapFlow({
    host: address,
    port,
    secure: isSecure,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(!isSecure && fields['requireTls'] !== false ? { doSTARTTLS: true } : {}),
    tls: { rejectUnauthorized: fields['rejectUnauthorized'] !== false },
    auth: { user: String(fields['user'] ?? ''), pass: credential.secret('password') },
    clientInfo: { name: 'Millrace' },
    logger: false,
    disableAutoIdle: true,
    maxLiteralSize: MAX_MAIL_BYTES,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  // What is told here is told by the call that was going on, too.
  client.on('error', () => undefined);
  return client;
}
