import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { accountSlot, optionalText } from '../../../../shared/service-params';

const idParam = z.preprocess(
  (id) => (typeof id === 'number' ? String(id) : id),
  z
    .string()
    .trim()
    .regex(/^(\d{1,20})?$/, 'must be an id of digits'),
);

export const sendMessageDefinition = defineNode({
  type: 'discord/send-message',
  version: 1,
  title: 'Discord: send message',
  description: 'Writes a message in a channel of Discord, as a bot or through a webhook.',
  category: 'action',
  keywords: ['chat', 'post', 'notify', 'channel', 'guild', 'server', 'message'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'Where and when the message was written.' }],
  params: z.object({
    discordChannel: idParam.optional().meta({
      title: 'Channel',
      description: 'Id of the channel. A webhook has its own.',
      ui: { control: 'text', placeholder: '1234567890123456789' },
    }),
    discordMessage: optionalText(2_000).meta({
      title: 'Message',
      description: 'Text in Markdown, at most 2,000 characters.',
      ui: { control: 'textarea', rows: 4, placeholder: 'Order {{ trigger.number }} is paid' },
    }),
    embeds: z
      .array(z.record(z.string(), z.json()))
      .max(10)
      .optional()
      .meta({
        title: 'Embeds',
        description: 'Cards with title, description, fields and pictures, at most 10.',
        ui: { control: 'json', rows: 6, advanced: true },
      }),
    allowMentions: z
      .enum(['none', 'people', 'everyone'])
      .default('none')
      .meta({
        title: 'Mentions',
        description: 'Who is notified when the text names them. Values from elsewhere may name everyone.',
        ui: {
          control: 'select',
          labels: { none: 'Nobody', people: 'People and roles', everyone: 'People, roles and @everyone' },
          advanced: true,
        },
      }),
    replyToMessageId: idParam.optional().meta({
      title: 'Answer to',
      description: 'Id of the message in the same channel that this one answers; with a bot only.',
      ui: { control: 'text', advanced: true },
    }),
    username: optionalText(80).meta({
      title: 'Shown name',
      description: 'Another name for the writer; with a webhook only.',
      ui: { control: 'text', advanced: true },
    }),
    avatarUrl: z
      .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2_048)])
      .optional()
      .meta({
        title: 'Shown picture',
        description: 'Address of another picture for the writer; with a webhook only.',
        ui: { control: 'text', advanced: true },
      }),
  }),
  output: z.object({ messageId: z.string(), channelId: z.string(), timestamp: z.string() }),
  summary: '{{discordMessage}}',
  traits: { ignoresInput: true, effect: 'write' },
  credentials: [accountSlot('Discord', 'discord', 'discord-webhook')],
});
