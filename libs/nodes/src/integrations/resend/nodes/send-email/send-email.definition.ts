import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { accountSlot, listParam, optionalText } from '../../../../shared/service-params';

const addresses = (title: string, description: string) =>
  listParam(z.string().trim().min(3).max(320))
    .optional()
    .meta({ title, description, ui: { control: 'list', advanced: true } });

const attachment = z.object({
  fileName: z
    .string()
    .trim()
    .min(1)
    .max(255)
    .meta({ title: 'Name', ui: { control: 'text' } }),
  base64: z
    .string()
    .optional()
    .meta({ title: 'Content (Base64)', ui: { control: 'textarea', rows: 2 } }),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({ title: 'Address', ui: { control: 'text' } }),
  mimeType: z
    .string()
    .optional()
    .meta({ title: 'Type', ui: { control: 'text', advanced: true } }),
  bytes: z
    .number()
    .optional()
    .meta({ title: 'Bytes', ui: { control: 'hidden' } }),
});

export const sendEmailDefinition = defineNode({
  type: 'resend/send-email',
  version: 1,
  title: 'Resend: send e-mail',
  description: 'Sends an e-mail through Resend, once, however often the node is tried.',
  category: 'action',
  keywords: ['mail', 'email', 'notify', 'message', 'smtp'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'Id of the e-mail.' }],
  params: z.object({
    emailFrom: optionalText(320).meta({
      title: 'From',
      description: 'Sender, such as `Acme <hello@acme.example>`; that of the account when empty.',
      ui: { control: 'text' },
    }),
    emailTo: listParam(z.string().trim().min(3).max(320))
      .refine((list) => list.length > 0 && list.length <= 50, 'needs 1 to 50 addresses')
      .meta({
        title: 'To',
        description: 'Recipients, at most 50; they see each other.',
        ui: { control: 'list', placeholder: '{{ trigger.email }}' },
      }),
    emailSubject: z
      .string()
      .trim()
      .min(1, 'write a subject')
      .max(998)
      .meta({ title: 'Subject', description: 'Subject of the e-mail.', ui: { control: 'text' } }),
    emailBody: z
      .string()
      .min(1, 'write a text')
      .meta({ title: 'Text', description: 'What the e-mail says.', ui: { control: 'textarea', rows: 8 } }),
    bodyType: z
      .enum(['text', 'html'])
      .default('text')
      .meta({
        title: 'Text is',
        description: 'Plain text, or HTML. In HTML, values from elsewhere must be escaped.',
        ui: { control: 'select', labels: { text: 'Plain text', html: 'HTML' } },
      }),
    emailCc: addresses('Copy', 'Recipients of a copy, whom all see.'),
    emailBcc: addresses('Blind copy', 'Recipients of a copy, whom nobody sees.'),
    emailReplyTo: addresses('Answers to', 'Addresses that answers go to.'),
    emailScheduledAt: optionalText(100).meta({
      title: 'Send at',
      description: 'Time of sending, as ISO 8601 or in words such as `in 1 hour`; at once when empty.',
      ui: { control: 'date-time', advanced: true },
    }),
    emailTopicId: optionalText(100).meta({
      title: 'Topic',
      description: 'Id of a topic, which recipients can leave.',
      ui: { control: 'text', advanced: true },
    }),
    attachments: z
      .array(attachment)
      .max(50)
      .optional()
      .meta({
        title: 'Attachments',
        description: 'Files of other nodes, or addresses that Resend fetches them from.',
        ui: { control: 'json', rows: 4, advanced: true },
      }),
    tags: z
      .array(
        z.object({
          name: z
            .string()
            .regex(/^[\w-]{1,256}$/)
            .meta({ title: 'Name', ui: { control: 'text' } }),
          value: z
            .string()
            .regex(/^[\w-]{1,256}$/)
            .meta({ title: 'Value', ui: { control: 'text' } }),
        }),
      )
      .max(75)
      .optional()
      .meta({
        title: 'Tags',
        description: 'Names and values to find it again.',
        ui: { control: 'list', advanced: true },
      }),
    headers: z
      .record(z.string().regex(/^[\w-]{1,100}$/), z.string().regex(/^[^\r\n]*$/))
      .optional()
      .meta({
        title: 'Headers',
        description: 'Further headers of the e-mail.',
        ui: { control: 'key-values', advanced: true },
      }),
  }),
  output: z.object({ id: z.string() }),
  summary: '{{#emailTo}}{{.}} {{/emailTo}}{{emailSubject}}',
  traits: { ignoresInput: true, effect: 'write' },
  credentials: [accountSlot('Resend', 'resend')],
});
