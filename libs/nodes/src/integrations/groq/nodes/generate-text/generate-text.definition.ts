import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { MODEL_TIMEOUT_MS } from '../../../llm/generate-text';
import { modelSlot } from '../../../llm/model-account';
import {
  effortParam,
  formatParams,
  limitParam,
  modelParam,
  promptParams,
  temperatureParam,
  textOutput,
} from '../../../llm/text-params';

export const generateTextDefinition = defineNode({
  type: 'groq/generate-text',
  version: 1,
  title: 'Groq: generate text',
  description: 'Asks a model that Groq runs and gives its answer, as text or as an object.',
  category: 'action',
  keywords: ['llm', 'ai', 'model', 'prompt', 'gpt-oss', 'qwen', 'fast', 'write', 'summarise', 'extract', 'classify'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The answer, with tokens and price.' }],
  params: z.object({
    aiModel: modelParam('groq'),
    ...promptParams,
    ...formatParams,
    maxOutputTokens: limitParam(),
    temperature: temperatureParam,
    reasoningEffort: effortParam(['none', 'default', 'low', 'medium', 'high']),
  }),
  rawParams: ['aiSchema'],
  output: textOutput,
  summary: '{{aiModel}}',
  traits: { ignoresInput: true, effect: 'read' },
  timeoutMs: MODEL_TIMEOUT_MS,
  credentials: [modelSlot(['groq'])],
});
