import { newId } from '@millrace/server-platform';
import { credentialSecret } from '../secret-store/secret-address';
import { SecretReader } from '../secret-store/secret-reader';
import { SecretStore } from '../secret-store/secret-store';
import { SecretsError } from '../secret-store/secrets-error';
import { SecretWriter } from '../secret-store/secret-writer';
import { CredentialsRig, type Member } from '../testing/credentials-rig';
import { CredentialUsageSource, type CredentialUsage } from '../usage/credential-usage';
import { CredentialStore } from '../persistence/credential-store';
import { SweepCredentials } from './sweep-credentials';

const CANARY = 'canary-3c0f';
const ALL = `id name type state mayUse mayEdit mayShare filledFields allowedDomains createdBy health { status message account }
  shares { subjectKind subject right } usage { workflowId workflowName } tokens { renewable }`;
const PAYLOAD = `{ credential { ${ALL} } errors { code message ... on CredentialInUse { workflows { workflowId } } } }`;
const CREATE = `mutation($input: CredentialCreateInput!) { credentialCreate(input: $input) ${PAYLOAD} }`;
const UPDATE = `mutation($id: ID!, $input: CredentialUpdateInput!) { credentialUpdate(id: $id, input: $input) ${PAYLOAD} }`;
const DELETE = `mutation($id: ID!, $force: Boolean) { credentialDelete(id: $id, force: $force) { deletedCredentialId errors { code ... on CredentialInUse { workflows { workflowName } } } } }`;
const SHARE = `mutation($id: ID!, $shares: [CredentialShareInput!]!) { credentialShare(id: $id, shares: $shares) ${PAYLOAD} }`;

let rig: CredentialsRig;
let owner: Member;
const used: CredentialUsage[] = [];

beforeAll(async () => {
  rig = await CredentialsRig.start();
  rig.get(CredentialUsageSource).set({ of: () => Promise.resolve(used) });
});
afterAll(() => rig.stop());
beforeEach(async () => {
  owner = await rig.member();
  used.length = 0;
});

async function values(id: string): Promise<unknown> {
  const { layers } = await rig.get(CredentialStore).find(owner.actor.workspaceId, id);
  const stored = await Promise.all(
    layers.map((layer) => rig.get(SecretReader).read(credentialSecret(layer.id), layer.version)),
  );
  return Object.assign({}, ...stored.map(({ data }) => data));
}

function keyed(more: object = {}) {
  return { type: 'keyed', name: 'My key', values: { key: CANARY, secret: `${CANARY}-2` }, ...more };
}

