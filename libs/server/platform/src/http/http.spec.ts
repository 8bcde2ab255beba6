import 'reflect-metadata';
import { BadRequestException, Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import request from 'supertest';
import { z } from 'zod';
import { conflict, DomainError } from '../errors/domain-error';
import { Logger } from '../logging/logger';
import { startTestApp, type TestApp } from '../testing';
import { MAX_API_BYTES, type RequestWithRawBody } from './body-middleware';
import { ZodPipe } from './zod-pipe';

@Controller()
class EchoController {
  @Post('api/echo')
  echo(@Body() body: unknown): unknown {
    return { body };
  }

  @Post('api/checked')
  checked(@Body(new ZodPipe(z.object({ name: z.string(), size: z.number() }))) body: unknown): unknown {
    return body;
  }

  @Post(['raw', 'api/webhooks/:id', 'api/webhooks/:id/secret', 'hooks/:path'])
  hook(@Req() { rawBody, body }: RequestWithRawBody): unknown {
    return {
      raw: rawBody?.toString('latin1').slice(0, 100) ?? null,
      size: rawBody?.length ?? 0,
      body: (body as unknown) ?? null,
    };
  }

  @Get('api/fail/:how')
  fail(@Param('how') how: string): unknown {
    switch (how) {
      case 'domain':
        throw conflict('THING_BUSY', 'The thing is busy.', { thing: 7 });
      case 'transient':
        throw new DomainError({
          code: 'LATER',
          status: 503,
          message: 'Later.',
          fault: 'transient',
          retryAfterSeconds: 2.2,
        });
      case 'our-bug':
        throw new DomainError({ code: 'BROKEN', status: 500, message: 'table secret_things', fault: 'bug' });
      case 'nest':
        throw new BadRequestException(['a must be b', 'c must be d']);
      default:
        throw new Error('postgres://app:hunter2@db');
    }
  }

  @Get('api/large')
  large(): unknown {
    return { text: 'x'.repeat(10_000) };
  }
}

const lines: string[] = [];
const logger = Logger.create('warn', { write: (line: string) => void lines.push(line) });

describe('HTTP', () => {
  let running: TestApp;
  beforeAll(async () => {
    running = await startTestApp({
      controllers: [EchoController],
      logger,
      env: { ALLOWED_ORIGINS: 'https://app.example, https://b.example', TRUST_PROXY: '1' },
    });
  });
  afterAll(() => running.stop());
  const post = (path: string, body: string, type = 'application/json'): request.Test =>
    request(running.server).post(path).set('content-type', type).send(body);

  describe('errors', () => {
    const get = (how: string): request.Test => request(running.server).get(`/api/fail/${how}`);

    it('have code, message and details', async () => {
      const { body } = await get('domain').expect(409);
      expect(body).toEqual({ error: { code: 'THING_BUSY', message: 'The thing is busy.', details: { thing: 7 } } });
    });

    it('say when to try again', async () => {
      await get('transient').expect(503).expect('Retry-After', '3');
    });

    it('hide bugs, and log them under the id of the request', async () => {
      lines.length = 0;
      const { text, body } = await get('bug')
        .set('x-request-id', 'trace-1')
        .expect(500)
        .expect('X-Request-Id', 'trace-1');
      expect(text).not.toContain('hunter2');
      expect(body.error.code).toBe('INTERNAL');
      const line = JSON.parse(lines[0] ?? '{}');
      expect(line).toMatchObject({ level: 'error', requestId: 'trace-1', path: '/api/fail/bug' });
      expect(line.error.stack).toContain('http.spec');
      expect((await get('our-bug').expect(500)).text).not.toContain('secret_things');
    });

    it('of Nest look the same', async () => {
      expect((await get('nest').expect(400)).body.error).toEqual({
        code: 'VALIDATION_FAILED',
        message: 'a must be b; c must be d',
        details: { problems: ['a must be b', 'c must be d'] },
      });
      expect((await request(running.server).get('/api/nothing').expect(404)).body.error.code).toBe('NOT_FOUND');
      expect((await request(running.server).get('/api/fail/%E0%A4%A').expect(400)).body.error.code).toBe('BAD_REQUEST');
    });

    it('of a body list everything that is wrong', async () => {
      const { body } = await post('/api/checked', '{"name":1}').expect(400);
      expect(body.error.details.problems.map(({ path }: { path: string }) => path)).toEqual(['name', 'size']);
      expect((await request(running.server).post('/api/checked').expect(400)).body.error.code).toBe(
        'VALIDATION_FAILED',
      );
    });
  });

  describe('bodies of the API', () => {
    it('are JSON up to 4 MB', async () => {
      const body = JSON.stringify({ text: 'x'.repeat(MAX_API_BYTES - 20) });
      await post('/api/echo', body).expect(201);
      const refused = await post('/api/echo', `${body}${' '.repeat(30)}`).expect(413);
      expect(refused.body.error).toMatchObject({ code: 'BODY_TOO_LARGE', details: { maxBytes: MAX_API_BYTES } });
      expect(refused.body.error.message).toContain('4 MB');
    });

    it.each([
      ['cut off', '{"a":', 'BODY_MALFORMED'],
      ['no JSON', 'hello', 'BODY_MALFORMED'],
      ['with __proto__', '{"a":{"__proto__":{"admin":true}}}', 'BODY_FORBIDDEN_KEY'],
      ['with an escaped __proto__', '{"\\u005f_proto__":{"admin":true}}', 'BODY_FORBIDDEN_KEY'],
      ['with constructor.prototype', '{"constructor":{"prototype":{"admin":true}}}', 'BODY_FORBIDDEN_KEY'],
      ['too deep', '['.repeat(101) + ']'.repeat(101), 'BODY_TOO_DEEP'],
      ['far too deep', '['.repeat(1_000_000) + ']'.repeat(1_000_000), 'BODY_TOO_DEEP'],
      ['of too many parts', `[${'0,'.repeat(500_001)}0]`, 'BODY_TOO_MANY_PARTS'],
    ])('are refused when they are %s', async (_name, body, code) => {
      expect((await post('/api/echo', body).expect(400)).body.error.code).toBe(code);
    });

    it('may be 100 levels deep', async () => {
      await post('/api/echo', '['.repeat(100) + ']'.repeat(100)).expect(201);
    });

    it('are refused when they are no UTF-8', async () => {
      const answer = await fetch(`${running.url}/api/echo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Uint8Array([0x22, 0xff, 0x22]),
      });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { code: 'BODY_MALFORMED' } });
    });
  });

  describe('bodies of webhooks', () => {
    it.each(['/api/webhooks/1', '/API/Webhooks/1/', '/hooks/1', '/HOOKS/1'])(
      'are left to the webhook at %s',
      async (path) => {
        expect((await post(path, '{"a":1}').expect(201)).body).toEqual({ raw: null, size: 0, body: null });
        await post(path, '{}').expect('Content-Security-Policy', 'sandbox').expect('X-Content-Type-Options', 'nosniff');
      },
    );

    it('are not those of what configures webhooks', async () => {
      expect((await post('/api/webhooks/1/secret', '{"a":1}').expect(201)).body.body).toEqual({ a: 1 });
    });
  });

  describe('bodies of other types', () => {
    const raw = '/raw';

    it('keep their bytes', async () => {
      const { body } = await post(raw, '{ "a" : 1 }').expect(201);
      expect(body).toEqual({ raw: '{ "a" : 1 }', size: 11, body: { a: 1 } });
    });

    it.each<[string, string, unknown]>([
      ['application/json; charset=utf-8', '[1,"é"]', [1, 'é']],
      ['application/vnd.github+json', '{"a":1}', { a: 1 }],
      ['application/x-www-form-urlencoded', 'a=1&b=2&b=3&c=%C3%A9+x', { a: '1', b: ['2', '3'], c: 'é x' }],
      ['text/plain', 'héllo', 'héllo'],
      ['application/xml', '<a/>', '<a/>'],
      ['application/octet-stream', 'abc', { contentType: 'application/octet-stream', size: 3, base64: 'YWJj' }],
    ])('of type %s are read', async (type, sent, expected) => {
      expect((await post(raw, sent, type).expect(201)).body.body).toEqual(expected);
    });

    it('may be absent', async () => {
      const { body } = await request(running.server).post(raw).expect(201);
      expect(body).toEqual({ raw: '', size: 0, body: null });
    });

    it('are refused with __proto__ in JSON or form', async () => {
      await post(raw, '{"__proto__":1}').expect(400);
      await post(raw, '__proto__=1', 'application/x-www-form-urlencoded').expect(400);
    });

    it('leave multipart to its parser', async () => {
      const { body } = await request(running.server).post(raw).field('a', '1').expect(201);
      expect(body.size).toBe(0);
    });
  });

  describe('bodies of the API', () => {
    it.each([
      ['application/x-www-form-urlencoded', '{"a":1}'],
      ['text/plain', 'a'],
      ['application/xml', '<a/>'],
      ['application/octet-stream', 'abc'],
    ])('are JSON, not %s', async (type, sent) => {
      const { body } = await post('/api/echo', sent, type).expect(415);
      expect(body.error).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE', details: { contentType: type } });
      expect(body.error.message).toContain('Content-Type: application/json');
    });

    it('are no multipart either', async () => {
      await request(running.server).post('/api/echo').field('a', '1').expect(415);
      await request(running.server).post('/graphql').field('a', '1').expect(415);
    });

    it('may come without a type, or without a byte', async () => {
      const answer = await fetch(`${running.url}/api/webhooks/1/secret`, {
        method: 'POST',
        body: Buffer.from('{"a":1}'),
      });
      expect(await answer.json()).toMatchObject({ body: { a: 1 } });
      await post('/api/webhooks/1/secret', '', 'text/plain').expect(201);
    });
  });

  describe('an address', () => {
    it('tells which methods it takes', async () => {
      const { body } = await request(running.server).delete('/api/large?a=1').expect(405).expect('Allow', /GET/);
      expect(body.error).toMatchObject({ code: 'METHOD_NOT_ALLOWED', details: { allowed: ['GET'] } });
      expect(body.error.message).toBe('/api/large does not take DELETE. It takes GET.');
    });

    it('with a parameter does so, too', async () => {
      const { body } = await request(running.server).put('/api/webhooks/1/secret').send({}).expect(405);
      expect(body.error.details.allowed).toEqual(['POST']);
    });

    it('that does not exist is not found, whatever the method', async () => {
      for (const method of ['get', 'put'] as const) {
        const { body } = await request(running.server)[method]('/api/nope').expect(404);
        expect(body.error).toEqual({
          code: 'NOT_FOUND',
          message: 'There is nothing at /api/nope. Check the address; /docs lists what there is.',
        });
      }
    });
  });

  it('gives pages strict headers', async () => {
    const { headers } = await request(running.server).get('/api/large');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('gives data the strictest policy and none of the headers that only pages need', async () => {
    const { headers } = await request(running.server).post('/graphql').send({ query: '{ __typename }' });
    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['x-download-options']).toBeUndefined();
  });

  it('makes an id for requests that bring none, or a strange one', async () => {
    const own = await request(running.server).get('/api/large');
    expect(own.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    const strange = await request(running.server).get('/api/large').set('x-request-id', 'a b"c');
    expect(strange.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('shrinks large answers', async () => {
    await request(running.server).get('/api/large').set('accept-encoding', 'gzip').expect('Content-Encoding', 'gzip');
  });

  it('lets allowed origins in with credentials, and no other', async () => {
    const allowed = await request(running.server)
      .options('/api/echo')
      .set('origin', 'https://b.example')
      .set('access-control-request-method', 'POST');
    expect(allowed.headers['access-control-allow-origin']).toBe('https://b.example');
    expect(allowed.headers['access-control-allow-credentials']).toBe('true');
    const foreign = await request(running.server)
      .options('/api/echo')
      .set('origin', 'https://evil.example')
      .set('access-control-request-method', 'POST');
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('HTTP with a limit for webhooks', () => {
  it('answers 429 by address, and leaves the rest alone', async () => {
    const running = await startTestApp({
      controllers: [EchoController],
      env: { RATE_LIMIT_WEBHOOK_PER_MINUTE: '3', TRUST_PROXY: '1' },
    });
    const hook = (from: string): request.Test =>
      request(running.server).post('/api/webhooks/1').set('x-forwarded-for', from).send({});
    for (let i = 0; i < 3; i += 1) await hook('192.0.2.1').expect(201);
    const { body, headers } = await hook('192.0.2.1').expect(429);
    expect(body.error.code).toBe('RATE_LIMITED');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await hook('192.0.2.2').expect(201);
    await request(running.server).post('/api/echo').send({}).expect(201);
    await running.stop();
  });
});
