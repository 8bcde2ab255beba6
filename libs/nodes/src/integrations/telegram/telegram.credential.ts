import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { baseUrlField } from '../../shared/service-params';

/** A bot of Telegram. */
export const telegramCredential = defineCredential({
  type: 'telegram',
  title: 'Telegram',
  description: 'Lets a bot write and listen in Telegram. Ask @BotFather in Telegram for a bot and its token.',
  keywords: ['chat', 'bot', 'messages'],
  fields: z.object({
    botToken: z
      .string()
      .trim()
      .regex(/^\d{1,20}:[\w-]{1,100}$/, 'looks like 123456:ABC-…, as @BotFather wrote it')
      .meta({ title: 'Bot token', description: 'The secret.', ui: { control: 'secret', placeholder: '123456:ABC-…' } }),
    baseUrl: baseUrlField('https://api.telegram.org', 'Address of a Bot API server of your own.'),
  }),
  secrets: ['botToken'],
  domains: ['api.telegram.org'],
  hostField: 'baseUrl',
  test: {
    method: 'POST',
    url: '{{baseUrl}}/bot{{botToken}}/getMe',
    expects: { path: 'ok', equals: true },
    accountPath: 'result.username',
  },
});
