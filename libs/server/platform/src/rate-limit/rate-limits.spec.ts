import { Pool } from 'pg';
import { poolOf } from '../database/data-source';
import { startTestDatabase, type TestDatabase } from '../testing';
import { CreateRateLimit, RateLimits } from './rate-limits';

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

  it('count users in memory', async () => {
    const limits = new RateLimits(poolOf(database.dataSource), settings);
    await limits.user.consume('u');
    await limits.user.consume('u');
    await expect(limits.user.consume('u')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect((await database.pool.query('select 1 from rate_limit')).rowCount).toBe(0);
  });

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
