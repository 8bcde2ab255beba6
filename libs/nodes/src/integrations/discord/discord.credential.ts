import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { baseUrlField, secretField } from '../../shared/service-params';
import { DISCORD_AGENT } from './discord-webhook';

/** A bot of Discord. */
export const discordCredential = defineCredential({
  type: 'discord',
  title: 'Discord bot',
  description: 'Lets a bot write in Discord. Its token is at discord.com/developers/applications, under Bot.',
  keywords: ['chat', 'bot', 'messages', 'guild', 'server'],
  fields: z.object({
    botToken: secretField('Bot token', 'MTA…'),
    baseUrl: baseUrlField('https://discord.com/api/v10'),
  }),
  secrets: ['botToken'],
  authenticate: { headers: { authorization: 'Bot {{botToken}}' } },
  domains: ['discord.com'],
  hostField: 'baseUrl',
  test: {
    method: 'GET',
    url: '{{baseUrl}}/users/@me',
    headers: { 'user-agent': DISCORD_AGENT },
    accountPath: 'username',
  },
});
