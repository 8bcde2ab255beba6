import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { addressList, addressText } from '../../addresses';
import { mailFile } from '../../mail-files';

/** Empty is not given. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

const MESSAGE_ID = /^<[^\s<>]{1,900}>$/;
const messageId = z.string().trim().regex(MESSAGE_ID, 'must be a Message-ID such as <name@example.com>');

export const sendDefinition = defineNode({
  type: 'email/send',
  version: 1,
  title: 'E-mail: send',
  description: 'Sends an e-mail through your mail server.',
  category: 'action',
  keywords: ['mail', 'email', 'smtp', 'notify', 'message', 'attachment'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'Message-ID of the mail, and who it was taken for.' }],
  params: z
    .object({
      from: optional(addressText()).meta({
        title: 'From',
        description: 'Sender, such as `Acme <hello@acme.example>`; that of the account when empty.',
        ui: { control: 'text' },
      }),
      to: addressList()
        .refine((list) => list.length > 0, 'name at least one recipient')
        .meta({
          title: 'To',
          description: 'Recipients; they see each other.',
          ui: { control: 'list', placeholder: '{{ trigger.email }}' },
        }),
      subject: z
        .string()
        .trim()
        .min(1, 'write a subject')
        .max(998)
        .meta({ title: 'Subject', description: 'Subject of the mail.', ui: { control: 'text' } }),
      text: optional(z.string()).meta({
        title: 'Text',
        description: 'What the mail says.',
        ui: { control: 'textarea', rows: 8 },
      }),
      html: optional(z.string()).meta({
        title: 'HTML',
        description: 'The same as HTML, for programs that show it. Values from elsewhere must be escaped.',
        ui: { control: 'code', language: 'html', advanced: true },
      }),
      cc: optional(addressList()).meta({
        title: 'Copy',
        description: 'Recipients of a copy, whom all see.',
        ui: { control: 'list', advanced: true },
      }),
      bcc: optional(addressList()).meta({
        title: 'Blind copy',
        description: 'Recipients of a copy, whom nobody sees.',
        ui: { control: 'list', advanced: true },
      }),
      replyTo: optional(addressText()).meta({
        title: 'Answers to',
        description: 'Address that answers go to; the sender when empty.',
        ui: { control: 'text', advanced: true },
      }),
      replyToken: z
        .boolean()
        .default(false)
        .meta({
          title: 'Recognise answers by address',
          description:
            'Adds a token to the address for answers (`hello+1a2b@acme.example`), for providers that change the Message-ID.',
          ui: { control: 'toggle', advanced: true },
        }),
      attachments: optional(z.array(mailFile).max(50)).meta({
        title: 'Attachments',
        description: 'Files of other nodes.',
        ui: { control: 'json', rows: 4, advanced: true },
      }),
      inReplyTo: optional(messageId).meta({
        title: 'Answer to',
        description: 'Message-ID of the mail that this one answers.',
        ui: { control: 'text', placeholder: '{{ Trigger.messageId }}', advanced: true },
      }),
      references: optional(
        z.preprocess(
          (value) => (typeof value === 'string' ? value.split(/\s+/).filter((id) => id !== '') : value),
          z.array(messageId).max(100),
        ),
      ).meta({
        title: 'Thread',
        description: 'Message-IDs of the mails before, oldest first.',
        ui: { control: 'list', advanced: true },
      }),
    })
    .superRefine(({ text, html }, issues) => {
      if (text !== undefined || html !== undefined) return;
      issues.addIssue({ code: 'custom', path: ['text'], message: 'write a text, or HTML' });
    }),
  output: z.object({
    messageId: z.string(),
    accepted: z.array(z.string()),
    rejected: z.array(z.string()),
    response: z.string(),
    replyTo: z.string().nullable(),
  }),
  summary: '{{#to}}{{.}} {{/to}}{{subject}}',
  traits: { ignoresInput: true, effect: 'write' },
  timeoutMs: 180_000,
  credentials: [{ id: 'account', title: 'SMTP server', types: ['smtp'], required: true }],
});
