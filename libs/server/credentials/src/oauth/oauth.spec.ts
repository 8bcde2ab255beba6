import { GuardedHttp, Logger } from '@millrace/server-platform';
import { CredentialStore } from '../persistence/credential-store';
import { oauthSecret } from '../secret-store/secret-address';
import { SecretReader } from '../secret-store/secret-reader';
import { SecretStore } from '../secret-store/secret-store';
import { CredentialsRig, type Member } from '../testing/credentials-rig';
import { OAuthProvider } from '../testing/oauth-provider';
import { specTypes } from '../testing/spec-types';
import { TokenKeeper, type TokenOwner } from './token-keeper';

const CONNECT = 'mutation($id: ID!) { credentialConnect(id: $id) { authorizationUrl errors { code message } } }';
const SECRET = 'canary-client-secret';

let rig: CredentialsRig;
let provider: OAuthProvider;
let owner: Member;

beforeAll(async () => {
  rig = await CredentialsRig.start({ MILLRACE_PUBLIC_URL: 'http://millrace.example' });
});
afterAll(() => rig.stop());
beforeEach(async () => {
  owner = await rig.member();
  provider = await new OAuthProvider().listen();
});
afterEach(() => provider.stop());

const fields = () => ({ issuer: provider.url, clientId: 'client-1', clientSecret: SECRET });

