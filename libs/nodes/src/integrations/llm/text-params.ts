import { shippedModels, usualModel } from '@millrace/llm';
import type { LlmProvider, ReasoningEffort } from '@millrace/llm';
import { NodeError } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { z } from 'zod';

const PROMPT_HINT = 'Summarise this in one sentence: {{ input.text }}';
const asObject = { param: 'aiFormat', is: ['object'] };

/** The model of a provider as a param. Choices come from the account; those that are shipped stand in the schema. */
export function modelParam(provider?: LlmProvider) {
  const usual = provider === undefined ? '' : usualModel(provider);
  const examples = provider === undefined ? [] : shippedModels(provider).map(({ id }) => id);
  return z
    .string()
    .trim()
    .max(200)
    .default(usual)
    .meta({
      title: 'Model',
      description:
        usual === ''
          ? "Name of the model; the provider's usual one when empty."
          : 'Name of the model; any name may be typed.',
      ...(examples.length === 0 ? {} : { examples }),
      ui: { control: 'model', options: `${provider ?? 'llm'}/models` },
    });
}

/** The params that every node of a model has. */
export const promptParams = {
  aiPrompt: z
    .string()
    .min(1, 'write a prompt')
    .meta({
      title: 'Prompt',
      description: 'What the model is asked; templates are filled in.',
      ui: { control: 'textarea', rows: 5, placeholder: PROMPT_HINT },
    }),
  systemPrompt: z
    .string()
    .default('')
    .meta({
      title: 'System prompt',
      description: 'How the model is to behave: its role, its tone, what it must never do.',
      ui: { control: 'textarea', rows: 3, placeholder: 'You are a careful editor.' },
    }),
};

/** Text or an object, and which. */
export const formatParams = {
  aiFormat: z
    .enum(['text', 'object'])
    .default('text')
    .meta({
      title: 'Answer',
      description: 'Text, or an object that fits a JSON Schema.',
      ui: { control: 'select', labels: { text: 'Text', object: 'Object' } },
    }),
  aiSchema: z
    .json()
    .optional()
    .meta({
      title: 'Schema of the answer',
      description: 'JSON Schema that the object fulfils.',
      ui: { control: 'json', rows: 8, showWhen: asObject },
    }),
};

/** The limit of the answer. */
export const limitParam = (more: { usual?: number } = {}) => {
  const limit = z.coerce.number().int().min(1).max(1_000_000);
  const meta = {
    title: 'Longest answer',
    description: "Tokens that the answer may have, thoughts included; the model's own limit when empty.",
    ui: { control: 'number', advanced: true },
  };
  return more.usual === undefined
    ? limit.optional().meta(meta)
    : limit.optional().meta({
        ...meta,
        description: `Tokens that the answer may have, thoughts included; ${more.usual} when empty.`,
      });
};

/** How freely the model writes. */
export const temperatureParam = z.coerce
  .number()
  .min(0)
  .max(2)
  .optional()
  .meta({
    title: 'Temperature',
    description: 'From 0, always much the same, to 2. Left out where the model does not take one.',
    ui: { control: 'number', advanced: true },
  });

/** How hard the model thinks. */
export function effortParam<const E extends readonly [ReasoningEffort, ...ReasoningEffort[]]>(efforts: E) {
  return z
    .enum(efforts)
    .optional()
    .meta({
      title: 'Reasoning effort',
      description: 'How much the model thinks before it answers. Left out where the model does not take it.',
      ui: { control: 'select', advanced: true },
    });
}

/** What every node of a model gives. */
export const usageSchema = z.object({
  inputTokens: z.number(),
  outputTokens: z.number(),
  totalTokens: z.number(),
  cachedTokens: z.number().optional(),
});

/** Output of the nodes that write. */
export const textOutput = z.object({
  text: z.string(),
  object: z.json().optional(),
  finishReason: z.string(),
  model: z.string(),
  id: z.string(),
  usage: usageSchema,
  costUsd: z.number().optional(),
  warnings: z.array(z.string()),
});

/**
 * The schema of an answer, which may have been written as JSON text. Undefined when text is wanted.
 * @throws NodeError `AI_SCHEMA_INVALID`
 */
export function answerSchema(format: 'text' | 'object', schema: Json | undefined): JsonObject | undefined {
  if (format === 'text') return undefined;
  const value = typeof schema === 'string' ? parsed(schema) : schema;
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0)
    return value;
  const message =
    'An answer as an object needs a JSON Schema in "aiSchema", such as {"type":"object","properties":{…}}.';
  throw new NodeError({ code: 'AI_SCHEMA_INVALID', fault: 'user', message });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
