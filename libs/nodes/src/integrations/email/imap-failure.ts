import { NodeError } from '@millrace/node-sdk';
import type { Fault } from '@millrace/node-sdk';
import type { ImapFlowError } from 'imapflow';

const LONGEST_TOLD = 300;
const TLS_TROUBLE = /certificate|self.signed|altname|hostname\/ip|wrong version number|ssl routines|starttls/i;
/** Response codes of RFC 5530 that pass by themselves. */
const PASSING = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'ALERT']);

/** A failure of reading a mailbox, with what the server said. */
export function imapFailure(thrown: unknown, host: string, mailbox: string): NodeError {
  const error = thrown as ImapFlowError;
  const told = (error.responseText ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TOLD);
  const [code, fault, advice] = verdictOn(error, mailbox);
  const message = `${host} ${advice}${told === '' ? '' : ` It says: ${told}`}`;
  return new NodeError({ code, fault, message }, { cause: thrown });
}

function verdictOn(error: ImapFlowError, mailbox: string): [string, Fault, string] {
  const passes = PASSING.has(error.serverResponseCode ?? '');
  if (error.authenticationFailed === true && !passes) {
    return ['IMAP_AUTH', 'user', 'does not accept user and password. Enter them again in the credential.'];
  }
  if (TLS_TROUBLE.test(error.message)) return ['IMAP_TLS', 'user', tlsAdvice(error.message)];
  if (error.mailboxMissing === true || (isRefusedMailbox(error) && !passes)) {
    return ['IMAP_MAILBOX', 'user', `has no mailbox "${mailbox}". Give its whole name, such as INBOX/Orders.`];
  }
  if (error.code === 'LiteralTooLarge' || error.code === 'ResponseTooLarge') {
    return ['IMAP_TOO_LARGE', 'user', 'has a mail that is too large to be read.'];
  }
  return ['IMAP_CONNECTION', 'transient', `cannot be reached, or does not answer now (${error.code ?? 'no answer'}).`];
}

function isRefusedMailbox({ serverResponseCode, responseStatus, executedCommand = '' }: ImapFlowError): boolean {
  if (serverResponseCode === 'NONEXISTENT') return true;
  return (responseStatus === 'NO' || responseStatus === 'BAD') && /^\S+ (?:SELECT|EXAMINE)\b/i.test(executedCommand);
}

function tlsAdvice(message: string): string {
  if (/wrong version number|ssl routines/i.test(message)) {
    return 'does not speak TLS from the first byte. Turn that off in the credential, or use port 993.';
  }
  if (/starttls/i.test(message)) {
    return 'cannot encrypt the connection. Use port 993 with TLS from the first byte, or another server.';
  }
  return 'shows a certificate that is not good for this name. Check the name of the server in the credential.';
}
