import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SYSTEM_USER_ID } from '@millrace/server-identity';
import { newId } from '@millrace/server-platform';
import { SecretStore } from '../secret-store/secret-store';
import { SecretsError } from '../secret-store/secrets-error';
import { CredentialsRig, type Member } from '../testing/credentials-rig';
import { StartRunSecrets } from '../usage/start-run-secrets';
import { TestCredential } from '../use-cases/test-credential';
import { UpdateCredential } from '../use-cases/update-credential';
import { RunSecrets } from './run-secrets';
import { SecretMask } from './secret-mask';
import { ShareCredential } from '../use-cases/share-credential';

const CANARY = 'canary-77aa';
const TEST = `mutation($id: ID!) { credentialTest(id: $id) { credential { health { status message account checkedAt } } errors { code } } }`;

let rig: CredentialsRig;
let owner: Member;
let service: Server;
let seen: IncomingMessage['headers'][];
let answer: { status: number; body: string };

beforeAll(async () => {
  rig = await CredentialsRig.start();
  service = createServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
  await rig.stop();
});
beforeEach(async () => {
  seen = [];
  answer = { status: 200, body: '{}' };
  owner = await rig.member();
});

const baseUrl = (): string => `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
const failing = (code: string, more: object = {}) => ({ failure: { code, ...more } });

describe('a node', () => {
  it('gets the values of the versions that the row names, and its use is recorded', async () => {
    const { id } = await owner.create('keyed', { key: CANARY, secret: 'first-secret' });
    await rig.get(UpdateCredential).update(owner.actor, id, { values: { key: `${CANARY}-2` } });
    const mask = new SecretMask();
    const executionId = newId();
    const credential = await rig.resolve(owner, id, { mask, executionId });
    expect([credential?.secret('key'), credential?.secret('secret')]).toEqual([`${CANARY}-2`, 'first-secret']);
    expect(mask.text(`a ${CANARY}-2 b first-secret`)).toBe('a *** b ***');
    const { rows } = await rig.pool.query(
      `SELECT details FROM audit_event WHERE action = 'credential.used' AND target_id = $1 AND workspace_id = $2`,
      [id, owner.actor.workspaceId],
    );
    expect(rows).toEqual([{ details: { executionId, nodeId: 'node', versions: [1, 1] } }]);
    const { rows: used } = await rig.pool.query(
      'SELECT last_used_at IS NOT NULL AS used FROM credential WHERE id = $1',
      [id],
    );
    expect(used).toEqual([{ used: true }]);
  });

  it('gets nothing when its author may not use it, any longer or at all', async () => {
    const editor = await owner.colleague('editor');
    const { id } = await owner.create('keyed', { key: CANARY });
    expect((await rig.resolve(editor, id))?.id).toBe(id);
    await rig.get(ShareCredential).share(owner.actor, id, []);
    await expect(rig.resolve(editor, id)).rejects.toMatchObject(failing('CREDENTIAL_FORBIDDEN', { fault: 'user' }));
    await expect(rig.resolve(await owner.colleague('operator'), id)).rejects.toMatchObject(
      failing('CREDENTIAL_FORBIDDEN'),
    );
    await expect(rig.resolve(owner, id, { authorId: null })).rejects.toMatchObject(failing('CREDENTIAL_FORBIDDEN'));
    expect((await rig.resolve(owner, id, { authorId: SYSTEM_USER_ID }))?.id).toBe(id);
    await rig.pool.query('DELETE FROM membership WHERE user_id = $1', [owner.actor.userId]);
    await expect(rig.resolve(owner, id)).rejects.toMatchObject(failing('CREDENTIAL_FORBIDDEN'));
  });

  it('gets nothing of another workspace, and nothing that does not fit', async () => {
    const { id } = await owner.create('keyed', { key: CANARY });
    const stranger = await rig.member();
    await expect(rig.resolve(stranger, id)).rejects.toMatchObject(failing('CREDENTIAL_NOT_FOUND'));
    await expect(rig.resolve(owner, 'nonsense')).rejects.toMatchObject(failing('CREDENTIAL_NOT_FOUND'));
    await expect(rig.resolve(owner, id, { types: ['mail'] })).rejects.toMatchObject(
      failing('CREDENTIAL_TYPE_MISMATCH'),
    );
    expect((await rig.resolve(owner, id, { types: ['mail', 'keyed'] }))?.id).toBe(id);
    const mail = await owner.create('mail', { host: 'mail.example.com', password: CANARY });
    await expect(rig.resolve(owner, mail.id)).rejects.toMatchObject(failing('CREDENTIAL_TYPE_MISMATCH'));
  });

  it('waits while the store is away', async () => {
    const { id } = await owner.create('keyed', { key: CANARY });
    const away = jest.spyOn(rig.get(SecretStore), 'read').mockRejectedValue(new SecretsError('SECRETS_UNAVAILABLE'));
    await expect(rig.resolve(owner, id)).rejects.toMatchObject(
      failing('SECRETS_UNAVAILABLE', { fault: 'transient', outage: true }),
    );
    away.mockRestore();
    expect((await rig.resolve(owner, id))?.secret('key')).toBe(CANARY);
  });
});

describe('secrets that come with a run', () => {
  const integrations = { plain: { token: CANARY } };

  it('serve nodes that name no credential, for that run only', async () => {
    const executionId = newId();
    const runs = rig.get(StartRunSecrets);
    await runs.keep(executionId, owner.actor.workspaceId, runs.read(integrations));
    const ask = { executionId, mayComeWithRun: true };
    expect((await rig.resolve(owner, undefined, ask))?.secret('token')).toBe(CANARY);
    expect((await rig.resolve(owner, undefined, { ...ask, types: ['plain'] }))?.type).toBe('plain');
    expect(await rig.resolve(owner, undefined, { ...ask, types: ['keyed'] })).toBeUndefined();
    expect(await rig.resolve(owner, undefined, { ...ask, executionId: newId() })).toBeUndefined();
    expect(await rig.resolve(owner, undefined, { executionId })).toBeUndefined();
    expect(await rig.resolve(await rig.member(), undefined, ask)).toBeUndefined();
    await rig.get(RunSecrets).purge(executionId);
    await rig.get(RunSecrets).purge(executionId);
    expect(await rig.resolve(owner, undefined, ask)).toBeUndefined();
    expect(await rig.dump()).not.toContain(CANARY);
  });

  it.each([{ nothing: {} }, { plain: { token: '' } }, { plain: CANARY }, { plain: { token: CANARY, more: CANARY } }])(
    'are refused when they fit no type: %j',
    (wrong) => {
      expect(() => rig.get(StartRunSecrets).read(wrong)).toThrow(/credential type|fields are not right/);
      expect(() => rig.get(StartRunSecrets).read(wrong)).not.toThrow(CANARY);
    },
  );
});

describe('a test', () => {
  it('is done by a worker, and what it found is kept', async () => {
    answer.body = '{"user":{"name":"Ada"}}';
    const { id } = await owner.create('keyed', { key: CANARY, baseUrl: baseUrl() });
    const { data } = await owner.graphql(TEST, { id });
    expect(data.credentialTest).toMatchObject({
      errors: [],
      credential: { health: { status: 'GOOD', message: 'The service accepted it.', account: 'Ada' } },
    });
    expect(seen).toMatchObject([{ 'x-key': CANARY }]);
  });

  it('tells that a service refuses, and repeats no secret that the service repeats', async () => {
    answer = { status: 401, body: CANARY };
    const { id } = await owner.create('keyed', { key: CANARY, baseUrl: baseUrl() });
    const { data } = await owner.graphql(TEST, { id });
    expect(data.credentialTest.credential.health).toMatchObject({ status: 'FAILING', account: null });
    answer = { status: 200, body: `{"user":{"name":"${CANARY}"}}` };
    expect((await owner.graphql(TEST, { id })).data.credentialTest.credential.health.account).toBe('***');
    const mail = await owner.create('mail', { host: 'mail.example.com', password: CANARY });
    const probed = await owner.graphql(TEST, { id: mail.id });
    expect(probed.data.credentialTest.credential.health).toMatchObject({ status: 'FAILING', message: 'refused ***' });
  });

  it('goes to no host that the owner did not allow', async () => {
    const { id } = await owner.create('keyed', { key: CANARY, baseUrl: baseUrl() });
    await rig.pool.query(`UPDATE credential SET allowed_domains = '{other.example}' WHERE id = $1`, [id]);
    const { data } = await owner.graphql(TEST, { id });
    expect(data.credentialTest.credential.health).toMatchObject({
      status: 'FAILING',
      message: expect.stringContaining('may not be sent to 127.0.0.1'),
    });
    expect(seen).toEqual([]);
  });

  it('tells when the store is away, when our code fails, and when there is nothing to test', async () => {
    const { id } = await owner.create('keyed', { key: CANARY, baseUrl: baseUrl() });
    const away = jest.spyOn(rig.get(SecretStore), 'read').mockRejectedValue(new SecretsError('SECRETS_UNAVAILABLE'));
    const { data } = await owner.graphql(TEST, { id });
    expect(data.credentialTest.credential.health.status).toBe('UNKNOWN');
    away.mockRestore();
    const mail = await owner.create('mail', { host: 'mail.example.com', password: 'crash' });
    expect((await rig.get(TestCredential).test(owner.actor, mail.id)).health.message).toMatch(
      'an error in the product',
    );
    const plain = await owner.create('plain', { token: CANARY }, ['*']);
    expect((await owner.graphql(TEST, { id: plain.id })).data.credentialTest.errors).toMatchObject([
      { code: 'CREDENTIAL_NOT_TESTABLE' },
    ]);
  });
});

it('leaves no value in any table, job or line of the log', async () => {
  answer = { status: 500, body: CANARY };
  const { id } = await owner.create('keyed', { key: CANARY, secret: `${CANARY}-secret`, baseUrl: baseUrl() });
  await owner.graphql(TEST, { id });
  await rig.get(UpdateCredential).update(owner.actor, id, { values: { key: `${CANARY}-new` } });
  await rig.resolve(owner, id);
  await owner.graphql(
    'mutation($input: CredentialCreateInput!) { credentialCreate(input: $input) { errors { code } } }',
    {
      input: { type: 'keyed', name: 'x', values: { key: CANARY, wrong: CANARY } },
    },
  );
  await owner.rest('post', '/api/credentials', { type: 'keyed', name: { wrong: CANARY }, values: { key: CANARY } });
  const dump = await rig.dump();
  expect(dump).toContain(id);
  for (const form of [CANARY, Buffer.from(CANARY).toString('base64').slice(0, -2)]) expect(dump).not.toContain(form);
});
