import { baseUrlOf, generate, providers, usualModel } from '@millrace/llm';
import type { LlmAccount, LlmProvider, LlmRequest, LlmResult } from '@millrace/llm';
import { CredentialTypes, NodeHttp, RunCredential, SecretMask } from '@millrace/server-credentials';
import { Config, GuardedHttp, newId } from '@millrace/server-platform';
import type { ConfigValues } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { assistantConfig } from './assistant.config';
import { modelFailed, notConfigured } from './assistant.errors';

/** Milliseconds for one answer: a person waits for it. */
const TIMEOUT_MS = 90_000;
const MAX_OUTPUT_TOKENS = 16_000;

/** Whether there is a model, and what to set when there is none. */
export interface AssistantStatus {
  readonly ready: boolean;
  readonly provider: LlmProvider | null;
  readonly model: string | null;
  /** What to set, in a sentence; null when it is ready. */
  readonly missing: string | null;
}

/** The model of this installation. Its key comes from the settings of the process and is handed to nobody. */
@Injectable()
export class AssistantModel {
  private readonly settings: ConfigValues<typeof assistantConfig>;

  constructor(
    config: Config,
    private readonly http: GuardedHttp,
    private readonly types: CredentialTypes,
  ) {
    this.settings = config.of(assistantConfig);
  }

  status(): AssistantStatus {
    const { ASSISTANT_PROVIDER: provider = null, ASSISTANT_MODEL } = this.settings;
    const missing = this.missing(provider);
    const model = provider === null ? null : ASSISTANT_MODEL || usualModel(provider);
    return { ready: missing === null, provider, model, missing };
  }

  /** @throws DomainError `ASSISTANT_NOT_CONFIGURED`, and those of the model */
  async ask(request: Omit<LlmRequest, 'model' | 'timeoutMs' | 'onDelta'>): Promise<LlmResult> {
    const { provider, model, missing } = this.status();
    if (missing !== null || provider === null) throw notConfigured(missing ?? '');
    const mask = new SecretMask();
    try {
      const limits = { timeoutMs: TIMEOUT_MS, maxOutputTokens: MAX_OUTPUT_TOKENS };
      return await generate(this.account(provider, mask), { ...limits, ...request, model: model ?? '' });
    } catch (error) {
      throw modelFailed(error, mask);
    }
  }

  private missing(provider: LlmProvider | null): string | null {
    const { ASSISTANT_API_KEY, ASSISTANT_MODEL, ASSISTANT_BASE_URL } = this.settings;
    if (provider === null) {
      return 'set ASSISTANT_PROVIDER (openai, anthropic, gemini, groq or openai-compatible) and ASSISTANT_API_KEY, then restart the api.';
    }
    if (provider !== 'openai-compatible') {
      return ASSISTANT_API_KEY === ''
        ? `set ASSISTANT_API_KEY to a key of ${providers[provider].title}, then restart the api.`
        : null;
    }
    const names = [
      ...(ASSISTANT_BASE_URL === '' ? ['ASSISTANT_BASE_URL to the address of the server'] : []),
      ...(ASSISTANT_MODEL === '' ? ['ASSISTANT_MODEL to the name of a model'] : []),
    ];
    return names.length === 0 ? null : `set ${names.join(' and ')}, then restart the api.`;
  }

  private account(provider: LlmProvider, mask: SecretMask): LlmAccount {
    const idempotencyKey = `assistant:${newId()}`;
    const signal = AbortSignal.timeout(2 * TIMEOUT_MS);
    const baseUrl = this.settings.ASSISTANT_BASE_URL;
    const host = new URL(baseUrlOf({ provider, baseUrl })).hostname.replace(/^\[|\]$/g, '');
    const credential = new RunCredential({
      ...{ id: 'assistant', name: 'Assistant', type: this.types.of(provider).data, domains: [host], mask },
      values: { apiKey: this.settings.ASSISTANT_API_KEY, baseUrl },
    });
    const http = new NodeHttp({ http: this.http, idempotencyKey, signal, mask });
    return { provider, http, credential, baseUrl, idempotencyKey, signal, nowMs: Date.now() };
  }
}
