import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { accountSlot } from '../../../../shared/service-params';

export const sendMessageDefinition = defineNode({
  type: 'telegram/send-message',
  version: 1,
  title: 'Telegram: send message',
  description: 'Writes a message to a person, a group or a channel in Telegram.',
  category: 'action',
  keywords: ['chat', 'bot', 'notify', 'group', 'channel', 'message'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'Which message was written, and when.' }],
  params: z.object({
    chatId: z
      .preprocess(
        (id) => (typeof id === 'number' ? String(id) : id),
        z
          .string('Give the id of a chat.')
          .trim()
          .regex(/^(-?\d{1,20}|@\w{1,100})$/, 'must be a number, or the name of a public channel such as @news'),
      )
      .meta({
        title: 'Chat',
        description: 'Id of the chat, or the name of a public channel such as `@news`.',
        ui: { control: 'text', placeholder: '{{ trigger.message.chat.id }}' },
      }),
    text: z
      .string()
      .min(1, 'write a text')
      .max(4_096)
      .meta({
        title: 'Text',
        description: 'The message, at most 4,096 characters.',
        ui: { control: 'textarea', rows: 4, placeholder: 'Order {{ trigger.number }} is paid' },
      }),
    parseMode: z
      .enum(['none', 'HTML', 'MarkdownV2', 'Markdown'])
      .default('none')
      .meta({
        title: 'Formatting',
        description: 'How marks in the text are read. Values from elsewhere may hold such marks too.',
        ui: {
          control: 'select',
          labels: { none: 'None: as it is', HTML: 'HTML', MarkdownV2: 'Markdown', Markdown: 'Markdown, old form' },
        },
      }),
    disableNotification: z
      .boolean()
      .default(false)
      .meta({
        title: 'Silent',
        description: 'Whether the message makes no sound.',
        ui: { control: 'toggle', advanced: true },
      }),
    protectContent: z
      .boolean()
      .default(false)
      .meta({
        title: 'Protect',
        description: 'Whether the message cannot be forwarded or saved.',
        ui: { control: 'toggle', advanced: true },
      }),
    disableLinkPreview: z
      .boolean()
      .default(false)
      .meta({
        title: 'No link preview',
        description: 'Whether linked pages are not shown below the message.',
        ui: { control: 'toggle', advanced: true },
      }),
    messageThreadId: z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .meta({
        title: 'Topic',
        description: 'Id of a topic in a group that has topics.',
        ui: { control: 'number', advanced: true },
      }),
    replyToMessageId: z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .meta({
        title: 'Answer to',
        description: 'Id of the message in the same chat that this one answers.',
        ui: { control: 'number', advanced: true },
      }),
    replyMarkup: z
      .record(z.string(), z.json())
      .optional()
      .meta({
        title: 'Keyboard',
        description: 'Buttons or a keyboard, as the Bot API writes them under `reply_markup`.',
        ui: { control: 'json', rows: 5, advanced: true },
      }),
  }),
  output: z.object({ messageId: z.number(), chatId: z.number(), date: z.number() }),
  summary: '{{chatId}}: {{text}}',
  traits: { ignoresInput: true, effect: 'write' },
  credentials: [accountSlot('Telegram', 'telegram')],
});
