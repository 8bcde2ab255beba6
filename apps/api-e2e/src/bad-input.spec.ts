import type { Json } from '@millrace/workflow-model';
import { type Client, documentOf, node, Product, send } from '@millrace/e2e-kit';

let product: Product;
let person: Client;
let hook: string;

beforeAll(async () => {
  product = await Product.start();
  person = await product.signUp();
  ({ hook } = await person.publish(
    documentOf('Hook', [node('hook', 'webhook-trigger', { auth: 'none' }), node('out', 'output')], ['hook>out']),
  ));
});
afterAll(async () => {
  product.checkLogs();
  await product.stop();
});

const start = node('start', 'manual-trigger');

/** Saves the document, which may be work in progress, and tries to publish it. */
async function publish(
  document: Json,
): Promise<{ status: number; problems: { code: string; nodeId?: string; edgeId?: string; message: string }[] }> {
  const saved = await person.rest('POST', '/api/workflows', document);
  if (saved.status !== 201)
    return { status: saved.status, problems: saved.body.error.details?.problems ?? [saved.body.error] };
  const { status, body } = await person.rest('POST', `/api/workflows/${saved.body.id}/publish`, {});
  return { status, problems: body.error?.details?.problems ?? [] };
}

describe('broken workflows are refused with their places', () => {
  it('names the nodes of a cycle', async () => {
    const loop = documentOf('Cycle', [start, node('a', 'no-op'), node('b', 'no-op')], ['start>a', 'a>b', 'b>a']);
    const { status, problems } = await publish(loop);
    expect(status).toBe(422);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'CYCLE', message: expect.stringMatching(/a.*b/) }));
  });

  it.each([
    ['a dangling edge', documentOf('Dangling', [start], ['start>nowhere']), /edge|nowhere/i],
    ['an unknown type', documentOf('Unknown', [start, node('x', 'http-requst')], ['start>x']), /http-request/],
    [
      'a misspelt reference',
      documentOf(
        'Misspelt',
        [start, node('Fetch', 'no-op'), node('x', 'log', { message: '{{ Fetsch.data.a }}' })],
        ['start>Fetch', 'Fetch>x'],
      ),
      /Fetch/,
    ],
    [
      'a broken template',
      documentOf('Template', [start, node('x', 'log', { message: '{{ trigger.a' })], ['start>x']),
      /\{\{|tag|closed/i,
    ],
  ])('tells of %s how to mend it', async (_what, document, message) => {
    const { status, problems } = await publish(document);
    expect(status).toBe(422);
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
  });

  it('takes no more than 5,000 nodes', async () => {
    const nodes = Array.from({ length: 5_001 }, (_, index) => node(`n${index}`, 'no-op'));
    const { status } = await publish(documentOf('Many', [start, ...nodes], []));
    expect([400, 413, 422]).toContain(status);
  });

  it.each([
    ['a prototype key', '{"name":"x","nodes":[],"edges":[],"__proto__":{"admin":true}}'],
    [
      'JSON that is nested too deep',
      `{"name":"x","nodes":[],"edges":[],"metadata":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    ],
    ['text that is no JSON', '{"name":'],
  ])('refuses %s with 400 and a code', async (_what, raw) => {
    const answer = await send('POST', `${product.api.url}/api/workflows`, {
      raw,
      headers: { authorization: `Bearer ${person.token}` },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toMatch(/^[A-Z_]+$/);
    expect(JSON.stringify(answer.body)).not.toMatch(/at .*\.js:\d+/);
  });
});

describe('webhook calls', () => {
  it('refuses 17 MB with 413 before it reads them', async () => {
    const answer = await send('POST', hook, { raw: new Uint8Array(17 * 1024 * 1024) });
    expect(answer).toMatchObject({ status: 413, body: { error: { code: 'BODY_TOO_LARGE' } } });
  });

  it('refuses deep JSON, prototypes and broken JSON with 400', async () => {
    for (const raw of ['['.repeat(50_000) + ']'.repeat(50_000), '{"__proto__":{"a":1}}', '{']) {
      expect((await send('POST', hook, { raw })).status).toBe(400);
    }
  });

  it('answers 404 for addresses and 405 for methods that are not there', async () => {
    expect((await send('POST', `${product.api.url}/hooks/no-such-hook`, { body: {} })).status).toBe(404);
    const answer = await send('DELETE', hook);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('lets a caller with a wrong or no token not in, and one with the issued token in', async () => {
    const closed = await person.publish(
      documentOf('Closed', [node('hook', 'webhook-trigger'), node('out', 'output')], ['hook>out']),
    );
    expect((await send('POST', closed.hook, { body: {} })).status).toBe(401);
    const { secret } = await person.ok('POST', `/api/webhooks/${closed.webhookId}/secret`);
    expect((await send('POST', closed.hook, { body: {}, headers: { 'x-webhook-token': 'wrong' } })).status).toBe(401);
    expect((await send('POST', closed.hook, { body: {}, headers: { 'x-webhook-token': secret } })).status).toBe(202);
    expect((await send('POST', closed.hook, { body: {}, headers: { authorization: `Bearer ${secret}` } })).status).toBe(
      202,
    );
    product.checkLogs([secret]);
  });
});

describe('access', () => {
  const unsigned = (claims: object): string => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
  };

  it.each([
    ['no token', {}],
    ['rubbish', { authorization: 'Bearer rubbish' }],
    [
      'a token of alg none',
      { authorization: `Bearer ${unsigned({ sub: 'x', iss: 'millrace', aud: 'millrace', exp: 9e9 })}` },
    ],
  ] as [string, Record<string, string>][])('answers 401 to %s', async (_what, headers) => {
    for (const route of [
      '/api/workflows',
      '/api/auth/me',
      '/api/webhooks',
      '/api/executions/00000000-0000-7000-8000-000000000000',
    ]) {
      expect((await send('GET', `${product.api.url}${route}`, { headers })).status).toBe(401);
    }
    const { body } = await send('POST', `${product.api.url}/graphql`, {
      body: { query: '{ workflows { nodes { id } } }' },
      headers,
    });
    expect(JSON.stringify(body.errors)).toContain('UNAUTHENTICATED');
  });

  it('answers 404 for what belongs to another workspace', async () => {
    const stranger = await product.signUp();
    const { id } = await person.publish(documentOf('Mine', [start, node('out', 'output')], ['start>out']));
    const run = await person.execute(id);
    await person.reaches(run, 'completed');
    for (const [method, route] of [
      ['GET', `/api/workflows/${id}`],
      ['PATCH', `/api/workflows/${id}`],
      ['DELETE', `/api/workflows/${id}`],
      ['POST', `/api/workflows/${id}/execute`],
      ['POST', `/api/workflows/${id}/publish`],
      ['GET', `/api/executions/${run}`],
      ['GET', `/api/v2/workflows/${run}/status`],
      ['POST', `/api/v2/workflows/${run}/terminate`],
      ['DELETE', `/api/v2/workflows/${run}`],
    ] as const) {
      const { status } = await stranger.rest(method, route, method === 'GET' ? undefined : {});
      expect(`${method} ${route} ${status}`).toBe(`${method} ${route} 404`);
    }
  });
});

describe('GraphQL limits hold on both transports', () => {
  const deep = (field: string, levels: number): string =>
    `${field} ${'{ ofType '.repeat(levels)}{ name } ${'}'.repeat(levels)}`;
  const query = `{ __type(name: "Workflow") { fields { type { ${deep('ofType', 60)} } } } }`;

  it('refuses depth 60 over HTTP', async () => {
    const { errors } = await person.graphql(query);
    expect(errors?.length).toBeGreaterThan(0);
  });

  it('refuses depth 60, queries and mutations over WebSocket', async () => {
    const socket = person.socket();
    const outcomes = [];
    for (const text of [
      query,
      `subscription ${query}`,
      '{ workflows { nodes { id } } }',
      'mutation { signOut { errors { code } } }',
    ]) {
      outcomes.push(
        await new Promise((resolve) =>
          socket.subscribe(
            { query: text },
            {
              next: (result) => resolve(result.errors ? 'refused' : `answered ${JSON.stringify(result.data)}`),
              error: () => resolve('refused'),
              complete: () => resolve('completed'),
            },
          ),
        ),
      );
    }
    await socket.dispose();
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
  });
});

describe('Code nodes that misbehave fail alone', () => {
  it.each([
    ['loops', 'for (;;) {}', 'CODE_TIMEOUT'],
    [
      'eats memory',
      'const all = []; for (;;) all.push(new Array(100000).fill("x" + all.length));',
      /CODE_(MEMORY|TIMEOUT)/,
    ],
    ['reaches for the process', 'return process.env;', 'CODE_ERROR'],
    ['climbs constructors', 'return this.constructor.constructor("return process")().env;', 'CODE_ERROR'],
    ['answers too much', 'return "x".repeat(2000000);', 'CODE_OUTPUT_TOO_LARGE'],
  ])('one that %s', async (_what, code, expected) => {
    const { id } = await person.publish(
      documentOf('Code', [start, node('code', 'code', { code, timeoutMs: 1_000 })], ['start>code']),
    );
    const done = await person.reaches(await person.execute(id), 'failed', 'completed');
    expect(done.status).toBe('failed');
    expect(done.error.code).toMatch(expected);
  });

  it('one that floods the log ends, with the log cut', async () => {
    const code = 'for (let i = 0; i < 200000; i += 1) console.log("flood " + i); return 1;';
    const { id } = await person.publish(documentOf('Flood', [start, node('code', 'code', { code })], ['start>code']));
    const run = await person.execute(id);
    await person.reaches(run, 'completed', 'failed');
    const { n } = await product.row<{ n: number }>(
      'select count(*)::int as n from execution_event where execution_id = $1',
      [run],
    );
    expect(n).toBeLessThan(2_000);
  });
});
