import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { accountSlot } from '../../../../shared/service-params';

const UPDATES = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'inline_query',
  'message_reaction',
  'poll_answer',
  'my_chat_member',
  'chat_member',
  'chat_join_request',
] as const;

export const triggerDefinition = defineNode({
  type: 'telegram/trigger',
  version: 1,
  title: 'Telegram trigger',
  description: 'Starts the workflow when somebody writes to a bot of Telegram.',
  category: 'trigger',
  keywords: ['chat', 'bot', 'receive', 'message', 'listen', 'button'],
  inputs: [],
  outputs: [{ id: 'main', description: 'What happened, as Telegram tells it.' }],
  params: z.object({
    updates: z
      .array(z.enum(UPDATES))
      .min(1, 'choose at least one')
      .default(['message'])
      .meta({
        title: 'What starts it',
        description: 'Kinds of events that start a run.',
        ui: {
          control: 'multi-select',
          labels: {
            message: 'A message',
            edited_message: 'A message was changed',
            channel_post: 'A post in a channel',
            edited_channel_post: 'A post was changed',
            callback_query: 'A button was pressed',
            inline_query: 'An inline question',
            message_reaction: 'A reaction',
            poll_answer: 'An answer in a poll',
            my_chat_member: 'The bot was added or removed',
            chat_member: 'Somebody joined or left',
            chat_join_request: 'Somebody asks to join',
          },
        },
      }),
  }),
  rawParams: ['updates'],
  output: z.object({ update_id: z.number(), message: z.record(z.string(), z.json()).optional() }).loose(),
  summary: '{{#updates}}{{.}} {{/updates}}',
  traits: { trigger: true, pure: true },
  startsOn: 'webhook',
  credentials: [accountSlot('Telegram', 'telegram')],
});
