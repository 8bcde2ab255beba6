import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Events, OAuth2Server } from 'oauth2-mock-server';
import request from 'supertest';
import { IdentityRig, type Person } from '../testing/identity-rig';

/** What the provider says of whoever signs in there. */
interface Claims {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  nonce?: string;
}

let rig: IdentityRig;
let issuer: OAuth2Server;
let github: Server;
let claims: Claims;
let subjects = 0;
const githubUser = { id: 4711, login: 'ada', name: 'Ada', email: 'ada-at-github@example.com', verified: true };

/** What of GitHub is needed, as its documentation describes it. */
function startGithub(): Promise<string> {
  github = createServer((asked, answer) => {
    const json = (body: object, status = 200): void => {
      answer.writeHead(status, { 'content-type': 'application/json' });
      answer.end(JSON.stringify(body));
    };
    if (asked.url === '/login/oauth/access_token')
      return json({ access_token: 'gho_1', token_type: 'bearer', scope: 'read:user,user:email' });
    if (asked.headers.authorization !== 'Bearer gho_1') return json({ message: 'Bad credentials' }, 401);
    const { email, verified, ...user } = githubUser;
    if (asked.url === '/api/v3/user') return json({ ...user, email: null });
    return json([
      { email: 'other@example.com', primary: false, verified: true },
      { email, primary: true, verified },
    ]);
  });
  return new Promise((resolve) =>
    github.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(github.address() as AddressInfo).port}`)),
  );
}

beforeAll(async () => {
  issuer = new OAuth2Server();
  // A key that jest's own objects describe: those of the outside would not be taken for plain ones.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = JSON.parse(JSON.stringify(privateKey.export({ format: 'jwk' }))) as Record<string, string>;
  await issuer.issuer.keys.add({ ...jwk, kty: 'RSA', kid: 'spec', alg: 'RS256' });
  await issuer.start(0, '127.0.0.1');
  issuer.service.on(Events.BeforeTokenSigning, (token: { payload: object }) => {
    Object.assign(token.payload, claims);
  });
  rig = await IdentityRig.start({
    MILLRACE_PUBLIC_URL: 'https://millrace.example',
    OIDC_ISSUER: issuer.issuer.url as string,
    OIDC_CLIENT_ID: 'millrace',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_NAME: 'Our company',
    GITHUB_CLIENT_ID: 'millrace-at-github',
    MILLRACE_GUESTS: 'on',
    GITHUB_CLIENT_SECRET: 'secret',
    GITHUB_URL: await startGithub(),
  });
});
beforeEach(() => {
  subjects += 1;
  claims = {
    sub: `subject-${subjects}`,
    email: `elsewhere${subjects}@example.com`,
    email_verified: true,
    name: 'Ada Elsewhere',
  };
});
afterAll(async () => {
  await rig.stop();
  await issuer.stop();
  await new Promise((resolve) => github.close(resolve));
});

const cookiesOf = ({ headers }: request.Response): string =>
  ((headers['set-cookie'] ?? []) as unknown as string[]).map((cookie) => cookie.split(';')[0]).join('; ');
const go = (id = 'oidc') => request(rig.app.server).get(`/api/auth/elsewhere/${id}`);
const comeBack = (path: string, cookie: string) => request(rig.app.server).get(path).set('cookie', cookie);
/** The provider asks nobody and leads back at once; the path on our server that it leads to. */
async function atProvider(address: string): Promise<string> {
  const { headers } = await fetch(address, { redirect: 'manual' });
  const back = new URL(headers.get('location') ?? '');
  expect(back.origin).toBe('https://millrace.example');
  return `${back.pathname}${back.search}`;
}
async function wayThere(): Promise<{ back: string; cookie: string; address: URL; response: request.Response }> {
  const response = await go().expect(303);
  const address = new URL(response.headers['location'] as string);
  return { back: await atProvider(address.toString()), cookie: cookiesOf(response), address, response };
}
async function signInElsewhere(): Promise<request.Response> {
  const { back, cookie } = await wayThere();
  return comeBack(back, cookie).expect(303);
}
const errorIn = ({ headers }: request.Response): string | null =>
  new URL(headers['location'] as string, 'https://millrace.example').searchParams.get('error');
/** Who the cookie signs in, as the page finds out. */
async function whoIs(
  response: request.Response,
): Promise<{ email: string; isEmailVerified: boolean; name: string; token: string }> {
  const { body } = await rig
    .post('/graphql', {
      query:
        'mutation { refreshSession { session { accessToken user { email name isEmailVerified } } errors { code } } }',
    })
    .set('cookie', cookiesOf(response));
  const { user, accessToken } = body.data.refreshSession.session;
  return { ...user, token: accessToken };
}
const verified = (person: Person) =>
  rig.rows('update app_user set email_verified_at = now() where id = $1', [person.userId]);

describe('signing in elsewhere', () => {
  it('is offered to strangers with what the operator has set up', async () => {
    const { data } = await rig.graphql('{ signInMethods { signUp passwordReset providers { id name url } } }');
    expect(data.signInMethods).toEqual({
      signUp: true,
      passwordReset: false,
      providers: [
        { id: 'github', name: 'GitHub', url: '/api/auth/elsewhere/github' },
        { id: 'oidc', name: 'Our company', url: '/api/auth/elsewhere/oidc' },
      ],
    });
    const unknown = await go('google').expect(303);
    expect(errorIn(unknown)).toBe('SIGN_IN_PROVIDER_NOT_FOUND');
  });

  it('goes there with state, nonce and PKCE, and a cookie that scripts cannot read', async () => {
    const { address, response } = await wayThere();
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      client_id: 'millrace',
      redirect_uri: 'https://millrace.example/api/auth/elsewhere/oidc/callback',
      response_type: 'code',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    const [cookie] = response.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/Max-Age=600; Path=\/api\/auth\/elsewhere;.*HttpOnly; Secure; SameSite=Lax/);
  });

  it('makes an account with a confirmed address, and knows it the next time, whatever its address is then', async () => {
    const first = await signInElsewhere();
    expect(first.headers['location']).toBe('/');
    const ada = await whoIs(first);
    expect(ada).toMatchObject({ email: claims.email, name: 'Ada Elsewhere', isEmailVerified: true });
    const known = claims.email;
    claims = { ...claims, email: 'moved@example.com' };
    expect((await whoIs(await signInElsewhere())).email).toBe(known);
    const rows = await rig.rows(
      `select details from audit_event where action in ('account.created', 'signIn.succeeded') and actor_label = $1 order by seq`,
      [known],
    );
    expect(rows.map(({ details }) => (details as { how: string }).how)).toEqual(['oidc', 'oidc']);
  });

  it('links to an account with the same address only when both sides have confirmed it', async () => {
    const person = await rig.signUp();
    claims = { ...claims, email: person.email, email_verified: false };
    expect(errorIn(await signInElsewhere())).toBe('EMAIL_NOT_VERIFIED');
    claims = { ...claims, email_verified: true };
    expect(errorIn(await signInElsewhere())).toBe('SIGN_IN_FIRST');
    expect(await rig.rows('select 1 from external_identity where user_id = $1', [person.userId])).toEqual([]);
    await verified(person);
    expect((await whoIs(await signInElsewhere())).email).toBe(person.email);
    await rig.signIn(person);
  });

  it('does not make an account for an address that the service does not vouch for', async () => {
    for (const changed of [{ email_verified: false }, { email_verified: undefined }]) {
      claims = { ...claims, ...changed };
      expect(errorIn(await signInElsewhere())).toBe('EMAIL_NOT_VERIFIED');
    }
    expect(await rig.rows('select 1 from app_user where email = $1', [claims.email])).toEqual([]);
  });

  it.each<[string, (way: { back: string; cookie: string }) => Promise<{ back: string; cookie: string }>]>([
    ['in a browser that did not go', async ({ back }) => ({ back, cookie: '' })],
    ['with the cookie of another journey', async ({ back }) => ({ back, cookie: (await wayThere()).cookie })],
    [
      'with another state',
      async ({ back, cookie }) => ({ back: back.replace(/state=[^&]+/, 'state=another'), cookie }),
    ],
    ['without a state', async ({ back, cookie }) => ({ back: back.replace(/&?state=[^&]+/, ''), cookie })],
    ['with a made-up code', async ({ back, cookie }) => ({ back: back.replace(/code=[^&]+/, 'code=made-up'), cookie })],
    [
      'with an error',
      async ({ back, cookie }) => ({ back: back.replace(/code=[^&]+/, 'error=access_denied'), cookie }),
    ],
    ['with a forged cookie', async ({ back, cookie }) => ({ back, cookie: `${cookie.slice(0, -2)}xx` })],
    ['to another provider', async ({ back, cookie }) => ({ back: back.replace('/oidc/', '/github/'), cookie })],
  ])('signs nobody in who comes back %s', async (_name, change) => {
    const { back, cookie } = await change(await wayThere());
    const answer = await comeBack(back, cookie).expect(303);
    expect(errorIn(answer)).toMatch(/^SIGN_IN_(OVER|ELSEWHERE_FAILED)$/);
    expect(cookiesOf(answer)).not.toContain('millrace_refresh=');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('signs nobody in with a token for another nonce or another client', async () => {
    for (const wrong of [{ nonce: 'another' }, { aud: 'another' }, { iss: 'https://evil.example' }, { exp: 1 }]) {
      claims = { ...claims, ...wrong };
      expect(errorIn(await signInElsewhere())).toBe('SIGN_IN_ELSEWHERE_FAILED');
      claims = { sub: claims.sub };
    }
  });

  it('works with GitHub, by its primary address', async () => {
    const there = await go('github').expect(303);
    const address = new URL(there.headers['location'] as string);
    expect(address.pathname).toBe('/login/oauth/authorize');
    const back = `/api/auth/elsewhere/github/callback?code=1&state=${address.searchParams.get('state')}`;
    const answer = await comeBack(back, cookiesOf(there)).expect(303);
    expect(await whoIs(answer)).toMatchObject({ email: githubUser.email, name: 'Ada', isEmailVerified: true });
  });

  describe('for a guest', () => {
    const SESSION = 'session { accessToken user { id } workspace { id } }';
    const guest = async () => {
      const { data } = await rig.graphql(`mutation { guestStart { ${SESSION} } }`);
      return data.guestStart.session as { accessToken: string; user: { id: string }; workspace: { id: string } };
    };
    const ask = async (accessToken: string) =>
      rig
        .post('/graphql', { query: 'mutation { guestClaimElsewhere(provider: "oidc") { url errors { code } } }' })
        .set('authorization', `Bearer ${accessToken}`);
    const claim = async (accessToken: string): Promise<request.Response> => {
      const response = await ask(accessToken);
      const back = await atProvider(response.body.data.guestClaimElsewhere.url);
      return comeBack(back, cookiesOf(response)).expect(303);
    };
    const membersOf = async (workspaceId: string) =>
      rig.rows(
        'select u.email, u.is_guest from membership m join app_user u on u.id = m.user_id where m.workspace_id = $1',
        [workspaceId],
      );

    it('makes an account of the guest, who keeps the workspace', async () => {
      const { accessToken, user, workspace } = await guest();
      const answer = await claim(accessToken);
      expect(answer.headers['location']).toBe('/');
      expect(await whoIs(answer)).toMatchObject({ email: claims.email, isEmailVerified: true });
      expect(await membersOf(workspace.id)).toEqual([{ email: claims.email, is_guest: false }]);
      expect(await rig.rows('select user_id from external_identity where subject = $1', [claims.sub])).toEqual([
        { user_id: user.id },
      ]);
      expect((await ask(accessToken)).body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    });

    it('who has an account there brings the workspace along', async () => {
      await signInElsewhere();
      const { accessToken, user, workspace } = await guest();
      await claim(accessToken);
      expect(await membersOf(workspace.id)).toEqual([{ email: claims.email, is_guest: false }]);
      expect(await rig.rows('select 1 from app_user where id = $1', [user.id])).toEqual([]);
    });

    it('hands nothing over when the guest has signed out meanwhile', async () => {
      const { accessToken, workspace } = await guest();
      const response = await ask(accessToken);
      const back = await atProvider(response.body.data.guestClaimElsewhere.url);
      await rig
        .post('/graphql', { query: 'mutation { signOut { errors { code } } }' })
        .set('authorization', `Bearer ${accessToken}`);
      await comeBack(back, cookiesOf(response)).expect(303);
      expect(await membersOf(workspace.id)).toEqual([{ email: expect.stringMatching(/invalid$/), is_guest: true }]);
    });

    it('is refused to who has an account', async () => {
      const { token } = await rig.signUp();
      expect((await ask(token)).body.data.guestClaimElsewhere.errors).toEqual([{ code: 'NOT_A_GUEST' }]);
    });
  });

  describe('under an own account', () => {
    const add = async (person: Person): Promise<request.Response> => {
      const response = await rig
        .post('/graphql', { query: 'mutation { linkedAccountAdd(provider: "oidc") { url errors { code } } }' })
        .set('authorization', `Bearer ${person.token}`);
      const back = await atProvider(response.body.data.linkedAccountAdd.url);
      return comeBack(back, cookiesOf(response)).expect(303);
    };
    const list = async (person: Person) =>
      (await person.graphql('{ linkedAccounts { id provider email } }')).data.linkedAccounts;

    it('is linked by who is signed in, whatever address it has there', async () => {
      const person = await rig.signUp();
      claims = { ...claims, email: 'private@example.com', email_verified: false };
      expect((await add(person)).headers['location']).toBe('/settings/account?linked=1');
      expect(await list(person)).toEqual([{ id: expect.any(String), provider: 'oidc', email: 'private@example.com' }]);
      expect((await whoIs(await signInElsewhere())).email).toBe(person.email);
      expect(errorIn(await add(await rig.signUp()))).toBe('LINKED_TO_ANOTHER');
    });

    it('is not linked when the person has signed out meanwhile', async () => {
      const person = await rig.signUp();
      const response = await rig
        .post('/graphql', { query: 'mutation { linkedAccountAdd(provider: "oidc") { url errors { code } } }' })
        .set('authorization', `Bearer ${person.token}`);
      const back = await atProvider(response.body.data.linkedAccountAdd.url);
      await person.mutate('mutation { signOut { errors { code } } }');
      expect(errorIn(await comeBack(back, cookiesOf(response)))).toBe('SIGN_IN_OVER');
    });

    it('is taken away again, but not by others, and not when nothing else is left to sign in with', async () => {
      const { token } = await whoIs(await signInElsewhere());
      const ask = async (query: string) =>
        (await rig.post('/graphql', { query }).set('authorization', `Bearer ${token}`)).body.data;
      const [{ id }] = (await ask('{ linkedAccounts { id } }')).linkedAccounts;
      const remove = `mutation { linkedAccountRemove(id: "${id}") { errors { code } } }`;
      expect((await (await rig.signUp()).mutate(remove)).errors).toEqual([{ code: 'LINK_NOT_FOUND' }]);
      expect((await ask(remove)).linkedAccountRemove.errors).toEqual([{ code: 'LAST_SIGN_IN_METHOD' }]);
      const person = await rig.signUp();
      await add(person);
      claims = { ...claims, sub: `${claims.sub}-own` };
      await add(person);
      const [own] = await list(person);
      const result = await person.mutate(`mutation { linkedAccountRemove(id: "${own.id}") { errors { code } } }`);
      expect(result.errors).toEqual([]);
      expect(await list(person)).not.toContainEqual(own);
    });
  });
});
