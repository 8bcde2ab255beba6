import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** User name and password. */
export const httpBasicCredential = defineCredential({
  type: 'http-basic',
  title: 'User name and password',
  description: 'HTTP Basic authentication.',
  keywords: ['http', 'basic', 'login', 'password'],
  fields: z.object({
    username: z
      .string()
      .regex(/^[^:]*$/, 'must not hold a colon')
      .default('')
      .meta({ title: 'User name', ui: { control: 'text' } }),
    password: z
      .string()
      .default('')
      .meta({ title: 'Password', ui: { control: 'secret' } }),
  }),
  secrets: ['password'],
  authenticate: { basic: { username: '{{username}}', password: '{{password}}' } },
});
