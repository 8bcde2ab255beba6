import { NodeError } from '@millrace/node-sdk';
import type { HttpRequest } from '@millrace/node-sdk';
import { jsonResponse, testNode, textResponse } from '@millrace/node-sdk/testing';
import type { NodeTrial } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { httpRequestNode } from './http-request.executor';

const URL_TEXT = 'https://api.test/orders';
const run = (params: JsonObject, trial: NodeTrial = {}) =>
  testNode(httpRequestNode, { http: () => jsonResponse({ ok: true }), ...trial, params: { url: URL_TEXT, ...params } });
const requestOf = async (params: JsonObject, trial: NodeTrial = {}): Promise<HttpRequest> => {
  const result = await run(params, trial);
  if (result.requests[0] === undefined) throw new Error(result.failure?.message ?? 'no request');
  return result.requests[0];
};
const codeOf = async (params: JsonObject, trial: NodeTrial = {}) => (await run(params, trial)).failure?.code;

describe('the request', () => {
  it('is a GET with sensible limits unless told otherwise', async () => {
    expect(await requestOf({})).toEqual({
      method: 'GET',
      url: URL_TEXT,
      headers: { accept: '*/*', 'user-agent': 'Millrace' },
      timeoutMs: 60_000,
      maxRedirects: 5,
      maxBytes: 10 * 1024 * 1024,
    });
  });

  it('takes any method, timeout, redirects and size limit', async () => {
    expect(await requestOf({ method: ' propfind ', timeoutMs: '1500', maxRedirects: 2, maxBytes: 10 })).toMatchObject({
      method: 'PROPFIND',
      timeoutMs: 1_500,
      maxRedirects: 2,
      maxBytes: 10,
    });
    expect((await requestOf({ followRedirects: false })).maxRedirects).toBe(0);
    expect(await codeOf({ method: 'GET /admin' })).toBe('INVALID_PARAMS');
    expect(await codeOf({ timeoutMs: 300_001 })).toBe('INVALID_PARAMS');
    expect(await codeOf({ maxBytes: 17 * 1024 * 1024 })).toBe('INVALID_PARAMS');
  });

  it('fills templates in before it is built', async () => {
    const request = await requestOf(
      {
        method: 'POST',
        url: '{{ trigger.base }}/orders/{{ Fetch.id }}',
        body: { name: '{{ input.name }}', raw: '{{ input }}' },
      },
      { trigger: { base: 'https://x.test' }, nodes: { Fetch: { id: 7 } }, input: { name: 'A "quoted" name' } },
    );
    expect(request.url).toBe('https://x.test/orders/7');
    expect(JSON.parse(request.body as string)).toEqual({ name: 'A "quoted" name', raw: { name: 'A "quoted" name' } });
  });

  it('adds the query to what the address has', async () => {
    const query = { q: 'a b&c', tags: ['x', 'y'], none: null, n: 5, flag: false, deep: { a: 1 } };
    const { url } = await requestOf({ url: `${URL_TEXT}?page=1#top`, query });
    expect([...new URL(url).searchParams]).toEqual([
      ['page', '1'],
      ['q', 'a b&c'],
      ['tags', 'x'],
      ['tags', 'y'],
      ['n', '5'],
      ['flag', 'false'],
      ['deep', '{"a":1}'],
    ]);
    expect((await requestOf({ query: '{"a":"{{ input.v }}"}' }, { input: { v: '"}x' } })).url).toBe(
      `${URL_TEXT}?a=%22%7Dx`,
    );
  });

  it('turns credentials in the address into a header', async () => {
    const request = await requestOf({ url: 'https://me:p%40ss@api.test/' });
    expect(request.url).toBe('https://api.test/');
    expect(request.headers?.['authorization']).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
  });

  it('refuses what is no web address', async () => {
    for (const url of [
      'api.test/x',
      'ftp://api.test',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://',
      'http://a b',
      '',
    ]) {
      expect({ url, code: await codeOf({ url }) }).toEqual({ url, code: 'INVALID_PARAMS' });
    }
  });
});