describe('creating', () => {
  it('stores the values elsewhere and tells everything but them', async () => {
    const { data } = await owner.graphql(CREATE, { input: keyed() });
    const { credential, errors } = data.credentialCreate;
    expect(errors).toEqual([]);
    expect(credential).toMatchObject({
      ...{ name: 'My key', type: 'keyed', state: 'ACTIVE', mayUse: true, mayEdit: true, mayShare: true },
      filledFields: ['baseUrl', 'key', 'region', 'secret'],
      allowedDomains: ['api.keyed.example'],
      createdBy: owner.actor.userId,
      health: { status: 'UNKNOWN' },
      shares: [{ subjectKind: 'ROLE', subject: 'editor', right: 'USE' }],
    });
    expect(await values(credential.id)).toEqual({
      ...{ key: CANARY, secret: `${CANARY}-2`, region: 'eu', baseUrl: 'https://api.keyed.example' },
    });
    expect(JSON.stringify(data)).not.toContain(CANARY);
  });

  it.each([
    [{ type: 'nothing' }, 'CREDENTIAL_TYPE_UNKNOWN'],
    [{ name: '  ' }, 'CREDENTIAL_NAME_INVALID'],
    [{ name: 'x'.repeat(101) }, 'CREDENTIAL_NAME_INVALID'],
    [{ values: { secret: CANARY } }, 'CREDENTIAL_FIELDS_INVALID'],
    [{ values: { key: CANARY, region: CANARY } }, 'CREDENTIAL_FIELDS_INVALID'],
    [{ values: { key: CANARY, other: CANARY } }, 'CREDENTIAL_FIELDS_INVALID'],
    [{ values: [CANARY] }, 'CREDENTIAL_FIELDS_INVALID'],
    [{ allowedDomains: ['https://x.example/'] }, 'CREDENTIAL_DOMAIN_INVALID'],
    [{ allowedDomains: ['*.*.example'] }, 'CREDENTIAL_DOMAIN_INVALID'],
    [{ type: 'plain', values: { token: CANARY } }, 'CREDENTIAL_DOMAINS_REQUIRED'],
  ])('refuses %j without quoting a value', async (more, code) => {
    const { data } = await owner.graphql(CREATE, { input: keyed(more) });
    expect(data.credentialCreate.credential).toBeNull();
    expect(data.credentialCreate.errors).toMatchObject([{ code }]);
    expect(JSON.stringify(data)).not.toContain(CANARY);
    expect(await rig.get(CredentialStore).list(owner.actor.workspaceId)).toEqual([]);
  });

  it('gives a name once in a workspace, whatever its case', async () => {
    await owner.graphql(CREATE, { input: keyed() });
    const again = await owner.graphql(CREATE, { input: keyed({ name: 'MY KEY' }) });
    expect(again.data.credentialCreate.errors).toMatchObject([{ code: 'CREDENTIAL_NAME_TAKEN' }]);
    const elsewhere = await (await rig.member()).graphql(CREATE, { input: keyed() });
    expect(elsewhere.data.credentialCreate.errors).toEqual([]);
  });

  it('leaves nothing when the store of secrets is away', async () => {
    const away = jest
      .spyOn(rig.get(SecretStore), 'create')
      .mockRejectedValueOnce(new SecretsError('SECRETS_UNAVAILABLE'));
    const { data } = await owner.graphql(CREATE, { input: keyed() });
    away.mockRestore();
    expect(data.credentialCreate.errors).toMatchObject([{ code: 'SECRETS_UNAVAILABLE' }]);
    expect(await rig.get(CredentialStore).list(owner.actor.workspaceId)).toEqual([]);
  });
});

