import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** An account of Groq. */
export const groqCredential = defineCredential({
  type: 'groq',
  title: 'Groq',
  description: 'Opens the models that Groq runs. Create a key at console.groq.com.',
  keywords: ['model', 'ai', 'gpt-oss', 'qwen'],
  fields: z.object({
    apiKey: z
      .string()
      .trim()
      .min(1, 'enter the key')
      .max(1_000)
      .meta({ title: 'API key', description: 'The secret key.', ui: { control: 'secret', placeholder: 'gsk_…' } }),
    baseUrl: z
      .url()
      .default('https://api.groq.com/openai/v1')
      .meta({ title: 'Base URL', description: 'Where the API is, when it is behind a proxy.', ui: { advanced: true } }),
  }),
  secrets: ['apiKey'],
  authenticate: {
    headers: { authorization: 'Bearer {{apiKey}}' },
  },
  domains: ['api.groq.com'],
  hostField: 'baseUrl',
  test: { method: 'GET', url: '{{baseUrl}}/models' },
});
