import { createHash } from 'node:crypto';
import { z } from 'zod';

const ADDRESS = /^[^\s<>"@,;]+@[^\s<>"@,;]+$/;
const IN_BRACKETS = /<([^<>]*)>\s*$/;
const PART = /(?:"(?:[^"\\]|\\.)*"|[^",])+/g;
const TOKEN_LENGTH = 20;

/** The address itself in `Ada <ada@example.com>`; undefined when there is none. */
export function addressIn(text: string): string | undefined {
  const address = (IN_BRACKETS.exec(text)?.[1] ?? text).trim();
  return ADDRESS.test(address) ? address : undefined;
}

/** A sender or recipient. */
export function addressText() {
  return z
    .string()
    .trim()
    .max(500)
    .regex(/^[^\r\n\0]*$/, 'must be one line')
    .refine(
      (text) => addressIn(text) !== undefined,
      'must be an e-mail address, such as ada@example.com or Ada <ada@example.com>',
    );
}

/** Recipients: a list, or one text with commas, which names in quotes may hold too. */
export function addressList() {
  return z.preprocess(
    (value) =>
      typeof value === 'string'
        ? (value.match(PART) ?? []).map((part) => part.trim()).filter((part) => part !== '')
        : value,
    z.array(addressText()).max(500),
  );
}

/** What follows the plus sign in the address that answers to a mail go to; the same for the same Message-ID. */
export function replyToken(messageId: string): string {
  return createHash('sha256').update(messageId).digest('hex').slice(0, TOKEN_LENGTH);
}

/** The address with the token of a mail: `flow@example.com` becomes `flow+1a2b…@example.com`. */
export function withReplyToken(address: string, messageId: string): string {
  const plain = addressIn(address) ?? address;
  const at = plain.lastIndexOf('@');
  return `${plain.slice(0, at)}+${replyToken(messageId)}${plain.slice(at)}`;
}
