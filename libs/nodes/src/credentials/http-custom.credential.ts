import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

const headerName = z.string().regex(/^[!#$%&'*+.^_`|~\dA-Za-z-]{1,100}$/, 'must be the name of a header');

/** Several headers and parameters. */
export const httpCustomCredential = defineCredential({
  type: 'http-custom',
  title: 'Several headers and parameters',
  description: 'For services that want more than one key, such as an application id beside a secret.',
  keywords: ['http', 'custom', 'api key', 'headers'],
  fields: z.object({
    headers: z
      .record(headerName, z.string())
      .default({})
      .meta({ title: 'Headers', description: 'All values are secrets.', ui: { control: 'key-values' } }),
    query: z
      .record(z.string().min(1).max(100), z.string())
      .default({})
      .meta({ title: 'Query parameters', description: 'All values are secrets.', ui: { control: 'key-values' } }),
  }),
  secrets: ['headers', 'query'],
  authenticate: { headersField: 'headers', queryField: 'query' },
});
