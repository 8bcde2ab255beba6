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
  type: 'openai/generate-text',
  version: 1,
  title: 'OpenAI: generate text',
  description: 'Asks a model of OpenAI and gives its answer, as text or as an object.',
  category: 'action',
  keywords: ['gpt', 'chatgpt', 'llm', 'ai', 'model', 'prompt', 'write', 'summarise', 'extract', 'classify'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The answer, with tokens and price.' }],
  params: z.object({
    aiModel: modelParam('openai'),
    ...promptParams,
    ...formatParams,
    maxOutputTokens: limitParam(),
    temperature: temperatureParam,
    reasoningEffort: effortParam(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']),
  }),
  rawParams: ['aiSchema'],
  output: textOutput,
  summary: '{{aiModel}}',
  traits: { ignoresInput: true, effect: 'read' },
  timeoutMs: MODEL_TIMEOUT_MS,
  credentials: [modelSlot(['openai'])],
});
