import { z } from 'zod';
import { addressIn } from './addresses';

/** Forms leave empty text and null behind where nothing was given. */
export const blankIsAbsent = (value: unknown): unknown => (value === '' || value === null ? undefined : value);

/** Folder of the account in which mail is looked for; that of the account when absent. */
export const mailboxSchema = z.preprocess(blankIsAbsent, z.string().trim().max(255).optional());

/** Who a mail must be from: an address or a domain; anybody when absent. */
export const senderSchema = z.preprocess(
  blankIsAbsent,
  z
    .string()
    .trim()
    .max(500)
    .refine(
      (text) => text.startsWith('@') || addressIn(text) !== undefined,
      'must be an address, or a domain such as @example.com',
    )
    .optional(),
);

/** How often a mailbox is looked into. Seconds. */
export const pollSecondsSchema = z.number('Give a number of seconds.').int().min(10).max(86_400);

/** What nodes give of a mail that came in. */
export const receivedMailShape = {
  from: z.string(),
  fromName: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  replyTo: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  date: z.string(),
  messageId: z.string(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  attachments: z.array(z.looseObject({ fileName: z.string(), mimeType: z.string(), bytes: z.number() })),
} as const;
