import { randomBytes } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { ExecutionFeed, SkipWait } from '@millrace/server-executions';
import { systemActor } from '@millrace/server-identity';
import { newId, readConfig } from '@millrace/server-platform';
import hoodiecrow from 'hoodiecrow-imap';
import { productConfigs } from './product';
import { serveWorker, type Served } from './serve';
import { ProductRig, type Somebody } from './testing/product-rig';

const PASSWORD = 'canary-1f7a-mail';
const keys = { JWT_SECRET_KEY: randomBytes(48).toString('base64url') };

let rig: ProductRig;
let other: Pick<Served, 'app'>;
let owner: Somebody;
let token: string;
let account: string;
let mailbox: ReturnType<typeof hoodiecrow>;
const sockets = new Set<Socket>();

beforeAll(async () => {
  mailbox = hoodiecrow({
    plugins: ['ENABLE', 'UNSELECT'],
    users: { ada: { password: PASSWORD } },
    storage: { INBOX: {}, '': { separator: '/', folders: {} } },
  });
  mailbox.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => mailbox.listen(0, '127.0.0.1', resolve));
  const env = { ...keys, OUTBOUND_ALLOW: '127.0.0.1', SCHEDULE_LOOK_EVERY_MS: '50' };
  rig = await ProductRig.start({ ...env, MILLRACE_WORKERS: 'in-process' });
  other = await serveWorker(
    readConfig(
      {
        ...{ NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: rig.database.url },
        ...{ ...env, MILLRACE_SECRETS_DIR: rig.secretsFolder },
      },
      productConfigs,
    ),
    { sandboxChild: 'not used' },
  );
  owner = await rig.person('Owner');
  token = await rig.tokenOf(owner);
  const { port } = mailbox.server.address() as AddressInfo;
  const values = { host: '127.0.0.1', port, secure: false, requireTls: false, user: 'ada', password: PASSWORD };
  const body = { type: 'imap', name: 'Mail', values };
  account = (await rig.rest(token, 'post', '/api/credentials', body).expect(201)).body.id as string;
});
afterAll(async () => {
  await other.app.close();
  await rig.stop();
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => mailbox.close(resolve));
});

const deliver = (subject: string, headers = ''): void =>
  mailbox.appendMessage('INBOX', [], new Date(), `From: bob@example.com\r\nSubject: ${subject}\r\n${headers}\r\nHi.`);

const documentWith = (config: object) => ({
  name: 'Mail comes',
  nodes: [
    { id: 'mail', type: 'email/trigger', label: 'Mail', position: { x: 0, y: 0 }, config, credentials: { account } },
    { id: 'end', type: 'no-op', label: 'End', position: { x: 300, y: 0 }, config: {} },
  ],
  edges: [{ id: 'e', source: 'mail', target: 'end' }],
});

interface Polled {
  readonly cursor: object | null;
  readonly failures: number;
  readonly last_error: string | null;
  readonly lease_id: string | null;
  readonly is_later: boolean;
}

async function polled(workflowId: string): Promise<Polled> {
  const rows = await rig.rows<Polled>(
    'select *, next_poll_at > clock_timestamp() as is_later from polled_trigger where workflow_id = $1',
    [workflowId],
  );
  return rows[0] as Polled;
}

/** Until the trigger has been looked after, as if the time for that had come. */
async function looked(workflowId: string): Promise<Polled> {
  await rig.rows('update polled_trigger set next_poll_at = clock_timestamp() where workflow_id = $1', [workflowId]);
  return until(
    () => polled(workflowId),
    (row) => row.is_later && row.lease_id === null,
  );
}

