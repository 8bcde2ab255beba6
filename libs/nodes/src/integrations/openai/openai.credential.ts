import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** An account of OpenAI. */
export const openaiCredential = defineCredential({
  type: 'openai',
  title: 'OpenAI',
  description: 'Opens the models of OpenAI. Create a key at platform.openai.com, under API keys.',
  keywords: ['gpt', 'chatgpt', 'model', 'ai'],
  fields: z.object({
    apiKey: z
      .string()
      .trim()
      .min(1, 'enter the key')
      .max(1_000)
      .meta({ title: 'API key', description: 'The secret key.', ui: { control: 'secret', placeholder: 'sk-…' } }),
    organization: z
      .string()
      .trim()
      .max(200)
      .default('')
      .meta({ title: 'Organisation', description: 'Id of the organisation that pays.', ui: { advanced: true } }),
    project: z
      .string()
      .trim()
      .max(200)
      .default('')
      .meta({ title: 'Project', description: 'Id of the project that pays.', ui: { advanced: true } }),
    baseUrl: z
      .url()
      .default('https://api.openai.com/v1')
      .meta({ title: 'Base URL', description: 'Where the API is, when it is behind a proxy.', ui: { advanced: true } }),
  }),
  secrets: ['apiKey'],
  authenticate: {
    headers: {
      authorization: 'Bearer {{apiKey}}',
      'openai-organization': '{{organization}}',
      'openai-project': '{{project}}',
    },
  },
  domains: ['api.openai.com'],
  hostField: 'baseUrl',
  test: { method: 'GET', url: '{{baseUrl}}/models' },
});
