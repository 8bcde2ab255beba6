import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { respondNode } from './respond.executor';

const input = { id: 7 };

async function respond(params: JsonObject) {
  const result = await testNode(respondNode, { params, input });
  expect(result.synchronous).toBe(true);
  if (result.outcome.kind !== 'output') throw new Error(result.failure?.code);
  expect(result.outcome.ports).toEqual({ main: input });
  return result.outcome.response;
}

async function refusal(params: JsonObject) {
  return (await testNode(respondNode, { params, input })).failure?.code;
}

describe('respond to webhook', () => {
  it('answers with the input as JSON and passes it on', async () => {
    const response = await respond({});
    expect(response).toMatchObject({ status: 200, body: { id: 7 } });
    expect(response?.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
  });

  it('answers with what is written', async () => {
    const response = await respond({
      status: 201,
      body: { order: '{{ input.id }}' },
      headers: { 'X-Order': '{{ input.id }}', 'X-New': true },
    });
    expect(response).toMatchObject({ status: 201, body: { order: 7 } });
    expect(response?.headers).toMatchObject({ 'x-order': '7', 'x-new': 'true' });
  });

  it.each<[JsonObject, unknown]>([
    [{ body: '{"ok": true}' }, '{"ok":true}'],
    [{ body: ' [1, 2] ' }, '[1,2]'],
    [{ body: 'hello' }, '"hello"'],
    [{ body: '' }, '""'],
    [{ body: '5' }, '5'],
    [{ body: 5 }, 5],
    [{ body: null }, null],
    [{ body: [1] }, [1]],
  ])('writes JSON for %j', async (params, body) => {
    expect((await respond(params))?.body).toEqual(body);
  });

  it('answers with text and HTML', async () => {
    const text = await respond({ bodyType: 'text', body: 'Order {{ input.id }}' });
    expect(text).toMatchObject({ body: 'Order 7', headers: { 'content-type': 'text/plain; charset=utf-8' } });
    const html = await respond({ bodyType: 'html', body: '<b>{{ input.id }}</b>' });
    expect(html).toMatchObject({ body: '<b>7</b>', headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect((await respond({ bodyType: 'text' }))?.body).toBe('{"id":7}');
  });

  it('answers without a body', async () => {
    expect(await respond({ bodyType: 'none' })).toMatchObject({ status: 204, body: '' });
    expect(await respond({ bodyType: 'none', status: 202 })).toMatchObject({ status: 202, body: '' });
    const response = await respond({ status: 204, body: { never: 'sent' } });
    expect(response).toMatchObject({ status: 204, body: '' });
    expect(response?.headers['content-type']).toBeUndefined();
  });

  it.each([
    ['https://example.com/thanks?a=1#top', 'https://example.com/thanks?a=1#top'],
    ['/thanks', '/thanks'],
    ['thanks', '/thanks'],
    ['https://example.com/ä b', 'https://example.com/%C3%A4%20b'],
  ])('redirects to %s', async (redirectUrl, location) => {
    expect(await respond({ bodyType: 'redirect', redirectUrl })).toMatchObject({
      status: 302,
      body: '',
      headers: { location },
    });
  });

  it('redirects with another status', async () => {
    expect(await respond({ bodyType: 'redirect', redirectUrl: '/x', status: '303' })).toMatchObject({ status: 303 });
  });

  it.each<[JsonObject]>([
    [{ redirectUrl: '' }],
    [{}],
    [{ redirectUrl: 'javascript:alert(1)' }],
    [{ redirectUrl: 'data:text/html,x' }],
    [{ redirectUrl: 'http://' }],
    [{ redirectUrl: '/x', status: 200 }],
    [{ redirectUrl: '/x', status: 304 }],
  ])('refuses the redirect %j', async (params) => {
    expect(await refusal({ bodyType: 'redirect', ...params })).toBe('RESPOND_INVALID_REDIRECT');
  });

  it('lets the content type be overridden', async () => {
    const params = { bodyType: 'text', body: '<a/>', contentType: 'application/xml' };
    expect((await respond(params))?.headers['content-type']).toBe('application/xml');
    const headers = { 'Content-Type': 'text/csv' };
    expect((await respond({ bodyType: 'text', body: 'a,b', headers }))?.headers['content-type']).toBe('text/csv');
  });

  it('gives every answer an origin of its own, so that no script in it acts for who is signed in', async () => {
    const trials: JsonObject[] = [{}, { bodyType: 'html', body: '<script>1</script>' }, { bodyType: 'none' }];
    for (const params of trials) {
      const headers = (await respond(params))?.headers;
      expect(headers?.['content-security-policy']).toMatch(/^sandbox /);
      expect(headers?.['content-security-policy']).not.toContain('allow-same-origin');
      expect(headers?.['x-content-type-options']).toBe('nosniff');
    }
  });

  it.each<[JsonObject]>([
    [{ 'X-A': 'one\r\nSet-Cookie: a=b' }],
    [{ 'X-A': 'one\ntwo' }],
    [{ 'X-A': 'nul\u0000' }],
    [{ 'X-A': '日本' }],
    [{ 'X A': 'space' }],
    [{ 'X-A\r\nX-B': '1' }],
    [{ '': '1' }],
    [{ 'Set-Cookie': 'session=1' }],
    [{ 'Content-Length': '5' }],
    [{ 'transfer-encoding': 'chunked' }],
    [{ Connection: 'close' }],
    [{ 'Content-Security-Policy': 'default-src *' }],
    [{ 'Service-Worker-Allowed': '/' }],
    [{ 'X-Big': 'x'.repeat(17_000) }],
  ])('refuses the headers %j', async (headers) => {
    expect(await refusal({ headers })).toBe('RESPOND_INVALID_HEADER');
  });

  it('takes headers as JSON text', async () => {
    expect((await respond({ headers: '{"X-Order": "{{ input.id }}"}' }))?.headers['x-order']).toBe('7');
    expect((await respond({ headers: '' }))?.status).toBe(200);
    expect(await refusal({ headers: '{"X-A": ' })).toBe('INVALID_PARAMS');
    expect(await refusal({ headers: '[1]' })).toBe('INVALID_PARAMS');
  });

  it('refuses a content type that breaks the line', async () => {
    expect(await refusal({ contentType: 'text/plain\r\nX-A: 1' })).toBe('RESPOND_INVALID_HEADER');
  });

  it('refuses text that looks like JSON but is not', async () => {
    expect(await refusal({ body: '{"a": ' })).toBe('RESPOND_INVALID_JSON');
  });

  it.each([[99], [199], [600], [200.5], ['20x'], [null]])('refuses the status %j', async (status) => {
    expect(await refusal({ status })).toBe('INVALID_PARAMS');
  });
});
