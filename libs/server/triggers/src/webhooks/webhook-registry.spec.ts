import { Client } from 'pg';
import type { Bell, SqlPool } from '@millrace/server-platform';
import { hooked, TriggersApp, type Owner } from '../testing/triggers-app';
import { WEBHOOK_CHANNEL, WebhookRegistry } from './webhook-registry';

/** A registry as another process has it. */
let registry: WebhookRegistry;
let bell: Bell;
let pool: SqlPool;
let app: TriggersApp;
let owner: Owner;
let reads: number;

beforeAll(async () => {
  app = await TriggersApp.start();
  owner = await app.owner();
  pool = (await app.test.database.connect()).pool;
  bell = await app.test.database.startBell();
  const counting = {
    query: (text: string, values: unknown[]) => {
      reads += 1;
      return pool.query(text, values);
    },
  };
  registry = new WebhookRegistry(counting as unknown as SqlPool, bell);
  registry.onModuleInit();
  await bell.listening(WEBHOOK_CHANNEL);
});
afterAll(async () => {
  registry.onModuleDestroy();
  await app.stop();
});
beforeEach(() => {
  reads = 0;
  registry.forget();
});

/** Resolves when the bell has told of everything that was committed before. */
async function heard(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = bell.on('heard', () => {
      stop();
      resolve();
    });
    void bell.listening('heard').then(() => bell.ring('heard', ''));
  });
}

it('asks the database once for a webhook, however many calls come at once', async () => {
  const { address, workflowId } = await owner.hook(hooked());
  const path = address.slice('/hooks/'.length);
  await heard();
  const found = await Promise.all(Array.from({ length: 50 }, () => registry.byPath(path)));
  expect(new Set(found.map((webhook) => webhook?.workflowId))).toEqual(new Set([workflowId]));
  expect(await registry.byPath(`${path}/`)).toMatchObject({ workflowId });
  expect(reads).toBe(1);
});

it('believes for a moment that an address has no webhook, and asks nothing for impossible ones', async () => {
  for (let turn = 0; turn < 3; turn += 1) expect(await registry.byPath('nobody/here')).toBeUndefined();
  expect(reads).toBe(1);
  for (const path of ['', 'a b', '../up', 'x\u0000y', 'a//b', 'ü', 'x'.repeat(201)]) {
    expect(await registry.byPath(path)).toBeUndefined();
  }
  expect(reads).toBe(1);
});

it('is not filled up by strangers who try addresses', async () => {
  const { address } = await owner.hook(hooked());
  await heard();
  await registry.byPath(address.slice(7));
  for (let turn = 0; turn < 10_100; turn += 100) {
    await Promise.all(Array.from({ length: 100 }, (_none, index) => registry.byPath(`try-${turn + index}`)));
  }
  reads = 0;
  await registry.byPath(address.slice(7));
  expect(reads).toBe(0);
});

it('learns through the bell what another process changed', async () => {
  const { address, workflowId, webhookId } = await owner.hook(hooked());
  const path = address.slice(7);
  await heard();
  const first = await registry.byPath(path);
  await owner.republish(workflowId, hooked({ methods: ['PUT'] }));
  await heard();
  const second = await registry.byPath(path);
  expect([first?.methods, second?.methods]).toEqual([['POST'], ['PUT']]);
  await owner.issue(webhookId);
  await heard();
  expect((await registry.byPath(path))?.secretGeneration).toBe(2);
  await owner.rest('post', `/api/workflows/${workflowId}/disable`);
  await heard();
  expect(await registry.byPath(path)).toBeUndefined();
});

it('does not put back what it read before it was told to forget', async () => {
  const { address, workflowId } = await owner.hook(hooked());
  const path = address.slice(7);
  await heard();
  const reading = registry.byPath(path);
  registry.forget();
  await reading;
  expect((await registry.byWorkflow(workflowId)).length).toBe(1);
  expect(await registry.byPath(path)).toBeDefined();
  expect(reads).toBe(3);
});

it('remembers nothing while a change of this process is under way', async () => {
  const { address, workflowId } = await owner.hook(hooked());
  await heard();
  registry.expectChange(workflowId);
  await registry.byPath(address.slice(7));
  await registry.byPath(address.slice(7));
  expect(reads).toBe(2);
  await bell.ring(WEBHOOK_CHANNEL, workflowId);
  await heard();
  await registry.byPath(address.slice(7));
  await registry.byPath(address.slice(7));
  expect(reads).toBe(3);
});

it('forgets everything when it may have missed a notice', async () => {
  const { address, workflowId } = await owner.hook(hooked());
  const path = address.slice(7);
  await heard();
  await registry.byPath(path);
  const again = new Promise<void>((resolve) => {
    const stop = bell.onReconnect(() => {
      stop();
      resolve();
    });
  });
  const admin = new Client({ connectionString: app.test.database.url });
  await admin.connect();
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'millrace-bell' and datname = current_database()`,
  );
  await admin.query('update webhook set live = false where workflow_id = $1', [workflowId]);
  await admin.end();
  await again;
  expect(await registry.byPath(path)).toBeUndefined();
});

it('looks again after a query that failed', async () => {
  let isBroken = true;
  const breaking = {
    query: (text: string, values: unknown[]) =>
      isBroken ? Promise.reject(new Error('away')) : pool.query(text, values),
  };
  const other = new WebhookRegistry(breaking as unknown as SqlPool, bell);
  other.onModuleInit();
  await bell.listening(WEBHOOK_CHANNEL);
  const { workflowId } = await owner.hook(hooked());
  await heard();
  await expect(other.byWorkflow(workflowId)).rejects.toThrow('away');
  isBroken = false;
  expect(await other.byWorkflow(workflowId)).toHaveLength(1);
  other.onModuleDestroy();
});
