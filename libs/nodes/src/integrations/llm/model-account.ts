import { isLlmProvider } from '@millrace/llm';
import type { LlmAccount } from '@millrace/llm';
import { NodeError } from '@millrace/node-sdk';
import type { RunContext } from '@millrace/node-sdk';
import type { CredentialSlot } from '@millrace/workflow-model';

/** Credential types that open a model. */
export const MODEL_CREDENTIALS = ['openai', 'anthropic', 'gemini', 'groq', 'openai-compatible'] as const;

/** The slot for the account of a model provider. */
export function modelSlot(types: readonly string[] = MODEL_CREDENTIALS): CredentialSlot {
  return { id: 'account', title: 'Model account', types, required: true };
}

/**
 * The provider that the node's credential opens. `step` tells several calls of one node apart in idempotency keys.
 * @throws NodeError `CREDENTIAL_MISSING`, and those of `ctx.credential`
 */
export async function modelAccount(ctx: RunContext, step?: string): Promise<LlmAccount> {
  const credential = await ctx.credential();
  if (credential === undefined || !isLlmProvider(credential.type)) {
    const message = 'Choose an account of a model provider: OpenAI, Anthropic, Gemini, Groq, or a compatible server.';
    throw new NodeError({ code: 'CREDENTIAL_MISSING', fault: 'user', message });
  }
  return {
    provider: credential.type,
    http: ctx.http,
    credential,
    baseUrl: String(credential.fields['baseUrl'] ?? ''),
    idempotencyKey: step === undefined ? ctx.idempotencyKey : `${ctx.idempotencyKey}:${step}`,
    signal: ctx.signal,
    nowMs: ctx.nowMs,
  };
}
