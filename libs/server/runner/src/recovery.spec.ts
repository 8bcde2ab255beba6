import { TestCluster } from '@millrace/server-platform/testing';
import type { RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

async function epochOf(rig: Rig, id: string): Promise<number> {
  const { rows } = await rig.database.pool.query<{ lease_epoch: string }>(
    'SELECT lease_epoch FROM execution WHERE id = $1',
    [id],
  );
  return Number(rows[0]?.lease_epoch);
}

const rigs: Rig[] = [];
async function freshRig(clusterUrl?: string): Promise<Rig> {
  const rig = await RunnerRig.start(clusterUrl);
  rigs.push(rig);
  return rig;
}

afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.stop();
});

describe('with two workers', () => {
  let rig: Rig;
  let one: TestProcess;
  let two: TestProcess;

  beforeAll(async () => {
    rig = await RunnerRig.start();
    one = await rig.worker();
    two = await rig.worker();
  });
  afterAll(async () => {
    expect(await rig.unsoundRuns()).toEqual([]);
    await rig.stop();
  });

  it('shuts a worker out whose lease ran out: nothing of what it did later is recorded', async () => {
    const version = await rig.chain([
      ['e', 'effect', { key: 'zombie' }],
      ['after', 'effect', { key: 'zombie-after' }],
    ]);
    rig.script.answer('zombie-after', (call) => call.finish());
    const id = await one.start(version);
    const zombie = await rig.script.called('zombie', 1);
    await rig.expireLease(id);
    await two.leases.sweep();
    const rightful = await rig.script.called('zombie', 2);
    expect(rightful.idempotencyKey).toBe(zombie.idempotencyKey);
    zombie.finish({ by: 'zombie' });
    rightful.finish({ by: 'rightful' });
    await two.finished(id);
    const events = await two.events(id);
    expect(events.filter(({ type }) => type === 'node.interrupted')).toHaveLength(1);
    const results = events.filter((event) => event.type === 'node.completed' && event.nodeId === 'e');
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ attempt: 2, ports: { main: { value: { by: 'rightful' } } } });
    expect(rig.script.count('zombie-after')).toBe(1);
    expect(await epochOf(rig, id)).toBeGreaterThanOrEqual(2);
  });

  it('gives each run to one worker only', async () => {
    const starter = await rig.process();
    const version = await rig.chain([
      ['e', 'effect', { key: 'race' }],
      ['b', 'set', { name: 'b' }],
    ]);
    rig.script.answer('race', (call) => call.finish());
    const ids = await Promise.all(Array.from({ length: 100 }, () => starter.start(version)));
    await Promise.all(ids.map((id) => starter.finished(id)));
    expect(rig.script.count('race')).toBe(100);
    const { rows } = await rig.database.pool.query<{ lease_epoch: string; runs: number }>(
      'SELECT lease_epoch, count(*)::int AS runs FROM execution WHERE version_id = $1 GROUP BY lease_epoch',
      [version],
    );
    expect(rows).toEqual([{ lease_epoch: '1', runs: 100 }]);
  });

  it('fails a node whose workers die again and again', async () => {
    const id = await one.start(await rig.chain([['e', 'effect', { key: 'deadly' }]]));
    for (const attempt of [1, 2, 3]) {
      await rig.script.called('deadly', attempt);
      await rig.expireLease(id);
      await one.leases.sweep();
    }
    expect(await one.finished(id)).toMatchObject({ status: 'failed', error: { code: 'WORKER_LOST', nodeId: 'e' } });
    expect(rig.script.count('deadly')).toBe(3);
  });

  it('hands its runs over at once when it is told to stop', async () => {
    const leaving = await rig.worker();
    const id = await leaving.start(await rig.chain([['e', 'effect', { key: 'handed-over' }]]));
    const first = await rig.script.called('handed-over', 1);
    await leaving.runner.stop();
    expect(first.signal.aborted).toBe(true);
    (await rig.script.called('handed-over', 2)).finish({ by: 'another' });
    expect((await one.finished(id)).output).toEqual({ by: 'another' });
  });

  it('lets a running node end in the grace time before it stops', async () => {
    const leaving = await rig.worker({ RUNNER_GRACE_SECONDS: '20' });
    const version = await rig.chain([
      ['e', 'effect', { key: 'graceful' }],
      ['next', 'effect', { key: 'elsewhere' }],
    ]);
    const id = await leaving.start(version);
    const call = await rig.script.called('graceful');
    const stopped = leaving.runner.stop();
    call.finish();
    await stopped;
    expect(rig.script.count('graceful')).toBe(1);
    (await rig.script.called('elsewhere')).finish();
    expect((await one.finished(id)).status).toBe('completed');
  });
});

