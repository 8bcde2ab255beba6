import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';

/** A server that speaks OpenAI's chat completions. */
export const openaiCompatibleCredential = defineCredential({
  type: 'openai-compatible',
  title: 'OpenAI-compatible server',
  description:
    'Opens a model server that speaks the API of OpenAI: Ollama, vLLM, LM Studio, OpenRouter, DeepSeek, Mistral.',
  keywords: ['ollama', 'vllm', 'lm studio', 'openrouter', 'deepseek', 'mistral', 'local', 'model', 'ai'],
  fields: z.object({
    baseUrl: z.url().meta({
      title: 'Base URL',
      description: 'Address up to the version, as in the documentation of the server.',
      ui: { placeholder: 'http://localhost:11434/v1' },
    }),
    apiKey: z
      .string()
      .trim()
      .max(1_000)
      .default('')
      .meta({
        title: 'API key',
        description: 'Empty for servers without keys, such as Ollama.',
        ui: { control: 'secret' },
      }),
  }),
  secrets: ['apiKey'],
  authenticate: { headers: { authorization: 'Bearer {{apiKey}}' } },
  hostField: 'baseUrl',
  test: { method: 'GET', url: '{{baseUrl}}/models' },
});