describe('headers', () => {
  it('may be an object or JSON text, lose their case, and override ours', async () => {
    const headers = { 'X-Token': 'a', Accept: 'text/csv', 'X-Count': 5, 'X-None': null, 'X-Flag': true };
    const expected = { accept: 'text/csv', 'user-agent': 'Millrace', 'x-token': 'a', 'x-count': '5', 'x-flag': 'true' };
    expect((await requestOf({ headers })).headers).toEqual(expected);
    expect((await requestOf({ headers: JSON.stringify(headers) })).headers).toEqual(expected);
    expect((await requestOf({ headers: '' })).headers).toEqual({ accept: '*/*', 'user-agent': 'Millrace' });
  });

  it('cannot be broken out of by a value', async () => {
    const headers = '{"X-Name":"{{ input.name }}"}';
    expect((await requestOf({ headers }, { input: { name: 'a","X-Admin":"1' } })).headers).toMatchObject({
      'x-name': 'a","X-Admin":"1',
    });
    expect(await codeOf({ headers }, { input: { name: 'a\r\nX-Admin: 1' } })).toBe('INVALID_PARAMS');
    expect(await codeOf({ headers: { 'X Name': '1' } })).toBe('INVALID_PARAMS');
    expect(await codeOf({ headers: { 'X:Name\n': '1' } })).toBe('INVALID_PARAMS');
  });

  it('that are no object are refused with a reason', async () => {
    expect((await run({ headers: '{"a":' })).failure?.message).toMatch(/"headers" is no valid JSON text/);
    expect((await run({ headers: '[1]' })).failure?.message).toMatch(/"headers" must be an object/);
  });
});

describe('the body', () => {
  const sent = async (params: JsonObject) => {
    const { body, headers } = await requestOf({ method: 'POST', ...params });
    return {
      body: body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : body,
      type: headers?.['content-type'],
    };
  };

  it('by itself is JSON for values and text for text, and none with GET', async () => {
    expect(await sent({ body: { a: 1 } })).toEqual({ body: '{"a":1}', type: 'application/json' });
    expect(await sent({ body: '{"a": 1}' })).toEqual({ body: '{"a": 1}', type: 'application/json' });
    expect(await sent({ body: 'hello' })).toEqual({ body: 'hello', type: 'text/plain; charset=utf-8' });
    expect(await sent({ body: [] })).toEqual({ body: '[]', type: 'application/json' });
    expect(await sent({ body: 0 })).toEqual({ body: '0', type: 'application/json' });
    for (const body of ['', null]) expect(await sent({ body })).toEqual({ body: undefined, type: undefined });
    expect(await sent({ method: 'GET', body: { a: 1 } })).toEqual({ body: undefined, type: undefined });
    expect(await sent({ bodyType: 'none', body: { a: 1 } })).toEqual({ body: undefined, type: undefined });
  });

  it('as JSON is also sent with GET, and text becomes a JSON string', async () => {
    expect(await sent({ method: 'GET', bodyType: 'json', body: { a: 1 } })).toEqual({
      body: '{"a":1}',
      type: 'application/json',
    });
    expect(await sent({ bodyType: 'json', body: 'hello' })).toEqual({ body: '"hello"', type: 'application/json' });
    expect(await sent({ bodyType: 'json' })).toEqual({ body: 'null', type: 'application/json' });
    expect(await codeOf({ method: 'POST', bodyType: 'json', body: '{"a": 1,}' })).toBe('INVALID_PARAMS');
  });

  it('as form repeats lists and leaves null out', async () => {
    const type = 'application/x-www-form-urlencoded';
    expect(await sent({ bodyType: 'form', body: { a: 'x y', b: [1, 2], c: null } })).toEqual({
      body: 'a=x+y&b=1&b=2',
      type,
    });
    expect(await sent({ bodyType: 'form', body: '{"a":"ü"}' })).toEqual({ body: 'a=%C3%BC', type });
    expect(await sent({ bodyType: 'form', body: 'a=1&b=2' })).toEqual({ body: 'a=1&b=2', type });
  });

  it('as multipart carries fields and files that a server can read', async () => {
    const file = {
      fileName: 'grü"ße.bin',
      mimeType: 'image/png',
      base64: Buffer.from([0, 255, 13, 10]).toString('base64'),
    };
    const request = await requestOf({
      method: 'POST',
      bodyType: 'multipart',
      body: { text: 'ü\r\n--x', n: 5, list: ['a', 'b'], none: null, file },
    });
    const form = await new Response(Buffer.from(request.body as Uint8Array), {
      headers: { 'content-type': request.headers?.['content-type'] ?? '' },
    }).formData();
    expect([form.get('text'), form.get('n'), form.getAll('list'), form.has('none')]).toEqual([
      'ü\r\n--x',
      '5',
      ['a', 'b'],
      false,
    ]);
    const received = form.get('file') as File;
    expect(received.type).toBe('image/png');
    expect([...new Uint8Array(await received.arrayBuffer())]).toEqual([0, 255, 13, 10]);
  });

  it('as multipart is the same for every try', async () => {
    const params = { method: 'POST', bodyType: 'multipart', body: { a: '1' } };
    expect(await requestOf(params, { attempt: 1 })).toEqual(await requestOf(params, { attempt: 2 }));
  });

  it('as it is may be text or a file', async () => {
    expect(await sent({ bodyType: 'raw', body: '<a/>', contentType: 'application/xml' })).toEqual({
      body: '<a/>',
      type: 'application/xml',
    });
    expect(await sent({ bodyType: 'raw', body: { base64: 'AP8=', mimeType: 'image/gif' } })).toEqual({
      body: '\x00\xff',
      type: 'image/gif',
    });
    expect(await sent({ body: { base64: 'AP8=' } })).toEqual({ body: '\x00\xff', type: 'application/octet-stream' });
    expect(await sent({ bodyType: 'raw', body: [1] })).toEqual({ body: '[1]', type: 'application/json' });
    expect(await sent({ bodyType: 'raw' })).toEqual({ body: undefined, type: undefined });
  });

  it('has the content type that the headers say', async () => {
    const { headers } = await requestOf({
      method: 'POST',
      body: 'a,b',
      contentType: 'text/tsv',
      headers: { 'Content-Type': 'text/csv' },
    });
    expect(headers?.['content-type']).toBe('text/csv');
  });
});

