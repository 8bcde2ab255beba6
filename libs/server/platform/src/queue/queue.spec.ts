import { Client } from 'pg';
import type { Bell } from '../bell/bell';
import { Logger } from '../logging/logger';
import { Queue } from './queue';
import { defineQueue } from './queue-definition';
import { startTestDatabase, type TestDatabase } from '../testing';

const work = defineQueue<{ n: number }>('work');
const single = defineQueue<{ n: number }>('single', { policy: 'short' });
const brief = defineQueue<{ n: number }>('brief', { expireInSeconds: 1 });

describe('Queue', () => {
  let database: TestDatabase;
  let queue: Queue;
  let bell: Bell;
  beforeAll(async () => {
    database = await startTestDatabase();
    ({ queue, bell } = await database.startQueue([work, single, brief]));
  });
  beforeEach(() => database.pool.query('delete from pgboss.job'));
  afterAll(() => database.stop());
  const numbers = async (batchSize = 100): Promise<number[]> =>
    (await queue.fetch(work, { batchSize })).map(({ data }) => data.n);

  it('hands out jobs once, and forgets those that are complete', async () => {
    await queue.sendMany(work, [{ data: { n: 1 } }, { data: { n: 2 } }]);
    const jobs = await queue.fetch(work, { batchSize: 10 });
    expect(jobs.map(({ data }) => data.n).sort()).toEqual([1, 2]);
    expect(await queue.fetch(work, { batchSize: 10 })).toEqual([]);
    await queue.complete(work, jobs);
    expect((await database.pool.query('select 1 from pgboss.job')).rowCount).toBe(0);
  });

  it('completes by ids as well, and nothing when given nothing', async () => {
    await queue.send(work, { n: 1 });
    const jobs = await queue.fetch(work, { batchSize: 1 });
    await queue.complete(work, []);
    expect(await queue.depth()).toMatchObject({ work: 1 });
    await queue.complete(
      work,
      jobs.map(({ id }) => id),
    );
    expect(await queue.depth()).toMatchObject({ work: 0 });
  });

  it('sends with the transaction, or not at all', async () => {
    await database.pool.tx((client) => queue.send(work, { n: 1 }, { client }));
    await database.pool
      .tx(async (client) => {
        await queue.sendMany(work, [{ data: { n: 2 } }], { client });
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await numbers()).toEqual([1]);
  });

  it('hands out what is urgent first, and what is for later not yet', async () => {
    await queue.send(work, { n: 1 });
    await queue.send(work, { n: 2 }, { priority: 5 });
    await queue.send(work, { n: 3 }, { startAfter: new Date(Date.now() + 60_000) });
    await queue.send(work, { n: 4 }, { startAfter: new Date(Date.now() - 60_000), priority: 9 });
    expect([await numbers(1), await numbers(1), await numbers(1), await numbers(1)]).toEqual([[4], [2], [1], []]);
  });

  it('drops a repeat with the same key while the first one waits', async () => {
    await queue.send(single, { n: 1 }, { singletonKey: 'a' });
    await queue.send(single, { n: 2 }, { singletonKey: 'a' });
    await queue.send(single, { n: 3 }, { singletonKey: 'b' });
    expect((await queue.fetch(single, { batchSize: 9 })).map(({ data }) => data.n).sort()).toEqual([1, 3]);
  });

  it('does not let a late worker complete the attempt of the next one', async () => {
    await queue.send(work, { n: 1 });
    const late = await queue.fetch(work, { batchSize: 1 });
    await queue.fail(work, late, 'lost');
    const [next] = await queue.fetch(work, { batchSize: 1 });
    expect(next).toMatchObject({ id: late[0]?.id, retryCount: 1 });
    await queue.complete(work, late);
    expect(await queue.depth()).toMatchObject({ work: 1 });
    await queue.complete(work, next ? [next] : []);
    expect(await queue.depth()).toMatchObject({ work: 0 });
  });

  it('hands a job out again when its worker does not finish in time', async () => {
    await queue.send(brief, { n: 1 });
    expect(await queue.fetch(brief, { batchSize: 1 })).toHaveLength(1);
    let again: unknown[] = [];
    for (const deadline = Date.now() + 20_000; again.length === 0 && Date.now() < deadline;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      again = await queue.fetch(brief, { batchSize: 1 });
    }
    expect(again).toMatchObject([{ retryCount: 1 }]);
  });

  it('gives two fetchers different jobs', async () => {
    await queue.sendMany(
      work,
      Array.from({ length: 200 }, (_, n) => ({ data: { n } })),
    );
    const taken = (await Promise.all(Array.from({ length: 8 }, () => numbers(25)))).flat();
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken).toHaveLength(200);
  });

  it('wakes workers at once, and works off a heap without polling pauses', async () => {
    const done: number[] = [];
    let finished: () => void = () => undefined;
    const all = new Promise<void>((resolve) => (finished = resolve));
    const stop = await queue.work(work, { batchSize: 20, concurrency: 2, pollingSeconds: 30 }, (jobs) => {
      done.push(...jobs.map(({ data }) => data.n));
      if (done.length === 300) finished();
      return Promise.resolve();
    });
    const startedAt = performance.now();
    await queue.sendMany(
      work,
      Array.from({ length: 300 }, (_, n) => ({ data: { n } })),
    );
    await all;
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(new Set(done).size).toBe(300);
    await stop();
  });

  it('hands a batch out again when its handler throws', async () => {
    const seen: number[] = [];
    let stop: () => Promise<void> = () => Promise.resolve();
    await new Promise<void>((resolve) => {
      void queue
        .work(work, { pollingSeconds: 0.5 }, (jobs) => {
          seen.push(jobs.length);
          if (seen.length === 1) return Promise.reject(new Error('first time'));
          resolve();
          return Promise.resolve();
        })
        .then((end) => {
          stop = end;
          return queue.send(work, { n: 1 });
        });
    });
    expect(seen).toEqual([1, 1]);
    await stop();
  });

  it('counts what waits or runs, by queue', async () => {
    await queue.sendMany(work, [{ data: { n: 1 } }, { data: { n: 2 } }]);
    await queue.fetch(work, { batchSize: 1 });
    expect(await queue.depth()).toEqual({ brief: 0, single: 0, work: 2 });
  });

  it('starts in many processes on an empty database at the same time', async () => {
    const empty = await startTestDatabase();
    const started = await Promise.all([1, 2, 3, 4].map(() => empty.startQueue([work, single])));
    await started[0]?.queue.send(work, { n: 7 });
    expect((await started[3]?.queue.fetch(work, { batchSize: 1 }))?.[0]?.data).toEqual({ n: 7 });
    await empty.stop();
  });

  it('brings the settings of a queue that is there up to date', async () => {
    const changed = await Queue.start({
      url: database.url,
      pool: database.pool,
      bell,
      logger: Logger.silent(),
      queues: [defineQueue('work', { expireInSeconds: 77 })],
    });
    const { rows } = await database.pool.query(`select expire_seconds from pgboss.queue where name = 'work'`);
    expect(rows).toEqual([{ expire_seconds: 77 }]);
    await changed.stop();
  });

  it('needs no connection of its own beside pool and bell', async () => {
    const client = new Client({ connectionString: database.url, application_name: 'counting' });
    await client.connect();
    const { rows } = await client.query(
      `select distinct application_name from pg_stat_activity where datname = current_database() order by 1`,
    );
    expect(rows.map(({ application_name }: { application_name: string }) => application_name)).toEqual([
      'counting',
      'millrace',
      'millrace-bell',
    ]);
    await client.end();
  });
});
