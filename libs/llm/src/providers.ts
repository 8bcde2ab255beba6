import type { LlmAccount, LlmProvider } from './llm-types';

/** What is particular to a provider. */
export interface ProviderFacts {
  readonly title: string;
  /** Empty when only the account can tell. */
  readonly baseUrl: string;
  /** What the paths of the OpenAI-compatible calls begin with. */
  readonly compatiblePath: string;
  readonly protocol: 'responses' | 'messages' | 'chat-completions';
  /** Name of the output limit in chat completions. */
  readonly limitParam: 'max_tokens' | 'max_completion_tokens';
}

/** Every provider. */
export const providers: Readonly<Record<LlmProvider, ProviderFacts>> = {
  openai: {
    title: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    compatiblePath: '',
    protocol: 'responses',
    limitParam: 'max_completion_tokens',
  },
  anthropic: {
    title: 'Anthropic',
    baseUrl: 'https://api.anthropic.com',
    compatiblePath: '',
    protocol: 'messages',
    limitParam: 'max_tokens',
  },
  gemini: {
    title: 'Gemini',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    compatiblePath: '/openai',
    protocol: 'chat-completions',
    limitParam: 'max_tokens',
  },
  groq: {
    title: 'Groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    compatiblePath: '',
    protocol: 'chat-completions',
    limitParam: 'max_completion_tokens',
  },
  'openai-compatible': {
    title: 'The model server',
    baseUrl: '',
    compatiblePath: '',
    protocol: 'chat-completions',
    limitParam: 'max_tokens',
  },
};

/** Whether a text names a provider. */
export function isLlmProvider(name: string): name is LlmProvider {
  return Object.hasOwn(providers, name);
}

/** Where calls of an account go, without a slash at the end. */
export function baseUrlOf(account: Pick<LlmAccount, 'provider' | 'baseUrl'>): string {
  const { baseUrl, compatiblePath } = providers[account.provider];
  const given = (account.baseUrl ?? '').trim().replace(/\/+$/, '');
  const root = given === '' ? baseUrl : given;
  // The client of Anthropic writes the version into the path itself.
  if (account.provider === 'anthropic') return root.replace(/\/v1$/, '');
  return compatiblePath === '' || root.endsWith(compatiblePath) ? root : `${root}${compatiblePath}`;
}
