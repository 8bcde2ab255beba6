import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

const address = z
  .string()
  .trim()
  .regex(/^https?:\/\/\S+$/, 'must be an address that begins with https://');

/** Any service that people sign in at. */
export const oauth2Credential = defineCredential({
  type: 'oauth2',
  title: 'OAuth 2',
  description:
    'An account at a service that you sign in at. Register an application there and enter what it gives you.',
  keywords: ['oauth', 'sign in', 'connect', 'authorization code', 'pkce'],
  fields: z.object({
    authorizeUrl: address.meta({
      title: 'Authorization address',
      description: 'Where people sign in.',
      ui: { control: 'text', placeholder: 'https://auth.example.com/authorize' },
    }),
    tokenUrl: address.meta({
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
      .default('')
      .meta({ title: 'Client secret', description: 'Empty for public clients.', ui: { control: 'secret' } }),
    scopes: z
      .string()
      .default('')
      .meta({ title: 'Scopes', description: 'Between spaces.', ui: { control: 'text' } }),
    clientAuthentication: z
      .enum(['basic', 'post', 'none'])
      .default('basic')
      .meta({
        title: 'Client authentication',
        description: 'How the application proves who it is when it fetches tokens.',
        ui: {
          control: 'select',
          advanced: true,
          labels: { basic: 'Basic header', post: 'In the body', none: 'Not at all (public client)' },
        },
      }),
  }),
  secrets: ['clientSecret'],
  authenticate: { headers: { authorization: 'Bearer {{accessToken}}' } },
  oauth2: {
    grant: 'authorization-code',
    authorizeUrl: '{{authorizeUrl}}',
    tokenUrl: '{{tokenUrl}}',
    scopes: [],
    tokenTypes: ['bot'],
  },
});
