import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** An account of Anthropic. */
export const anthropicCredential = defineCredential({
  type: 'anthropic',
  title: 'Anthropic',
  description: 'Opens the Claude models of Anthropic. Create a key at platform.claude.com, under API keys.',
  keywords: ['claude', 'model', 'ai'],
  fields: z.object({
    apiKey: z
      .string()
      .trim()
      .min(1, 'enter the key')
      .max(1_000)
      .meta({ title: 'API key', description: 'The secret key.', ui: { control: 'secret', placeholder: 'sk-ant-…' } }),
    baseUrl: z
      .url()
      .default('https://api.anthropic.com')
      .meta({ title: 'Base URL', description: 'Where the API is, when it is behind a proxy.', ui: { advanced: true } }),
  }),
  secrets: ['apiKey'],
  authenticate: {
    headers: { 'x-api-key': '{{apiKey}}' },
  },
  domains: ['api.anthropic.com'],
  hostField: 'baseUrl',
  test: {
    method: 'GET',
    url: '{{baseUrl}}/v1/models?limit=1',
    headers: { 'anthropic-version': '2026-10-21' },
  },
});
