import { NodeError } from '@millrace/node-sdk';
import type { Fault } from '@millrace/node-sdk';

/** What nodemailer tells about a failure. */
interface SmtpError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
  readonly message: string;
}

const LONGEST_TOLD = 300;
const TLS_TROUBLE = /certificate|self.signed|altname|hostname\/ip|wrong version number|ssl routines|starttls|tls/i;

/** A failure of sending, with what the server said. */
export function smtpFailure(thrown: unknown, host: string): NodeError {
  const error = thrown as SmtpError;
  const { responseCode } = error;
  const status = typeof responseCode === 'number' ? responseCode : undefined;
  const told = (error.response ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TOLD);
  const [code, fault, advice] = verdictOn(error, status);
  return new NodeError(
    {
      code,
      fault,
      message: `${host} ${advice}${told === '' ? '' : ` It says: ${told}`}`,
      ...(status === undefined ? {} : { details: { status, command: error.command ?? null } }),
    },
    { cause: thrown },
  );
}

function verdictOn(error: SmtpError, status: number | undefined): [string, Fault, string] {
  if (status !== undefined && status < 500) {
    return ['SMTP_TRY_LATER', 'transient', 'does not take the mail at the moment.'];
  }
  if (error.code === 'EAUTH' || error.code === 'ENOAUTH') {
    return ['SMTP_AUTH', 'user', 'does not accept user and password. Enter them again in the credential.'];
  }
  if (error.code === 'ETLS' || TLS_TROUBLE.test(error.message)) return ['SMTP_TLS', 'user', tlsAdvice(error.message)];
  if (status !== undefined) return ['SMTP_REFUSED', 'user', 'refuses the mail. Check sender, recipients and contents.'];
  if (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') {
    return ['SMTP_REFUSED', 'user', 'cannot be given this mail. Check sender and recipients.'];
  }
  return [
    'SMTP_CONNECTION',
    'transient',
    `cannot be reached, or hung up (${error.originalCode ?? error.code ?? '?'}).`,
  ];
}

function tlsAdvice(message: string): string {
  if (/wrong version number|ssl routines/i.test(message)) {
    return 'does not speak TLS from the first byte. Turn that off in the credential, or use port 465.';
  }
  if (/certificate|self.signed|altname|hostname\/ip/i.test(message)) {
    return 'shows a certificate that is not good for this name. Check the name of the server in the credential.';
  }
  return 'cannot encrypt the connection. Use port 465 with TLS from the first byte, or another server.';
}