it('gives a run up that ends its worker before anything can be recorded', async () => {
  const rig = await freshRig();
  const starter = await rig.process();
  const id = await starter.start(await rig.chain([['a', 'set', { name: 'a' }]]));
  for (let death = 0; death < 3; death += 1) {
    expect((await starter.leases.claim(`doomed-${death}`, [id])).runs).toHaveLength(1);
    await rig.expireLease(id);
  }
  const worker = await rig.worker();
  await worker.leases.sweep();
  expect(await worker.finished(id)).toMatchObject({ status: 'failed', error: { code: 'WORKER_LOST' } });
});

it('gives no node up because its workers were told to stop, again and again', async () => {
  const rig = await freshRig();
  let leaving = await rig.worker();
  const id = await leaving.start(await rig.chain([['e', 'effect', { key: 'deploys' }]]));
  for (let deploy = 1; deploy <= 4; deploy += 1) {
    await rig.script.called('deploys', deploy);
    const next = await rig.worker();
    await leaving.runner.stop();
    leaving = next;
  }
  (await rig.script.called('deploys', 5)).finish({ by: 'the fifth' });
  expect((await leaving.finished(id)).output).toEqual({ by: 'the fifth' });
});

it('gives no run up whose worker comes back itself, or whose lease ran out because Postgres was away', async () => {
  const rig = await freshRig();
  const starter = await rig.process();
  const id = await starter.start(await rig.chain([['a', 'set', { name: 'a' }]]));
  const claimed = async (owner: string) => (await starter.leases.claim(owner, [id])).runs[0]?.lostLeases;
  await claimed('same');
  await rig.expireLease(id);
  expect(await claimed('same')).toBe(0);
  // As if the lease had been renewed for the last time before this Postgres was started.
  await rig.database.pool.query(
    `UPDATE execution SET lease_until = pg_postmaster_start_time() - interval '1 second' WHERE id = $1`,
    [id],
  );
  expect(await claimed('another')).toBe(0);
  await rig.expireLease(id);
  expect(await claimed('a third')).toBe(1);
});

it('goes on after a restart with runs that were queued, waiting and running', async () => {
  const rig = await freshRig();
  const before = await rig.worker();
  const waiting = await before.start(await rig.chain([['s', 'sleep', { ms: 300 }]]));
  const running = await before.start(await rig.chain([['e', 'effect', { key: 'restart' }]]));
  await rig.script.called('restart', 1);
  await before.event(waiting, ({ type }) => type === 'node.waiting');
  await before.runner.stop();
  const queued = await before.start(await rig.chain([['a', 'set', { name: 'a', value: 1 }]]));
  rig.script.answer('restart', (call) => call.finish());
  const after = await rig.worker();
  const ends = await Promise.all([waiting, running, queued].map((id) => after.finished(id)));
  expect(ends.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
  expect(await rig.unsoundRuns()).toEqual([]);
});

it('loses nothing when Postgres restarts under a hundred runs', async () => {
  const cluster = await TestCluster.start();
  const rig = await freshRig(cluster.url);
  const worker = await rig.worker();
  const chain = ['a', 'b', 'c', 'd'].map((id) => [id, 'effect', { key: `restart-${id}` }] as const);
  const version = await rig.chain(chain);
  for (const [, , { key }] of chain) rig.script.answer(key, (call) => setTimeout(() => call.finish(), 20));
  const ids = await Promise.all(Array.from({ length: 100 }, () => worker.start(version)));
  await rig.script.called('restart-b');
  await cluster.stopServer();
  await cluster.startServer();
  const ends = await Promise.all(ids.map((id) => worker.finished(id, 60_000)));
  expect(new Set(ends.map(({ status }) => status))).toEqual(new Set(['completed']));
  expect(await rig.unsoundRuns()).toEqual([]);
  await rigs.pop()?.stop();
  await cluster.remove();
}, 120_000);
