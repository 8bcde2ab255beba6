import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { blankIsAbsent, mailboxSchema, pollSecondsSchema, receivedMailShape, senderSchema } from '../../mailbox-params';

export const triggerDefinition = defineNode({
  type: 'email/trigger',
  version: 1,
  title: 'E-mail trigger',
  description: 'Starts the workflow for every mail that comes into a mailbox.',
  category: 'trigger',
  keywords: ['mail', 'email', 'imap', 'inbox', 'receive', 'incoming'],
  inputs: [],
  outputs: [{ id: 'main', description: 'The mail.' }],
  params: z.object({
    mailbox: mailboxSchema.meta({
      title: 'Mailbox',
      description: 'Where mail is looked for; that of the account when empty.',
      ui: { control: 'text', placeholder: 'INBOX' },
    }),
    from: senderSchema.meta({
      title: 'Only from',
      description: 'Address whose mails count, or a domain such as `@example.com`; everybody when empty.',
      ui: { control: 'text' },
    }),
    subject: z.preprocess(blankIsAbsent, z.string().trim().max(500).optional()).meta({
      title: 'Only with subject',
      description: 'Words that the subject holds, in any case of letters; every subject when empty.',
      ui: { control: 'text' },
    }),
    pollIntervalSeconds: pollSecondsSchema.default(60).meta({
      title: 'Look every … seconds',
      description: 'How often to look into the mailbox, at least 10.',
      ui: { control: 'number' },
    }),
    attachments: z
      .boolean()
      .default(true)
      .meta({
        title: 'With attachments',
        description: 'Whether attachments come along, up to 8 MiB together; otherwise they are only named.',
        ui: { control: 'toggle' },
      }),
    stripQuoted: z
      .boolean()
      .default(false)
      .meta({
        title: 'Only what is new',
        description: 'Leaves out of the text what the mail quotes, and the signature.',
        ui: { control: 'toggle', advanced: true },
      }),
    markSeen: z
      .boolean()
      .default(false)
      .meta({
        title: 'Mark as read',
        description: 'Whether mails are marked as read in the mailbox.',
        ui: { control: 'toggle', advanced: true },
      }),
    ignoreAutomatic: z
      .boolean()
      .default(false)
      .meta({
        title: 'Pass over automatic mails',
        description: 'Whether absence notes and notices of failed delivery start nothing.',
        ui: { control: 'toggle', advanced: true },
      }),
  }),
  rawParams: [
    ...['mailbox', 'from', 'subject', 'pollIntervalSeconds', 'attachments', 'stripQuoted', 'markSeen'],
    'ignoreAutomatic',
  ],
  output: z.object({
    ...receivedMailShape,
    uid: z.number(),
  }),
  summary: '{{#from}}from {{from}} {{/from}}{{mailbox}}',
  traits: { trigger: true, pure: true },
  credentials: [{ id: 'account', title: 'IMAP mailbox', types: ['imap'], required: true }],
});
