import type { LlmProvider } from '@millrace/llm';
import { listModels } from '@millrace/llm';
import { credentialTypeData, fieldText } from '@millrace/node-sdk';
import type { CredentialType } from '@millrace/node-sdk';
import { testCredential } from '@millrace/node-sdk/testing';
import { LoopbackHttp } from '../../testing/loopback-http';
import { ModelServers } from '../../testing/model-servers';
import { anthropicCredential } from '../anthropic/anthropic.credential';
import { geminiCredential } from '../gemini/gemini.credential';
import { groqCredential } from '../groq/groq.credential';
import { openaiCompatibleCredential } from '../openai-compatible/openai-compatible.credential';
import { openaiCredential } from '../openai/openai.credential';

const types: [LlmProvider, CredentialType][] = [
  ['openai', openaiCredential],
  ['anthropic', anthropicCredential],
  ['gemini', geminiCredential],
  ['groq', groqCredential],
  ['openai-compatible', openaiCompatibleCredential],
];
let servers: ModelServers;

beforeAll(async () => {
  servers = await ModelServers.start();
});
afterAll(() => servers.stop());

it.each(types)('the account of %s is tested by a request that the contract knows', async (provider, type) => {
  const { contract, credential } = servers.of(provider);
  const { url, method, headers = {} } = type.test ?? { url: '', method: '' };
  const request = { method, url: fieldText(url, credential.fields), headers };
  contract.answerNext({ body: { data: [] } }, { status: 401, body: {} });
  const http = new LoopbackHttp();
  expect((await http.request({ ...request, credential })).status).toBe(200);
  expect(contract.calls[0]).toMatchObject({ flaws: [], status: 200 });
  expect((await http.request({ ...request, credential })).status).toBe(401);
});

it.each(types)('the account of %s lists its models', async (provider) => {
  const { contract, credential } = servers.of(provider);
  contract.reset();
  contract.answerNext({ body: { data: [{ id: 'models/some-text' }, { id: 'whisper-1' }] } });
  const account = {
    provider,
    credential,
    http: new LoopbackHttp(),
    baseUrl: String(credential.fields['baseUrl']),
    nowMs: 0,
  };
  expect(await listModels(account)).toEqual([{ id: 'some-text' }]);
  expect(contract.calls[0]?.flaws).toEqual([]);
});

it.each(types)('the account of %s keeps its key to itself and to its host', (_provider, type) => {
  const data = credentialTypeData(type);
  expect([data.secretFields, data.hostField, data.testable]).toEqual([['apiKey'], 'baseUrl', true]);
  const values = { apiKey: 'canary', baseUrl: 'https://a.test/v1' };
  const credential = testCredential(type, values, { domains: ['a.test'] });
  expect(JSON.stringify(credential.fields)).not.toContain('canary');
  expect(() => credential.authenticate({ method: 'GET', url: 'https://b.test/' })).toThrow('may not be sent');
});

it('is sent without a key to servers that have none, and with its organisation', () => {
  const request = { method: 'GET', url: 'http://localhost:11434/v1/models' };
  const ollama = testCredential(openaiCompatibleCredential, { baseUrl: 'http://localhost:11434/v1' });
  expect(ollama.authenticate(request).headers).toEqual({});
  const openai = testCredential(openaiCredential, { apiKey: 'k', organization: 'org' });
  expect(openai.authenticate(request).headers).toEqual({ authorization: 'Bearer k', 'openai-organization': 'org' });
});
