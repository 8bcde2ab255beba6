import { addressIn, replyToken } from './addresses';
import type { MailHead } from './new-mail';

/** Which mail an answer is looked for to. */
export interface Asked {
  readonly messageId: string;
  /** Only from this address, or from this domain when it begins with `@`. */
  readonly from?: string | undefined;
  readonly ignoreAutomatic: boolean;
}

const IDS = /<[^<>\s]+>/g;

/** Whether a mail answers the one that was asked about: by its thread, or by the token in the address that it came to. */
export function isReply({ headers }: MailHead, asked: Asked): boolean {
  if (idsIn(headers.get('message-id')).includes(asked.messageId)) return false;
  if (asked.ignoreAutomatic && isAutomatic(headers)) return false;
  if (asked.from !== undefined && !isFrom(headers.get('from') ?? '', asked.from)) return false;
  return isInThread(headers, asked.messageId) || isToToken(headers, asked.messageId);
}

/** Absence notes, bounces and the like. */
export function isAutomatic(headers: MailHead['headers']): boolean {
  const submitted = (headers.get('auto-submitted') ?? 'no').trim().toLowerCase();
  if (submitted !== 'no') return true;
  if (headers.has('x-autoreply') || headers.has('x-autorespond')) return true;
  return /auto_reply/i.test(headers.get('precedence') ?? '');
}

function isInThread(headers: MailHead['headers'], messageId: string): boolean {
  return ['in-reply-to', 'references'].some((name) => idsIn(headers.get(name)).includes(messageId));
}

function isToToken(headers: MailHead['headers'], messageId: string): boolean {
  const token = `+${replyToken(messageId)}@`;
  return ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'].some((name) =>
    (headers.get(name) ?? '').toLowerCase().includes(token),
  );
}

/** Whether a `From` header names an address, or one of a domain such as `@example.com`. */
export function isFrom(header: string, wanted: string): boolean {
  const sender = (addressIn(header) ?? '').toLowerCase();
  const pattern = (wanted.startsWith('@') ? wanted : (addressIn(wanted) ?? wanted)).toLowerCase();
  return pattern.startsWith('@') ? sender.endsWith(pattern) : sender === pattern;
}

function idsIn(header: string | undefined): string[] {
  return header?.match(IDS) ?? [];
}
