import { createHmac, randomBytes } from 'node:crypto';
import { SecretsError, SecretStore } from '@millrace/server-credentials';
import { readConfig } from '@millrace/server-platform';
import request from 'supertest';
import { productConfigs } from './product';
import { serveWorker } from './serve';
import { ProductRig } from './testing/product-rig';

const SECRET = 'whsec_canary-4c1d-signing';

let rig: ProductRig;
let token: string;

beforeAll(async () => {
  rig = await ProductRig.start({ MILLRACE_WORKERS: 'in-process' });
  token = await rig.tokenOf(await rig.person('Owner'));
});
afterAll(() => rig.stop());

/** A row of `webhook` as it is now. */
interface Row {
  readonly id: string;
  readonly sealed: Buffer | null;
  readonly state: string | null;
  readonly message: string | null;
}

async function credential(secret = SECRET): Promise<string> {
  const body = { type: 'webhook-secret', name: `Secret ${randomBytes(6).toString('hex')}`, values: { secret } };
  return (await rig.rest(token, 'post', '/api/credentials', body).expect(201)).body.id as string;
}

function documentOf(auth: string, credentials: object, config: object = {}) {
  const position = { x: 0, y: 0 };
  const hook = {
    id: 'hook',
    type: 'webhook-trigger',
    label: 'Hook',
    position,
    config: { auth, ...config },
    credentials,
  };
  const end = { id: 'end', type: 'no-op', label: 'End', position: { x: 300, y: 0 }, config: {} };
  return { name: 'Signed', nodes: [hook, end], edges: [{ id: 'e', source: 'hook', target: 'end' }] };
}

async function publish(auth: string, credentials: object, config: object = {}): Promise<string> {
  const created = await rig.rest(token, 'post', '/api/workflows', documentOf(auth, credentials, config)).expect(201);
  const id = created.body.id as string;
  await rig.rest(token, 'post', `/api/workflows/${id}/publish`, {}).expect(200);
  return id;
}

async function rowOf(workflowId: string): Promise<Row> {
  const [row] = await rig.rows<Row>(
    `SELECT id, sealed_key AS sealed, upkeep->>'state' AS state, upkeep->>'message' AS message FROM webhook WHERE workflow_id = $1`,
    [workflowId],
  );
  return row!;
}

/** The row, once it is as a worker is to make it. */
async function until(workflowId: string, isSo: (row: Row) => boolean): Promise<Row> {
  for (let tries = 0; tries < 400; tries += 1) {
    const row = await rowOf(workflowId);
    if (isSo(row)) return row;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`The webhook stayed as it is: ${JSON.stringify(await rowOf(workflowId))}`);
}

const isDone = ({ state }: Row): boolean => state === 'done';

function stripeHeader(text: string, secret = SECRET, at = Math.floor(Date.now() / 1_000)): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${text}`).digest('hex')}`;
}

function call(workflowId: string, text: string, headers: Record<string, string>): request.Test {
  return request(rig.server)
    .post(`/api/webhooks/${workflowId}`)
    .set({ 'content-type': 'application/json', ...headers })
    .send(text);
}

const stripeCall = (id: string, text: string, secret = SECRET, at?: number) =>
  call(id, text, { 'stripe-signature': stripeHeader(text, secret, at) });

/** Status of a call, as soon as it is this one: every process forgets what it knew of the webhook when a bell rings. */
async function untilStatus(status: number, make: () => request.Test): Promise<request.Response> {
  let answer = await make();
  for (let tries = 0; tries < 200 && answer.status !== status; tries += 1) {
    await new Promise((done) => setTimeout(done, 25));
    answer = await make();
  }
  expect(answer.status).toBe(status);
  return answer;
}

