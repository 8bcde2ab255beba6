import { IdentityRig, type Person } from '../testing/identity-rig';

let rig: IdentityRig;
let owner: Person;

beforeAll(async () => {
  rig = await IdentityRig.start();
  owner = await rig.signUp();
});
afterAll(() => rig.stop());

const create = (who: Person, input: object = {}) =>
  who.mutate(
    `mutation($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) {
      apiToken { id name hint scopes role expiresAt lastUsedAt } secret errors { code message } } }`,
    { input: { name: 'CI', scopes: ['workflow:read'], ...input } },
  );
const list = (who: Person, ofEverybody = false) =>
  who.graphql(`{ apiTokens(ofEverybody: ${ofEverybody}) { id userName lastUsedAt revokedAt revokedBecause } }`);
const as = async (secret: string, query: string) =>
  (await rig.post('/graphql', { query }).set('authorization', `Bearer ${secret}`)).body;
const isLive = async (secret: string): Promise<boolean> => {
  const { status } = await rig
    .post('/graphql', { query: '{ me { user { id } } }' })
    .set('authorization', `Bearer ${secret}`);
  const { data } = await as(secret, '{ me { user { id } } }');
  expect(status).toBe(200);
  return data !== null;
};

describe('API tokens', () => {
  it('are shown once, kept as hashes, and known by their first characters', async () => {
    const { apiToken, secret, errors } = await create(owner);
    expect(errors).toEqual([]);
    expect(secret).toMatch(/^mlr_[\w-]{43}$/);
    expect(apiToken).toMatchObject({ name: 'CI', hint: secret.slice(0, 8), scopes: ['workflow:read'], role: null });
    const daysLeft = (Date.parse(apiToken.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(daysLeft)).toBe(90);
    const stored = JSON.stringify(await rig.rows(`select *, encode(token_hash, 'escape') as text from api_token`));
    expect(stored).not.toContain(secret.slice(8));
    expect(JSON.stringify(await rig.rows('select * from audit_event'))).not.toContain(secret.slice(8));
  });

  it('are taken as bearer by GraphQL and REST, and may do their scopes and nothing else', async () => {
    const { secret } = await create(owner, { scopes: ['audit:read'] });
    const { data } = await as(secret, '{ me { user { id } workspace { id } permissions grantableScopes } }');
    expect(data.me).toEqual({
      user: { id: owner.userId },
      workspace: { id: owner.workspaceId },
      permissions: ['audit:read'],
      grantableScopes: ['audit:read'],
    });
    await owner.get('/api/audit/export').set('authorization', `Bearer ${secret}`).expect(200);
    await owner.get('/api/auth/me').set('authorization', `bearer ${secret}`).expect(200);
    const { secret: other } = await create(owner, { scopes: ['workflow:read'] });
    await owner.get('/api/audit/export').set('authorization', `Bearer ${other}`).expect(403);
    expect((await as(other, '{ auditLog { nodes { id } } }')).errors[0].extensions.code).toBe('FORBIDDEN');
  });

  it.each([
    ['made up', () => 'mlr_made-up'],
    ['cut short', (secret: string) => secret.slice(0, -1)],
    ['with another ending', (secret: string) => `${secret}x`],
  ])('that are %s are refused, with what to send instead', async (_name, change) => {
    const { secret } = await create(owner);
    const answer = await owner.get('/api/auth/me').set('authorization', `Bearer ${change(secret)}`);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="millrace"');
  });

  it('never manage accounts, members or tokens, whoever made them', async () => {
    for (const scope of ['account:manage', 'member:manage', 'workspace:manage', 'workspace:own', 'token:manage']) {
      expect((await create(owner, { scopes: [scope] })).errors).toMatchObject([{ code: 'SCOPE_NOT_ALLOWED' }]);
    }
    await rig.rows(`update api_token set scopes = scopes || '{account:manage,member:manage}'`);
    const { secret } = await create(owner, { scopes: ['workflow:read', 'audit:read', 'member:read'] });
    await rig.rows(`update api_token set scopes = scopes || '{account:manage,member:manage,token:manage}'`);
    for (const operation of [
      'mutation { apiTokenCreate(input: { name: "x", scopes: ["workflow:read"] }) { secret } }',
      'mutation { passwordChange(input: { current: "a", next: "bbbbbbbbb" }) { errors { code } } }',
      'mutation { signOutEverywhere { ended } }',
      'mutation { invitationCreate(input: { role: ADMIN }) { link } }',
      'mutation { workspaceCreate(name: "x") { errors { code } } }',
      `mutation { workspaceSwitch(id: "${owner.workspaceId}") { session { accessToken } } }`,
      '{ sessions { id } }',
      '{ apiTokens { id } }',
    ]) {
      expect((await as(secret, operation)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('cannot be made for more than their maker may, nor for a role above', async () => {
    const operator = await rig.member(owner, 'operator');
    expect((await create(operator, { scopes: ['workflow:write'] })).errors).toMatchObject([
      { code: 'SCOPE_NOT_ALLOWED' },
    ]);
    expect((await create(operator, { role: 'ADMIN' })).errors).toMatchObject([{ code: 'ROLE_TOO_HIGH' }]);
    expect((await create(owner, { role: 'VIEWER', scopes: ['workflow:write'] })).errors).toMatchObject([
      { code: 'SCOPE_NOT_ALLOWED' },
    ]);
    expect((await create(owner, { scopes: [] })).errors).toMatchObject([{ code: 'SCOPE_NOT_ALLOWED' }]);
    const { secret } = await create(owner, { role: 'OPERATOR', scopes: ['execution:start'] });
    expect((await as(secret, '{ me { permissions } }')).data.me.permissions).toEqual(['execution:start']);
  });

  it('end when they are too old, are revoked, or their maker leaves or is no longer what they need', async () => {
    const { secret: old } = await create(owner);
    expect(await isLive(old)).toBe(true);
    await rig.rows(`update api_token set expires_at = now() where hint = $1`, [old.slice(0, 8)]);
    expect(await isLive(old)).toBe(false);

    const { apiToken, secret } = await create(owner);
    await owner.mutate(`mutation { apiTokenRevoke(id: "${apiToken.id}") { apiToken { revokedAt } errors { code } } }`);
    expect(await isLive(secret)).toBe(false);

    const editor = await rig.member(owner, 'editor');
    const { secret: writing } = await create(editor, { scopes: ['workflow:write'] });
    const { secret: reading } = await create(editor, { scopes: ['workflow:read'] });
    await owner.mutate(`mutation { memberChangeRole(userId: "${editor.userId}", role: VIEWER) { errors { code } } }`);
    expect(await isLive(writing)).toBe(false);
    expect(await isLive(reading)).toBe(true);
    await owner.mutate(`mutation { memberRemove(userId: "${editor.userId}") { errors { code } } }`);
    expect(await isLive(reading)).toBe(false);
    await rig.rows(`insert into membership values ($1, $2, 'editor')`, [editor.userId, owner.workspaceId]);
    expect([await isLive(reading), await isLive(writing)]).toEqual([false, false]);
  });

  it('are listed to their maker; those of everybody to owners and admins, who may revoke them', async () => {
    const editor = await rig.member(owner, 'editor');
    const { apiToken, secret } = await create(editor);
    expect((await list(editor)).data.apiTokens).toHaveLength(1);
    expect((await list(editor, true)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await list(owner)).data.apiTokens).not.toContainEqual(expect.objectContaining({ id: apiToken.id }));
    expect((await list(owner, true)).data.apiTokens).toContainEqual(expect.objectContaining({ id: apiToken.id }));
    const revoke = `mutation { apiTokenRevoke(id: "${apiToken.id}") { errors { code } } }`;
    const [other, viewer] = [await rig.signUp(), await rig.member(owner, 'viewer')];
    for (const stranger of [other, viewer])
      expect((await stranger.mutate(revoke)).errors).toEqual([{ code: 'API_TOKEN_NOT_FOUND' }]);
    expect(await isLive(secret)).toBe(true);
    expect((await owner.mutate(revoke)).errors).toEqual([]);
    expect(await isLive(secret)).toBe(false);
  });

  it('tell when they were last used', async () => {
    const person = await rig.signUp();
    const { secret } = await create(person);
    expect((await list(person)).data.apiTokens[0].lastUsedAt).toBeNull();
    await isLive(secret);
    expect((await list(person)).data.apiTokens[0].lastUsedAt).not.toBeNull();
  });

  it('appear in the audit log as what acted', async () => {
    const { apiToken, secret } = await create(owner, { scopes: ['audit:read'] });
    const { data } = await as(
      secret,
      '{ auditLog(filter: { action: "apiToken" }, first: 1) { nodes { action targetId via } } }',
    );
    expect(data.auditLog.nodes).toEqual([{ action: 'apiToken.created', targetId: apiToken.id, via: 'session' }]);
  });
});
