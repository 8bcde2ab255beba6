import type { JsonObject } from '@millrace/workflow-model';
import PostalMime from 'postal-mime';
import type { Address, Attachment } from 'postal-mime';
import { textOfHtml } from './html-text';
import { MAX_MAIL_BYTES } from './imap.client';
import type { OpenMailbox } from './imap.client';
import type { MailHead } from './new-mail';
import { stripQuoted } from './strip-quoted';

/** Bytes of attachments that are handed on with one mail; the rest is only named. */
export const MAX_ATTACHED_BYTES = 8 * 1024 * 1024;
const LONGEST_TEXT = 1_000_000;

export interface ReadOptions {
  readonly stripQuoted: boolean;
  readonly attachments: boolean;
}

/** A mail as nodes hand it on. */
export async function readMail({ client }: OpenMailbox, head: MailHead, options: ReadOptions): Promise<JsonObject> {
  const maxLength = MAX_MAIL_BYTES - 1024;
  const found = await client.fetchOne(String(head.uid), { uid: true, source: { maxLength } }, { uid: true });
  const source = found ? found.source : undefined;
  return mailOf(source ?? new Uint8Array(), { takenAtMs: head.takenAtMs, ...options });
}

/** What the source of a mail says. */
export async function mailOf(
  source: string | Uint8Array,
  { takenAtMs, attachments, ...options }: ReadOptions & { takenAtMs: number },
): Promise<JsonObject> {
  const mail = await PostalMime.parse(source, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 50 });
  const [sender] = flat(mail.from === undefined ? [] : [mail.from]);
  const html = (mail.html ?? '').slice(0, LONGEST_TEXT);
  const text = (mail.text ?? textOfHtml(html)).trim().slice(0, LONGEST_TEXT);
  return {
    from: sender?.address ?? '',
    fromName: sender?.name ?? '',
    to: flat(mail.to).map(({ address }) => address),
    cc: flat(mail.cc).map(({ address }) => address),
    replyTo: flat(mail.replyTo)[0]?.address ?? null,
    subject: mail.subject ?? '',
    text: options.stripQuoted ? stripQuoted(text) : text,
    html,
    date: dateOf(mail.date, takenAtMs),
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo ?? null,
    references: mail.references?.match(/<[^<>\s]+>/g) ?? [],
    attachments: filesOf(mail.attachments, attachments ? MAX_ATTACHED_BYTES : 0),
  };
}

function flat(list: readonly Address[] | undefined): { name: string; address: string }[] {
  return (list ?? []).flatMap(({ name, address, group }) =>
    address === undefined ? flat(group) : [{ name: name ?? '', address }],
  );
}

function dateOf(date: string | undefined, takenAtMs: number): string {
  const ms = date === undefined ? Number.NaN : Date.parse(date);
  return new Date(Number.isNaN(ms) ? takenAtMs : ms).toISOString();
}

/** Files in the form in which nodes take them; without `base64` when they are too large together. */
function filesOf(list: readonly Attachment[], budget: number): JsonObject[] {
  let left = budget;
  return list.map(({ filename, mimeType, content, disposition }, index) => {
    const bytes = Buffer.from(content as ArrayBuffer);
    const isTaken = bytes.length <= left;
    if (isTaken) left -= bytes.length;
    return {
      fileName: filename ?? `attachment-${index + 1}`,
      mimeType,
      bytes: bytes.length,
      inline: disposition === 'inline',
      ...(isTaken ? { base64: bytes.toString('base64') } : {}),
    };
  });
}