describe('a webhook whose sender chose the secret', () => {
  it('takes what Stripe signed, once, and refuses everything else', async () => {
    const id = await publish('stripe', { signature: await credential() });
    await until(id, isDone);
    const text = '{"id":"evt_1",  "type":"invoice.paid"}';
    const first = await untilStatus(202, () => stripeCall(id, text));
    const again = await stripeCall(id, '{"id":"evt_1", "pending_webhooks":2}').expect(202);
    expect(again.body).toEqual({ ...first.body, status: again.body.status, duplicate: true });
    const old = Math.floor(Date.now() / 1_000) - 301;
    expect((await stripeCall(id, text, SECRET, old).expect(401)).body.error.message).toMatch(/too old/);
    await stripeCall(id, text, 'whsec_guess').expect(401);
    await call(id, `${text} `, { 'stripe-signature': stripeHeader(text) }).expect(401);
    await call(id, text, {}).expect(401);
    expect(await rig.rows('SELECT 1 FROM execution WHERE workflow_id = $1', [id])).toHaveLength(1);
  });

  it('takes what GitHub and Standard Webhooks signed', async () => {
    const github = await publish('github', { signature: await credential() });
    await until(github, isDone);
    const text = '{"action":"opened"}';
    const digest = createHmac('sha256', SECRET).update(text).digest('hex');
    const headers = { 'x-hub-signature-256': `sha256=${digest}`, 'x-github-delivery': 'd-1' };
    await untilStatus(202, () => call(github, text, headers));
    expect((await call(github, text, headers).expect(202)).body.duplicate).toBe(true);
    const key = randomBytes(24);
    const standard = await publish('standard-webhooks', {
      signature: await credential(`whsec_${key.toString('base64')}`),
    });
    await until(standard, isDone);
    const at = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', key).update(`msg_1.${at}.${text}`).digest('base64');
    const signed = { 'webhook-id': 'msg_1', 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` };
    await untilStatus(202, () => call(standard, text, signed));
    await call(standard, text, { ...signed, 'webhook-id': 'msg_2' }).expect(401);
  });

  it('gives Slack back its challenge without a run, and only when that is signed', async () => {
    const id = await publish('slack', { signature: await credential() });
    await until(id, isDone);
    const signed = (text: string) => {
      const at = String(Math.floor(Date.now() / 1_000));
      const digest = createHmac('sha256', SECRET).update(`v0:${at}:${text}`).digest('hex');
      return { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${digest}` };
    };
    const question = '{"type":"url_verification","challenge":"3eZbrw1a"}';
    const answer = await untilStatus(200, () => call(id, question, signed(question)));
    expect([answer.text, answer.type]).toEqual(['3eZbrw1a', 'text/plain']);
    await call(id, question, { ...signed(question), 'x-slack-signature': `v0=${'0'.repeat(64)}` }).expect(401);
    const event = '{"type":"event_callback","event_id":"Ev1"}';
    await call(id, event, signed(event)).expect(202);
    expect((await call(id, event, signed(event)).expect(202)).body.duplicate).toBe(true);
    expect(await rig.rows('SELECT 1 FROM execution WHERE workflow_id = $1', [id])).toHaveLength(1);
  });

  it('may sign in the plain way too; without a credential the key is one of ours', async () => {
    const id = await publish('hmac', { hmacKey: await credential() });
    const { id: webhookId } = await until(id, isDone);
    const digest = createHmac('sha256', SECRET).update('{}').digest('hex');
    await untilStatus(202, () => call(id, '{}', { 'x-signature': digest }));
    const { body } = await rig.rest(token, 'post', `/api/webhooks/${webhookId}/secret`).expect(409);
    expect(body.error.code).toBe('WEBHOOK_SECRET_IN_CREDENTIAL');
    const own = await publish('hmac', {});
    const { body: issued } = await rig.rest(token, 'post', `/api/webhooks/${(await rowOf(own)).id}/secret`).expect(201);
    const ours = createHmac('sha256', issued.secret).update('{}').digest('hex');
    await untilStatus(202, () => call(own, '{}', { 'x-signature': ours }));
    await call(own, '{}', { 'x-signature': digest }).expect(401);
  });

  it('is not published without a credential', async () => {
    const created = await rig.rest(token, 'post', '/api/workflows', documentOf('stripe', {})).expect(201);
    const { body } = await rig.rest(token, 'post', `/api/workflows/${created.body.id}/publish`, {}).expect(422);
    expect(JSON.stringify(body)).toContain('CREDENTIAL_REQUIRED');
  });
});