describe('changing', () => {
  it('keeps a secret that is left blank, and fields that are not sent', async () => {
    const { id } = await owner.create('keyed', { key: CANARY, secret: 'old-secret', region: 'us' });
    const { data } = await owner.graphql(UPDATE, { id, input: { values: { key: 'new-key', secret: '' } } });
    expect(data.credentialUpdate.errors).toEqual([]);
    expect(await values(id)).toMatchObject({ key: 'new-key', secret: 'old-secret', region: 'us' });
    await owner.graphql(UPDATE, { id, input: { values: { key: 'newer-key' } } });
    await owner.graphql(UPDATE, { id, input: { values: { region: 'eu' } } });
    expect(await values(id)).toMatchObject({ key: 'newer-key', secret: 'old-secret', region: 'eu' });
    const { layers } = await rig.get(CredentialStore).find(owner.actor.workspaceId, id);
    expect(layers.map(({ fields, version }) => [fields, version])).toEqual([
      [['baseUrl', 'key', 'secret', 'region'], 1],
      [['key'], 2],
      [['region'], 1],
    ]);
  });

  it('starts anew when all fields are entered, and lets go of what is replaced', async () => {
    const { id } = await owner.create('keyed', { key: CANARY });
    await owner.graphql(UPDATE, { id, input: { values: { key: 'second' } } });
    const before = await rig.get(CredentialStore).find(owner.actor.workspaceId, id);
    const all = { key: 'third', secret: 'fourth', region: 'us', baseUrl: 'https://api.keyed.example' };
    await owner.graphql(UPDATE, { id, input: { values: all } });
    expect(await values(id)).toEqual(all);
    const after = await rig.get(CredentialStore).find(owner.actor.workspaceId, id);
    expect(after.layers).toHaveLength(1);
    const gone = before.layers.find((layer) => layer.id !== after.layers[0]?.id);
    await expect(rig.get(SecretReader).read(credentialSecret(gone?.id ?? ''))).rejects.toBeInstanceOf(SecretsError);
  });

  it('keeps the old values while the row does not name the new ones', async () => {
    const { id } = await owner.create('keyed', { key: CANARY, secret: 'old-secret' });
    // Another process wrote and died before it changed the row.
    await rig.get(SecretWriter).update(credentialSecret(id), 1, { key: 'lost' });
    expect(await values(id)).toMatchObject({ key: CANARY });
    const all = { key: 'third', secret: 'fourth', region: 'us', baseUrl: 'https://api.keyed.example' };
    const { data } = await owner.graphql(UPDATE, { id, input: { values: all } });
    expect(data.credentialUpdate.errors).toEqual([]);
    expect(await values(id)).toEqual(all);
  });

  it('renames', async () => {
    const { id } = await owner.create('keyed', { key: CANARY });
    const { data } = await owner.graphql(UPDATE, { id, input: { name: ' Better ' } });
    expect(data.credentialUpdate.credential.name).toBe('Better');
  });

  it.each([
    [{ allowedDomains: ['evil.example'] }],
    [{ allowedDomains: ['api.keyed.example', '*'] }],
    [{ values: { baseUrl: 'https://evil.example' } }],
    [{ values: { baseUrl: 'https://evil.example', key: 'other' } }],
  ])('demands the secrets for %j, so that nobody learns them that way', async (input) => {
    const { id } = await owner.create('keyed', { key: CANARY, secret: 'old-secret' });
    const { data } = await owner.graphql(UPDATE, { id, input });
    expect(data.credentialUpdate.errors).toMatchObject([{ code: 'CREDENTIAL_SECRETS_REQUIRED' }]);
  });

  it('takes new domains with all secrets, and fewer domains without', async () => {
    const { id } = await owner.create('keyed', { key: CANARY }, ['*.keyed.example', 'b.example']);
    const fewer = await owner.graphql(UPDATE, { id, input: { allowedDomains: ['b.example'] } });
    expect(fewer.data.credentialUpdate.credential.allowedDomains).toEqual(['b.example']);
    const input = {
      values: { baseUrl: 'https://other.example', key: 'k', secret: 's' },
      allowedDomains: ['c.example'],
    };
    const other = await owner.graphql(UPDATE, { id, input });
    expect(other.data.credentialUpdate.credential.allowedDomains).toEqual(['c.example', 'other.example']);
  });

  it('lets one of two that change it at the same time win', async () => {
    const { id } = await owner.create('keyed', { key: CANARY });
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((key) => owner.graphql(UPDATE, { id, input: { values: { key } } })),
    );
    const codes = answers.map(({ data }) => data.credentialUpdate.errors[0]?.code ?? 'won');
    expect(codes).toContain('won');
    expect(codes.filter((code) => code !== 'won' && code !== 'CREDENTIAL_CHANGED')).toEqual([]);
    const winner = ['a', 'b', 'c'][codes.lastIndexOf('won')];
    expect(codes.filter((code) => code === 'won').length > 1 || (await values(id))).toMatchObject(
      codes.filter((code) => code === 'won').length > 1 ? true : { key: winner },
    );
  });
});

