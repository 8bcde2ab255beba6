import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { MODEL_TIMEOUT_MS } from '../../../llm/generate-text';
import { modelSlot } from '../../../llm/model-account';
import { effortParam, formatParams, limitParam, modelParam, promptParams, textOutput } from '../../../llm/text-params';

export const generateTextDefinition = defineNode({
  type: 'anthropic/generate-text',
  version: 1,
  title: 'Anthropic: generate text',
  description: 'Asks a Claude model of Anthropic and gives its answer, as text or as an object.',
  category: 'action',
  keywords: ['claude', 'llm', 'ai', 'model', 'prompt', 'write', 'summarise', 'extract', 'classify'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The answer, with tokens and price.' }],
  params: z.object({
    aiModel: modelParam('anthropic'),
    ...promptParams,
    ...formatParams,
    maxOutputTokens: limitParam({ usual: 4_096 }),
    effort: effortParam(['low', 'medium', 'high', 'xhigh', 'max']),
  }),
  rawParams: ['aiSchema'],
  output: textOutput,
  summary: '{{aiModel}}',
  traits: { ignoresInput: true, effect: 'read' },
  timeoutMs: MODEL_TIMEOUT_MS,
  credentials: [modelSlot(['anthropic'])],
});
