import request from 'supertest';
import { IdentityRig, type Person } from '../testing/identity-rig';

let rig: IdentityRig;
let person: Person;
const refresh = 'mutation { refreshSession { session { accessToken } errors { code } } }';

beforeAll(async () => {
  rig = await IdentityRig.start({ ALLOWED_ORIGINS: 'https://app.example' });
});
beforeEach(async () => {
  person = await rig.signUp();
});
afterAll(() => rig.stop());

const ask = (headers: Record<string, string>, query = refresh) =>
  rig.post('/graphql', { query }).set('cookie', person.cookie).set(headers);

describe('a page of another origin', () => {
  it.each<[string, Record<string, string>]>([
    ['with its origin', { origin: 'https://evil.example' }],
    ['without an origin of its own', { origin: 'null' }],
    ['that the browser says is another site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s cannot use the session of the person', async (_name, headers) => {
    for (const query of [refresh, 'mutation { signOut { errors { code } } }']) {
      const { body, headers: answered } = await ask(headers, query);
      expect(body.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'ORIGIN_NOT_ALLOWED' });
      expect(answered['set-cookie']).toBeUndefined();
      expect(answered['access-control-allow-origin']).toBeUndefined();
    }
    // Nothing was used up: the person goes on.
    expect((await ask({})).body.data.refreshSession.errors).toEqual([]);
  });

  it('that is allowed can', async () => {
    const { body, headers } = await ask({ origin: 'https://app.example' });
    expect(body.data.refreshSession.errors).toEqual([]);
    expect(headers['access-control-allow-origin']).toBe('https://app.example');
    expect(headers['access-control-allow-credentials']).toBe('true');
  });

  it.each<[string, (to: request.Agent) => request.Test]>([
    ['a form', (to) => to.post('/graphql').type('form').send({ query: refresh })],
    [
      'plain text',
      (to) =>
        to
          .post('/graphql')
          .type('text/plain')
          .send(JSON.stringify({ query: refresh })),
    ],
    ['a link', (to) => to.get(`/graphql?query=${encodeURIComponent(refresh)}`)],
    ['a link to a query', (to) => to.get(`/graphql?query=${encodeURIComponent('{ signInMethods { signUp } }')}`)],
  ])('cannot send %s instead of JSON', async (_name, send) => {
    const { status, headers } = await send(request(rig.app.server) as unknown as request.Agent).set(
      'cookie',
      person.cookie,
    );
    expect([400, 405, 415]).toContain(status);
    expect(headers['set-cookie']).toBeUndefined();
  });
});

it('a call without a token, or with a bad one, is told what to send', async () => {
  for (const token of [null, 'nonsense']) {
    const asking = request(rig.app.server).get('/api/auth/me');
    const { headers, status } = await (token ? asking.set('authorization', `Bearer ${token}`) : asking);
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer realm="millrace"');
  }
});
