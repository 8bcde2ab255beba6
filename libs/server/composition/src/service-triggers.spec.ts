import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { ProductRig } from './testing/product-rig';

const BOT = '123456:canary-bot-token';
const HEADER = 'x-telegram-bot-api-secret-token';

/** What the stand-in of Telegram was asked. */
interface Asked {
  readonly url: string;
  readonly body: { url?: string; secret_token?: string; allowed_updates?: string[] };
}

let service: Server;
let asked: Asked[];
/** Address that the stand-in calls. */
let calledUrl: string;

beforeAll(async () => {
  service = createServer((incoming, answer) => {
    let text = '';
    incoming.on('data', (chunk) => (text += String(chunk)));
    incoming.on('end', () => {
      const body = JSON.parse(text || '{}') as Asked['body'];
      asked.push({ url: incoming.url ?? '', body });
      if (incoming.url?.endsWith('/setWebhook')) calledUrl = body.url ?? '';
      const isInfo = incoming.url?.endsWith('/getWebhookInfo');
      answer.writeHead(200, { 'content-type': 'application/json' });
      answer.end(JSON.stringify({ ok: true, result: isInfo ? { url: calledUrl } : true }));
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => service.close(resolve)));
beforeEach(() => {
  asked = [];
});

async function rigWith(env: Record<string, string>): Promise<{ rig: ProductRig; token: string }> {
  const rig = await ProductRig.start({ MILLRACE_WORKERS: 'in-process', OUTBOUND_ALLOW: '127.0.0.1', ...env });
  return { rig, token: await rig.tokenOf(await rig.person('Owner')) };
}

async function published(rig: ProductRig, token: string): Promise<string> {
  const baseUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const values = { botToken: BOT, baseUrl };
  const name = `Bot ${randomBytes(4).toString('hex')}`;
  const made = await rig.rest(token, 'post', '/api/credentials', { type: 'telegram', name, values }).expect(201);
  const position = { x: 0, y: 0 };
  const credentials = { account: made.body.id as string };
  const hook = { id: 'hook', type: 'telegram/trigger', label: 'Hook', position, config: {}, credentials };
  const end = { id: 'end', type: 'no-op', label: 'End', position: { x: 300, y: 0 }, config: {} };
  const edges = [{ id: 'e', source: 'hook', target: 'end' }];
  const created = await rig.rest(token, 'post', '/api/workflows', { name: 'Bot', nodes: [hook, end], edges });
  await rig.rest(token, 'post', `/api/workflows/${created.body.id}/publish`, {}).expect(200);
  return created.body.id as string;
}

async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`It did not come to pass. The service was asked: ${JSON.stringify(asked)}`);
}

const askedFor = (method: string) => () => asked.find(({ url }) => url.endsWith(`/${method}`));

describe('a trigger whose service is told where to call', () => {
  it('is registered when it is published, takes calls with the secret only, and is unregistered in the end', async () => {
    const { rig, token } = await rigWith({ MILLRACE_PUBLIC_URL: 'https://millrace.example' });
    try {
      const id = await published(rig, token);
      const [row] = await rig.rows<{ id: string; auth: string }>(
        'SELECT id, auth FROM webhook WHERE workflow_id = $1',
        [id],
      );
      const { url, body } = await until(askedFor('setWebhook'));
      expect(url).toBe(`/bot${BOT}/setWebhook`);
      expect(body).toMatchObject({ url: `https://millrace.example/hooks/${row!.id}`, allowed_updates: ['message'] });
      expect(row!.auth).toBe('service');
      const call = (headers: Record<string, string>, updateId = 1) =>
        request(rig.server)
          .post(`/hooks/${row!.id}`)
          .set(headers)
          .send({ update_id: updateId, message: { text: 'hi' } });
      const first = await call({ [HEADER]: body.secret_token! }).expect(202);
      const again = await call({ [HEADER]: body.secret_token! }).expect(202);
      expect(again.body).toMatchObject({ executionId: first.body.executionId, duplicate: true });
      await call({ [HEADER]: body.secret_token! }, 2).expect(202);
      await call({}).expect(401);
      await call({ [HEADER]: 'guess' }).expect(401);
      await call({ 'x-webhook-token': body.secret_token! }).expect(401);
      await rig
        .rest(token, 'post', `/api/workflows/${id}/disable`)
        .expect((answer) => expect(answer.status).toBeLessThan(300));
      await until(askedFor('deleteWebhook'));
      const tables = await rig.rows<{ row: string }>('SELECT w::text AS row FROM webhook w');
      expect(tables.filter(({ row: text }) => text.includes(body.secret_token!) || text.includes(BOT))).toEqual([]);
    } finally {
      await rig.stop();
    }
  });

  it('is unregistered while its webhook is turned off by itself', async () => {
    const { rig, token } = await rigWith({ MILLRACE_PUBLIC_URL: 'https://millrace.example' });
    try {
      const id = await published(rig, token);
      await until(askedFor('setWebhook'));
      const [row] = await rig.rows<{ id: string }>('SELECT id FROM webhook WHERE workflow_id = $1', [id]);
      await rig.rest(token, 'post', `/api/webhooks/${row!.id}/disable`);
      await until(askedFor('deleteWebhook'));
      asked = [];
      await rig.rest(token, 'post', `/api/webhooks/${row!.id}/enable`);
      await until(askedFor('setWebhook'));
    } finally {
      await rig.stop();
    }
  });

  it('is registered anew with another secret when that is issued', async () => {
    const { rig, token } = await rigWith({ MILLRACE_PUBLIC_URL: 'https://millrace.example' });
    try {
      const id = await published(rig, token);
      const { body } = await until(askedFor('setWebhook'));
      const [row] = await rig.rows<{ id: string }>('SELECT id FROM webhook WHERE workflow_id = $1', [id]);
      const issued = await rig.rest(token, 'post', `/api/webhooks/${row!.id}/secret`).expect(201);
      const told = await until(() => asked.find((one) => one.body.secret_token === issued.body.secret));
      expect(told.body.secret_token).not.toBe(body.secret_token);
    } finally {
      await rig.stop();
    }
  });

  it('says what to call when the server does not know its own address', async () => {
    const { rig, token } = await rigWith({});
    try {
      const id = await published(rig, token);
      const notice = await until(async () => {
        const { body } = await rig.rest(token, 'get', `/api/webhooks?workflowId=${id}`).expect(200);
        return (body.items[0].notice as string | null) ?? undefined;
      });
      expect(notice).toMatch(/MILLRACE_PUBLIC_URL is not set.*setWebhook/);
      expect(asked).toEqual([]);
    } finally {
      await rig.stop();
    }
  });
});
