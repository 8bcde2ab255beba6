import { Bell, newId, Queue } from '@millrace/server-platform';
import { SecretReader } from '../secret-store/secret-reader';
import { credentialSecret, oauthSecret, runSecret } from '../secret-store/secret-address';
import { CredentialsRig } from '../testing/credentials-rig';
import { SweepCredentials } from '../use-cases/sweep-credentials';
import { AskWorker } from './ask-worker';
import { CREDENTIAL_BELL, CREDENTIAL_GONE_BELL, credentialWorkQueue } from './credential-work.queue';
import { CredentialWork } from './credential-work';

let rig: CredentialsRig;

beforeAll(async () => {
  rig = await CredentialsRig.start();
});
afterAll(() => rig.stop());

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
const job = () => ({ kind: 'test' as const, workspaceId: newId(), credentialId: newId(), checkId: newId() });

describe('asking a worker', () => {
  it('answers as soon as the row does, told by the bell', async () => {
    const asked = job();
    const row: { answer?: string } = {};
    const asking = rig.get(AskWorker).ask(asked, asked.checkId, () => Promise.resolve(row.answer));
    row.answer = 'done';
    await rig.get(Bell).ring(CREDENTIAL_BELL, asked.checkId);
    expect(await asking).toBe('done');
  });

  it('says so when nobody answers', async () => {
    const asked = job();
    const asking = rig.get(AskWorker).ask(asked, asked.checkId, () => Promise.resolve(undefined), 50);
    await expect(asking).rejects.toMatchObject({ code: 'WORKER_SILENT', status: 503 });
  });

  it('shrugs at jobs about what is gone', async () => {
    const rung: string[] = [];
    const stop = rig.get(Bell).on(CREDENTIAL_BELL, (id) => rung.push(id));
    // The bell is heard once the database has been told who listens.
    while (rung.length === 0) await rig.get(Bell).ring(CREDENTIAL_BELL, 'is anybody there?').then(soon);
    const flowId = newId();
    await rig.get(Queue).send(credentialWorkQueue, { kind: 'oauth-exchange', flowId });
    const asked = job();
    await rig.get(AskWorker).ask(asked, asked.checkId, () => Promise.resolve(rung.includes(flowId) || undefined));
    stop();
    await rig.get(CredentialWork).stop();
    await rig.get(CredentialWork).start();
  });
});

it('keeps nothing in memory of what was destroyed', async () => {
  const forgotten = jest.spyOn(rig.get(SecretReader), 'forget');
  const owner = await rig.member();
  const { id } = await owner.create('plain', { token: 'canary' }, ['*']);
  const told = new Promise<void>((resolve) => rig.get(Bell).on(CREDENTIAL_GONE_BELL, () => resolve()));
  await owner.rest('delete', `/api/credentials/${id}`).expect(204);
  await told;
  expect(forgotten.mock.calls.map(([address]) => address)).toEqual([credentialSecret(id), oauthSecret(id)]);
});

describe('sign-ins that nobody came back from', () => {
  it('are swept up with what was kept for them', async () => {
    const owner = await rig.member();
    const issuer = 'https://auth.example.com';
    const { id } = await owner.create('sign-in', { issuer, clientId: 'c' }, ['*']);
    const { data } = await owner.graphql(
      `mutation { credentialConnect(id: "${id}") { authorizationUrl errors { code } } }`,
    );
    expect(data.credentialConnect.authorizationUrl).toContain('https://auth.example.com/authorize?');
    const { rows } = await rig.pool.query<{ id: string }>('SELECT id FROM oauth_flow WHERE credential_id = $1', [id]);
    const flowId = rows[0]?.id ?? '';
    expect((await rig.get(SecretReader).read(runSecret(flowId))).data).toHaveProperty('verifier');
    expect(await rig.get(SweepCredentials).sweep()).toBe(0);
    await rig.pool.query(`UPDATE oauth_flow SET expires_at = now() - interval '1 second' WHERE id = $1`, [flowId]);
    expect(await rig.get(SweepCredentials).sweep()).toBe(1);
    await expect(rig.get(SecretReader).read(runSecret(flowId))).rejects.toThrow();
    expect((await rig.pool.query('SELECT 1 FROM oauth_flow WHERE id = $1', [flowId])).rows).toEqual([]);
  });
});
