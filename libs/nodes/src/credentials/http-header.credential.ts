import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** A header of any name. */
export const httpHeaderCredential = defineCredential({
  type: 'http-header',
  title: 'Header',
  description: 'A header with a key, as many APIs want it: X-Api-Key and the like.',
  keywords: ['http', 'api key', 'x-api-key', 'token'],
  fields: z.object({
    name: z
      .string()
      .trim()
      .regex(/^[!#$%&'*+.^_`|~\dA-Za-z-]{1,100}$/, 'must be the name of a header such as X-Api-Key')
      .default('X-Api-Key')
      .meta({ title: 'Header', description: 'Name of the header.', ui: { control: 'text', placeholder: 'X-Api-Key' } }),
    value: z
      .string()
      .min(1, 'enter the value')
      .meta({ title: 'Value', description: 'What the header says.', ui: { control: 'secret' } }),
  }),
  secrets: ['value'],
  authenticate: { headers: { '{{name}}': '{{value}}' } },
});
