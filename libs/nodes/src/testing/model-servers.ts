import { LLMock } from '@copilotkit/aimock';
import type { LlmProvider } from '@millrace/llm';
import type { CredentialType, ResolvedCredential } from '@millrace/node-sdk';
import { testCredential } from '@millrace/node-sdk/testing';
import { anthropicCredential } from '../integrations/anthropic/anthropic.credential';
import { geminiCredential } from '../integrations/gemini/gemini.credential';
import { groqCredential } from '../integrations/groq/groq.credential';
import { openaiCompatibleCredential } from '../integrations/openai-compatible/openai-compatible.credential';
import { openaiCredential } from '../integrations/openai/openai.credential';
import { startContractServer } from './contract-server';
import type { ContractServer } from './contract-server';

/** An emulated provider behind its contract, and an account for it. */
export interface ModelServer {
  readonly contract: ContractServer;
  readonly credential: ResolvedCredential;
}

const types: Readonly<Record<LlmProvider, CredentialType>> = {
  openai: openaiCredential,
  anthropic: anthropicCredential,
  gemini: geminiCredential,
  groq: groqCredential,
  'openai-compatible': openaiCompatibleCredential,
};
/** Contract, its base path, and what the emulator calls the same. Gemini's compatible calls follow OpenAI's document. */
const servers: Readonly<Record<LlmProvider, { contract: string; basePath: string; upstream: string; below: string }>> =
  {
    openai: { contract: 'openai', basePath: '/v1', upstream: '/v1', below: '/v1' },
    anthropic: { contract: 'anthropic', basePath: '', upstream: '', below: '' },
    gemini: { contract: 'openai', basePath: '/v1beta/openai', upstream: '/v1', below: '/v1beta' },
    groq: { contract: 'groq', basePath: '', upstream: '', below: '/openai/v1' },
    'openai-compatible': { contract: 'openai', basePath: '/v1', upstream: '/v1', below: '/v1' },
  };

/** All providers, emulated: requests that a contract refuses never reach the emulator. */
export class ModelServers {
  readonly mock = new LLMock({ port: 0, logLevel: 'silent' });
  private readonly started = new Map<LlmProvider, ModelServer>();

  static async start(): Promise<ModelServers> {
    const all = new ModelServers();
    await all.mock.start();
    for (const provider of Object.keys(servers) as LlmProvider[]) {
      const { contract, basePath, upstream, below } = servers[provider];
      const server = await startContractServer(contract, { basePath, upstream: `${all.mock.url}${upstream}` });
      const values = { apiKey: `canary-${provider}`, baseUrl: `${server.origin}${below}` };
      all.started.set(provider, { contract: server, credential: testCredential(types[provider], values) });
    }
    return all;
  }

  of(provider: LlmProvider): ModelServer {
    const server = this.started.get(provider);
    if (server === undefined) throw new Error(`no server for ${provider}`);
    return server;
  }

  reset(): void {
    this.mock.reset();
    for (const { contract } of this.started.values()) contract.reset();
  }

  async stop(): Promise<void> {
    await this.mock.stop();
    await Promise.all([...this.started.values()].map(({ contract }) => contract.stop()));
  }
}