describe('the answer', () => {
  const read = async (
    body: string | Uint8Array,
    type: string | undefined,
    params: JsonObject = {},
  ): Promise<Json | undefined> =>
    (
      await run(params, {
        http: [
          textResponse(body, {
            headers: type === undefined ? {} : { 'content-type': type },
            url: 'https://api.test/files/report%201.pdf',
          }),
        ],
      })
    ).main;

  it('by itself is JSON, text or a file, from its content type', async () => {
    expect(await read('{"a":1}', 'application/json; charset=utf-8')).toEqual({ a: 1 });
    expect(await read('{"a":1}', 'application/vnd.api+json')).toEqual({ a: 1 });
    expect(await read('<p>{"a":1}</p>', 'text/html')).toBe('<p>{"a":1}</p>');
    expect(await read('<a/>', 'application/atom+xml')).toBe('<a/>');
    expect(await read('{"a":1}', undefined)).toEqual({ a: 1 });
    expect(await read('plain', undefined)).toBe('plain');
    expect(await read('not json', 'application/json')).toBe('not json');
    expect(await read('', 'application/json')).toBeNull();
    expect(await read('null', 'application/json')).toBeNull();
    const file = { fileName: 'report 1.pdf', bytes: 2, base64: 'AP8=' };
    expect(await read(new Uint8Array([0, 255]), 'application/pdf')).toEqual({ ...file, mimeType: 'application/pdf' });
    expect(await read(new Uint8Array([0, 255]), undefined)).toEqual({ ...file, mimeType: 'application/octet-stream' });
  });

  it('is read as told', async () => {
    expect(await read('{"a":1}', 'text/plain', { response: 'json' })).toEqual({ a: 1 });
    expect(await read('{"a":1}', 'application/json', { response: 'text' })).toBe('{"a":1}');
    expect(await read('', 'application/json', { response: 'json' })).toBeNull();
    expect(await read('hi', 'text/plain', { response: 'file' })).toEqual({
      fileName: 'report 1.pdf',
      mimeType: 'text/plain',
      bytes: 2,
      base64: 'aGk=',
    });
    const result = await run({ response: 'json' }, { http: [textResponse('<html>')] });
    expect(result.failure).toMatchObject({ code: 'HTTP_INVALID_JSON', fault: 'user', details: { text: '<html>' } });
  });

  it('is decoded with its charset, also an unknown one', async () => {
    expect(await read(new Uint8Array([0xfc]), 'text/plain; charset=iso-8859-1')).toBe('ü');
    expect(await read('ü', 'text/plain; charset="made-up"')).toBe('ü');
    expect(await read('\uFEFF{"a":1}', 'application/json')).toEqual({ a: 1 });
  });

  it('names its file without folders', async () => {
    const nameOf = async (disposition: string) => {
      const response = textResponse('x', {
        headers: { 'content-type': 'image/png', 'content-disposition': disposition },
        url: 'https://api.test/',
      });
      return ((await run({}, { http: [response] })).main as JsonObject)['fileName'];
    };
    expect(await nameOf('attachment; filename="a \\"b\\".png"')).toBe('a "b".png');
    expect(await nameOf('attachment; filename=plain.png; size=1')).toBe('plain.png');
    expect(await nameOf("attachment; filename=x.png; filename*=UTF-8''gr%C3%BC%C3%9Fe.png")).toBe('grüße.png');
    expect(await nameOf('attachment; filename="../../etc/passwd"')).toBe('passwd');
    expect(await nameOf('attachment; filename="C:\\\\temp\\\\a.png"')).toBe('a.png');
    expect(await nameOf('inline')).toBe('download');
    expect(await nameOf("attachment; filename*=UTF-8''%E0%A4%A")).toBe('%E0%A4%A');
  });

  it('loses keys that reach for prototypes', async () => {
    expect(
      JSON.stringify(
        await read('{"__proto__":{"a":1},"b":{"constructor":{"prototype":{}}},"constructor":"me"}', 'application/json'),
      ),
    ).toBe('{"b":{},"constructor":"me"}');
  });

  it('can be given whole', async () => {
    const result = await run(
      { output: 'response' },
      { http: [jsonResponse([1], { status: 201, headers: { 'x-id': '7' }, url: 'https://api.test/end' })] },
    );
    expect(result.main).toEqual({
      status: 201,
      headers: { 'content-type': 'application/json; charset=utf-8', 'x-id': '7' },
      body: [1],
      url: 'https://api.test/end',
    });
  });

  it('is a redirect when redirects are not followed', async () => {
    const response = textResponse('', { status: 302, headers: { location: '/next' } });
    expect((await run({ followRedirects: false, output: 'response' }, { http: [response] })).main).toMatchObject({
      status: 302,
      headers: { location: '/next' },
    });
  });
});

