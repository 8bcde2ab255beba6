import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Logger, MAX_WEBHOOK_BYTES } from '@millrace/server-platform';
import { Client } from 'pg';
import examples from '@octokit/webhooks-examples';
import type { JsonObject } from '@millrace/workflow-model';
import { documentOf, hooked, TriggersApp, type NodeInShort, type Owner } from '../testing/triggers-app';

let app: TriggersApp;
let owner: Owner;
const lines: string[] = [];

beforeAll(async () => {
  const logger = Logger.create('debug', { write: (line: string) => void lines.push(line) });
  app = await TriggersApp.start({ runs: true, logger });
  owner = await app.owner();
});
afterAll(() => app.stop());

const token = (secret: string) => ({ 'x-webhook-token': secret });
const sign = (key: string | Buffer, text: string, algorithm = 'sha256') =>
  createHmac(algorithm, key).update(text).digest('hex');

describe('authentication of webhook calls', () => {
  it('by token takes the header and bearer, and nothing else', async () => {
    const { address, secret, workflowId } = await owner.hook(hooked());
    const call = (headers: Record<string, string>) => app.call('post', address).set(headers).send({});
    await call(token(secret)).expect(202);
    await call({ authorization: `Bearer ${secret}` }).expect(202);
    for (const headers of [
      {},
      token(`${secret}x`),
      token(''),
      { authorization: `Bearer ${owner.token}` },
      { authorization: secret },
    ]) {
      const { body } = await call(headers as Record<string, string>).expect(401);
      expect(body.error.code).toBe('WEBHOOK_UNAUTHORIZED');
    }
    expect(await app.runs(workflowId)).toHaveLength(2);
  });

  it('refuses every call until a secret was issued', async () => {
    const workflowId = await owner.publish(hooked());
    const [webhook] = await owner.webhooks(workflowId);
    await app.call('post', webhook!.address).set(token('anything')).expect(401);
    expect(webhook!.secretIssued).toBe(false);
  });

  it('by user name and password looks at the password', async () => {
    const { address, secret } = await owner.hook(hooked({ auth: 'basic' }));
    await app.call('post', address).auth('anybody', secret).send({}).expect(202);
    await app.call('post', address).auth('anybody', 'guess').send({}).expect(401);
    await app.call('post', address).set('authorization', `Bearer ${secret}`).send({}).expect(401);
  });

  it('is left out only when the node says so', async () => {
    const { address, webhookId } = await owner.hook(hooked({ auth: 'none' }));
    await app.call('post', address).send({}).expect(202);
    const { body } = await owner.rest('post', `/api/webhooks/${webhookId}/secret`).expect(409);
    expect(body.error.code).toBe('WEBHOOK_WITHOUT_SECRET');
  });

  it('by signature takes what GitHub sends, and runs once for a redelivery', async () => {
    const { address, secret, workflowId } = await owner.hook(
      hooked({ auth: 'hmac', hmacHeader: 'X-Hub-Signature-256' }),
    );
    const events = (examples as unknown as { name: string; examples: JsonObject[] }[]).filter(({ name }) =>
      ['push', 'issues', 'pull_request', 'release', 'star'].includes(name),
    );
    expect(events).toHaveLength(5);
    for (const { name, examples: payloads } of events) {
      const text = JSON.stringify(payloads[0], null, 2);
      const deliver = (signature: string) =>
        app
          .call('post', address)
          .set({
            'content-type': 'application/json',
            'x-github-event': name,
            'x-github-delivery': `72d3162e-cc78-11e3-81ab-${name}`,
            'x-hub-signature-256': signature,
          })
          .send(text);
      const { body } = await deliver(`sha256=${sign(secret, text)}`).expect(202);
      expect(await app.finished(body.executionId)).toBe('completed');
      const again = await deliver(`sha256=${sign(secret, text)}`).expect(202);
      expect(again.body).toMatchObject({ executionId: body.executionId, duplicate: true });
      await deliver(`sha256=${sign('another key', text)}`).expect(401);
      await deliver(`sha256=${sign(secret, `${text} `)}`).expect(401);
      await deliver('').expect(401);
    }
    expect(await app.runs(workflowId)).toHaveLength(events.length);
  });

  it('by signature takes Standard Webhooks and refuses old ones', async () => {
    const { address, secret } = await owner.hook(hooked({ auth: 'hmac' }));
    const call = (atSeconds: number, key: Buffer | string, id = 'msg_1') => {
      const text = '{"type":"user.created"}';
      const signature = createHmac('sha256', key).update(`${id}.${atSeconds}.${text}`).digest('base64');
      return app
        .call('post', address)
        .set({
          'webhook-id': id,
          'webhook-timestamp': String(atSeconds),
          'webhook-signature': `v1,bogus v1,${signature}`,
        })
        .set('content-type', 'application/json')
        .send(text);
    };
    const now = Math.floor(Date.now() / 1_000);
    await call(now, Buffer.from(secret, 'base64url')).expect(202);
    await call(now, secret, 'msg_2').expect(202);
    expect((await call(now - 301, secret).expect(401)).body.error.message).toMatch(/too old/);
    await call(now, 'guess').expect(401);
  });

  it('comes before the body is read: strangers are answered while theirs is still on its way', async () => {
    const { address } = await owner.hook(hooked());
    const { port } = new URL(app.test.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest({ port, path: address, method: 'POST', headers: { 'content-length': '1000000' } });
      request.on('response', (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.write('only a little of it');
    });
    expect(status).toBe(401);
  });
});

describe('secrets of webhooks', () => {
  it('are shown once, replaced by the next, and neither stored nor logged', async () => {
    const issued: string[] = [];
    for (const auth of ['token', 'basic', 'hmac']) {
      const { webhookId, secret } = await owner.hook(hooked({ auth }));
      const answer = await owner.graphql(
        `mutation ($id: ID!) { webhookSecretIssue(id: $id) { secret errors { code } } }`,
        { id: webhookId },
      );
      issued.push(secret, answer.webhookSecretIssue.secret);
      expect(answer.webhookSecretIssue).toEqual({ secret: expect.stringMatching(/^[\w-]{32,}$/), errors: [] });
      expect(JSON.stringify((await owner.rest('get', '/api/webhooks').expect(200)).body)).not.toContain(secret);
    }
    expect(new Set(issued).size).toBe(6);
    const { rows } = await app.pool.query('select row_to_json(w)::text as row from webhook w');
    const everything = JSON.stringify(rows) + lines.join('\n');
    for (const secret of issued) {
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('of before stop working at once', async () => {
    const { address, webhookId, secret } = await owner.hook(hooked());
    const next = await owner.issue(webhookId);
    await app.call('post', address).set(token(secret)).expect(401);
    await app.call('post', address).set(token(next)).expect(202);
    const signed = await owner.hook(hooked({ auth: 'hmac' }));
    const nextKey = await owner.issue(signed.webhookId);
    const call = (key: string) =>
      app.call('post', signed.address).set('x-signature', sign(key, '{}')).type('json').send('{}');
    await call(signed.secret).expect(401);
    await call(nextKey).expect(202);
  });

  it('are issued to those who may publish', async () => {
    const { webhookId } = await owner.hook(hooked());
    await app.pool.query(`update membership set role = 'viewer' where workspace_id = $1`, [owner.workspaceId]);
    const { status } = await owner.rest('post', `/api/webhooks/${webhookId}/secret`);
    await app.pool.query(`update membership set role = 'owner' where workspace_id = $1`, [owner.workspaceId]);
    expect(status).toBe(403);
  });
});

describe('answers of webhooks', () => {
  const open = { auth: 'none' };
  const done: JsonObject = { ...open, response: 'when-finished' };

  it('tell the run at once, with headers that keep them from being pages', async () => {
    const { address, workflowId } = await owner.hook(hooked(open));
    const answer = await app.call('post', address).send({}).expect(202);
    const [run] = await app.runs(workflowId);
    expect(answer.body).toEqual({ executionId: run!.id, status: expect.any(String), duplicate: false });
    expect(answer.headers).toMatchObject({
      'x-execution-id': run!.id,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(run!.mode).toBe('webhook');
  });

  it('hold the result when they wait for the end', async () => {
    const { address } = await owner.hook(
      hooked(done, ['out', 'transformer', { mappings: [{ field: 'total', value: '{{trigger.total}}' }] }]),
    );
    const { body } = await app.call('post', address).send({ total: 12 }).expect(200);
    expect(JSON.stringify(body)).toContain('12');
  });

  it('are what the Respond node says, while the run goes on', async () => {
    const respond: NodeInShort = [
      'answer',
      'respond',
      { status: 201, body: { hello: '{{trigger.name}}' }, headers: { 'x-own': 'yes' } },
    ];
    const wait: NodeInShort = ['wait', 'timer', { duration: 'PT1H' }];
    const { address, workflowId } = await owner.hook(hooked({ ...open, response: 'respond-node' }, respond, wait));
    const answer = await app.call('post', address).send({ name: 'Ada' }).expect(201);
    expect(answer.body).toEqual({ hello: 'Ada' });
    expect(answer.headers['x-own']).toBe('yes');
    expect(answer.headers['content-security-policy']).toMatch(/^sandbox(?!.*allow-same-origin)/);
    expect((await app.runs(workflowId))[0]!.status).not.toBe('failed');
  });

  it('of the Respond node can be pages, redirects and empty', async () => {
    const by = async (config: JsonObject) => {
      const { address } = await owner.hook(
        hooked({ ...open, response: 'respond-node' }, ['answer', 'respond', config]),
      );
      return app.call('post', address);
    };
    const page = await by({ bodyType: 'html', body: '<p>hi</p>' });
    expect([page.status, page.headers['content-type'], page.text]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>hi</p>',
    ]);
    const redirect = await by({ bodyType: 'redirect', redirectUrl: 'https://example.com/x' });
    expect([redirect.status, redirect.headers['location']]).toEqual([302, 'https://example.com/x']);
    const empty = await by({ bodyType: 'none' });
    expect([empty.status, empty.text]).toEqual([204, '']);
  });

  it('are 202 with the run when the time is up, and the run goes on', async () => {
    const { address, workflowId } = await owner.hook(
      hooked({ ...done, responseTimeoutSeconds: 1 }, ['wait', 'timer', { duration: 'PT1H' }]),
    );
    const { body } = await app.call('post', address).send({}).expect(202);
    expect(body.executionId).toBe((await app.runs(workflowId))[0]!.id);
    expect((await app.runs(workflowId))[0]!.status).toBe('waiting');
  });

  it('are 500 with the code when the run failed, and tell strangers no more than that', async () => {
    const stop: NodeInShort = ['stop', 'stop', { message: 'No stock at 10.0.0.7' }];
    const stranger = await app
      .call('post', (await owner.hook(hooked(done, stop))).address)
      .send({})
      .expect(500);
    expect(stranger.body.error.code).toMatch(/^[A-Z_]+$/);
    expect(stranger.body.error.details.executionId).toBeDefined();
    expect(stranger.text).not.toContain('10.0.0.7');
    const known = await owner.hook(hooked({ response: 'when-finished' }, stop));
    const told = await app.call('post', known.address).set(token(known.secret)).send({}).expect(500);
    expect(told.body.error.message).toContain('No stock at 10.0.0.7');
  });
});

describe('repeated deliveries', () => {
  it.each([
    'Idempotency-Key',
    'X-Idempotency-Key',
    'Webhook-Id',
    'Svix-Id',
    'X-GitHub-Delivery',
    'X-Shopify-Webhook-Id',
    'Ce-Id',
  ])('with the same %s give the same run, and another body is refused', async (header) => {
    const { address, workflowId } = await owner.hook(hooked({ auth: 'none' }));
    const call = (body: object, key: string) => app.call('post', address).set(header, key).send(body);
    const first = await call({ a: 1 }, 'one').expect(202);
    const second = await call({ a: 1 }, 'one').expect(202);
    expect(second.body).toMatchObject({ executionId: first.body.executionId, duplicate: true });
    expect((await call({ a: 2 }, 'one').expect(409)).body.error.code).toBe('IDEMPOTENCY_KEY_REUSED');
    await call({ a: 2 }, 'two').expect(202);
    expect(await app.runs(workflowId)).toHaveLength(2);
  });

  it('fifty at once give one run, and fifty different ones give fifty', async () => {
    const { address, workflowId } = await owner.hook(hooked({ auth: 'none' }));
    const flood = (key: (index: number) => string) =>
      Promise.all(
        Array.from({ length: 50 }, (_none, index) =>
          app.call('post', address).set('idempotency-key', key(index)).send({ a: 1 }),
        ),
      );
    const same = await flood(() => 'same');
    expect(new Set(same.map(({ body }) => body.executionId)).size).toBe(1);
    expect(same.filter(({ body }) => body.duplicate === false)).toHaveLength(1);
    const different = await flood((index) => `key-${index}`);
    expect(new Set(different.map(({ body }) => body.executionId)).size).toBe(50);
    expect(await app.runs(workflowId)).toHaveLength(51);
  });

  it('of different webhooks have nothing to do with each other', async () => {
    const [one, two] = [await owner.hook(hooked({ auth: 'none' })), await owner.hook(hooked({ auth: 'none' }))];
    const call = (address: string) => app.call('post', address).set('idempotency-key', 'shared').send({}).expect(202);
    expect((await call(one.address)).body.executionId).not.toBe((await call(two.address)).body.executionId);
  });
});

describe('addresses and methods', () => {
  it('other than those of the webhook are answered with 405 and what it takes', async () => {
    const { address } = await owner.hook(hooked({ auth: 'none', methods: ['POST', 'PUT', 'OPTIONS'] }));
    for (const method of ['get', 'patch', 'delete'] as const) {
      const { headers, body } = await app.call(method, address).expect(405);
      expect(headers['allow']).toBe('POST, PUT, OPTIONS');
      expect(body.error.code).toBe('WEBHOOK_METHOD_NOT_ALLOWED');
    }
    await app.call('put', address).send({}).expect(202);
    await app.call('options', address).expect(202);
    expect(
      (await app.call('options', address).set({ origin: 'https://x.example', 'access-control-request-method': 'POST' }))
        .status,
    ).toBe(204);
  });

  it('hand over method, query and headers, without what proves the caller', async () => {
    const { address, secret } = await owner.hook(hooked({ methods: ['GET', 'HEAD'], output: 'request' }));
    const query = '?a=1&tag=x&tag=y&%C3%A9=%20';
    const get = await app
      .call('get', `${address}${query}`)
      .set({ ...token(secret), cookie: 'session=1', 'x-own': 'yes' });
    const trigger = await app.triggerOf(get.body.executionId);
    expect(trigger).toMatchObject({
      method: 'GET',
      path: address,
      query: { a: '1', tag: ['x', 'y'], é: ' ' },
      body: {},
    });
    expect(trigger.headers['x-own']).toBe('yes');
    expect(JSON.stringify(trigger)).not.toContain(secret);
    expect(Object.keys(trigger.headers)).not.toEqual(expect.arrayContaining(['cookie']));
    const head = await app.call('head', address).set('authorization', `Bearer ${secret}`).expect(202);
    expect((await app.triggerOf(head.headers['x-execution-id'] as string)).headers['authorization']).toBeUndefined();
  });

  it('that nobody has are answered with 404, strange ones too', async () => {
    for (const address of [
      '/hooks/nobody',
      '/hooks/%00',
      '/hooks/a%2F..%2Fb',
      '/hooks/__proto__',
      '/api/webhooks/x',
      '/api/webhooks/0198c1f0-0000-7000-8000-000000000000',
    ]) {
      const { body } = await app.call('post', address).send({}).expect(404);
      expect(body.error.code).toBe('WEBHOOK_NOT_FOUND');
    }
    await app.call('post', '/hooks/%E0%A4%A').expect(400);
  });

  it('are found with a slash at the end and in several parts', async () => {
    const { address } = await owner.hook(hooked({ auth: 'none', path: 'shop/orders.new' }));
    expect(address).toBe('/hooks/shop/orders.new');
    await app.call('post', `${address}/`).send({}).expect(202);
    await app.call('post', `/HOOKS/shop/orders.new`).send({ a: 1 }).expect(202);
    await app.call('post', '/hooks/shop').send({}).expect(404);
  });

  it('of a workflow lead to its only webhook', async () => {
    const { workflowId, secret } = await owner.hook(hooked({ path: 'only' }));
    const { body } = await app
      .call('post', `/api/webhooks/${workflowId}`)
      .set(token(secret))
      .send({ a: 1 })
      .expect(202);
    expect(await app.triggerOf(body.executionId)).toEqual({ a: 1 });
    await app.call('post', `/API/Webhooks/${workflowId.toUpperCase()}/`).set(token(secret)).send({}).expect(202);
    await app.call('post', `/api/webhooks/${workflowId}`).send({}).expect(401);
  });

  it('of a workflow with several webhooks must be those of the webhooks', async () => {
    const nodes: NodeInShort[] = [
      ['a', 'webhook-trigger', { auth: 'none' }],
      ['b', 'webhook-trigger', { auth: 'none' }],
      ['end', 'no-op'],
    ];
    const id = await owner.publish(documentOf(nodes, ['a>end', 'b>end']));
    expect((await app.call('post', `/api/webhooks/${id}`).send({}).expect(409)).body.error.code).toBe(
      'WEBHOOK_AMBIGUOUS',
    );
    for (const { address } of await owner.webhooks(id)) await app.call('post', address).send({}).expect(202);
  });
});

describe('bodies of webhook calls', () => {
  let address: string;
  beforeAll(async () => {
    ({ address } = await owner.hook(hooked({ auth: 'none' })));
  });
  const send = (body: string | Buffer, type: string) => app.call('post', address).set('content-type', type).send(body);
  const arrived = async (body: string, type: string) =>
    app.triggerOf((await send(body, type).expect(202)).body.executionId);

  it.each([
    ['application/json; charset=utf-8', '[1,"é",null]', [1, 'é', null]],
    ['application/vnd.github+json', '{"a":1}', { a: 1 }],
    ['application/json', '\ufeff{"a":1}', { a: 1 }],
    ['application/json', '{"nul":"\\u0000","lone":"\\ud800"}', { nul: '\u0000', lone: '\ud800' }],
    ['application/json', '', {}],
    ['application/x-www-form-urlencoded', 'a=1&b=2&b=3', { a: '1', b: ['2', '3'] }],
    ['text/plain', 'héllo', 'héllo'],
    ['application/xml', '<a/>', '<a/>'],
    ['application/octet-stream', 'abc', { mimeType: 'application/octet-stream', bytes: 3, base64: 'YWJj' }],
  ])('of type %s arrive as they mean: %s', async (type, text, value) => {
    expect(await arrived(text, type)).toEqual(value);
  });

  it('hold files only when they are multipart', async () => {
    const { body } = await app
      .call('post', address)
      .field('name', 'Ada')
      .field('a[b]', '1')
      .attach('doc', Buffer.from('hi'), 'März.txt')
      .expect(202);
    expect(await app.triggerOf(body.executionId)).toEqual({
      name: 'Ada',
      a: { b: '1' },
      files: [{ field: 'doc', fileName: 'März.txt', mimeType: 'text/plain', bytes: 2, base64: 'aGk=' }],
    });
    const fake = { files: [{ filepath: '/etc/passwd' }] };
    expect(await arrived(JSON.stringify(fake), 'application/json')).toEqual(fake);
  });

  it.each([
    ['broken JSON', '{"a":', 'application/json'],
    ['deep JSON', '['.repeat(10_000) + ']'.repeat(10_000), 'application/json'],
    ['__proto__', '{"a":{"__proto__":{"x":1}}}', 'application/json'],
    ['constructor.prototype', '{"constructor":{"prototype":{"x":1}}}', 'application/json'],
    ['__proto__ in a form', '__proto__=1', 'application/x-www-form-urlencoded'],
    [
      'a form of countless fields',
      Array.from({ length: 1_001 }, (_none, index) => `f${index}=1`).join('&'),
      'application/x-www-form-urlencoded',
    ],
    ['multipart that is none', 'hello', 'multipart/form-data; boundary=x'],
    ['multipart without a boundary', 'hello', 'multipart/form-data'],
  ])('with %s are refused', async (_name, text, type) => {
    const { body } = await send(text, type).expect(400);
    expect(body.error.code).toBe('WEBHOOK_BODY_INVALID');
  });

  it('that are no UTF-8 are refused as JSON', async () => {
    const answer = await fetch(`${app.test.url}${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    });
    expect(answer.status).toBe(400);
  });

  it.each(['__proto__', 'a[__proto__][x]'])('with a multipart field called %s change no prototype', async (name) => {
    const { status } = await app.call('post', address).field(name, 'evil');
    expect([202, 400]).toContain(status);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('may be 16 MB, not 17, and the length alone decides', async () => {
    await send(Buffer.alloc(MAX_WEBHOOK_BYTES, 'x'), 'text/plain').expect(202);
    const { body } = await send(Buffer.alloc(17 * 1024 * 1024, 'x'), 'text/plain').expect(413);
    expect(body.error.code).toBe('BODY_TOO_LARGE');
    const { port } = new URL(app.test.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-length': String(17 * 1024 * 1024) };
      const request = httpRequest({ port, path: address, method: 'POST', headers });
      request.on('response', (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it('in parts of unknown length are cut off at 16 MB together', async () => {
    const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"; filename="f"\r\n\r\n`;
    async function* parts(): AsyncGenerator<Buffer> {
      for (let index = 0; index < 5; index += 1) {
        yield Buffer.from(part(`f${index}`));
        yield Buffer.alloc(4 * 1024 * 1024, 'x');
        yield Buffer.from('\r\n');
      }
      yield Buffer.from('--x--\r\n');
    }
    const answer = await fetch(`${app.test.url}${address}`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: ReadableStream.from(parts()),
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
  });
});

describe('the way from a call to its run', () => {
  it('costs no statement but the one that starts the run, when everything is warm', async () => {
    const { address, secret } = await owner.hook(hooked());
    const call = () => app.call('post', address).set(token(secret)).send({ a: 1 }).expect(202);
    for (let turn = 0; turn < 3; turn += 1) await app.finished((await call()).body.executionId);
    const { query } = Client.prototype;
    const statements: string[] = [];
    Client.prototype.query = function (this: Client, ...given: unknown[]) {
      const [first] = given as [string | { text?: string }];
      statements.push(typeof first === 'string' ? first : (first.text ?? ''));
      return Reflect.apply(query, this, given);
    } as typeof query;
    try {
      expect(await app.finished((await call()).body.executionId)).toBe('completed');
      const of = (pattern: RegExp) => statements.filter((text) => pattern.test(text));
      expect(of(/INSERT INTO execution \(/)).toHaveLength(1);
      expect(of(/\bwebhook\b|workflow_version|FROM workflow\b|rate_limit|^begin/i)).toEqual([]);
    } finally {
      Client.prototype.query = query;
    }
  });
});

describe('a limit of webhook calls', () => {
  it('answers 429 and when to come back, to one address only', async () => {
    const limited = await TriggersApp.start({ env: { RATE_LIMIT_WEBHOOK_PER_MINUTE: '3', TRUST_PROXY: '1' } });
    try {
      const somebody = await limited.owner();
      const { address } = await somebody.hook(hooked({ auth: 'none' }));
      const call = (from: string, to = address) => limited.call('post', to).set('x-forwarded-for', from).send({});
      for (let turn = 0; turn < 3; turn += 1) await call('192.0.2.1').expect(202);
      for (const to of [address, address.replace('hooks', 'HOOKS'), '/hooks/nobody']) {
        const { headers, body } = await call('192.0.2.1', to).expect(429);
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        expect(body.error.code).toBe('RATE_LIMITED');
      }
      await call('192.0.2.2').expect(202);
      await somebody.rest('get', '/api/webhooks').set('x-forwarded-for', '192.0.2.1').expect(200);
    } finally {
      await limited.stop();
    }
  });
});
