import { z } from 'zod';
import { invalidParam } from '../../core/http-request/http-failures';

/** A file as nodes hand it on: `{ fileName, mimeType, base64 }`. */
export const mailFile = z.object({
  fileName: z
    .string()
    .trim()
    .min(1)
    .max(255)
    .meta({ title: 'Name', ui: { control: 'text' } }),
  base64: z.string().meta({ title: 'Content (Base64)', ui: { control: 'textarea', rows: 2 } }),
  mimeType: z
    .string()
    .regex(/^[^\r\n]*$/)
    .max(255)
    .optional()
    .meta({ title: 'Type', ui: { control: 'text', advanced: true } }),
  bytes: z
    .number()
    .optional()
    .meta({ title: 'Bytes', ui: { control: 'hidden' } }),
});

/** Bytes of all files of one mail together; larger ones are refused by most servers anyway. */
export const MAX_ATTACHED_BYTES = 25 * 1024 * 1024;
const BASE64 = /^[A-Za-z\d+/\s]*={0,2}\s*$/;

/** The files as attachments. @throws NodeError `INVALID_PARAMS` */
export function attachmentsOf(files: readonly z.output<typeof mailFile>[]) {
  const attachments = files.map(({ fileName, base64, mimeType }) => {
    if (!BASE64.test(base64)) throw invalidParam('attachments', `holds "${fileName}", whose "base64" is none.`);
    return {
      filename: fileName,
      content: Buffer.from(base64, 'base64'),
      ...(mimeType === undefined || mimeType === '' ? {} : { contentType: mimeType }),
    };
  });
  const bytes = attachments.reduce((sum, { content }) => sum + content.length, 0);
  if (bytes <= MAX_ATTACHED_BYTES) return attachments;
  throw invalidParam('attachments', `holds ${bytes} bytes; ${MAX_ATTACHED_BYTES} is the limit. Send a link instead.`);
}
