import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
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
import { TOOL_SLOTS, toolSchema } from './agent-tool';

const toolSlots = TOOL_SLOTS.map((id, index) => ({
  id,
  title: `Account ${index + 1} for tools`,
  types: ['*'],
  required: false,
}));

export const aiAgentDefinition = defineNode({
  type: 'ai-agent',
  version: 1,
  title: 'AI Agent',
  description: 'Works on a task by itself: a model that uses workflows, HTTP calls and other nodes as tools.',
  category: 'action',
  keywords: ['ai', 'llm', 'assistant', 'tools', 'function calling', 'autonomous', 'chatbot', 'gpt', 'claude', 'memory'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The answer, what tools were used, tokens and price.' }],
  params: z.object({
    aiModel: modelParam(),
    role: z
      .string()
      .max(500)
      .default('')
      .meta({ title: 'Role', description: 'Who the agent is.', ui: { control: 'text', placeholder: 'Fact checker' } }),
    instructions: z
      .string()
      .default('')
      .meta({
        title: 'Instructions',
        description: 'How the agent works: what matters, when to use which tool, when it is done.',
        ui: { control: 'textarea', rows: 5, placeholder: 'Check every number. Say where you looked.' },
      }),
    aiPrompt: promptParams.aiPrompt.meta({
      title: 'Task',
      description: 'What the agent is to do now; templates are filled in.',
      ui: { control: 'textarea', rows: 4, placeholder: 'Check this text: {{ input.text }}' },
    }),
    tools: z
      .array(toolSchema)
      .max(64)
      .default([])
      .meta({ title: 'Tools', description: 'What the agent may do beside writing.', ui: { control: 'list' } }),
    maxTurns: z.coerce
      .number()
      .int()
      .min(1)
      .max(50)
      .default(10)
      .meta({
        title: 'Most turns',
        description: 'Answers of the model before the agent gives up.',
        ui: { control: 'number' },
      }),
    ...formatParams,
    memoryKey: z
      .string()
      .max(500)
      .default('')
      .meta({
        title: 'Memory',
        description: 'What is said under one key is remembered by the next run with the same key; nothing when empty.',
        ui: { control: 'text', placeholder: '{{ trigger.chatId }}' },
      }),
    memoryLimit: z.coerce
      .number()
      .int()
      .min(1)
      .max(50)
      .default(10)
      .meta({
        title: 'Length of the memory',
        description: 'Questions with their answers that are remembered.',
        ui: { control: 'number', advanced: true },
      }),
    maxOutputTokens: limitParam(),
    temperature: temperatureParam,
    reasoningEffort: effortParam(['none', 'default', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']),
  }),
  // Templates in tools see what the model gives, so that they are filled in when a tool is used.
  rawParams: ['aiSchema', 'tools'],
  extraRoots: { tools: ['args'] },
  output: textOutput.extend({
    turns: z.number(),
    toolCalls: z.array(
      z.object({
        turn: z.number(),
        name: z.string(),
        arguments: z.json().optional(),
        ok: z.boolean(),
        result: z.string(),
      }),
    ),
  }),
  summary: '{{role}}',
  traits: { ignoresInput: true, effect: 'write' },
  timeoutMs: 1_800_000,
  credentials: [modelSlot(), ...toolSlots],
});
