import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** A parameter of the address. */
export const httpQueryCredential = defineCredential({
  type: 'http-query',
  title: 'Query parameter',
  description:
    'A key in the address, such as ?api_key=. Prefer a header where the service takes one: addresses end up in logs.',
  keywords: ['http', 'api key', 'url', 'parameter'],
  fields: z.object({
    name: z
      .string()
      .trim()
      .min(1, 'enter the name')
      .max(100)
      .default('api_key')
      .meta({ title: 'Parameter', description: 'Name of the parameter.', ui: { control: 'text' } }),
    value: z
      .string()
      .min(1, 'enter the value')
      .meta({ title: 'Value', ui: { control: 'secret' } }),
  }),
  secrets: ['value'],
  authenticate: { query: { '{{name}}': '{{value}}' } },
});
