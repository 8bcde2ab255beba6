import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import express from 'express';
import { Pool } from 'pg';
import { poolOf } from '../database/data-source';
import { startTestDatabase, type TestDatabase } from '../testing';
import { Logger } from '../logging/logger';
import { CreateRateLimit, RateLimits, type RateLimitSettings } from './rate-limits';
import { webhookRateLimit } from './webhook-rate-limit';

describe('RateLimits', () => {
  let database: TestDatabase;
  const settings = { apiPerMinute: 3, userPerMinute: 2, webhookPerMinute: 0, loginPerMinute: 2 };
  beforeAll(async () => {
    database = await startTestDatabase({ migrations: [CreateRateLimit] });
  });
  beforeEach(() => database.pool.query('truncate rate_limit'));
  afterAll(() => database.stop());

  it('count for all processes together', async () => {
    const here = new RateLimits(poolOf(database.dataSource), settings);
    const there = new RateLimits(poolOf((await database.connect()).dataSource), settings);
    await here.api.consume('a');
    await there.api.consume('a');
    await here.api.consume('a');
    await expect(there.api.consume('a')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      status: 429,
      retryAfterSeconds: expect.any(Number),
    });
    await there.api.consume('b');
  });

  it('let exactly as many through as they say when all come at once', async () => {
    const limits = new RateLimits(poolOf(database.dataSource), settings);
    const crowd = await Promise.allSettled(Array.from({ length: 20 }, () => limits.api.consume('crowd')));
    expect(crowd.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  it('start anew after a success', async () => {
    const limits = new RateLimits(poolOf(database.dataSource), settings);
    for (let i = 0; i < 5; i += 1) {
      await limits.login.consume('x');
      await limits.login.reset('x');
    }
  });

  it('start anew after a minute', async () => {
    const limits = new RateLimits(poolOf(database.dataSource), settings);
    for (let i = 0; i < 3; i += 1) await limits.api.consume('later');
    await database.pool.query('update rate_limit set expire = expire - 61000');
    await limits.api.consume('later');
  });

  it('count users for all processes together, and ask Postgres for a hundredth of the limit at a time', async () => {
    const many = { ...settings, userPerMinute: 1_000 };
    const here = new RateLimits(poolOf(database.dataSource), many);
    const there = new RateLimits(poolOf((await database.connect()).dataSource), many);
    const all = await Promise.allSettled(
      Array.from({ length: 1_200 }, (_, i) => (i % 2 === 0 ? here : there).user.consume('u')),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1_000);
    await expect(there.user.consume('u')).rejects.toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    await there.user.consume('somebody else');
  });

  it('count the calls of one webhook, whoever calls and however its address is written', async () => {
    const { url, stop } = await webhookServer({ ...settings, webhookPerMinute: 100, eachWebhookPerMinute: 2 });
    const statuses = [];
    for (const path of ['/hooks/one', '/HOOKS/one/?x=1', '/hooks/one', '/hooks/two']) {
      const answer = await fetch(`${url}${path}`);
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([200, 200, 429, 200]);
    await stop();
  });

  it('count the caller first, so that one who is too fast does not use up the webhook', async () => {
    const { url, stop } = await webhookServer({ ...settings, webhookPerMinute: 2, eachWebhookPerMinute: 100 });
    for (let i = 0; i < 10; i += 1) await fetch(`${url}/hooks/busy`);
    const { rows } = await database.pool.query<{ points: number }>(
      `select points from rate_limit where key = 'each-webhook:/hooks/busy'`,
    );
    expect(rows).toEqual([{ points: 2 }]);
    await stop();
  });

  async function webhookServer(limits: RateLimitSettings): Promise<{ url: string; stop: () => Promise<void> }> {
    const app = express();
    const limit = webhookRateLimit(new RateLimits(poolOf(database.dataSource), limits), Logger.silent());
    if (limit) app.use(limit);
    app.use((_request, response) => void response.sendStatus(200));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, stop: async () => void (await promisify(server.close.bind(server))()) };
  }

  it('are not there when they are 0', async () => {
    const limits = new RateLimits(poolOf(database.dataSource), {
      apiPerMinute: 0,
      userPerMinute: 0,
      webhookPerMinute: 0,
      loginPerMinute: 0,
    });
    expect(limits.webhook).toBeNull();
    for (let i = 0; i < 50; i += 1)
      await Promise.all([limits.api.consume('a'), limits.login.consume('a'), limits.user.consume('a')]);
    expect((await database.pool.query('select 1 from rate_limit')).rowCount).toBe(0);
  });

  it('stand in nobody’s way while Postgres is away', async () => {
    const gone = new Pool({ connectionString: 'postgres://u:p@127.0.0.1:1/x' });
    const limits = new RateLimits(gone, settings);
    for (let i = 0; i < 5; i += 1) await limits.api.consume('away');
    await gone.end();
  });
});