async function until<T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await look();
    if (isSo(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function published(config: object): Promise<string> {
  const { body } = await rig.rest(token, 'post', '/api/workflows', documentWith(config)).expect(201);
  await rig.rest(token, 'post', `/api/workflows/${body.id}/publish`, {}).expect(200);
  const id = body.id as string;
  await until(
    () => polled(id),
    ({ cursor }) => cursor !== null,
  );
  return id;
}

async function subjects(workflowId: string): Promise<string[]> {
  const rows = await rig.rows<{ subject: string }>(
    `select v.body->'trigger'->'value'->>'subject' as subject from execution e
       join execution_event v on v.execution_id = e.id and v.seq = 1 where e.workflow_id = $1 order by e.id`,
    [workflowId],
  );
  return rows.map(({ subject }) => subject);
}

/** Nobody looks after what earlier tests left behind. */
afterEach(() => rig.rows('update polled_trigger set live = false'));

it('starts one run for each mail, in order, though two processes look', async () => {
  deliver('Before');
  const id = await published({});
  const expected = Array.from({ length: 12 }, (_, index) => `Mail ${index}`);
  for (const subject of expected) deliver(subject);
  await looked(id);
  expect(
    await until(
      () => subjects(id),
      ({ length }) => length >= 12,
    ),
  ).toEqual(expected);
  await looked(id);
  expect(await subjects(id)).toEqual(expected);
  const [run] = await rig.rows<{ id: string }>('select id from execution where workflow_id = $1 limit 1', [id]);
  const end = await rig.served.app.get(ExecutionFeed, { strict: false }).finished(run!.id, { timeoutMs: 20_000 });
  expect(end).toMatchObject({ status: 'completed', output: { from: 'bob@example.com', text: 'Hi.' } });
});

it('goes on where it stood when it is published again, and after a process died in the middle of a look', async () => {
  const id = await published({});
  await rig.rows("update polled_trigger set next_poll_at = now() + interval '1 hour' where workflow_id = $1", [id]);
  deliver('While nobody looked');
  const renamed = { ...documentWith({}), name: 'Mail comes again' };
  await rig.rest(token, 'patch', `/api/workflows/${id}`, renamed).expect(200);
  await rig.rest(token, 'post', `/api/workflows/${id}/publish`, {}).expect(200);
  expect(
    await until(
      () => subjects(id),
      ({ length }) => length > 0,
    ),
  ).toEqual(['While nobody looked']);
  await until(
    () => polled(id),
    ({ lease_id }) => lease_id === null,
  );
  deliver('While the other was dead');
  await rig.rows(
    `update polled_trigger set lease_id = $2, lease_until = clock_timestamp() - interval '1 second' where workflow_id = $1`,
    [id, newId()],
  );
  await looked(id);
  expect(await subjects(id)).toEqual(['While nobody looked', 'While the other was dead']);
});

it('begins with what comes from then on when it looks elsewhere', async () => {
  const id = await published({ subject: 'one' });
  await rig.rows("update polled_trigger set next_poll_at = now() + interval '1 hour' where workflow_id = $1", [id]);
  deliver('two');
  await rig.rest(token, 'patch', `/api/workflows/${id}`, documentWith({ subject: 'two' })).expect(200);
  await rig.rest(token, 'post', `/api/workflows/${id}/publish`, {}).expect(200);
  await until(
    () => polled(id),
    ({ cursor, is_later }) => cursor !== null && is_later,
  );
  expect(await subjects(id)).toEqual([]);
  deliver('two, too');
  await looked(id);
  expect(await subjects(id)).toEqual(['two, too']);
});

it('starts nothing for what came while the workflow was off', async () => {
  const id = await published({});
  await rig.rest(token, 'post', `/api/workflows/${id}/disable`, {}).expect(200);
  deliver('While it was off');
  await rig.rest(token, 'post', `/api/workflows/${id}/enable`, {}).expect(200);
  await until(
    () => polled(id),
    ({ cursor, is_later }) => cursor !== null && is_later,
  );
  deliver('After it was on');
  await looked(id);
  expect(await subjects(id)).toEqual(['After it was on']);
});

it('tells why a look failed, keeps its place, and looks later', async () => {
  const id = await published({});
  const { cursor } = await polled(id);
  await rig.rows("update polled_trigger set next_poll_at = now() + interval '1 hour' where workflow_id = $1", [id]);
  const values = { password: 'changed' };
  await rig.rest(token, 'patch', `/api/credentials/${account}`, { values }).expect(200);
  deliver('Later');
  expect(await looked(id)).toMatchObject({
    cursor,
    failures: 1,
    last_error: expect.stringContaining('does not accept user and password'),
  });
  await rig.rest(token, 'patch', `/api/credentials/${account}`, { values: { password: PASSWORD } }).expect(200);
  expect(await looked(id)).toMatchObject({ failures: 0, last_error: null });
  expect(await subjects(id)).toEqual(['Later']);
});

it('refuses to publish what it cannot look for', async () => {
  const { body } = await rig
    .rest(token, 'post', '/api/workflows', documentWith({ pollIntervalSeconds: 1 }))
    .expect(201);
  const refused = await rig.rest(token, 'post', `/api/workflows/${body.id}/publish`, {});
  expect(refused.status).toBeGreaterThanOrEqual(400);
});

it('waits for an answer through the engine, and keeps no password', async () => {
  const messageId = '<asked@acme.example>';
  const node = (id: string, type: string, config: object, more: object = {}) => ({
    ...{ id, type, label: id, position: { x: 0, y: 0 }, config },
    ...more,
  });
  const document = {
    name: 'Asks',
    nodes: [
      node('start', 'manual-trigger', {}),
      node('wait', 'email/wait-for-reply', { messageId }, { credentials: { account } }),
    ],
    edges: [{ id: 'e', source: 'start', target: 'wait' }],
  };
  const { body } = await rig.rest(token, 'post', '/api/workflows', document).expect(201);
  const started = await rig.rest(token, 'post', `/api/workflows/${body.id}/execute`, {}).expect(202);
  const executionId = (started.body.executionId ?? started.body.id) as string;
  // Only waits of runs by hand may be skipped.
  await rig.rows("update execution set mode = 'manual' where id = $1", [executionId]);
  const waits = () =>
    rig.rows("select 1 from execution_event where execution_id = $1 and type = 'node.waiting'", [executionId]);
  const skip = () =>
    rig.served.app.get(SkipWait, { strict: false }).skip(systemActor(owner.workspaceId), executionId, 'wait');
  await until(waits, ({ length }) => length === 1);
  await skip();
  await until(waits, ({ length }) => length === 2);
  deliver('Re: asked', `In-Reply-To: ${messageId}\r\n`);
  await skip();
  const end = await rig.served.app.get(ExecutionFeed, { strict: false }).finished(executionId, { timeoutMs: 20_000 });
  expect(end).toMatchObject({ status: 'completed', output: { subject: 'Re: asked', timedOut: false } });
  const tables = await rig.rows<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
  );
  for (const { name } of tables) {
    const found = await rig.rows(`SELECT 1 FROM ${name} t WHERE t::text LIKE '%' || $1 || '%'`, [PASSWORD]);
    expect({ name, found }).toEqual({ name, found: [] });
  }
});