describe('the secret of a sender', () => {
  it('is nowhere as it is: neither in a row nor in a job', async () => {
    const id = await publish('stripe', { signature: await credential() });
    const { sealed } = await until(id, isDone);
    expect(sealed!.toString('latin1')).not.toContain('canary');
    const tables = await rig.rows<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
    );
    const hex = Buffer.from(SECRET).toString('hex');
    for (const { name } of tables) {
      const rows = (await rig.rows<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)).map(({ row }) => row);
      expect(rows.filter((row) => row.includes(SECRET) || row.includes(hex))).toEqual([]);
    }
  });

  it('is another one for calls as soon as it is another one in the credential', async () => {
    const signature = await credential();
    const id = await publish('stripe', { signature });
    await until(id, isDone);
    await untilStatus(202, () => stripeCall(id, '{"id":"evt_1"}'));
    const values = { secret: 'whsec_another-secret' };
    await rig.rest(token, 'patch', `/api/credentials/${signature}`, { values }).expect(200);
    await untilStatus(202, () => stripeCall(id, '{"id":"evt_2"}', 'whsec_another-secret'));
    await stripeCall(id, '{"id":"evt_3"}').expect(401);
    // Also while the webhook is turned off.
    const { id: webhookId, sealed } = await rowOf(id);
    await rig.rest(token, 'post', `/api/webhooks/${webhookId}/disable`);
    await rig.rest(token, 'patch', `/api/credentials/${signature}`, { values: { secret: SECRET } }).expect(200);
    await until(id, (row) => row.sealed !== null && !row.sealed.equals(sealed!));
    await rig.rest(token, 'post', `/api/webhooks/${webhookId}/enable`);
    await untilStatus(202, () => stripeCall(id, '{"id":"evt_4"}'));
  });

  it('is gone for calls when the credential is gone, and the webhook says why', async () => {
    const signature = await credential();
    const id = await publish('stripe', { signature });
    await until(id, isDone);
    await rig.rest(token, 'delete', `/api/credentials/${signature}?force=true`).expect(204);
    const row = await until(id, ({ sealed, state }) => state === 'failed' && sealed === null);
    expect(row.message).toContain('does not exist');
    const answer = await untilStatus(503, () => stripeCall(id, '{"id":"evt_1"}'));
    expect([answer.body.error.code, answer.headers['retry-after']]).toEqual(['WEBHOOK_NOT_READY', '10']);
    const { body } = await rig.rest(token, 'get', `/api/webhooks?workflowId=${id}`).expect(200);
    expect(body.items).toMatchObject([{ auth: 'stripe', secretIssued: false, notice: row.message }]);
  });

  it('is waited for while the store of secrets is away: calls are put off, not refused', async () => {
    const store = rig.served.app.get(SecretStore as never, { strict: false }) as SecretStore;
    const signature = await credential();
    const away = jest.spyOn(store, 'read').mockRejectedValue(new SecretsError('SECRETS_UNAVAILABLE'));
    try {
      const id = await publish('stripe', { signature });
      await until(id, ({ state }) => state === 'waiting');
      await stripeCall(id, '{"id":"evt_1"}').expect(503);
      away.mockRestore();
      await until(id, isDone);
      await untilStatus(202, () => stripeCall(id, '{"id":"evt_1"}'));
    } finally {
      away.mockRestore();
    }
  });

  it('is sealed by workers in processes of their own, anew by one that has another key of the instance', async () => {
    const JWT_SECRET_KEY = 'j'.repeat(64);
    const [all, before] = [rig, token];
    rig = await ProductRig.start({ JWT_SECRET_KEY });
    token = await rig.tokenOf(await rig.person('Apart'));
    try {
      const id = await publish('stripe', { signature: await credential() });
      await stripeCall(id, '{"id":"evt_1"}').expect(503);
      const first = await sealedBy({ JWT_SECRET_KEY }, () => until(id, isDone));
      await untilStatus(202, () => stripeCall(id, '{"id":"evt_1"}'));
      const isAnew = ({ sealed }: Row): boolean => sealed !== null && !sealed.equals(first.sealed!);
      await sealedBy({ JWT_SECRET_KEY, MILLRACE_WEBHOOK_KEY: 'n'.repeat(40) }, () => until(id, isAnew));
      const { body } = await rig.rest(token, 'get', `/api/webhooks?workflowId=${id}`).expect(200);
      expect(body.items[0].notice).toContain('the same MILLRACE_WEBHOOK_KEY');
    } finally {
      await rig.stop();
      [rig, token] = [all, before];
    }
  });
});

/** What becomes of it while a worker with these keys is there. */
async function sealedBy<T>(keys: Record<string, string>, look: () => Promise<T>): Promise<T> {
  const settings = { NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: rig.database.url };
  const config = readConfig({ ...settings, ...keys, MILLRACE_SECRETS_DIR: rig.secretsFolder }, productConfigs);
  const worker = await serveWorker(config, { sandboxChild: 'not used' });
  try {
    return await look();
  } finally {
    await worker.app.close();
  }
}
