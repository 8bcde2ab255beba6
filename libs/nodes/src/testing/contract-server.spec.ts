import { startContractServer } from './contract-server';
import type { ContractServer } from './contract-server';

const key = { authorization: 'Bearer k' };
const json = { ...key, 'content-type': 'application/json' };
const servers: ContractServer[] = [];
const start = async (...args: Parameters<typeof startContractServer>): Promise<ContractServer> => {
  const server = await startContractServer(...args);
  servers.push(server);
  return server;
};

afterAll(() => Promise.all(servers.map((server) => server.stop())));

it.each(['openai', 'anthropic', 'groq', 'slack', 'github', 'stripe', 'telegram', 'resend', 'discord', 'linear'])(
  'compiles the contract of %s',
  async (name) => {
    expect((await start(name)).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+/);
  },
);

it('takes a good request, answers from the schema, and refuses what the document refuses', async () => {
  const server = await start('github');
  const post = (body: unknown, headers: Record<string, string> = json) =>
    fetch(`${server.url}/repos/o/r/issues`, { method: 'POST', headers, body: JSON.stringify(body) });
  const good = await post({ title: 't', labels: ['bug'] });
  expect([good.status, typeof ((await good.json()) as { number: number }).number]).toEqual([201, 'number']);
  expect((await post({ labels: ['bug'] })).status).toBe(422);
  expect(await (await post({ title: 't', labels: 'bug' })).text()).toContain('labels');
  expect((await fetch(`${server.url}/repos/o/r/issues?state=foo`, { headers: key })).status).toBe(422);
  expect((await fetch(`${server.url}/repos/o/r/issues?colour=red`, { headers: key })).status).toBe(422);
  expect((await fetch(`${server.url}/nothing`)).status).toBe(404);
  expect(server.calls.map(({ operation, status }) => `${operation} ${status}`)).toHaveLength(6);
  expect(server.calls[0]).toMatchObject({ params: { owner: 'o', repo: 'r' }, flaws: [], body: { title: 't' } });
});

it('reads forms, asks for authentication, and knows broken JSON', async () => {
  const server = await start('stripe');
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${server.url}/v1/customers`, { method: 'POST', headers, body });
  const form = { ...key, 'content-type': 'application/x-www-form-urlencoded' };
  expect((await post('name=Ada&metadata[order]=7', form)).status).toBe(200);
  expect((await post('emial=x', form)).status).toBe(422);
  expect((await post('name=Ada', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(401);
  const slack = await start('slack');
  const broken = await fetch(`${slack.url}/chat.postMessage`, { method: 'POST', headers: json, body: '{' });
  expect(await broken.text()).toContain('body is not JSON');
});

it('answers as it is told: next answers, then handlers, then an upstream', async () => {
  const upstream = await start('groq', { handlers: { 'models.list': () => ({ body: { object: 'list', data: [] } }) } });
  const server = await start('groq', {
    upstream: upstream.origin,
    handlers: { 'chat.completions.create': ({ body }) => ({ status: 418, body: body ?? null }) },
  });
  const models = () => fetch(`${server.url}/openai/v1/models`, { headers: key });
  server.answerNext({ status: 429, headers: { 'retry-after': '3' }, body: 'slow down' }, { reset: true });
  const limited = await models();
  expect([limited.status, limited.headers.get('retry-after'), await limited.text()]).toEqual([429, '3', 'slow down']);
  await expect(models()).rejects.toThrow();
  expect(await (await models()).json()).toEqual({ object: 'list', data: [] });
  const body = JSON.stringify({ model: 'm', messages: [] });
  expect(
    (await fetch(`${server.url}/openai/v1/chat/completions`, { method: 'POST', headers: json, body })).status,
  ).toBe(418);
  server.reset();
  expect(server.calls).toEqual([]);
});
