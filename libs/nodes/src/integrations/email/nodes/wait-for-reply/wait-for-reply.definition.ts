import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { mailboxSchema, pollSecondsSchema, receivedMailShape, senderSchema } from '../../mailbox-params';

const whole = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value);

export const waitForReplyDefinition = defineNode({
  type: 'email/wait-for-reply',
  version: 1,
  title: 'E-mail: wait for reply',
  description: 'Waits until somebody answers a mail, for minutes or for weeks. A waiting run costs nothing.',
  category: 'action',
  keywords: ['mail', 'email', 'imap', 'answer', 'inbox', 'human', 'response'],
  inputs: [{ id: 'main' }],
  outputs: [
    { id: 'main', description: 'The answer.' },
    { id: 'timeout', label: 'timeout', description: 'Live when nobody answered in time.' },
  ],
  params: z.object({
    messageId: z
      .string()
      .trim()
      .regex(/^<[^\s<>]{1,900}>$/, 'must be a Message-ID such as <name@example.com>')
      .meta({
        title: 'Mail',
        description: 'Message-ID of the mail that is to be answered, as E-mail: send gives it.',
        ui: { control: 'text', placeholder: '{{ EmailSend.messageId }}' },
      }),
    from: senderSchema.meta({
      title: 'Only from',
      description: 'Address whose answer counts, or a domain such as `@example.com`; anybody when empty.',
      ui: { control: 'text', placeholder: '{{ trigger.email }}' },
    }),
    mailbox: mailboxSchema.meta({
      title: 'Mailbox',
      description: 'Where answers come in; that of the account when empty.',
      ui: { control: 'text', placeholder: 'INBOX', advanced: true },
    }),
    timeoutHours: z
      .preprocess(
        whole,
        z
          .number('Give a number of hours.')
          .min(0.01)
          .max(24 * 366),
      )
      .default(72)
      .meta({
        title: 'Timeout in hours',
        description: 'How long to wait before the run goes on at the port `timeout`.',
        ui: { control: 'number' },
      }),
    pollIntervalSeconds: z
      .preprocess(whole, pollSecondsSchema)
      .default(60)
      .meta({
        title: 'Look every … seconds',
        description: 'How often to look into the mailbox, at least 10; after hours a little less often.',
        ui: { control: 'number', advanced: true },
      }),
    stripQuoted: z
      .boolean()
      .default(true)
      .meta({
        title: 'Only what is new',
        description: 'Leaves out of the text what the answer quotes, and the signature.',
        ui: { control: 'toggle' },
      }),
    markSeen: z
      .boolean()
      .default(true)
      .meta({
        title: 'Mark as read',
        description: 'Whether the answer is marked as read in the mailbox.',
        ui: { control: 'toggle', advanced: true },
      }),
    ignoreAutomatic: z
      .boolean()
      .default(true)
      .meta({
        title: 'Pass over automatic answers',
        description: 'Whether absence notes and notices of failed delivery do not count.',
        ui: { control: 'toggle', advanced: true },
      }),
  }),
  output: z.object({
    ...receivedMailShape,
    timedOut: z.boolean(),
  }),
  summary: '{{#from}}from {{from}}, {{/from}}{{timeoutHours}} h',
  traits: { ignoresInput: true, suspends: true, branches: true, effect: 'write' },
  // Longer than a look may take: a look that takes too long is made again, and does not end the wait.
  timeoutMs: 180_000,
  credentials: [{ id: 'account', title: 'IMAP mailbox', types: ['imap'], required: true }],
});
