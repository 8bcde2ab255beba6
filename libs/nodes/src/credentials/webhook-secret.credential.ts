import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** What the sender of a webhook signs its calls with, when the sender chose it. */
export const webhookSecretCredential = defineCredential({
  type: 'webhook-secret',
  title: 'Webhook signing secret',
  description:
    'Shows that calls of a webhook come from whom they say. The service that calls shows it where webhooks are set up.',
  keywords: ['signature', 'hmac', 'stripe', 'github', 'slack', 'svix', 'whsec'],
  fields: z.object({
    secret: z
      .string()
      .trim()
      .min(8, 'must have at least 8 characters: a shorter one can be guessed')
      .max(1_000)
      .meta({
        title: 'Secret',
        description: 'As the service shows it, with its beginning.',
        ui: { control: 'secret', placeholder: 'whsec_…' },
      }),
  }),
  secrets: ['secret'],
  // It only checks what comes in.
  domains: [],
});
