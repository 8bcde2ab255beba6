import type { LlmProvider, ReasoningEffort } from './llm-types';

/** What a model takes. */
export interface ModelFeatures {
  /** `effort-none`: only together with the reasoning effort `none`. */
  readonly temperature: 'yes' | 'no' | 'effort-none';
  readonly efforts: readonly ReasoningEffort[];
  /** Whether the provider enforces a JSON Schema; `try` means that it may refuse and is asked in words then. */
  readonly schema: 'native' | 'try' | 'words';
  readonly reasons: boolean;
}

interface Row {
  readonly provider: LlmProvider;
  readonly models: RegExp;
  readonly features: ModelFeatures;
}

const NONE: readonly ReasoningEffort[] = [];
const UP_TO_HIGH = ['low', 'medium', 'high'] as const;
const CLAUDE_EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

function row(provider: LlmProvider, models: RegExp, features: ModelFeatures): Row {
  return { provider, models, features };
}

/** The first row that fits counts. As of 2026-11-20. */
const rows: readonly Row[] = [
  row('openai', /^gpt-6/, {
    temperature: 'effort-none',
    efforts: ['none', 'low', 'medium', 'high', 'xhigh', 'max'],
    schema: 'native',
    reasons: true,
  }),
  row('openai', /^gpt-5\.\d/, {
    temperature: 'effort-none',
    efforts: ['none', 'low', 'medium', 'high', 'xhigh'],
    schema: 'native',
    reasons: true,
  }),
  row('openai', /^gpt-5/, {
    temperature: 'no',
    efforts: ['minimal', 'low', 'medium', 'high'],
    schema: 'native',
    reasons: true,
  }),
  row('openai', /^o\d/, { temperature: 'no', efforts: UP_TO_HIGH, schema: 'native', reasons: true }),
  row('openai', /^gpt-4/, { temperature: 'yes', efforts: NONE, schema: 'native', reasons: false }),
  row('openai', /./, { temperature: 'yes', efforts: NONE, schema: 'try', reasons: false }),
  row('anthropic', /^claude-(haiku|sonnet)-4-5/, {
    temperature: 'no',
    efforts: NONE,
    schema: 'native',
    reasons: false,
  }),
  row('anthropic', /./, { temperature: 'no', efforts: CLAUDE_EFFORTS, schema: 'native', reasons: true }),
  row('gemini', /^(models\/)?gemini-/, {
    temperature: 'yes',
    efforts: ['minimal', 'low', 'medium', 'high'],
    schema: 'native',
    reasons: true,
  }),
  row('gemini', /./, { temperature: 'yes', efforts: NONE, schema: 'try', reasons: false }),
  row('groq', /^openai\/gpt-oss/, { temperature: 'yes', efforts: UP_TO_HIGH, schema: 'native', reasons: true }),
  row('groq', /^qwen\/qwen3/, { temperature: 'yes', efforts: ['none', 'default'], schema: 'words', reasons: true }),
  row('groq', /./, { temperature: 'yes', efforts: NONE, schema: 'words', reasons: false }),
];

const compatible: ModelFeatures = {
  temperature: 'yes',
  efforts: ['none', 'minimal', 'low', 'medium', 'high'],
  schema: 'try',
  reasons: false,
};

/** What a model takes; of a server that we do not know: what people set is sent. */
export function featuresOf(provider: LlmProvider, model: string): ModelFeatures {
  return rows.find((one) => one.provider === provider && one.models.test(model))?.features ?? compatible;
}

/** Sampling and effort that the model takes, and a sentence about each that it does not. */
export function settledParams(
  provider: LlmProvider,
  request: { model: string; temperature?: number | undefined; reasoningEffort?: ReasoningEffort | undefined },
): {
  readonly temperature: number | undefined;
  readonly reasoningEffort: ReasoningEffort | undefined;
  readonly warnings: readonly string[];
} {
  const { model, temperature, reasoningEffort } = request;
  const features = featuresOf(provider, model);
  const takesEffort = reasoningEffort === undefined || features.efforts.includes(reasoningEffort);
  const effort = takesEffort ? reasoningEffort : undefined;
  const takesTemperature =
    temperature === undefined ||
    features.temperature === 'yes' ||
    (features.temperature === 'effort-none' && effort === 'none');
  return {
    temperature: takesTemperature ? temperature : undefined,
    reasoningEffort: effort,
    warnings: [
      ...(takesEffort ? [] : [effortWarning(model, reasoningEffort, features.efforts)]),
      ...(takesTemperature ? [] : [temperatureWarning(model, features.temperature)]),
    ],
  };
}

function effortWarning(model: string, effort: ReasoningEffort, taken: readonly ReasoningEffort[]): string {
  const others = taken.length === 0 ? 'has no reasoning effort' : `takes ${taken.join(', ')}`;
  return `The reasoning effort "${effort}" was left out: ${model} ${others}.`;
}

function temperatureWarning(model: string, rule: ModelFeatures['temperature']): string {
  const hint = rule === 'effort-none' ? ' unless the reasoning effort is "none"' : '';
  return `The temperature was left out: ${model} does not take one${hint}.`;
}
