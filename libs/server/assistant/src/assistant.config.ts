import { defineConfig } from '@millrace/server-platform';
import { z } from 'zod';

/** The model that fills in settings and drafts workflows for people. */
export const assistantConfig = defineConfig({
  ASSISTANT_PROVIDER: z
    .enum(['openai', 'anthropic', 'gemini', 'groq', 'openai-compatible'], {
      error: 'must be openai, anthropic, gemini, groq or openai-compatible',
    })
    .optional()
    .describe('Provider of the model behind Magic Input; there is none when absent.'),
  ASSISTANT_MODEL: z
    .string()
    .trim()
    .max(200)
    .default('')
    .describe("Model behind Magic Input; the provider's usual one when empty."),
  ASSISTANT_API_KEY: z
    .string()
    .trim()
    .default('')
    .describe('Key of the model behind Magic Input; servers without keys need none.')
    .meta({ secret: true }),
  ASSISTANT_BASE_URL: z
    .union([z.literal(''), z.url()])
    .default('')
    .describe(
      "Address of the model's API; the provider's own when empty. One inside the network needs OUTBOUND_ALLOW.",
    ),
});
