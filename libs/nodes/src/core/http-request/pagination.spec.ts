import type { HttpRequest } from '@millrace/node-sdk';
import { jsonResponse, testCredential, testNode } from '@millrace/node-sdk/testing';
import type { HttpHandler, NodeTrial } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { httpQueryCredential } from '../../credentials/http-query.credential';
import { httpRequestNode } from './http-request.executor';
import { nextLink } from './link-header';

const run = (http: HttpHandler, params: JsonObject, trial: NodeTrial = {}) =>
  testNode(httpRequestNode, { ...trial, http, params: { url: 'https://api.test/items', ...params } });
const queryOf = (request: HttpRequest) => Object.fromEntries(new URL(request.url).searchParams);

/** Serves 7 numbers in pages of 3. */
const all = [1, 2, 3, 4, 5, 6, 7];
const pageOf = (start: number, size = 3): number[] => all.slice(start, start + size);

describe('pages by number', () => {
  const byPage: HttpHandler = (request) => jsonResponse({ items: pageOf((Number(queryOf(request)['page']) - 1) * 3) });

  it('are fetched until one is empty, and put together', async () => {
    const result = await run(byPage, { pagination: { mode: 'page', items: 'items' } });
    expect(result.main).toEqual(all);
    expect(result.requests.map((request) => queryOf(request))).toEqual([
      { page: '1' },
      { page: '2' },
      { page: '3' },
      { page: '4' },
    ]);
  });

  it('are fetched until one is shorter than the page size', async () => {
    const result = await run(byPage, {
      query: { q: 'x' },
      pagination: { mode: 'page', items: 'items', size: 3, sizeParam: 'per_page' },
    });
    expect(result.main).toEqual(all);
    expect(result.requests.map((request) => queryOf(request))).toEqual(
      [1, 2, 3].map((page) => ({ q: 'x', page: String(page), per_page: '3' })),
    );
  });

  it('may start anywhere and have another name', async () => {
    const result = await run((request) => jsonResponse(pageOf(Number(queryOf(request)['p']) * 3)), {
      pagination: { mode: 'page', param: 'p', start: 1 },
    });
    expect(result.main).toEqual([4, 5, 6, 7]);
  });

  it('end at the limit, and the log says so', async () => {
    const result = await run(() => jsonResponse(all), { pagination: { mode: 'page', maxPages: 2 } });
    expect(result.requests).toHaveLength(2);
    expect(result.logs).toEqual([{ level: 'warn', message: expect.stringContaining('after 2 pages') }]);
  });

  it('have idempotency keys of their own after the first', async () => {
    const result = await run(byPage, { pagination: { mode: 'page', items: 'items', size: 3 } });
    expect(result.requests.map((request) => request.headers?.['idempotency-key'])).toEqual([
      undefined,
      'execution-1:node-1:0:page-2',
      'execution-1:node-1:0:page-3',
    ]);
    const own = await run(byPage, {
      headers: { 'Idempotency-Key': 'mine' },
      pagination: { mode: 'page', items: 'items', size: 3 },
    });
    expect(own.requests.map((request) => request.headers?.['idempotency-key'])).toEqual([
      'mine',
      'mine:page-2',
      'mine:page-3',
    ]);
  });
});

describe('pages by offset', () => {
  it('go on after the items that came', async () => {
    const http: HttpHandler = (request) => jsonResponse({ data: { rows: pageOf(Number(queryOf(request)['skip'])) } });
    const result = await run(http, {
      pagination: { mode: 'offset', param: 'skip', items: 'data.rows', size: 3, sizeParam: 'limit' },
    });
    expect(result.main).toEqual(all);
    expect(result.requests.map((request) => queryOf(request)['skip'])).toEqual(['0', '3', '6']);
  });

  it('may be asked for in the body', async () => {
    const http: HttpHandler = (request) =>
      jsonResponse(pageOf((JSON.parse(request.body as string) as { from: { at: number } }).from.at));
    const pagination = { mode: 'offset', in: 'body', param: 'from.at', size: 3 };
    const result = await run(http, { method: 'POST', body: '{"filter":"x"}', pagination });
    expect(result.main).toEqual(all);
    expect(JSON.parse(result.requests[1]?.body as string)).toEqual({ filter: 'x', from: { at: 3 } });
    expect((await run(http, { method: 'POST', body: { from: 'text' }, pagination })).failure?.code).toBe(
      'INVALID_PARAMS',
    );
  });
});

