import { z } from 'zod';
import { defineConfig } from '../config/config-schema';

const isMailUrl = (text: string): boolean => /^smtps?:\/\/\S+$/.test(text) && URL.canParse(text);

/** Settings of the mail that the product itself sends: invitations, confirmations, new passwords. */
export const mailConfig = defineConfig({
  MAIL_URL: z
    .string()
    .refine(isMailUrl, 'must look like smtp://user:password@host:587')
    .optional()
    .describe(
      'SMTP server for invitations, confirmations and new passwords, as smtp://user:password@host:587 or smtps://…:465. Without it links are shown to admins instead.',
    )
    .meta({ secret: true }),
  MAIL_FROM: z
    .string()
    .default('Millrace <millrace@localhost>')
    .describe('Sender of these mails, such as "Millrace <millrace@example.com>".'),
});
