import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { accountSlot, optionalText } from '../../../../shared/service-params';

export const sendMessageDefinition = defineNode({
  type: 'slack/send-message',
  version: 1,
  title: 'Slack: send message',
  description: 'Writes a message in a channel, a thread or to a person in Slack.',
  category: 'action',
  keywords: ['chat', 'post', 'notify', 'channel', 'thread', 'dm', 'message'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'Where and when the message was written.' }],
  params: z.object({
    slackChannel: z
      .string()
      .trim()
      .min(1, 'name a channel')
      .max(200)
      .meta({
        title: 'Channel',
        description: 'Id of a channel or person, or the name of a channel such as `#orders`.',
        ui: { control: 'text', placeholder: '#orders' },
      }),
    slackMessage: optionalText(40_000).meta({
      title: 'Message',
      description: 'Text with Slack’s own marks, such as `*bold*`. With blocks, it is what notifications show.',
      ui: { control: 'textarea', rows: 4, placeholder: 'Order {{ trigger.number }} is paid' },
    }),
    blocks: z
      .array(z.record(z.string(), z.json()))
      .max(50)
      .optional()
      .meta({
        title: 'Blocks',
        description: 'Layout blocks of Block Kit, at most 50, in place of plain text.',
        ui: { control: 'json', rows: 6, advanced: true },
      }),
    threadTs: optionalText(40).meta({
      title: 'Thread',
      description: 'The `ts` of a message, to answer in its thread.',
      ui: { control: 'text', advanced: true, placeholder: '{{ SlackSendMessage.ts }}' },
    }),
    replyBroadcast: z
      .boolean()
      .default(false)
      .meta({
        title: 'Show in the channel too',
        description: 'Whether an answer in a thread is shown in the channel as well.',
        ui: { control: 'toggle', advanced: true },
      }),
    unfurlLinks: z
      .boolean()
      .optional()
      .meta({
        title: 'Preview links',
        description: 'Whether linked pages are shown below the message; Slack decides when empty.',
        ui: { control: 'toggle', advanced: true },
      }),
    username: optionalText(80).meta({
      title: 'Shown name',
      description: 'Another name for the bot; wants the scope `chat:write.customize`.',
      ui: { control: 'text', advanced: true },
    }),
    iconEmoji: optionalText(100).meta({
      title: 'Shown emoji',
      description: 'Another picture for the bot, such as `:truck:`; wants the scope `chat:write.customize`.',
      ui: { control: 'text', advanced: true, placeholder: ':truck:' },
    }),
  }),
  output: z.object({
    ok: z.literal(true),
    ts: z.string(),
    channel: z.string(),
    message: z.record(z.string(), z.json()),
  }),
  summary: '{{slackChannel}}',
  traits: { ignoresInput: true, effect: 'write' },
  credentials: [accountSlot('Slack', 'slack')],
});
