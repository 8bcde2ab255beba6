import type { OpenAI } from 'openai';
import { fetchOf } from './http-fetch';
import type { LlmAccount } from './llm-types';
import { baseUrlOf } from './providers';

/**
 * The client of OpenAI for an account; loaded when it is first needed. The key is the credential's business, the client
 * only wants to have one; retries are the engine's.
 */
export async function openAiClient(
  account: LlmAccount,
  { timeoutMs, call }: { readonly timeoutMs: number; readonly call: number },
): Promise<OpenAI> {
  const { OpenAI: Client } = await import('openai');
  return new Client({
    apiKey: 'in-the-credential',
    organization: null,
    project: null,
    baseURL: baseUrlOf(account),
    maxRetries: 0,
    timeout: timeoutMs + 5_000,
    logLevel: 'off',
    fetch: fetchOf(account, { timeoutMs, call }),
  });
}
