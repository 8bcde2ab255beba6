import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { MODEL_TIMEOUT_MS } from '../../../llm/generate-text';
import { modelSlot } from '../../../llm/model-account';
import {
  formatParams,
  limitParam,
  modelParam,
  promptParams,
  temperatureParam,
  textOutput,
} from '../../../llm/text-params';

export const generateTextDefinition = defineNode({
  type: 'gemini/generate-text',
  version: 1,
  title: 'Gemini: generate text',
  description: 'Asks a Gemini model of Google and gives its answer, as text or as an object.',
  category: 'action',
  keywords: ['google', 'llm', 'ai', 'model', 'prompt', 'write', 'summarise', 'extract', 'classify'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The answer, with tokens and price.' }],
  params: z.object({
    aiModel: modelParam('gemini'),
    ...promptParams,
    ...formatParams,
    maxOutputTokens: limitParam(),
    temperature: temperatureParam,
  }),
  rawParams: ['aiSchema'],
  output: textOutput,
  summary: '{{aiModel}}',
  traits: { ignoresInput: true, effect: 'read' },
  timeoutMs: MODEL_TIMEOUT_MS,
  credentials: [modelSlot(['gemini'])],
});
