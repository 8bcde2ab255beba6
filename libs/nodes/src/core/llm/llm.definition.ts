import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { MODEL_TIMEOUT_MS } from '../../integrations/llm/generate-text';
import { modelSlot } from '../../integrations/llm/model-account';
import {
  effortParam,
  formatParams,
  limitParam,
  modelParam,
  promptParams,
  temperatureParam,
  textOutput,
} from '../../integrations/llm/text-params';

export const llmDefinition = defineNode({
  type: 'llm',
  version: 1,
  title: 'LLM',
  description: 'Asks a language model and gives its answer; which provider follows from the account.',
  category: 'action',
  keywords: [
    'ai',
    'model',
    'prompt',
    'gpt',
    'claude',
    'gemini',
    'groq',
    'ollama',
    'write',
    'summarise',
    'extract',
    'classify',
    'translate',
  ],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The answer, with tokens and price.' }],
  params: z.object({
    aiModel: modelParam(),
    ...promptParams,
    ...formatParams,
    maxOutputTokens: limitParam(),
    temperature: temperatureParam,
    reasoningEffort: effortParam(['none', 'default', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']),
  }),
  rawParams: ['aiSchema'],
  output: textOutput,
  summary: '{{aiModel}}',
  traits: { ignoresInput: true, effect: 'read' },
  timeoutMs: MODEL_TIMEOUT_MS,
  credentials: [modelSlot()],
});