describe('pages by cursor', () => {
  const byCursor: HttpHandler = (request) => {
    const start = Number(queryOf(request)['cursor'] ?? 0);
    const next: JsonObject = start + 3 < all.length ? { next: String(start + 3) } : {};
    return jsonResponse({ items: pageOf(start), ...next });
  };

  it('follow a template until it names nothing', async () => {
    const result = await run(byCursor, {
      pagination: { mode: 'cursor', items: 'items' },
      nextPage: '{{ response.body.next }}',
    });
    expect(result.main).toEqual(all);
    expect(result.logs).toEqual([{ level: 'info', message: expect.stringContaining('Page 3 is taken as the last') }]);
  });

  it('follow an expression until it gives null, false or nothing', async () => {
    const nextPage = { $expr: 'has(response.body.next) ? response.body.next : null' };
    const result = await run(byCursor, { pagination: { mode: 'cursor', items: 'items' }, nextPage });
    expect(result.main).toEqual(all);
    expect(result.logs).toEqual([]);
    const byHeader: HttpHandler = (_request, index) =>
      jsonResponse([index], { headers: { 'x-next': index < 2 ? `c${index}` : '' } });
    expect(
      (await run(byHeader, { pagination: { mode: 'cursor' }, nextPage: '{{ response.headers.x-next }}' })).main,
    ).toEqual([0, 1, 2]);
  });

  it('need to be told where the cursor is', async () => {
    expect((await run(byCursor, { pagination: { mode: 'cursor' } })).failure?.message).toContain('"nextPage"');
  });

  it('are stopped when the cursor does not move', async () => {
    const result = await run(() => jsonResponse({ items: [1], next: 'same' }), {
      pagination: { mode: 'cursor', items: 'items' },
      nextPage: '{{ response.body.next }}',
    });
    expect(result.failure).toMatchObject({ code: 'HTTP_PAGINATION', fault: 'user' });
    expect(result.requests).toHaveLength(2);
  });

  it('see nothing of the request: no headers with keys', async () => {
    const result = await run(byCursor, {
      headers: { authorization: 'Bearer x' },
      pagination: { mode: 'cursor' },
      nextPage: '{{ request.headers.authorization }}',
    });
    expect(result.requests).toHaveLength(1);
  });
});

