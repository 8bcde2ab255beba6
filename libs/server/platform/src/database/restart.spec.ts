import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import request from 'supertest';
import { HealthModule } from '../health/health.module';
import { SqlPool } from './sql-pool';
import { Queue } from '../queue/queue';
import { defineQueue } from '../queue/queue-definition';
import { Bell } from '../bell/bell';
import { startTestApp, TestCluster, type TestApp } from '../testing';

@Controller()
class NowController {
  constructor(private readonly pool: SqlPool) {}

  @Get('api/now')
  async now(): Promise<unknown> {
    return (await this.pool.query('select 1 as one')).rows;
  }
}

const until = async (met: () => Promise<boolean> | boolean, timeoutMs = 10_000): Promise<void> => {
  for (const deadline = Date.now() + timeoutMs; !(await met());) {
    if (Date.now() > deadline) throw new Error('did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('when Postgres restarts', () => {
  const jobs = defineQueue<{ n: number }>('restart-jobs');
  let cluster: TestCluster;
  let running: TestApp;
  beforeAll(async () => {
    cluster = await TestCluster.start();
    running = await startTestApp({
      clusterUrl: cluster.url,
      controllers: [NowController],
      imports: [HealthModule.forRoot('0')],
      env: { DATABASE_CONNECT_TIMEOUT_MS: '1000' },
    });
  }, 60_000);
  afterAll(async () => {
    await running.stop();
    await cluster.remove();
  });
  const get = (path: string): request.Test => request(running.server).get(path);

  it.each(['stopServer', 'killServer'] as const)(
    '(%s) answers 503 with Retry-After, lives on and recovers by itself',
    async (stop) => {
      const bell = running.app.get(Bell);
      const queue = running.app.get(Queue);
      const heard: string[] = [];
      let reconnections = 0;
      const stopListening = [
        bell.on('restart', (payload) => heard.push(payload)),
        bell.onReconnect(() => (reconnections += 1)),
      ];
      await bell.listening('restart');
      await queue.register([jobs]);
      const worked: number[] = [];
      const stopWork = await queue.work(jobs, { pollingSeconds: 0.5 }, (batch) =>
        Promise.resolve(void worked.push(...batch.map(({ data }) => data.n))),
      );

      await get('/api/now').expect(200, [{ one: 1 }]);
      await cluster[stop]();
      const { body } = await get('/api/now').expect(503).expect('Retry-After', '2');
      expect(body.error.code).toBe('DATABASE_UNAVAILABLE');
      await get('/readyz').expect(503, { status: 'unavailable', checks: { database: 'failed', queue: 'failed' } });
      await get('/healthz').expect(200);
      await expect(queue.send(jobs, { n: 0 })).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
      await until(() => !bell.isConnected);

      await cluster.startServer();
      const startedAt = Date.now();
      await until(async () => (await get('/api/now')).status === 200);
      await until(() => reconnections === 1);
      expect(Date.now() - startedAt).toBeLessThan(10_000);
      await get('/readyz').expect(200);
      await bell.ring('restart', 'again');
      await until(() => heard.includes('again'));
      await queue.send(jobs, { n: 1 });
      await until(() => worked.includes(1));
      await stopWork();
      for (const end of stopListening) end();
    },
    60_000,
  );

  it('gives a transaction that was cut off an error that says to try again, and loses nothing that was committed', async () => {
    const pool = running.app.get(SqlPool);
    await pool.query('create table kept (n int)');
    await pool.tx((client) => client.query('insert into kept values (1)'));
    const cut = pool.tx(async (client) => {
      await client.query('insert into kept values (2)');
      await cluster.stopServer();
      await client.query('insert into kept values (3)');
    });
    await expect(cut).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await cluster.startServer();
    await until(async () => (await get('/api/now')).status === 200);
    expect((await pool.query('select n from kept')).rows).toEqual([{ n: 1 }]);
  }, 60_000);
});
