import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { baseUrlField, secretField } from '../../shared/service-params';

/** An account of Linear. */
export const linearCredential = defineCredential({
  type: 'linear',
  title: 'Linear',
  description: 'Opens issues in Linear. Create a personal key in its settings, under Security & access.',
  keywords: ['issues', 'tickets', 'project'],
  fields: z.object({
    apiKey: secretField('API key', 'lin_api_…'),
    teamId: z
      .string()
      .trim()
      .max(100)
      .default('')
      .meta({
        title: 'Team',
        description: 'Id of the team for new tickets; nodes may name another one.',
        ui: { control: 'text' },
      }),
    baseUrl: baseUrlField('https://api.linear.app'),
  }),
  secrets: ['apiKey'],
  // A personal key goes without "Bearer".
  authenticate: { headers: { authorization: '{{apiKey}}' } },
  domains: ['api.linear.app'],
  hostField: 'baseUrl',
  test: {
    method: 'POST',
    url: '{{baseUrl}}/graphql',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"query { viewer { id name email } }"}',
    accountPath: 'data.viewer.name',
  },
});