describe('rights', () => {
  it('show names only to those who may not use any', async () => {
    const { id, name } = await owner.create('keyed', { key: CANARY });
    for (const role of ['operator', 'viewer'] as const) {
      const other = await owner.colleague(role);
      const { data } = await other.graphql(`{ credentials { ${ALL} } }`);
      expect(data.credentials).toEqual([
        {
          ...{ id, name, type: 'keyed', state: 'ACTIVE', mayUse: false, mayEdit: false, mayShare: false },
          ...{ filledFields: null, allowedDomains: null, createdBy: null, health: null, shares: null, tokens: null },
          usage: [],
        },
      ]);
      expect((await other.graphql(UPDATE, { id, input: { name: 'x' } })).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
      expect((await other.graphql(CREATE, { input: keyed() })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('let an editor use what is shared, change its own, and nothing else', async () => {
    const editor = await owner.colleague('editor');
    const { id } = await owner.create('keyed', { key: CANARY });
    const rename = (by: Member, of: string) => by.graphql(UPDATE, { id: of, input: { name: newId() } });
    expect((await rename(editor, id)).data.credentialUpdate.errors).toMatchObject([{ code: 'CREDENTIAL_FORBIDDEN' }]);
    const shares = (right: string) => [{ subjectKind: 'MEMBER', subject: editor.actor.userId, right }];
    expect((await owner.graphql(SHARE, { id, shares: shares('EDIT') })).data.credentialShare.errors).toEqual([]);
    expect((await rename(editor, id)).data.credentialUpdate.errors).toEqual([]);
    expect((await editor.graphql(SHARE, { id, shares: [] })).data.credentialShare.errors).toMatchObject([
      { code: 'CREDENTIAL_FORBIDDEN' },
    ]);
    await owner.graphql(SHARE, { id, shares: [] });
    const { data } = await editor.graphql(`{ credential(id: "${id}") { mayUse mayEdit } }`);
    expect(data.credential).toEqual({ mayUse: false, mayEdit: false });
    const own = await editor.create('keyed', { key: CANARY });
    expect((await rename(editor, own.id)).data.credentialUpdate.errors).toEqual([]);
    expect((await rename(await owner.colleague('admin'), own.id)).data.credentialUpdate.errors).toEqual([]);
  });

  it('refuse to share with strangers', async () => {
    const { id } = await owner.create('keyed', { key: CANARY });
    const stranger = await rig.member('editor');
    for (const subject of [stranger.actor.userId, 'nobody']) {
      const shares = [{ subjectKind: 'MEMBER', subject, right: 'USE' }];
      const { data } = await owner.graphql(SHARE, { id, shares });
      expect(data.credentialShare.errors).toMatchObject([{ code: 'CREDENTIAL_SHARE_INVALID' }]);
    }
  });

  it('end at the workspace', async () => {
    const { id } = await owner.create('keyed', { key: CANARY });
    const stranger = await rig.member();
    expect((await stranger.graphql(`{ credentials { id } }`)).data.credentials).toEqual([]);
    for (const query of [UPDATE, DELETE, SHARE]) {
      const { data } = await stranger.graphql(query, { id, input: { name: 'x' }, shares: [] });
      expect(Object.values(data as object)[0]).toMatchObject({ errors: [{ code: 'CREDENTIAL_NOT_FOUND' }] });
    }
    await stranger.rest('get', `/api/credentials/${id}`).expect(404);
    await stranger.rest('delete', `/api/keys/${id}`).expect(404);
    await stranger.rest('get', '/api/credentials/not-an-id').expect(404);
  });
});

describe('deleting', () => {
  it('destroys the values for good', async () => {
    const { id } = await owner.create('keyed', { key: CANARY });
    expect((await owner.graphql(DELETE, { id })).data.credentialDelete).toEqual({
      deletedCredentialId: id,
      errors: [],
    });
    await expect(rig.get(SecretReader).read(credentialSecret(id))).rejects.toBeInstanceOf(SecretsError);
    await owner.rest('get', `/api/credentials/${id}`).expect(404);
  });

  it('is refused while workflows use it, unless an admin forces it', async () => {
    const editor = await owner.colleague('editor');
    const { id } = await editor.create('keyed', { key: CANARY });
    used.push({ workflowId: newId(), workflowName: 'Orders', inDraft: true, isLive: false });
    const inUse = { errors: [{ code: 'CREDENTIAL_IN_USE', workflows: [{ workflowName: 'Orders' }] }] };
    expect((await editor.graphql(DELETE, { id })).data.credentialDelete).toMatchObject(inUse);
    expect((await editor.graphql(DELETE, { id, force: true })).data.credentialDelete).toMatchObject(inUse);
    const { body } = await owner.rest('delete', `/api/credentials/${id}`).expect(409);
    expect(body.error.details.workflows).toMatchObject([{ workflowName: 'Orders' }]);
    await owner.rest('delete', `/api/credentials/${id}?force=true`).expect(204);
  });

  it('cannot be used from then on, and is finished by the sweep when the store was away', async () => {
    const { id } = await owner.create('keyed', { key: CANARY });
    const away = jest.spyOn(rig.get(SecretStore), 'destroy').mockRejectedValue(new SecretsError('SECRETS_UNAVAILABLE'));
    await owner.rest('delete', `/api/credentials/${id}`).expect(204);
    expect((await owner.graphql(`{ credentials { id } }`)).data.credentials).toEqual([]);
    await expect(rig.resolve(owner, id)).rejects.toMatchObject({ failure: { code: 'CREDENTIAL_NOT_FOUND' } });
    away.mockRestore();
    await rig.pool.query(`UPDATE credential SET updated_at = now() - interval '11 minutes' WHERE id = $1`, [id]);
    expect(await rig.get(SweepCredentials).sweep()).toBe(1);
    await expect(rig.get(SecretReader).read(credentialSecret(id))).rejects.toBeInstanceOf(SecretsError);
    expect((await rig.pool.query('SELECT 1 FROM credential WHERE id = $1', [id])).rows).toEqual([]);
  });

  it('sweeps up what was begun and never stored, and nothing that is young', async () => {
    const id = newId();
    const row = { id, workspaceId: owner.actor.workspaceId, type: 'keyed', name: 'Begun', allowedDomains: ['*'] };
    const made = { ...row, createdBy: owner.actor.userId, shares: [] };
    await rig.pool.tx((client) => rig.get(CredentialStore).insert(client, made));
    await rig.get(SecretWriter).create(credentialSecret(id), { key: CANARY });
    expect(await rig.get(SweepCredentials).sweep()).toBe(0);
    await rig.pool.query(`UPDATE credential SET updated_at = now() - interval '11 minutes' WHERE id = $1`, [id]);
    expect(await rig.get(SweepCredentials).sweep()).toBe(1);
    await expect(rig.get(SecretReader).read(credentialSecret(id))).rejects.toBeInstanceOf(SecretsError);
  });
});

describe('REST', () => {
  it('keeps keys under the name that older callers know', async () => {
    const body = { name: 'Old', type: 'plain', key: CANARY, allowedDomains: ['*.example.com'] };
    const { body: made } = await owner.rest('post', '/api/keys', body).expect(201);
    expect(made).toMatchObject({ name: 'Old', type: 'plain', filledFields: ['token'] });
    const { body: list } = await owner.rest('get', '/api/keys').expect(200);
    expect(list).toHaveLength(1);
    expect(JSON.stringify([made, list])).not.toContain(CANARY);
    expect(await values(made.id)).toEqual({ token: CANARY });
    await owner.rest('delete', `/api/keys/${made.id}`).expect(204);
    expect((await owner.rest('get', '/api/keys')).body).toEqual([]);
    const two = await owner.rest('post', '/api/keys', { name: 'x', type: 'keyed', key: CANARY }).expect(400);
    expect(two.body.error.code).toBe('CREDENTIAL_FIELDS_INVALID');
  });

  it('does what GraphQL does', async () => {
    const { body: made } = await owner.rest('post', '/api/credentials', keyed()).expect(201);
    const { body: changed } = await owner.rest('patch', `/api/credentials/${made.id}`, { values: { key: 'next' } });
    expect(changed).toMatchObject({ id: made.id, filledFields: ['baseUrl', 'key', 'region', 'secret'] });
    await owner.rest('put', `/api/credentials/${made.id}/shares`, { shares: [] }).expect(200);
    expect((await owner.rest('get', `/api/credentials/${made.id}/usage`)).body).toEqual([]);
    const { body: types } = await owner.rest('get', '/api/credentials/types').expect(200);
    expect(types.map(({ type }: { type: string }) => type)).toContain('keyed');
    const { body: wrong } = await owner.rest('post', '/api/credentials', { ...keyed(), values: CANARY }).expect(400);
    expect(JSON.stringify(wrong)).not.toContain(CANARY);
  });
});

describe('the schema', () => {
  it('has no field through which a value could come back', async () => {
    const { data } = await owner.graphql(
      '{ __schema { types { name kind fields { name } } } credentialTypes { type secretFields signIn { grant redirectUri } } }',
    );
    const types = (data.__schema.types as { name: string; kind: string; fields: { name: string }[] | null }[]).filter(
      ({ name, kind }) => kind === 'OBJECT' && name.startsWith('Credential'),
    );
    expect(types.length).toBeGreaterThan(5);
    const fields = types.flatMap((type) => (type.fields ?? []).map(({ name }) => name));
    expect(fields.filter((name) => /^(values?|secrets?|token|key|password|layers|data)$/i.test(name))).toEqual([]);
    expect(data.credentialTypes.find(({ type }: { type: string }) => type === 'sign-in').signIn).toMatchObject({
      grant: 'AUTHORIZATION_CODE',
      redirectUri: expect.stringContaining('/oauth/callback'),
    });
  });
});
