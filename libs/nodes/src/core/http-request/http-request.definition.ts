import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { paginationSchema } from './pagination.schema';

const text = z.string();
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const MEBIBYTE = 1024 * 1024;
const sendsBody = { param: 'method', isNot: ['GET', 'HEAD'] };

export const httpRequestDefinition = defineNode({
  type: 'http-request',
  version: 1,
  aliases: ['system/http-request', 'HTTP Request'],
  title: 'HTTP request',
  description: 'Calls any HTTP API and gives what it answers.',
  category: 'action',
  keywords: ['api', 'rest', 'fetch', 'curl', 'get', 'post', 'url', 'call', 'download', 'webhook', 'graphql'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'Body of the answer, or the whole answer.' }],
  params: z.object({
    method: text
      .trim()
      .toUpperCase()
      .regex(/^[A-Za-z]{1,20}$/, 'must be an HTTP method such as GET')
      .default('GET')
      .meta({
        title: 'Method',
        description: 'HTTP method; any word is sent as it is.',
        examples: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
        ui: { control: 'select' },
      }),
    url: text
      .trim()
      .min(1, 'write an address')
      .meta({
        title: 'URL',
        description: 'Whole address, starting with http:// or https://.',
        ui: { control: 'text', placeholder: 'https://api.example.com/orders' },
      }),
    query: z
      .union([z.record(text, z.json()), text])
      .default({})
      .meta({
        title: 'Query',
        description:
          'Parameters added to the address, as an object or JSON text. Lists repeat a name, null leaves it out.',
        ui: { control: 'key-values' },
      }),
    headers: z
      .union([z.record(text, scalar), text])
      .default({})
      .meta({
        title: 'Headers',
        description: 'As an object or JSON text. Null leaves a header out.',
        ui: { control: 'key-values' },
      }),
    bodyType: z
      .enum(['auto', 'none', 'json', 'form', 'multipart', 'raw'])
      .default('auto')
      .meta({
        title: 'Body type',
        description:
          'How the body is written. Automatic: text as it is, everything else as JSON; none with GET and HEAD.',
        ui: {
          control: 'select',
          showWhen: sendsBody,
          labels: {
            auto: 'Automatic',
            none: 'None',
            json: 'JSON',
            form: 'Form (URL-encoded)',
            multipart: 'Form with files (multipart)',
            raw: 'Text or file as it is',
          },
        },
      }),
    body: z
      .json()
      .optional()
      .meta({
        title: 'Body',
        description: 'Object, JSON text, text, or a file of another node.',
        ui: { control: 'json', rows: 6, showWhen: sendsBody },
      }),
    contentType: text
      .trim()
      .optional()
      .meta({
        title: 'Content type',
        description: 'Overrides the content type that follows from the body.',
        ui: { control: 'text', advanced: true, placeholder: 'application/xml', showWhen: sendsBody },
      }),
    response: z
      .enum(['auto', 'json', 'text', 'file'])
      .default('auto')
      .meta({
        title: 'Read answer as',
        description: 'How the body of the answer is read; automatically by its content type.',
        ui: { control: 'select', labels: { auto: 'Automatic', json: 'JSON', text: 'Text', file: 'File' } },
      }),
    output: z
      .enum(['body', 'response'])
      .default('body')
      .meta({
        title: 'Output',
        description: 'The body alone, or status, headers, body and final address.',
        ui: { control: 'select', labels: { body: 'Body', response: 'Status, headers and body' } },
      }),
    failOnStatus: z
      .boolean()
      .default(true)
      .meta({
        title: 'Fail on error status',
        description:
          'Whether a status of 400 or more is a failure. 408, 425, 429 and most 5xx are then tried again if the node has tries left.',
        ui: { control: 'toggle' },
      }),
    timeoutMs: z.coerce
      .number()
      .int()
      .min(1)
      .max(300_000)
      .default(60_000)
      .meta({
        title: 'Timeout',
        description: 'Milliseconds for one request.',
        ui: { control: 'number', advanced: true },
      }),
    followRedirects: z
      .boolean()
      .default(true)
      .meta({
        title: 'Follow redirects',
        description: 'Whether redirects are followed or given as the answer.',
        ui: { control: 'toggle', advanced: true },
      }),
    maxRedirects: z.coerce
      .number()
      .int()
      .min(1)
      .max(20)
      .default(5)
      .meta({
        title: 'Most redirects',
        description: 'Redirects after which the request fails.',
        ui: { control: 'number', advanced: true, showWhen: { param: 'followRedirects', is: [true] } },
      }),
    maxBytes: z.coerce
      .number()
      .int()
      .min(1)
      .max(16 * MEBIBYTE)
      .default(10 * MEBIBYTE)
      .meta({
        title: 'Size limit',
        description: 'Bytes of an answer above which the request fails; at most 16 MiB.',
        ui: { control: 'number', advanced: true },
      }),
    pagination: paginationSchema.meta({
      title: 'Pagination',
      description: 'How further pages are fetched; the output is then the list of all their items.',
      ui: { advanced: true },
    }),
    nextPage: z
      .union([text, z.object({ $expr: text.meta({ title: 'Expression' }) })])
      .optional()
      .meta({
        title: 'Next page',
        description:
          'For pagination by cursor or next address: a template or expression over `response.body`, `response.headers` and `page`.',
        ui: { control: 'expression', advanced: true, placeholder: '{{ response.body.next_cursor }}' },
      }),
  }),
  credentials: [{ id: 'account', title: 'Account', types: ['*'], required: false }],
  rawParams: ['nextPage'],
  extraRoots: { nextPage: ['response', 'page'] },
  summary: '{{method}}{{^method}}GET{{/method}} {{url}}',
  traits: {
    ignoresInput: true,
    effect: 'write',
    readsWhen: { param: 'method', is: ['GET', 'HEAD', 'OPTIONS'], default: 'GET' },
  },
  timeoutMs: 600_000,
});
