import 'reflect-metadata';
import { Injectable } from '@nestjs/common';
import {
  Args,
  ArgsType,
  Field,
  Int,
  Mutation,
  ObjectType,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { createClient, type Client } from 'graphql-ws';
import request from 'supertest';
import WebSocket from 'ws';
import { DomainError, notFound } from '../errors/domain-error';
import { HealthModule } from '../health/health.module';
import { Logger } from '../logging/logger';
import { startTestApp, type TestApp, type TestAppOptions } from '../testing';
import { connectionFrom, connectionOf, ConnectionArgs, keyOf, pageSizeOf, type Connection } from './connection';
import { createGraphqlModule } from './graphql-module';
import { MutationErrorType, payloadOf } from './mutation-error';
import { JsonScalar } from './scalars';
import { SubscriptionAuthenticator, type SocketIdentity } from './subscription-authenticator';

@ObjectType('Thing')
class ThingType {
  @Field(() => Int)
  number!: number;
}

@ObjectType('ThingConnection')
class ThingConnectionType extends connectionOf(ThingType, 'Thing') {}

@ObjectType('ThingMakePayload')
class ThingMakePayload {
  @Field(() => ThingType, { nullable: true })
  thing?: ThingType;

  @Field(() => [MutationErrorType])
  errors!: MutationErrorType[];
}

@ArgsType()
class ThingArgs extends ConnectionArgs {}

@Resolver(() => ThingType)
class ThingResolver {
  @Query(() => ThingType)
  thing(): ThingType {
    return { number: 1 };
  }

  @Query(() => ThingConnectionType)
  things(@Args() { first, after }: ThingArgs): Connection<ThingType> {
    const size = pageSizeOf(first);
    const start = after ? Number(keyOf(after, 1)[0]) + 1 : 0;
    const rows = Array.from({ length: 50 }, (_, number) => ({ number })).slice(start, start + size + 1);
    return connectionFrom(rows, size, { key: ({ number }) => [number], node: (row) => row });
  }

  @Query(() => JsonScalar, { nullable: true })
  echo(@Args('value', { type: () => JsonScalar }) value: unknown): unknown {
    return value;
  }

  @Query(() => Date)
  later(@Args('than', { type: () => Date }) than: Date): Date {
    return new Date(than.getTime() + 1000);
  }

  @Query(() => String)
  fail(@Args('how') how: string): string {
    if (how === 'domain') throw notFound('THING_NOT_FOUND', 'There is no such thing.', { number: 7 });
    if (how === 'busy')
      throw new DomainError({ code: 'BUSY', status: 503, message: 'Busy.', fault: 'transient', retryAfterSeconds: 3 });
    throw new Error('password is hunter2 at postgres://app:hunter2@db/app');
  }

  @Mutation(() => ThingMakePayload)
  thingMake(@Args('number', { type: () => Int }) number: number): Promise<object> {
    return payloadOf(async () => {
      if (number < 0)
        throw new DomainError({ code: 'NUMBER_NEGATIVE', status: 400, message: 'The number must not be negative.' });
      if (number === 0) throw new DomainError({ code: 'FORBIDDEN', status: 403, message: 'Not you.' });
      return { thing: { number } };
    });
  }

  @ResolveField(() => ThingType)
  next(): ThingType {
    return { number: 2 };
  }

  @Subscription(() => Int, { resolve: (value: number) => value })
  async *counted(): AsyncGenerator<number> {
    yield 1;
    yield 2;
  }

  @Subscription(() => Int, { resolve: (value: number) => value })
  async *endless(): AsyncGenerator<number> {
    yield 1;
    await new Promise(() => undefined);
  }

  @Subscription(() => Int, {
    resolve: () => {
      throw new Error('secret inside');
    },
  })
  async *broken(): AsyncGenerator<number> {
    yield 1;
  }
}

@Injectable()
class Doorman extends SubscriptionAuthenticator {
  override authenticate(parameters: Readonly<Record<string, unknown>>): Promise<SocketIdentity | null> {
    if (parameters['token'] === 'good')
      return Promise.resolve({ userId: 'u', actor: { id: 'u' }, expiresAtMs: Date.now() + 60_000 });
    if (parameters['token'] === 'short')
      return Promise.resolve({ userId: 's', actor: { id: 's' }, expiresAtMs: Date.now() + 300 });
    return Promise.resolve(null);
  }
}

const lines: string[] = [];
const logger = Logger.create('warn', { write: (line: string) => void lines.push(line) });

const options: TestAppOptions = {
  imports: [
    createGraphqlModule(),
    HealthModule.forRoot('1.2.3'),
    {
      module: class Doors {},
      providers: [{ provide: SubscriptionAuthenticator, useClass: Doorman }],
      exports: [SubscriptionAuthenticator],
      global: true,
    },
  ],
  providers: [ThingResolver],
  logger,
};

const deep = (levels: number): string => `{ thing ${'{ next '.repeat(levels)}{ number }${' }'.repeat(levels)} }`;
const aliased = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: thing { number }`).join(' ')} }`;

describe('GraphQL', () => {
  let running: TestApp;
  const open: Client[] = [];
  beforeAll(async () => {
    running = await startTestApp({ ...options, env: { ALLOWED_ORIGINS: 'https://app.example' } });
  });
  afterEach(async () => {
    for (const client of open.splice(0)) await client.dispose();
  });
  afterAll(() => running.stop());

  const send = (query: string, variables?: object): request.Test =>
    request(running.server).post('/graphql').send({ query, variables });

  describe('over HTTP', () => {
    it('answers queries of resolvers', async () => {
      const { body } = await send('{ thing { number next { number } } }').expect(200);
      expect(body).toEqual({ data: { thing: { number: 1, next: { number: 2 } } } });
    });

    it('pages with keyset cursors until there is nothing left', async () => {
      const query =
        'query($after: String) { things(first: 30, after: $after) { nodes { number } edges { cursor } pageInfo { hasNextPage endCursor } } }';
      const first = await send(query).expect(200);
      const page = first.body.data.things;
      expect(page.nodes).toHaveLength(30);
      expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: page.edges[29].cursor });
      const second = await send(query, { after: page.pageInfo.endCursor }).expect(200);
      expect(second.body.data.things.nodes[0]).toEqual({ number: 30 });
      expect(second.body.data.things.pageInfo.hasNextPage).toBe(false);
    });

    it('refuses a cursor that it did not make, and a page that is too large', async () => {
      const bad = await send('{ things(after: "nonsense") { nodes { number } } }');
      expect(bad.body.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'INVALID_CURSOR' });
      const large = await send('{ things(first: 101) { nodes { number } } }');
      expect(large.body.errors[0].extensions.reason).toBe('INVALID_PAGE_SIZE');
    });

    it('carries any JSON as variable and as literal, but no __proto__', async () => {
      const value = { a: [1, 'x', null, { b: true }] };
      expect((await send('query($v: JSON!) { echo(value: $v) }', { v: value })).body.data.echo).toEqual(value);
      expect((await send('{ echo(value: { a: [1, "x", null, { b: true }] }) }')).body.data.echo).toEqual(value);
      expect((await send('{ echo(value: { __proto__: { a: 1 } }) }').expect(400)).body.errors[0].extensions.code).toBe(
        'BAD_USER_INPUT',
      );
      const raw = '{"query":"query($v: JSON!) { echo(value: $v) }","variables":{"v":{"__proto__":{"a":1}}}}';
      const answer = await request(running.server)
        .post('/graphql')
        .set('content-type', 'application/json')
        .send(raw)
        .expect(400);
      expect(answer.body.error.code).toBe('BODY_FORBIDDEN_KEY');
    });

    it('reads and writes instants with a zone only', async () => {
      expect((await send('{ later(than: "2026-01-31T10:30:00+01:00") }')).body.data.later).toBe(
        '2026-01-31T09:30:01.000Z',
      );
      await send('{ later(than: "2026-01-31 10:30") }').expect(400);
      await send('{ later(than: 5) }').expect(400);
    });

    it('gives expected failures of mutations in the payload, and the forbidden at the top', async () => {
      const mutation =
        'mutation($n: Int!) { thingMake(number: $n) { thing { number } errors { __typename code message } } }';
      const made = await send(mutation, { n: 5 });
      expect(made.body.data.thingMake).toEqual({ thing: { number: 5 }, errors: [] });
      const refused = await send(mutation, { n: -1 });
      expect(refused.body.data.thingMake).toEqual({
        thing: null,
        errors: [{ __typename: 'UserError', code: 'NUMBER_NEGATIVE', message: 'The number must not be negative.' }],
      });
      const forbidden = await send(mutation, { n: 0 });
      expect(forbidden.body.errors[0].extensions).toEqual({ code: 'FORBIDDEN', reason: 'FORBIDDEN' });
    });

    it('shows expected errors with category, reason and details', async () => {
      const { body } = await send('{ fail(how: "domain") }');
      expect(body.errors[0]).toMatchObject({
        message: 'There is no such thing.',
        path: ['fail'],
        extensions: { code: 'NOT_FOUND', reason: 'THING_NOT_FOUND', details: { number: 7 } },
      });
      const busy = await send('{ fail(how: "busy") }');
      expect(busy.body.errors[0].extensions).toEqual({ code: 'UNAVAILABLE', reason: 'BUSY', retryAfterSeconds: 3 });
    });

    it('hides what a bug says, and logs it', async () => {
      lines.length = 0;
      const { text } = await send('{ fail(how: "bug") }');
      expect(text).not.toContain('hunter2');
      expect(text).not.toContain('stack');
      expect(JSON.parse(text).errors[0].extensions.code).toBe('INTERNAL');
      expect(JSON.parse(text).errors[0].extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(lines.join()).toContain('a resolver failed');
    });

    it.each([
      ['depth 60', deep(60), 'fields inside each other'],
      ['31 aliases', aliased(31), 'aliases'],
      ['21 directives', `{ thing { number ${'@include(if: true) '.repeat(21)} } }`, 'directives'],
      [
        'nested pages',
        '{ things(first: 100) { nodes { next { number } } edges { node { number next { number } } cursor } nodes2: nodes { next { next { next { number n: number } } } } edges2: edges { node { number next { number next { number next { number } } } } } } }',
        'complexity',
      ],
    ])('refuses %s with 400', async (_name, query, word) => {
      const { body } = await send(query).expect(400);
      expect(body.errors[0].extensions.code).toBe('LIMIT_EXCEEDED');
      expect(JSON.stringify(body.errors)).toContain(word);
      expect(body.data).toBeUndefined();
    });

    it('counts page sizes that come as variables', async () => {
      const query =
        'query($n: Int) { things(first: $n) { nodes { number a: next { number b: next { number c: next { number d: next { number e: next { number f: next { number g: next { number } } } } } } } } } }';
      await send(query, { n: 10 }).expect(200);
      const { body } = await send(query, { n: 1000 }).expect(400);
      expect(body.errors[0].extensions.code).toBe('LIMIT_EXCEEDED');
    });

    it('is not slowed down by fragments that spread fragments', async () => {
      const count = 60;
      const fragments = Array.from(
        { length: count },
        (_, i) => `fragment F${i} on Thing { ...F${i + 1} ...F${i + 1} }`,
      ).join(' ');
      const startedAt = performance.now();
      await send(`{ thing { ...F0 } } ${fragments} fragment F${count} on Thing { number }`);
      expect(performance.now() - startedAt).toBeLessThan(5_000);
    });

    it('refuses more than 4,000 tokens with 400', async () => {
      const { body } = await send(`{ thing { ${'number '.repeat(4_001)} } }`).expect(400);
      expect(body.errors[0].extensions.code).toBe('GRAPHQL_PARSE_FAILED');
    });

    it('refuses requests that a foreign page could make a browser send', async () => {
      await request(running.server).get('/graphql').query({ query: '{ thing { number } }' }).expect(400);
      await request(running.server)
        .post('/graphql')
        .set('content-type', 'text/plain')
        .send('{"query":"{ thing { number } }"}')
        .expect(415);
      await request(running.server).post('/graphql').type('form').send({ query: '{ thing { number } }' }).expect(415);
    });

    it('does not run many operations from one body', async () => {
      await request(running.server)
        .post('/graphql')
        .send([{ query: '{ thing { number } }' }, { query: '{ thing { number } }' }])
        .expect(400);
    });
  });

  describe('over WebSocket', () => {
    const connect = (token: string, closed: (code: number) => void = () => undefined): Client => {
      const client = createClient({
        url: running.url.replace('http', 'ws') + '/graphql',
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        lazy: true,
        connectionParams: { token },
        on: { closed: (event) => closed((event as { code: number }).code) },
      });
      open.push(client);
      return client;
    };
    const all = async (client: Client, query: string, variables: Record<string, unknown> = {}): Promise<unknown[]> => {
      const results: unknown[] = [];
      for await (const result of client.iterate({ query, variables })) results.push(result);
      return results;
    };
    const failure = (client: Client, query: string, variables: Record<string, unknown> = {}): Promise<unknown> =>
      all(client, query, variables).then(
        (results) => results,
        (error: unknown) => error,
      );

    it('serves subscriptions to those who are let in', async () => {
      expect(await all(connect('good'), 'subscription { counted }')).toEqual([
        { data: { counted: 1 } },
        { data: { counted: 2 } },
      ]);
    });

    it('closes with 4403 when the token is not good', async () => {
      const code = await new Promise((resolve) => {
        void failure(connect('bad', resolve), 'subscription { counted }');
      });
      expect(code).toBe(4403);
    });

    it('closes with 4403 when the token expires', async () => {
      const code = await new Promise((resolve) => {
        void failure(connect('short', resolve), 'subscription { endless }');
      });
      expect(code).toBe(4403);
    });

    it.each([
      '{ thing { number } }',
      'mutation { thingMake(number: 1) { thing { number } } }',
      '{ __schema { types { name } } }',
    ])('refuses %s, which is no subscription', async (query) => {
      expect(await failure(connect('good'), query)).toMatchObject([
        { message: expect.stringContaining('Only subscriptions'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });

    it.each([
      [
        'depth 60',
        `subscription { counted ...F } fragment F on Subscription { ${'x { '.repeat(60)} y ${'} '.repeat(60)} }`,
      ],
      ['31 aliases', `subscription { ${Array.from({ length: 31 }, (_, i) => `a${i}: counted`).join(' ')} }`],
    ])('holds the limit on %s', async (_name, query) => {
      expect(await failure(connect('good'), query)).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
    });

    it('holds the limit on tokens', async () => {
      expect(await failure(connect('good'), `subscription { ${'counted '.repeat(4_001)} }`)).toMatchObject([
        { extensions: { code: 'GRAPHQL_PARSE_FAILED' } },
      ]);
    });

    it('hides what a bug says', async () => {
      const results = await all(connect('good'), 'subscription { broken }');
      expect(JSON.stringify(results)).not.toContain('secret inside');
      const extensions = { code: 'INTERNAL', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) };
      expect(results).toMatchObject([{ errors: [{ extensions }] }]);
    });

    const opened = (headers: Record<string, string>, path = '/graphql'): Promise<WebSocket> => {
      const socket = new WebSocket(running.url.replace('http', 'ws') + path, 'graphql-transport-ws', { headers });
      return new Promise((resolve, reject) => {
        socket.once('open', () => resolve(socket));
        socket.once('error', reject);
      });
    };

    it('refuses foreign origins and takes its own and the allowed ones', async () => {
      await expect(opened({ origin: 'https://evil.example' })).rejects.toThrow('403');
      await expect(opened({ origin: 'null' })).rejects.toThrow('403');
      (await opened({ origin: running.url })).close();
      (await opened({ origin: 'https://app.example' })).close();
    });

    it('refuses other paths', async () => {
      await expect(opened({}, '/graphqlx')).rejects.toThrow('404');
    });

    it('closes the socket on a message over 64 KiB', async () => {
      const socket = await opened({});
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.send(JSON.stringify({ type: 'connection_init', payload: { token: 'x'.repeat(70_000) } }));
      expect(await closed).toBe(1009);
    });

    it('runs 50 subscriptions on one socket, not 51', async () => {
      const client = connect('good');
      const first = Array.from({ length: 50 }, () => client.iterate({ query: 'subscription { endless }' }).next());
      expect((await Promise.all(first)).every(({ value }) => (value as { data: object }).data !== null)).toBe(true);
      expect(await failure(client, 'subscription { counted }')).toMatchObject([
        { extensions: { code: 'LIMIT_EXCEEDED' } },
      ]);
    });

    it('admits 20 sockets of a user, not 21', async () => {
      const clients = Array.from({ length: 20 }, () => connect('good'));
      await Promise.all(clients.map((client) => client.iterate({ query: 'subscription { endless }' }).next()));
      const code = await new Promise((resolve) => {
        void failure(connect('good', resolve), 'subscription { counted }');
      });
      expect(code).toBe(4403);
    });
  });

  it('tells whether it is alive, ready and how busy', async () => {
    await request(running.server).get('/healthz').expect(200, { status: 'ok' });
    await request(running.server)
      .get('/readyz')
      .expect(200, { status: 'ok', checks: { database: 'ok', queue: 'ok' } });
    const { body } = await request(running.server).get('/status').expect(200);
    expect(body).toMatchObject({ version: '1.2.3', queueDepth: {} });
    expect((await request(running.server).get('/api/health').expect(200)).body).toMatchObject({
      status: 'ok',
      version: '1.2.3',
    });
  });
});

describe('GraphQL in production', () => {
  let running: TestApp;
  beforeAll(async () => {
    running = await startTestApp({ ...options, env: { NODE_ENV: 'production' } });
  });
  afterAll(() => running.stop());

  it('does not introspect', async () => {
    const { body } = await request(running.server)
      .post('/graphql')
      .send({ query: '{ __schema { types { name } } }' })
      .expect(400);
    expect(body.errors[0].message).toContain('introspection');
  });

  it('does not suggest the names of fields', async () => {
    const { body } = await request(running.server).post('/graphql').send({ query: '{ thin { number } }' }).expect(400);
    expect(body.errors[0].message).not.toContain('thing');
  });
});