async function departed(id: string): Promise<{ url: URL; cookie: string }> {
  const answer = await owner.rest('post', '/graphql', { query: CONNECT, variables: { id } });
  const { authorizationUrl, errors } = answer.body.data.credentialConnect;
  expect(errors).toEqual([]);
  return { url: new URL(authorizationUrl as string), cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
}

/** Signs in at the service, which sends the browser back. */
async function signedIn(url: URL): Promise<string> {
  const { headers } = await fetch(url, { redirect: 'manual' });
  const back = new URL(headers.get('location') ?? '');
  expect(back.origin + back.pathname).toBe('http://millrace.example/oauth/callback');
  return `${back.pathname}${back.search}`;
}

async function back(path: string, cookie: string): Promise<URLSearchParams> {
  const answer = await owner.rest('get', path).set('cookie', cookie).expect(303);
  expect(answer.headers['referrer-policy']).toBe('no-referrer');
  const location = String(answer.headers['location']);
  expect(location.startsWith('/credentials/connected?')).toBe(true);
  return new URLSearchParams(location.split('?')[1]);
}

async function connected(): Promise<string> {
  const { id } = await owner.create('sign-in', fields(), ['127.0.0.1']);
  const { url, cookie } = await departed(id);
  expect(Object.fromEntries(await back(await signedIn(url), cookie))).toEqual({ credential: id });
  return id;
}

const healthOf = async (id: string): Promise<string> =>
  (await rig.get(CredentialStore).find(owner.actor.workspaceId, id)).health.status;

async function ownerOf(id: string): Promise<TokenOwner> {
  const credential = await rig.get(CredentialStore).find(owner.actor.workspaceId, id);
  return { credential, type: specTypes.of('sign-in').data, values: fields() };
}

/** Another process: it shares nothing but database and store. */
function otherProcess(): TokenKeeper {
  const parts = [rig.get(CredentialStore), rig.get(SecretReader), rig.get(GuardedHttp), Logger.silent()] as const;
  return new TokenKeeper(rig.pool, ...parts);
}

/** The tokens of a credential are due for renewal. */
async function makeDue(id: string): Promise<void> {
  await rig.pool.query(
    `UPDATE credential SET tokens = tokens || jsonb_build_object('refreshAt', now() - interval '1 second') WHERE id = $1`,
    [id],
  );
}

describe('signing in at a service', () => {
  it('asks for what the type says, with PKCE and a state', async () => {
    const { id } = await owner.create('sign-in', fields(), ['127.0.0.1']);
    const { url, cookie } = await departed(id);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ...{ response_type: 'code', client_id: 'client-1', scope: 'read,write', access_type: 'offline' },
      ...{ redirect_uri: 'http://millrace.example/oauth/callback', code_challenge_method: 'S256' },
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(cookie).toMatch(/^millrace_oauth=[\w-]{43}$/);
    expect(url.href).not.toContain(SECRET);
  });

  it('connects the credential, and runs use the token', async () => {
    const id = await connected();
    expect(provider.asked).toMatchObject([
      { grant: 'authorization_code', authorization: expect.stringMatching(/^Basic /) },
    ]);
    expect(await healthOf(id)).toBe('good');
    const credential = await rig.resolve(owner, id);
    const url = 'http://127.0.0.1/x';
    expect(credential?.authenticate({ method: 'GET', url }).headers).toEqual({
      authorization: `Bearer ${provider.accessToken}`,
    });
    const { data } = await owner.graphql(`{ credential(id: "${id}") { tokens { renewable scopes expiresAt } } }`);
    expect(data.credential.tokens).toMatchObject({ renewable: true, scopes: ['read', 'write'] });
    expect(await rig.dump()).not.toMatch(/canary-(access|refresh|client)/);
  });

  it('is refused with another browser, another state, and the second time', async () => {
    const { id } = await owner.create('sign-in', fields(), ['127.0.0.1']);
    const { url, cookie } = await departed(id);
    const path = await signedIn(url);
    const invalid = { error: 'OAUTH_STATE_INVALID', message: expect.any(String) };
    expect(Object.fromEntries(await back(path, 'millrace_oauth=other'))).toEqual(invalid);
    expect(Object.fromEntries(await back(path, ''))).toEqual(invalid);
    expect(Object.fromEntries(await back(path.replace(/state=[^&]*/, 'state=x'), cookie))).toEqual(invalid);
    expect((await back(path, cookie)).get('credential')).toBe(id);
    expect(Object.fromEntries(await back(path, cookie))).toEqual(invalid);
  });

  it('tells when the service refuses, whatever it says', async () => {
    const { id } = await owner.create('sign-in', fields(), ['127.0.0.1']);
    const { url, cookie } = await departed(id);
    const state = url.searchParams.get('state');
    const told = await back(`/oauth/callback?state=${state}&error=access_denied%3Cscript%3E`, cookie);
    expect(told.get('error')).toBe('OAUTH_REFUSED');
    expect(told.get('message')).not.toContain('script');
    provider.bend = (answer) => {
      answer.statusCode = 200;
      answer.body = { error: 'bad_verification_code', error_description: 'It is wrong.' };
    };
    const again = await departed(id);
    const failed = await back(await signedIn(again.url), again.cookie);
    expect(failed.get('message')).toBe('The service answered bad_verification_code (It is wrong.).');
    expect(await healthOf(id)).toBe('unknown');
  });

  it('takes tokens of a kind that only this service gives, without end and without renewal', async () => {
    provider.bend = (answer) => {
      answer.body = { ok: true, access_token: 'canary-access-bot', token_type: 'bot', refresh_token: null };
    };
    const id = await connected();
    expect((await rig.resolve(owner, id))?.secret('accessToken')).toBe('canary-access-bot');
    const { data } = await owner.graphql(`{ credential(id: "${id}") { tokens { renewable expiresAt } } }`);
    expect(data.credential.tokens).toEqual({ renewable: false, expiresAt: null });
  });

  it('is not offered to those who may not change it, nor for types without it', async () => {
    const { id } = await owner.create('sign-in', fields(), ['127.0.0.1']);
    const editor = await owner.colleague('editor');
    expect((await editor.graphql(CONNECT, { id })).data.credentialConnect.errors[0].code).toBe('CREDENTIAL_FORBIDDEN');
    const plain = await owner.create('plain', { token: 'x' }, ['*']);
    const { data } = await owner.graphql(CONNECT, { id: plain.id });
    expect(data.credentialConnect.errors[0].code).toBe('CREDENTIAL_NO_SIGN_IN');
    const wrong = await owner.create('sign-in', { ...fields(), issuer: 'http://evil.example' }, ['*']);
    expect((await owner.graphql(CONNECT, { id: wrong.id })).data.credentialConnect.errors[0]).toMatchObject({
      code: 'OAUTH_FAILED',
      message: expect.stringContaining('begins with https://'),
    });
  });
});

describe('tokens', () => {
  it('are demanded before a run can use the credential', async () => {
    const { id } = await owner.create('sign-in', fields(), ['127.0.0.1']);
    await expect(rig.resolve(owner, id)).rejects.toMatchObject({
      failure: { code: 'CREDENTIAL_RECONNECT', fault: 'transient', outage: true },
    });
  });

  it('are renewed at 80 % of their life and not before', async () => {
    const id = await connected();
    const { tokens } = await rig.get(CredentialStore).find(owner.actor.workspaceId, id);
    const atMs = (text = ''): number => Date.parse(text);
    expect(atMs(tokens?.expiresAt) - atMs(tokens?.refreshAt)).toBeCloseTo(720_000, -3);
    const keeper = otherProcess();
    await keeper.current(await ownerOf(id), atMs(tokens?.refreshAt) - 1_000);
    expect(provider.renewals).toBe(0);
    const renewed = await keeper.current(await ownerOf(id), atMs(tokens?.refreshAt) + 1_000);
    expect([provider.renewals, renewed.accessToken]).toEqual([1, provider.accessToken]);
    const { data } = await rig.get(SecretReader).read(oauthSecret(id));
    expect(data).toMatchObject({ refreshToken: 'canary-refresh-2' });
  });

  it('are renewed once when many processes and many nodes need them at the same time', async () => {
    const id = await connected();
    await makeDue(id);
    const keepers = [otherProcess(), otherProcess(), otherProcess()];
    const asking = await ownerOf(id);
    const all = await Promise.all(keepers.flatMap((keeper) => [1, 2, 3].map(() => keeper.current(asking))));
    expect(provider.renewals).toBe(1);
    expect(new Set(all.map(({ accessToken }) => accessToken))).toEqual(new Set([provider.accessToken]));
    expect(await healthOf(id)).toBe('good');
  });

  it('are found again when a process died after it had stored them', async () => {
    const id = await connected();
    await makeDue(id);
    const dying = jest.spyOn(rig.get(CredentialStore), 'setTokens').mockRejectedValueOnce(new Error('killed'));
    await expect(otherProcess().current(await ownerOf(id))).rejects.toThrow('killed');
    dying.mockRestore();
    expect((await rig.get(CredentialStore).find(owner.actor.workspaceId, id)).tokens?.version).toBe(1);
    const kept = await otherProcess().current(await ownerOf(id));
    expect([kept.accessToken, kept.version, provider.renewals]).toEqual([provider.accessToken, 2, 1]);
    expect((await rig.get(CredentialStore).find(owner.actor.workspaceId, id)).tokens?.version).toBe(2);
  });

  it('that were lost between renewal and storing need a person, and runs wait for that person', async () => {
    const id = await connected();
    await makeDue(id);
    const dying = jest.spyOn(rig.get(SecretStore), 'update').mockRejectedValueOnce(new Error('killed'));
    await expect(otherProcess().current(await ownerOf(id))).rejects.toThrow('killed');
    dying.mockRestore();
    const waiting = { failure: { code: 'CREDENTIAL_RECONNECT', outage: true } };
    await expect(rig.resolve(owner, id)).rejects.toMatchObject(waiting);
    expect(await healthOf(id)).toBe('reconnect');
    const asked = provider.asked.length;
    await expect(rig.resolve(owner, id)).rejects.toMatchObject(waiting);
    expect(provider.asked).toHaveLength(asked);
    const { url, cookie } = await departed(id);
    await back(await signedIn(url), cookie);
    expect((await rig.resolve(owner, id))?.secret('accessToken')).toBe(provider.accessToken);
    expect(await healthOf(id)).toBe('good');
  });

  it('are renewed when the service takes them no longer, by whoever notices first', async () => {
    const id = await connected();
    const [one, other] = [await rig.resolve(owner, id), await rig.resolve(owner, id)];
    const renewed = await Promise.all([one?.renewed(), other?.renewed()]);
    expect(provider.renewals).toBe(1);
    expect(renewed.map((credential) => credential?.secret('accessToken'))).toEqual([
      provider.accessToken,
      provider.accessToken,
    ]);
    expect((await one?.renewed())?.secret('accessToken')).toBe(provider.accessToken);
    expect(provider.renewals).toBe(1);
    provider.revoke();
    await expect(renewed[0]?.renewed()).rejects.toMatchObject({ failure: { code: 'CREDENTIAL_RECONNECT' } });
  });

  it('go on being used while the service is down, as long as they last', async () => {
    const id = await connected();
    await makeDue(id);
    provider.bend = (answer) => {
      answer.statusCode = 503;
      answer.body = {};
    };
    const token = provider.accessToken;
    expect((await otherProcess().current(await ownerOf(id))).accessToken).toBe(token);
    const late = Date.now() + 7_200_000;
    await expect(otherProcess().current(await ownerOf(id), late)).rejects.toMatchObject({ transient: true });
    expect(await healthOf(id)).toBe('good');
  });

  it('of an application are fetched without a person', async () => {
    const { id } = await owner.create('machine', fields(), ['127.0.0.1']);
    const credential = await rig.resolve(owner, id);
    expect(credential?.secret('accessToken')).toBe(provider.accessToken);
    expect(provider.asked).toMatchObject([{ grant: 'client_credentials', body: { scope: 'all' } }]);
    expect((await credential?.renewed())?.secret('accessToken')).toBe('canary-access-2');
    await rig.resolve(owner, id);
    expect(provider.asked).toHaveLength(2);
    provider.bend = (answer) => {
      answer.statusCode = 401;
      answer.body = { error: 'invalid_client' };
    };
    await makeDue(id);
    await expect(rig.resolve(owner, id)).rejects.toMatchObject({
      failure: { code: 'CREDENTIAL_TOKENS_REFUSED', fault: 'user' },
    });
    expect(await healthOf(id)).toBe('failing');
  });

  it('go with their credential', async () => {
    const id = await connected();
    await owner.rest('delete', `/api/credentials/${id}`).expect(204);
    await expect(rig.get(SecretReader).read(oauthSecret(id))).rejects.toThrow();
    expect(await rig.dump()).not.toMatch(/canary-(access|refresh|client)/);
  });
});