describe('a failure', () => {
  const status = async (
    code: number,
    options: { body?: Json; headers?: Record<string, string>; params?: JsonObject } = {},
  ) =>
    (
      await run(options.params ?? {}, {
        http: [
          jsonResponse(options.body ?? null, {
            status: code,
            url: `${URL_TEXT}?key=secret`,
            headers: options.headers ?? {},
          }),
        ],
      })
    ).failure;

  it('is the fault of the user for most 4xx, and of the moment for 429 and 5xx', async () => {
    for (const code of [400, 401, 403, 404, 405, 409, 410, 422, 501, 505])
      expect({ code, fault: (await status(code))?.fault }).toEqual({ code, fault: 'user' });
    for (const code of [408, 425, 429, 500, 502, 503, 504, 507, 520, 529])
      expect({ code, fault: (await status(code))?.fault }).toEqual({ code, fault: 'transient' });
  });

  it('says what was answered, without the query of the address', async () => {
    expect(await status(404, { body: { error: { message: 'No such order' } } })).toEqual({
      code: 'HTTP_STATUS',
      fault: 'user',
      message: `GET ${URL_TEXT} answered 404 Not Found: No such order`,
      httpStatus: 404,
      details: { status: 404, body: { error: { message: 'No such order' } } },
    });
    expect((await status(500))?.message).toBe(`GET ${URL_TEXT} answered 500 Internal Server Error.`);
    expect((await status(418, { body: { detail: 'a\n b' } }))?.message).toContain('a b');
  });

  it('keeps long answers short', async () => {
    const failure = await status(400, { body: 'x'.repeat(100_000) });
    expect(failure?.message.length).toBeLessThan(500);
    expect(JSON.stringify(failure?.details).length).toBeLessThan(17_000);
  });

  it('does not put files into the failure', async () => {
    const http = [textResponse(new Uint8Array([0, 255]), { status: 500, headers: { 'content-type': 'image/png' } })];
    expect((await run({}, { http })).failure?.details).toEqual({ status: 500, body: '2 bytes of image/png' });
  });

  it('honours Retry-After in seconds and as a date, within bounds', async () => {
    const wait = async (code: number, headers: Record<string, string>) =>
      (await status(code, { headers }))?.retryAfterMs;
    expect(await wait(429, { 'retry-after': '7' })).toBe(7_000);
    expect(await wait(503, { 'retry-after': 'Thu, 15 Jan 2026 10:00:30 GMT' })).toBe(30_000);
    expect(await wait(503, { 'retry-after': 'Thu, 15 Jan 2026 09:00:00 GMT' })).toBe(0);
    expect(await wait(429, { 'retry-after-ms': '250', 'retry-after': '7' })).toBe(250);
    expect(await wait(429, { 'retry-after': '999999999' })).toBe(86_400_000);
    for (const text of ['soon', '', '-5', '1e9'])
      expect({ text, wait: await wait(429, { 'retry-after': text }) }).toEqual({ text, wait: undefined });
    expect(await wait(400, { 'retry-after': '7' })).toBeUndefined();
  });

  it('is none when error statuses are to be given', async () => {
    const http = [jsonResponse({ message: 'gone' }, { status: 404 })];
    expect((await run({ failOnStatus: false, output: 'response' }, { http })).main).toMatchObject({
      status: 404,
      body: { message: 'gone' },
    });
  });

  it('of the network is passed on as it is', async () => {
    const failure = {
      code: 'HTTP_TIMEOUT',
      fault: 'transient',
      message: 'api.test did not answer within 10 ms.',
    } as const;
    const http = () => {
      throw new NodeError(failure);
    };
    expect((await run({}, { http })).failure).toEqual(failure);
  });
});
