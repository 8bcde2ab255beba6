import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** An account of Gemini. */
export const geminiCredential = defineCredential({
  type: 'gemini',
  title: 'Gemini',
  description: 'Opens the Gemini models of Google. Create a key in Google AI Studio.',
  keywords: ['google', 'model', 'ai'],
  fields: z.object({
    apiKey: z
      .string()
      .trim()
      .min(1, 'enter the key')
      .max(1_000)
      .meta({ title: 'API key', description: 'The secret key.', ui: { control: 'secret', placeholder: 'AIza…' } }),
    baseUrl: z
      .url()
      .default('https://generativelanguage.googleapis.com/v1beta')
      .meta({ title: 'Base URL', description: 'Where the API is, when it is behind a proxy.', ui: { advanced: true } }),
  }),
  secrets: ['apiKey'],
  authenticate: {
    headers: { authorization: 'Bearer {{apiKey}}' },
  },
  domains: ['generativelanguage.googleapis.com'],
  hostField: 'baseUrl',
  test: { method: 'GET', url: '{{baseUrl}}/openai/models' },
});
