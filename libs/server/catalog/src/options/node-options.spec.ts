import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NodeError } from '@millrace/node-sdk';
import { RunCredential, RunCredentials, type CredentialRequest } from '@millrace/server-credentials';
import type { Actor } from '@millrace/server-identity';
import { newId } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import { Global, Module } from '@nestjs/common';
import { CatalogModule, CatalogWorkerModule } from '../catalog.module';
import { productCredentialTypes } from '../product-credential-types';
import { NodeOptions } from './node-options';
import { NodeOptionsWork } from './node-options-work';
import { answerLine } from './node-options.queue';

const actor: Actor = { workspaceId: newId(), userId: newId(), role: 'editor', via: 'session' };
const asked: CredentialRequest[] = [];
let baseUrl = '';
let status = 200;

/** Rights and secrets are tried where they live; here every account but one is that of the server below. */
class OneAccount extends RunCredentials {
  async resolve(request: CredentialRequest): Promise<RunCredential> {
    asked.push(request);
    if (request.credentialId === 'foreign') {
      throw new NodeError({ code: 'CREDENTIAL_FORBIDDEN', fault: 'user', message: 'You may not use it.' });
    }
    const type = productCredentialTypes().of('openai').data;
    const values = { apiKey: 'canary-key', baseUrl };
    return new RunCredential({ id: 'c1', name: 'Mine', type, values, domains: ['127.0.0.1'], mask: request.mask });
  }
}

@Global()
@Module({ providers: [{ provide: RunCredentials, useClass: OneAccount }], exports: [RunCredentials] })
class OneAccountModule {}

let app: TestApp;
let server: Server;
let options: NodeOptions;

beforeAll(async () => {
  server = createServer((request, response) => {
    const isMine = request.headers.authorization === 'Bearer canary-key' && request.url === '/v1/models';
    const data = ['gpt-live-2', 'gpt-7-nova', 'gpt-image-9', 'gpt-4o', 'text-embedding-3'].map((id) => ({ id }));
    const refusal = { error: { message: 'Incorrect API key: canary-key' } };
    response.writeHead(isMine ? status : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status === 200 ? { data } : refusal));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  app = await startTestApp({
    imports: [OneAccountModule, CatalogModule, CatalogWorkerModule],
    providers: [NodeOptions],
    env: { OUTBOUND_ALLOW: '127.0.0.1' },
  });
  options = app.app.get(NodeOptions, { strict: false });
  await app.app.get(NodeOptionsWork, { strict: false }).start();
});
afterAll(async () => {
  await app.app.get(NodeOptionsWork, { strict: false }).stop();
  await app.stop();
  server.closeAllConnections();
  server.close();
});

const models = (more: object = {}, param = 'aiModel', type = 'openai/generate-text') =>
  options.list(actor, { type, param, ...more });

it('gives what comes with the product when there is no account', async () => {
  const { options: found, live, message } = await models();
  expect(found[0]).toEqual({ value: 'gpt-6-luna' });
  expect(found).toContainEqual({ value: 'gpt-4o', hint: 'ends on 2027-01-14' });
  expect([live, message]).toEqual([false, null]);
});

it('asks the service through the account, as the person who asks', async () => {
  const { options: found, live } = await models({ credentialId: 'mine' });
  expect(found).toEqual([{ value: 'gpt-4o', hint: 'ends on 2027-01-14' }, { value: 'gpt-7-nova' }]);
  expect(live).toBe(true);
  expect(asked.at(-1)).toMatchObject({ authorId: actor.userId, workspaceId: actor.workspaceId, types: ['openai'] });
  const images = await models({ credentialId: 'mine' }, 'imageModel', 'openai/generate-image');
  expect(images.options).toEqual([{ value: 'gpt-image-9' }]);
});

it('finds by a part of the name', async () => {
  expect((await models({ credentialId: 'mine', search: ' NOVA ' })).options).toEqual([{ value: 'gpt-7-nova' }]);
  expect((await models({ search: 'terra' })).options.map(({ value }) => value)).toEqual([
    'gpt-6.1-terra',
    'gpt-5.6-terra',
  ]);
});

it('falls back to what comes with the product, says why, and never tells the key', async () => {
  status = 401;
  const refused = await models({ credentialId: 'mine' });
  status = 200;
  expect([refused.live, refused.options[0]?.value]).toEqual([false, 'gpt-6-luna']);
  expect(refused.message).toContain('does not accept the key');
  expect(refused.message).not.toContain('canary');
  expect(await models({ credentialId: 'foreign' })).toMatchObject({ live: false, message: 'You may not use it.' });
});

it('tells which nodes an agent can use', async () => {
  const { options: found } = await models({}, 'tools.action', 'ai-agent');
  const types = found.map(({ value }) => value);
  expect(types).toEqual(expect.arrayContaining(['http-request', 'storage', 'code']));
  expect(types.filter((type) => ['manual-trigger', 'approval-gate', 'timer'].includes(type))).toEqual([]);
  expect((await models({ search: 'storage' }, 'tools.action', 'ai-agent')).options).toHaveLength(1);
});

it.each([
  ['openai/generate-text', 'aiPrompt'],
  ['ai-agent', 'tools.nothing'],
  ['openai/generate-text', 'constructor'],
  ['nothing', 'aiModel'],
])('knows no choices for %s %s', async (type, param) => {
  await expect(options.list(actor, { type, param })).rejects.toMatchObject({ code: 'OPTIONS_UNKNOWN' });
});

it('cuts a list that no notice can carry', () => {
  const choices = Array.from({ length: 1_000 }, (_none, index) => ({ value: `model-${index}` }));
  const line = answerLine({ askId: newId(), choices, message: null });
  expect(Buffer.byteLength(line)).toBeLessThan(7_900);
  expect((JSON.parse(line) as { choices: object[] }).choices.length).toBeGreaterThan(200);
});
