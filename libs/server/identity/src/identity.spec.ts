import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { Controller, Get, Post, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import {
  GraphQLSchemaHost,
  ObjectType,
  Field,
  Query,
  Mutation,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { createGraphqlModule, HealthModule } from '@millrace/server-platform';
import {
  rootFieldsOf,
  sampleOperation,
  startTestApp,
  type TestApp,
  type TestAppOptions,
} from '@millrace/server-platform/testing';
import { createClient, type Client } from 'graphql-ws';
import request from 'supertest';
import WebSocket from 'ws';
import {
  CurrentActor,
  identityConfig,
  identityMigrations,
  IdentityModule,
  Public,
  Requires,
  type Actor,
  type Role,
} from './index';

const key = 'a key for tests that is 32 bytes or more';

@ObjectType()
class Inside {
  @Field()
  plain!: string;
}

@Resolver(() => Inside)
class ProbeResolver {
  @Query(() => String)
  undeclared(): string {
    return 'seen';
  }

  @Public()
  @Query(() => Inside)
  open(): Inside {
    return { plain: 'seen' };
  }

  @ResolveField(() => String)
  inherited(): string {
    return 'seen';
  }

  @Requires('workflow:write')
  @ResolveField(() => String)
  guarded(): string {
    return 'seen';
  }

  @Requires('workflow:write')
  @Mutation(() => String)
  write(@CurrentActor() actor: Actor): string {
    return actor.role;
  }

  @Requires('execution:read')
  @Subscription(() => String, { resolve: (value: string) => value })
  async *watch(@CurrentActor() actor: Actor): AsyncGenerator<string> {
    yield actor.userId;
  }

  @Subscription(() => String, { resolve: (value: string) => value })
  async *undeclaredWatch(): AsyncGenerator<string> {
    yield 'seen';
  }
}

@Controller('probe')
class ProbeController {
  @Get('undeclared')
  undeclared(): string {
    return 'seen';
  }

  @Public()
  @Get('open/healthz')
  open(): string {
    return 'seen';
  }

  @Requires('execution:purge')
  @Post('purge')
  purge(): string {
    return 'purged';
  }
}

const options = (env: Record<string, string> = {}): TestAppOptions => ({
  imports: [IdentityModule, createGraphqlModule(), HealthModule.forRoot('0.0.0')],
  providers: [ProbeResolver],
  controllers: [ProbeController],
  migrations: identityMigrations,
  configs: [identityConfig],
  env: { JWT_SECRET_KEY: key, RATE_LIMIT_API_PER_MINUTE: '0', ...env },
});

let running: TestApp;
let people = 0;
const person = (): { email: string; password: string } => ({
  email: `person${(people += 1)}@example.com`,
  password: 'correct horse battery',
});
const graphql = (query: string, variables: object = {}): request.Test =>
  request(running.server).post('/graphql').send({ query, variables });
const signUpMutation = `mutation($input: SignUpInput!) { signUp(input: $input) {
  session { accessToken expiresAt user { id email name } workspace { id name role } } errors { code message } } }`;
const signInMutation =
  'mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken user { email } } errors { code message } } }';
const refreshMutation = 'mutation { refreshSession { session { accessToken } errors { code } } }';

async function registered(account = person()): Promise<{ token: string; userId: string; email: string }> {
  const { body } = await request(running.server).post('/api/auth/register').send(account).expect(201);
  return { token: body.token, userId: body.user.id, email: account.email };
}

async function withRole(role: Role): Promise<string> {
  const { token, userId } = await registered();
  await running.database.pool.query('update membership set role = $2 where user_id = $1', [userId, role]);
  return token;
}

const cookieOf = (response: request.Response): string =>
  (response.headers['set-cookie'] as unknown as string[])[0] ?? '';
const bearer = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

function forged(header: object, claims: object, secret: string): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

describe('identity', () => {
  beforeAll(async () => {
    running = await startTestApp(options());
  });
  afterAll(() => running.stop());

  describe('REST', () => {
    it('registers, logs in and tells who is signed in', async () => {
      const account = { ...person(), name: 'Ada' };
      const made = await request(running.server).post('/api/auth/register').send(account).expect(201);
      expect(made.body).toEqual({
        token: expect.any(String),
        user: { id: expect.any(String), email: account.email, name: 'Ada', createdAt: expect.any(String) },
      });
      const login = await request(running.server)
        .post('/api/auth/login')
        .send({ email: account.email.toUpperCase(), password: account.password })
        .expect(200);
      expect(login.body.user).toEqual(made.body.user);
      const me = await request(running.server).get('/api/auth/me').set(bearer(login.body.token)).expect(200);
      expect(me.body).toEqual({
        user: made.body.user,
        workspace: { id: expect.any(String), name: "Ada's workspace", role: 'owner' },
      });
    });

    it('gives tokens that last 12 hours and say nothing secret', async () => {
      const { token } = await registered();
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub', 'wid']);
      expect(claims.exp - claims.iat).toBe(12 * 3600);
    });

    it('tells everything that is wrong with an account at once', async () => {
      const { body } = await request(running.server)
        .post('/api/auth/register')
        .send({ email: 'nobody', password: 'short' })
        .expect(400);
      expect(body.error.code).toBe('VALIDATION_FAILED');
      expect(body.error.details.problems.map(({ path }: { path: string }) => path)).toEqual(['email', 'password']);
      await request(running.server).post('/api/auth/register').expect(400);
      await request(running.server).post('/api/auth/register').send([1]).expect(400);
      await request(running.server)
        .post('/api/auth/register')
        .send({ email: { $ne: 1 }, password: ['x'] })
        .expect(400);
    });

    it('refuses a password over 1,024 bytes', async () => {
      await request(running.server)
        .post('/api/auth/register')
        .send({ ...person(), password: 'x'.repeat(1_025) })
        .expect(400);
    });

    it('has one account per address, also when two come at once', async () => {
      const account = person();
      const answers = await Promise.all(
        [1, 2, 3].map(() => request(running.server).post('/api/auth/register').send(account)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe('EMAIL_TAKEN');
      const { rows } = await running.database.pool.query<{ n: number }>(
        'select count(*)::int as n from workspace w join membership m on m.workspace_id = w.id join app_user u on u.id = m.user_id where u.email = $1',
        [account.email],
      );
      expect(rows).toEqual([{ n: 1 }]);
    });

    it('answers a wrong password and an unknown address alike', async () => {
      const { email } = await registered();
      const wrong = await request(running.server)
        .post('/api/auth/login')
        .send({ email, password: 'wrong wrong' })
        .expect(401);
      const unknown = await request(running.server)
        .post('/api/auth/login')
        .send({ email: 'nobody@example.com', password: 'wrong wrong' })
        .expect(401);
      expect(wrong.body).toEqual(unknown.body);
      expect(wrong.body.error.code).toBe('INVALID_CREDENTIALS');
    });

    it('keeps argon2id hashes only', async () => {
      const { userId } = await registered();
      const { rows } = await running.database.pool.query<{ password_hash: string }>(
        'select password_hash from app_user where id = $1',
        [userId],
      );
      expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });

    it('does not take a role or workspace from the caller', async () => {
      const account = {
        ...person(),
        role: 'owner',
        workspaceId: '00000000-0000-0000-0000-000000000000',
        id: 'x',
        isAdmin: true,
      };
      const { body } = await request(running.server).post('/api/auth/register').send(account).expect(201);
      const me = await request(running.server).get('/api/auth/me').set(bearer(body.token)).expect(200);
      expect(me.body.workspace.id).not.toBe(account.workspaceId);
    });
  });

  describe('tokens', () => {
    let good: string;
    let claims: Record<string, unknown>;
    beforeAll(async () => {
      good = (await registered()).token;
      claims = JSON.parse(Buffer.from(good.split('.')[1] ?? '', 'base64url').toString());
    });
    const hs256 = { alg: 'HS256', typ: 'JWT' };
    const now = Math.floor(Date.now() / 1000);

    it.each<[string, () => string]>([
      ['with alg none', () => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`],
      [
        'with alg none and the old signature',
        () => `${encode({ alg: 'none' })}.${encode(claims)}.${good.split('.')[2]}`,
      ],
      ['with another algorithm', () => forged({ alg: 'HS512' }, claims, key)],
      ['signed with another key', () => forged(hs256, claims, 'another key of thirty-two bytes or more')],
      ['with changed claims', () => `${good.split('.')[0]}.${encode({ ...claims, sub: 'x' })}.${good.split('.')[2]}`],
      ['that has expired', () => forged(hs256, { ...claims, exp: now - 1 }, key)],
      ['of another issuer', () => forged(hs256, { ...claims, iss: 'else' }, key)],
      ['for another audience', () => forged(hs256, { ...claims, aud: 'else' }, key)],
      ['without a session', () => forged(hs256, { ...claims, sid: undefined }, key)],
      [
        'of a session that is not theirs',
        () => forged(hs256, { ...claims, wid: '018f0000-0000-7000-8000-000000000000' }, key),
      ],
      ['that is no token', () => 'nonsense'],
    ])('refuses one %s', async (_name, make) => {
      const { body } = await request(running.server).get('/api/auth/me').set(bearer(make())).expect(401);
      expect(body.error.code).toBe('UNAUTHENTICATED');
      const answer = await graphql('{ me { user { id } } }').set(bearer(make()));
      expect(answer.body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
      expect(answer.body.data).toBeNull();
    });

    it('takes the same claims with the right signature', async () => {
      await request(running.server)
        .get('/api/auth/me')
        .set(bearer(forged(hs256, claims, key)))
        .expect(200);
    });

    it('refuses a bad token on public routes too', async () => {
      await request(running.server).get('/probe/open/healthz').set(bearer('nonsense')).expect(401);
      await request(running.server).get('/probe/open/healthz').expect(200);
    });

    it('loses its rights at once when the member leaves', async () => {
      const { token, userId } = await registered();
      await running.database.pool.query('delete from membership where user_id = $1', [userId]);
      await request(running.server).get('/api/auth/me').set(bearer(token)).expect(401);
    });
  });

  describe('GraphQL sessions', () => {
    const start = async (): Promise<{
      cookie: string;
      token: string;
      account: { email: string; password: string };
    }> => {
      const account = person();
      const response = await graphql(signUpMutation, { input: account }).expect(200);
      expect(response.body.data.signUp.errors).toEqual([]);
      return { cookie: cookieOf(response), token: response.body.data.signUp.session.accessToken, account };
    };
    const refresh = (cookie: string): request.Test =>
      graphql(refreshMutation).set('cookie', cookie.split(';')[0] ?? '');

    it('signs up with a workspace of its own, and answers me', async () => {
      const { token, account } = await start();
      const { body } = await graphql('{ me { user { email } workspace { id role } workspaces { id } permissions } }')
        .set(bearer(token))
        .expect(200);
      expect(body.data.me.user.email).toBe(account.email);
      expect(body.data.me.workspace.role).toBe('OWNER');
      expect(body.data.me.workspaces).toEqual([{ id: body.data.me.workspace.id }]);
      expect(body.data.me.permissions).toContain('execution:purge');
    });

    it('gives the refresh token in a cookie that scripts cannot read, and nowhere else', async () => {
      const response = await graphql(signUpMutation, { input: person() }).expect(200);
      expect(cookieOf(response)).toMatch(
        /^millrace_refresh=[\w-]{43}; Max-Age=2592000; Path=\/graphql; Expires=.*; HttpOnly; SameSite=Strict$/,
      );
      expect(response.text).not.toContain(cookieOf(response).split(/[=;]/)[1]);
    });

    it('gives access tokens for 15 minutes', async () => {
      const response = await graphql(signUpMutation, { input: person() });
      const lastsMs = Date.parse(response.body.data.signUp.session.expiresAt) - Date.now();
      expect(lastsMs).toBeGreaterThan(14 * 60_000);
      expect(lastsMs).toBeLessThanOrEqual(15 * 60_000);
    });

    it('shows expected failures in the payload', async () => {
      const { account } = await start();
      const taken = await graphql(signUpMutation, { input: account }).expect(200);
      expect(taken.body.data.signUp).toEqual({
        session: null,
        errors: [{ code: 'EMAIL_TAKEN', message: expect.any(String) }],
      });
      const wrong = await graphql(signInMutation, { input: { ...account, password: 'wrong wrong' } }).expect(200);
      expect(wrong.body.data.signIn).toMatchObject({ session: null, errors: [{ code: 'INVALID_CREDENTIALS' }] });
      expect(wrong.headers['set-cookie']).toBeUndefined();
      const right = await graphql(signInMutation, { input: account }).expect(200);
      expect(right.body.data.signIn.errors).toEqual([]);
    });

    it('swaps the refresh token each time', async () => {
      const { cookie } = await start();
      const second = await refresh(cookie).expect(200);
      expect(second.body.data.refreshSession.errors).toEqual([]);
      expect(cookieOf(second).split(';')[0]).not.toBe(cookie.split(';')[0]);
      const third = await refresh(cookieOf(second)).expect(200);
      expect(third.body.data.refreshSession.errors).toEqual([]);
    });

    it('ends the whole session when a refresh token comes twice', async () => {
      const { cookie, token } = await start();
      const second = await refresh(cookie);
      const again = await refresh(cookie);
      expect(again.body.data.refreshSession).toEqual({ session: null, errors: [{ code: 'SESSION_EXPIRED' }] });
      expect((await refresh(cookieOf(second))).body.data.refreshSession.errors[0].code).toBe('SESSION_EXPIRED');
      for (const dead of [token, second.body.data.refreshSession.session.accessToken]) {
        expect((await graphql('{ me { user { id } } }').set(bearer(dead))).body.errors[0].extensions.code).toBe(
          'UNAUTHENTICATED',
        );
      }
    });

    it('lets only one of two refreshes at once win', async () => {
      const { cookie } = await start();
      const answers = await Promise.all([refresh(cookie), refresh(cookie), refresh(cookie)]);
      expect(answers.filter(({ body }) => body.data.refreshSession.session !== null)).toHaveLength(1);
    });

    it('keeps refresh tokens as hashes', async () => {
      const { cookie } = await start();
      const token = cookie.split(/[=;]/)[1] ?? '';
      const { rows } = await running.database.pool.query<{ n: number }>(
        `select count(*)::int as n from refresh_token where token_hash = $1 or encode(token_hash, 'escape') like '%' || $2 || '%'`,
        [Buffer.from(token), token],
      );
      expect(rows).toEqual([{ n: 0 }]);
    });

    it('does not refresh after 30 days, or without a cookie', async () => {
      const { cookie } = await start();
      await running.database.pool.query(`update session set expires_at = now() - interval '1 second'`);
      expect((await refresh(cookie)).body.data.refreshSession.errors[0].code).toBe('SESSION_EXPIRED');
      expect((await graphql(refreshMutation)).body.data.refreshSession.errors[0].code).toBe('SESSION_EXPIRED');
      expect((await refresh('millrace_refresh=nonsense')).body.data.refreshSession.errors[0].code).toBe(
        'SESSION_EXPIRED',
      );
    });

    it('signs out: cookie, access token and refresh token are over', async () => {
      const { cookie, token } = await start();
      const out = await graphql('mutation { signOut { errors { code } } }')
        .set(bearer(token))
        .set('cookie', cookie.split(';')[0] ?? '')
        .expect(200);
      expect(out.body.data.signOut.errors).toEqual([]);
      expect(cookieOf(out)).toMatch(/^millrace_refresh=; Path=\/graphql; Expires=Thu, 01 Jan 1970/);
      expect((await graphql('{ me { user { id } } }').set(bearer(token))).body.errors[0].extensions.code).toBe(
        'UNAUTHENTICATED',
      );
      expect((await refresh(cookie)).body.data.refreshSession.errors[0].code).toBe('SESSION_EXPIRED');
      await graphql('mutation { signOut { errors { code } } }').expect(200);
    });

    it('forgets sessions that ended long ago', async () => {
      await start();
      await running.database.pool.query(`update session set expires_at = now() - interval '31 days'`);
      const { SessionStore } = await import('./persistence/session-store');
      expect(await running.app.get(SessionStore, { strict: false }).forgetOld()).toBeGreaterThan(0);
      expect((await running.database.pool.query('select 1 from session')).rowCount).toBe(0);
    });
  });

  describe('deny by default', () => {
    const publicRoutes = [
      'POST /api/auth/register',
      'POST /api/auth/login',
      'GET /api/auth/elsewhere/:provider',
      'GET /api/auth/elsewhere/:provider/callback',
      'GET /healthz',
      'GET /readyz',
      'GET /api/health',
      'GET /status',
      'GET /probe/open/healthz',
    ];
    const publicFields = [
      'Mutation.signUp',
      'Mutation.signIn',
      'Mutation.refreshSession',
      'Mutation.signOut',
      'Mutation.passwordResetRequest',
      'Mutation.passwordReset',
      'Mutation.emailConfirm',
      'Mutation.guestStart',
      'Query.invitation',
      'Query.signInMethods',
      'Query.open',
    ];

    function routes(): { method: 'get' | 'post'; path: string }[] {
      const controllers = [...running.app.get(ModulesContainer).values()].flatMap((module) => [
        ...module.controllers.values(),
      ]);
      return controllers.flatMap(({ metatype }) => {
        const type = metatype as { prototype: Record<string, object> };
        const base = Reflect.getMetadata(PATH_METADATA, type) as string;
        return Object.getOwnPropertyNames(type.prototype)
          .map((name) => type.prototype[name])
          .filter((handler) => handler !== undefined && Reflect.hasMetadata(METHOD_METADATA, handler))
          .map((handler) => {
            const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler as object) as number] as string;
            const path = ['', base, Reflect.getMetadata(PATH_METADATA, handler as object)]
              .join('/')
              .replace(/\/+/g, '/');
            return { method: method.toLowerCase() as 'get' | 'post', path };
          });
      });
    }

    it('refuses every REST route to strangers, but those that are known to be public', async () => {
      const all = routes();
      expect(all.length).toBeGreaterThanOrEqual(10);
      const open: string[] = [];
      for (const { method, path } of all) {
        const { status, body } = await request(running.server)[method](path);
        if (status === 401 && body.error.code === 'UNAUTHENTICATED') continue;
        open.push(`${method.toUpperCase()} ${path}`);
      }
      expect(open.sort()).toEqual([...publicRoutes].sort());
    });

    it('refuses every GraphQL query and mutation to strangers, but those that are known to be public', async () => {
      const { schema } = running.app.get(GraphQLSchemaHost);
      const open: string[] = [];
      for (const root of rootFieldsOf(schema).filter(({ kind }) => kind !== 'subscription')) {
        const { body } = await graphql(sampleOperation(root));
        expect(body.errors?.[0]?.extensions.code ?? 'none').not.toBe('GRAPHQL_VALIDATION_FAILED');
        const type = root.kind === 'query' ? 'Query' : 'Mutation';
        if (body.errors?.[0]?.extensions.code !== 'UNAUTHENTICATED') open.push(`${type}.${root.field.name}`);
      }
      expect(open.sort()).toEqual([...publicFields].sort());
    });

    it('refuses what carries no decorator to everybody, the owner too', async () => {
      const { token } = await registered();
      const rest = await request(running.server).get('/probe/undeclared').set(bearer(token)).expect(403);
      expect(rest.body.error.code).toBe('FORBIDDEN');
      const { body } = await graphql('{ undeclared }').set(bearer(token));
      expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
    });

    it('guards fields of objects that ask for a permission, and leaves the others to the operation', async () => {
      expect((await graphql('{ open { plain inherited } }')).body.data.open).toEqual({
        plain: 'seen',
        inherited: 'seen',
      });
      expect((await graphql('{ open { guarded } }')).body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
      const viewer = await withRole('viewer');
      expect((await graphql('{ open { guarded } }').set(bearer(viewer))).body.errors[0].extensions.code).toBe(
        'FORBIDDEN',
      );
    });

    it('is not fooled by paths that end like public ones', async () => {
      for (const path of [
        '/probe/undeclared/healthz',
        '/probe/undeclared?x=/healthz',
        '/probe/undeclared;/healthz',
        '/api/auth/me/?x=/api/auth/login',
      ]) {
        const { status } = await request(running.server).get(path);
        expect([401, 404]).toContain(status);
      }
    });

    it.each<[Role, number, boolean]>([
      ['owner', 201, true],
      ['admin', 201, true],
      ['editor', 403, true],
      ['operator', 403, false],
      ['viewer', 403, false],
    ])('lets the %s do what the matrix says, from the next call on', async (role, status, mayWrite) => {
      const token = await withRole(role);
      await request(running.server).post('/probe/purge').set(bearer(token)).expect(status);
      const { body } = await graphql('mutation { write }').set(bearer(token));
      if (mayWrite) expect(body.data.write).toBe(role);
      else
        expect(body.errors[0].extensions).toMatchObject({
          code: 'FORBIDDEN',
          details: { permission: 'workflow:write' },
        });
    });
  });

  describe('WebSocket', () => {
    const clients: Client[] = [];
    afterEach(async () => {
      for (const client of clients.splice(0)) await client.dispose();
    });
    const ask = async (parameters: Record<string, unknown>, query: string): Promise<unknown> => {
      let code: number | undefined;
      const client = createClient({
        url: `${running.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: parameters,
        on: { closed: (event) => (code = (event as { code: number }).code) },
      });
      clients.push(client);
      try {
        const { value } = await client.iterate({ query }).next();
        return value;
      } catch (error) {
        return code ?? error;
      }
    };

    it('knows the actor by the token in the connection parameters', async () => {
      const { token, userId } = await registered();
      expect(await ask({ authorization: `Bearer ${token}` }, 'subscription { watch }')).toEqual({
        data: { watch: userId },
      });
      expect(await ask({ token }, 'subscription { watch }')).toEqual({ data: { watch: userId } });
    });

    it.each([{}, { authorization: 'Bearer nonsense' }, { authorization: 7 }])(
      'closes with 4403 for %j',
      async (parameters) => {
        expect(await ask(parameters, 'subscription { watch }')).toBe(4403);
      },
    );

    it('closes with 4403 for the token of a session that was signed out', async () => {
      const { token } = await registered();
      await graphql('mutation { signOut { errors { code } } }').set(bearer(token)).expect(200);
      expect(await ask({ token }, 'subscription { watch }')).toBe(4403);
    });

    it('denies subscriptions without a decorator', async () => {
      const { token } = await registered();
      expect(await ask({ token }, 'subscription { undeclaredWatch }')).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
    });
  });
});

describe('identity with limits', () => {
  let before: TestApp;
  beforeAll(async () => {
    before = running;
    running = await startTestApp(
      options({ RATE_LIMIT_LOGIN_PER_MINUTE: '3', RATE_LIMIT_API_PER_MINUTE: '40', MILLRACE_SIGN_UP: 'open' }),
    );
  });
  afterAll(async () => {
    await running.stop();
    running = before;
  });

  it('counts guesses by account, also many in one GraphQL request', async () => {
    const account = person();
    await registered(account);
    const guesses = Array.from(
      { length: 5 },
      (_, i) => `g${i}: signIn(input: { email: "${account.email}", password: "guess ${i}" }) { errors { code } }`,
    );
    const { body } = await graphql(`mutation { ${guesses.join(' ')} }`);
    expect(body.errors).toMatchObject([
      { path: ['g3'], extensions: { code: 'LIMIT_EXCEEDED', reason: 'RATE_LIMITED' } },
    ]);
    const rest = await request(running.server).post('/api/auth/login').send(account).expect(429);
    expect(Number(rest.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(rest.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('does not lock other accounts, and starts anew after a success', async () => {
    const account = person();
    await registered(account);
    for (let i = 0; i < 6; i += 1) await request(running.server).post('/api/auth/login').send(account).expect(200);
  });

  it('limits calls without a valid token by address, and leaves signed-in users and health alone', async () => {
    const { token } = await registered();
    const answers = [];
    for (let i = 0; i < 45; i += 1) answers.push((await request(running.server).get('/api/auth/me')).status);
    expect(answers).toContain(429);
    expect((await request(running.server).get('/api/auth/me').set(bearer('nonsense'))).status).toBe(429);
    await request(running.server).get('/api/auth/me').set(bearer(token)).expect(200);
    await request(running.server).get('/healthz').expect(200);
  });
});

describe('identity with closed sign-up', () => {
  it('makes no accounts', async () => {
    running = await startTestApp(options({ MILLRACE_SIGN_UP: 'closed' }));
    const { body } = await request(running.server).post('/api/auth/register').send(person()).expect(403);
    expect(body.error.code).toBe('SIGN_UP_CLOSED');
    const answer = await graphql(signUpMutation, { input: person() });
    expect(answer.body.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'SIGN_UP_CLOSED' });
    await running.stop();
  });
});
