import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** `Authorization: Bearer`. */
export const httpBearerCredential = defineCredential({
  type: 'http-bearer',
  title: 'Bearer token',
  description: 'A token that is sent as "Authorization: Bearer".',
  keywords: ['http', 'authorization', 'api key', 'token', 'jwt'],
  fields: z.object({
    token: z
      .string()
      .trim()
      .min(1, 'enter the token')
      .meta({ title: 'Token', description: 'Without the word Bearer.', ui: { control: 'secret' } }),
  }),
  secrets: ['token'],
  authenticate: { headers: { authorization: 'Bearer {{token}}' } },
});
