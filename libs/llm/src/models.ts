import type { LlmProvider } from './llm-types';

/** A model as a choice in a list. */
export interface ModelChoice {
  readonly id: string;
  /** `2026-12-01` when the provider has said when it ends. */
  readonly endsOn?: string;
}

interface ShippedModels {
  readonly text: readonly string[];
  readonly image: readonly string[];
  /** Models that end soon, by their last day. */
  readonly ending: Readonly<Record<string, readonly string[]>>;
  /** Chosen when nobody says otherwise. */
  readonly usual: string;
}

/** As of 20 November 2026. */
const shipped: Readonly<Record<LlmProvider, ShippedModels>> = {
  openai: {
    text: [
      'gpt-6-luna',
      'gpt-6.1-sol',
      'gpt-6.1-terra',
      'gpt-6-sol',
      'gpt-6-astra',
      'gpt-5.6-sol',
      'gpt-5.6-terra',
      'gpt-5.6-luna',
      'gpt-5.5',
      'gpt-5.5-pro',
      'gpt-5.4',
      'gpt-5.4-mini',
      'gpt-5.2',
    ],
    image: [
      'gpt-image-2.5-flare',
      'gpt-image-2.6-sunburst',
      'gpt-image-2.6-flare',
      'gpt-image-2.5-sunburst',
      'gpt-image-2',
      'gpt-image-1.5',
      'gpt-image-1-mini',
      'chatgpt-image-latest',
    ],
    ending: {
      '2026-12-11': ['gpt-5', 'gpt-5-mini', 'gpt-5-nano', 'o3'],
      '2027-01-14': ['gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'gpt-4.1-mini'],
      '2027-04-01': ['gpt-5.4-nano', 'gpt-5.1'],
    },
    usual: 'gpt-6-luna',
  },
  anthropic: {
    text: [
      'claude-haiku-5-5',
      'claude-sonnet-5-5',
      'claude-opus-5-5',
      'claude-fable-5-2',
      'claude-mythos-5-2',
      'claude-opus-5',
      'claude-sonnet-5',
      'claude-fable-5-1',
      'claude-opus-4-8',
      'claude-sonnet-4-6',
      'claude-haiku-4-5',
    ],
    image: [],
    ending: { '2026-11-30': ['claude-sonnet-4-5', 'claude-sonnet-4-5-20250929'] },
    usual: 'claude-haiku-5-5',
  },
  gemini: {
    text: [
      'gemini-3.8-flash',
      'gemini-3.7-flash',
      'gemini-3.6-flash',
      'gemini-3.5-flash',
      'gemini-3.5-flash-lite',
      'gemini-3.1-flash-lite',
      'gemini-3.1-pro-preview',
      'gemini-4-argon',
      'gemini-flash-latest',
      'gemini-pro-latest',
    ],
    image: ['gemini-3.1-flash-image', 'gemini-3-pro-image'],
    ending: { '2026-12-01': ['gemini-2.5-pro', 'gemini-2.5-flash'] },
    usual: 'gemini-3.8-flash',
  },
  groq: {
    text: ['openai/gpt-oss-120b', 'openai/gpt-oss-20b', 'qwen/qwen3.8-27b', 'qwen/qwen3.6-27b'],
    image: [],
    ending: {},
    usual: 'openai/gpt-oss-120b',
  },
  'openai-compatible': { text: [], image: [], ending: {}, usual: '' },
};

/** The list that comes with the product, for when the provider cannot be asked. Models that end soon stand last. */
export function shippedModels(provider: LlmProvider, kind: 'text' | 'image' = 'text'): ModelChoice[] {
  const lists = shipped[provider];
  const lasting = lists[kind].map((id) => ({ id }));
  if (kind === 'image') return lasting;
  const ending = Object.entries(lists.ending).flatMap(([endsOn, ids]) => ids.map((id) => ({ id, endsOn })));
  return [...lasting, ...ending];
}

/** The model of a provider that is taken when nobody says otherwise; empty when nobody can know. */
export function usualModel(provider: LlmProvider): string {
  return shipped[provider].usual;
}

/** The last day of a model, when the provider has told it. */
export function endOf(provider: LlmProvider, model: string): string | undefined {
  const found = Object.entries(shipped[provider].ending).find(([, ids]) => ids.includes(model));
  return found?.[0];
}
