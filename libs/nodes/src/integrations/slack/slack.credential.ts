import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { baseUrlField, secretField } from '../../shared/service-params';

/** A bot of a Slack workspace. */
export const slackCredential = defineCredential({
  type: 'slack',
  title: 'Slack',
  description: 'Lets a bot write in a Slack workspace. Its token is at api.slack.com/apps, under OAuth & Permissions.',
  keywords: ['chat', 'bot', 'messages'],
  fields: z.object({
    botToken: secretField('Bot token', 'xoxb-…'),
    baseUrl: baseUrlField('https://slack.com/api'),
  }),
  secrets: ['botToken'],
  authenticate: { headers: { authorization: 'Bearer {{botToken}}' } },
  domains: ['slack.com'],
  hostField: 'baseUrl',
  test: {
    method: 'POST',
    url: '{{baseUrl}}/auth.test',
    expects: { path: 'ok', equals: true },
    accountPath: 'team',
  },
});
