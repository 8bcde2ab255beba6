import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
const HMAC_ONLY = { param: 'auth', is: ['hmac'] };
const SENDERS = ['stripe', 'github', 'slack', 'standard-webhooks'] as const;
const TIMED_ONLY = { param: 'auth', is: ['hmac', 'stripe', 'slack', 'standard-webhooks'] };
const WAITING_ONLY = { param: 'response', is: ['when-finished', 'respond-node'] };

export const webhookTriggerDefinition = defineNode({
  type: 'webhook-trigger',
  version: 1,
  title: 'Webhook trigger',
  description: 'Starts the workflow when another system calls its address over HTTP.',
  category: 'trigger',
  keywords: ['http', 'hook', 'endpoint', 'api', 'receive', 'callback', 'url'],
  inputs: [],
  outputs: [{ id: 'main', description: 'Body of the call, or the whole request.' }],
  params: z.object({
    path: z
      .string()
      .trim()
      .regex(/^([A-Za-z0-9][A-Za-z0-9_\-./]{0,199})?$/, 'may hold letters, digits and _ - . / only')
      .optional()
      .meta({
        title: 'Path',
        description:
          'Own address below /hooks/, such as `orders/new`. The workflow answers at its default address too.',
        ui: { control: 'text', placeholder: 'orders/new' },
      }),
    methods: z
      .array(z.enum(METHODS))
      .min(1, 'needs at least one method')
      .default(['POST'])
      .meta({
        title: 'Methods',
        description: 'HTTP methods that start a run; others are answered with 405.',
        ui: { control: 'multi-select' },
      }),
    auth: z
      .enum(['token', 'basic', 'hmac', ...SENDERS, 'none'])
      .default('token')
      .meta({
        title: 'Authentication',
        description:
          'How a caller proves itself. The server makes the secret and shows it once; senders such as Stripe choose it, and it is kept as a credential. It is never part of the workflow.',
        ui: {
          control: 'select',
          labels: {
            token: 'Token (X-Webhook-Token or bearer)',
            basic: 'Basic: user name and password',
            hmac: 'HMAC signature of the body',
            stripe: 'Signed by Stripe',
            github: 'Signed by GitHub',
            slack: 'Signed by Slack',
            'standard-webhooks': 'Signed as Standard Webhooks say (Svix and others)',
            none: 'None: anybody may start runs',
          },
        },
      }),
    hmacHeader: z
      .string()
      .trim()
      .toLowerCase()
      .min(1)
      .default('x-signature')
      .meta({
        title: 'Signature header',
        description: 'Header that holds the signature, such as `x-hub-signature-256` of GitHub.',
        ui: { control: 'text', showWhen: HMAC_ONLY },
      }),
    hmacAlgorithm: z
      .enum(['sha1', 'sha256', 'sha512'])
      .default('sha256')
      .meta({
        title: 'Signature algorithm',
        description: 'Hash of the HMAC over the raw bytes of the body.',
        ui: { control: 'select', showWhen: HMAC_ONLY },
      }),
    hmacToleranceSeconds: z
      .number()
      .int()
      .min(1)
      .max(86_400)
      .default(300)
      .meta({
        title: 'Time tolerance',
        description: 'Seconds that a signed timestamp may be away from now, so that old calls cannot be replayed.',
        ui: { control: 'number', advanced: true, showWhen: TIMED_ONLY },
      }),
    response: z
      .enum(['immediate', 'when-finished', 'respond-node'])
      .default('immediate')
      .meta({
        title: 'Answer',
        description: 'When the caller gets its answer, and what is in it.',
        ui: {
          control: 'select',
          labels: {
            immediate: 'At once: 202 with the id of the run',
            'when-finished': 'When the run is finished: its result',
            'respond-node': 'What the Respond node says',
          },
        },
      }),
    responseTimeoutSeconds: z
      .number()
      .int()
      .min(1)
      .max(300)
      .default(60)
      .meta({
        title: 'Answer within',
        description:
          'Seconds that the caller is kept waiting; after that it gets 202 with the id of the run, which goes on.',
        ui: { control: 'number', showWhen: WAITING_ONLY },
      }),
    output: z
      .enum(['body', 'request'])
      .default('body')
      .meta({
        title: 'Output',
        description: 'What the workflow gets: the body alone, or method, headers, query and body.',
        ui: { control: 'select', labels: { body: 'The body', request: 'The whole request' } },
      }),
  }),
  rawParams: [
    'path',
    'methods',
    'auth',
    'hmacHeader',
    'hmacAlgorithm',
    'hmacToleranceSeconds',
    'response',
    'responseTimeoutSeconds',
    'output',
  ],
  summary: '{{#methods}}{{.}} {{/methods}}{{#path}}/hooks/{{path}}{{/path}}',
  traits: { trigger: true, pure: true },
  startsOn: 'webhook',
  credentials: [
    {
      id: 'signature',
      title: 'Signing secret',
      types: ['webhook-secret'],
      required: true,
      showWhen: { param: 'auth', is: SENDERS },
    },
    {
      id: 'hmacKey',
      title: 'Signing key of the sender',
      types: ['webhook-secret'],
      required: false,
      showWhen: HMAC_ONLY,
    },
  ],
});