describe('pages by address', () => {
  const chain =
    (addresses: (string | null)[]): HttpHandler =>
    (_request, index) =>
      jsonResponse({ items: [index], next: addresses[index] ?? null });
  const follow = (addresses: (string | null)[]) =>
    run(chain(addresses), { pagination: { mode: 'next-url', items: 'items' }, nextPage: '{{ response.body.next }}' });

  it('follow whole and relative addresses', async () => {
    const result = await follow(['https://api.test/items?after=1', '/more', '?last=1', null]);
    expect(result.main).toEqual([0, 1, 2, 3]);
    expect(result.requests.map((request) => request.url)).toEqual([
      'https://api.test/items',
      'https://api.test/items?after=1',
      'https://api.test/more',
      'https://api.test/more?last=1',
    ]);
  });

  it('do not follow to another origin: keys would go along', async () => {
    for (const address of [
      'https://evil.test/',
      'http://api.test/items?2',
      'https://api.test:8443/',
      '//evil.test/x',
      'file:///etc/passwd',
    ]) {
      const result = await follow([address]);
      expect({ address, code: result.failure?.code }).toEqual({ address, code: 'HTTP_PAGINATION' });
      expect(result.requests).toHaveLength(1);
    }
  });

  it('refuse what is no address', async () => {
    const result = await run(() => jsonResponse({ next: { a: 1 } }), {
      pagination: { mode: 'next-url' },
      nextPage: '{{ response.body.next }}',
    });
    expect(result.failure).toMatchObject({ code: 'HTTP_PAGINATION', message: expect.stringContaining('no address') });
  });

  it('follow the Link header', async () => {
    const http: HttpHandler = (_request, index) =>
      jsonResponse([index], {
        headers:
          index < 2
            ? {
                link: `<https://api.test/items?page=${index + 2}>; rel="next", <https://api.test/items?page=9>; rel="last"`,
              }
            : {},
      });
    expect((await run(http, { pagination: { mode: 'link' } })).main).toEqual([0, 1, 2]);
  });

  it('find the next one among links of every form', () => {
    expect(nextLink('<a>; rel=prev, <b>; title="x, y; z"; rel="first next"')).toBe('b');
    expect(nextLink('<a>; rel=NEXT')).toBe('a');
    expect(nextLink('<a>; rel="prev"')).toBeUndefined();
    expect(nextLink('')).toBeUndefined();
    expect(nextLink(`${'<a>; '.repeat(10_000)}`)).toBeUndefined();
  });
});

describe('items', () => {
  const single = (body: Json, pagination: JsonObject = {}) =>
    run(() => jsonResponse(body), { pagination: { mode: 'link', ...pagination } });

  it('are the body itself when it is no list and no path is given', async () => {
    expect((await single({ a: 1 })).main).toEqual([{ a: 1 }]);
  });

  it('are none when the path leads to nothing, and a failure when it leads to something else', async () => {
    expect((await single({ a: 1 }, { items: 'b.c' })).main).toEqual([]);
    expect((await single({ a: 1 }, { items: 'a' })).failure?.code).toBe('HTTP_PAGINATION');
    expect((await single({ a: 1 }, { items: 'a[[' })).failure?.code).toBe('INVALID_PARAMS');
  });

  it('come with the last answer when the whole answer is asked for', async () => {
    const result = await run(() => jsonResponse([1], { status: 206 }), {
      output: 'response',
      pagination: { mode: 'link' },
    });
    expect(result.main).toMatchObject({ status: 206, body: [1], pages: 1 });
  });

  it('of all pages may not be larger than what a node can give', async () => {
    const big = 'x'.repeat(6 * 1024 * 1024);
    const http: HttpHandler = (_request, index) => jsonResponse([`${index}${big}`]);
    const result = await run(http, { pagination: { mode: 'page' } });
    expect(result.failure?.code).toBe('HTTP_TOO_LARGE');
    expect(result.requests).toHaveLength(3);
  });

  it('that fail on a later page fail the node', async () => {
    const http: HttpHandler = (_request, index) => jsonResponse([1], { status: index === 1 ? 503 : 200 });
    expect((await run(http, { pagination: { mode: 'page' } })).failure).toMatchObject({
      code: 'HTTP_STATUS',
      fault: 'transient',
    });
  });
});

describe('an account', () => {
  it('authenticates every page and shows itself to none of what finds the next one', async () => {
    const http: HttpHandler = (_request, index) => jsonResponse({ items: [index], next: index === 0 ? 'two' : null });
    const account = testCredential(httpQueryCredential, { name: 'key', value: 'canary-key' });
    const params = { pagination: { mode: 'cursor', items: 'items' }, nextPage: '{{ response.body.next }}' };
    const result = await run(http, params, { credentials: { account } });
    expect(result.main).toEqual([0, 1]);
    expect(result.requests.map(queryOf)).toEqual([{ key: 'canary-key' }, { cursor: 'two', key: 'canary-key' }]);
    expect(JSON.stringify([result.outcome, result.logs])).not.toContain('canary-key');
  });
});
