import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** Any service that gives an application tokens of its own. */
export const oauth2ClientCredentialsCredential = defineCredential({
  type: 'oauth2-client-credentials',
  title: 'OAuth 2 (client credentials)',
  description: 'Tokens for an application itself, without a person who signs in.',
  keywords: ['oauth', 'client credentials', 'machine to machine', 'm2m'],
  fields: z.object({
    tokenUrl: z
      .string()
      .trim()
      .regex(/^https?:\/\/\S+$/, 'must be an address that begins with https://')
      .meta({
        title: 'Token address',
        description: 'Where tokens are fetched.',
        ui: { control: 'text', placeholder: 'https://auth.example.com/token' },
      }),
    clientId: z
      .string()
      .trim()
      .min(1, 'enter the client id')
      .meta({ title: 'Client id', ui: { control: 'text' } }),
    clientSecret: z
      .string()
      .min(1, 'enter the client secret')
      .meta({ title: 'Client secret', ui: { control: 'secret' } }),
    scopes: z
      .string()
      .default('')
      .meta({ title: 'Scopes', description: 'Between spaces.', ui: { control: 'text' } }),
    clientAuthentication: z
      .enum(['basic', 'post'])
      .default('basic')
      .meta({
        title: 'Client authentication',
        description: 'How the application proves who it is when it fetches tokens.',
        ui: { control: 'select', advanced: true, labels: { basic: 'Basic header', post: 'In the body' } },
      }),
  }),
  secrets: ['clientSecret'],
  authenticate: { headers: { authorization: 'Bearer {{accessToken}}' } },
  oauth2: { grant: 'client-credentials', tokenUrl: '{{tokenUrl}}', scopes: [] },
});
