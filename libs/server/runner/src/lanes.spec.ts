import { newId } from '@millrace/server-platform';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { NodeInShort, RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: Rig;
let one: TestProcess;
let two: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  one = await rig.worker({ RUNNER_CONCURRENCY: '20' });
  two = await rig.worker({ RUNNER_CONCURRENCY: '20' });
});
afterAll(() => rig.stop());

/** A workflow with this limit; `start` begins a run of it and answers its id. */
async function limited(
  concurrency: JsonObject,
  nodes: readonly NodeInShort[],
): Promise<{ workflowId: string; start: (trigger?: Json, from?: TestProcess) => Promise<string> }> {
  const workflowId = newId();
  const version = await rig.chain(nodes, { concurrency });
  return { workflowId, start: (trigger = {}, from = one) => from.start(version, trigger, { workflowId }) };
}

/** The most runs that were between claim and end at the same instant, by the clock of the database. */
async function mostAtOnce(workflowId: string): Promise<number> {
  const { rows } = await rig.database.pool.query<{ most: number }>(
    `SELECT max(n)::int AS most FROM (
       SELECT sum(change) OVER (ORDER BY at, change) AS n FROM (
         SELECT started_at AS at, 1 AS change FROM execution WHERE workflow_id = $1
         UNION ALL SELECT finished_at, -1 FROM execution WHERE workflow_id = $1) moments) counts`,
    [workflowId],
  );
  return rows[0]?.most ?? 0;
}

/** Ids in the order in which work on them began. */
async function begun(workflowId: string): Promise<string[]> {
  const { rows } = await rig.database.pool.query<{ id: string }>(
    'SELECT id FROM execution WHERE workflow_id = $1 AND started_at IS NOT NULL ORDER BY started_at, id',
    [workflowId],
  );
  return rows.map(({ id }) => id);
}

const laneStates = async (workflowId: string): Promise<(string | null)[]> => {
  const { rows } = await rig.database.pool.query<{ lane_state: string | null }>(
    'SELECT lane_state FROM execution WHERE workflow_id = $1 AND finished_at IS NULL ORDER BY id',
    [workflowId],
  );
  return rows.map(({ lane_state }) => lane_state);
};
const effect = (key: string): NodeInShort => ['e', 'effect', { key }];
const reasonOf = async (id: string): Promise<unknown> =>
  (await one.event(id, ({ type }) => type === 'workflow.cancel_requested')) as unknown;

describe('a limit of runs at a time', () => {
  it('holds for a hundred runs that two processes start and two workers run', async () => {
    rig.script.answer('hundred', (call) => setImmediate(() => call.finish()));
    const { workflowId, start } = await limited({ limit: 3 }, [
      effect('hundred'),
      ['b', 'set', { name: 'x', value: 1 }],
    ]);
    const ids = await Promise.all(Array.from({ length: 100 }, (_none, index) => start({}, index % 2 ? one : two)));
    const ends = await Promise.all(ids.map((id) => one.finished(id, 60_000)));
    expect(ends.map(({ status }) => status)).toEqual(ids.map(() => 'completed'));
    expect(await mostAtOnce(workflowId)).toBeLessThanOrEqual(3);
    expect(await rig.unsoundRuns()).toEqual([]);
  }, 120_000);

  it('lets the next begin as soon as one ends, in the order in which they were started', async () => {
    const { workflowId, start } = await limited({ limit: 1 }, [effect('order-{{start.n}}')]);
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) ids.push(await start({ n }));
    for (let n = 0; n < 4; n += 1) {
      const call = await rig.script.called(`order-${n}`);
      expect(await laneStates(workflowId)).toEqual(['held', ...Array.from({ length: 3 - n }, () => 'queued')]);
      call.finish();
      await one.finished(ids[n] as string);
    }
    expect(await begun(workflowId)).toEqual(ids);
  });

  it('holds for each value of its key by itself', async () => {
    const { start } = await limited({ limit: 1, key: '{{trigger.who}}' }, [effect('key-{{start.who}}-{{start.n}}')]);
    const ids = [
      await start({ who: 'ada', n: 1 }),
      await start({ who: 'bob', n: 1 }),
      await start({ who: 'ada', n: 2 }),
    ];
    const [ada, bob] = [await rig.script.called('key-ada-1'), await rig.script.called('key-bob-1')];
    expect(rig.script.count('key-ada-2')).toBe(0);
    ada.finish();
    (await rig.script.called('key-ada-2')).finish();
    bob.finish();
    for (const id of ids) expect((await one.finished(id)).status).toBe('completed');
  });

  it('loses no start over a key that cannot be worked out: such runs share one queue', async () => {
    const { workflowId, start } = await limited({ limit: 1, key: { $expr: 'trigger.no.such' } }, [effect('no-key')]);
    const ids = [await start(), await start()];
    const first = await rig.script.called('no-key');
    expect(await laneStates(workflowId)).toEqual(['held', 'queued']);
    rig.script.answer('no-key', (call) => call.finish());
    first.finish();
    for (const id of ids) expect((await one.finished(id)).status).toBe('completed');
  });

  it('does not count runs that wait, so that runs that wait for later ones do not stop everything', async () => {
    const { workflowId, start } = await limited({ limit: 1 }, [
      ['w', 'await', { name: 'go-{{start.n}}' }],
      effect('after-wait'),
    ]);
    rig.script.answer('after-wait', (call) => call.finish());
    const ids = [await start({ n: 1 }), await start({ n: 2 }), await start({ n: 3 })];
    for (const id of ids) await one.event(id, ({ type }) => type === 'node.waiting');
    for (const n of [3, 1, 2]) {
      await one.signals.deliver({ workspaceId: rig.workspaceId, name: `go-${n}`, payload: null });
    }
    for (const id of ids) expect((await one.finished(id)).status).toBe('completed');
    expect(await laneStates(workflowId)).toEqual([]);
  });

  it('lets a run whose wait is over go before those that have not begun', async () => {
    const { workflowId, start } = await limited({ limit: 1 }, [['w', 'await', { name: 'back' }], effect('back-1')]);
    const waiting = await start();
    await one.event(waiting, ({ type }) => type === 'node.waiting');
    const others = await rig.chain([effect('back-{{start.n}}')], { concurrency: { limit: 1 } });
    const second = await one.start(others, { n: 2 }, { workflowId });
    const held = await rig.script.called('back-2');
    const third = await one.start(others, { n: 3 }, { workflowId });
    await one.signals.deliver({ workspaceId: rig.workspaceId, executionId: waiting, name: 'back', payload: null });
    while ((await laneStates(workflowId))[0] !== 'queued') await new Promise((resolve) => setTimeout(resolve, 10));
    held.finish();
    const back = await rig.script.called('back-1');
    expect(rig.script.count('back-3')).toBe(0);
    back.finish();
    (await rig.script.called('back-3')).finish();
    for (const id of [waiting, second, third]) expect((await one.finished(id)).status).toBe('completed');
  });
});

describe('over the limit', () => {
  it('runs are not run with "skip": they are there, cancelled, and say why', async () => {
    const { start } = await limited({ limit: 1, onLimit: 'skip' }, [effect('skip')]);
    const first = await start();
    const held = await rig.script.called('skip');
    const second = await start();
    expect((await one.finished(second)).status).toBe('cancelled');
    expect(await reasonOf(second)).toMatchObject({ reason: expect.stringContaining('already going on') });
    held.finish();
    expect((await one.finished(first)).status).toBe('completed');
    rig.script.answer('skip', (call) => call.finish());
    expect((await one.finished(await start())).status).toBe('completed');
    expect(rig.script.count('skip')).toBe(2);
  });

  it('the oldest makes room with "cancel-previous"', async () => {
    const { start } = await limited({ limit: 2, onLimit: 'cancel-previous' }, [effect('newest-{{start.n}}')]);
    const ids = [await start({ n: 1 }), await start({ n: 2 })];
    const [oldest, older] = [await rig.script.called('newest-1'), await rig.script.called('newest-2')];
    oldest.signal.addEventListener('abort', () => oldest.fail(new Error('aborted')));
    ids.push(await start({ n: 3 }));
    expect((await one.finished(ids[0] as string)).status).toBe('cancelled');
    expect(await reasonOf(ids[0] as string)).toMatchObject({ reason: expect.stringContaining('newer run') });
    (await rig.script.called('newest-3')).finish();
    older.finish();
    for (const id of ids.slice(1)) expect((await one.finished(id)).status).toBe('completed');
  });
});

describe('a run that queues', () => {
  it('can be cancelled, and never takes a slot', async () => {
    const { start } = await limited({ limit: 1 }, [effect('cancelled-{{start.n}}')]);
    const ids = [await start({ n: 1 }), await start({ n: 2 }), await start({ n: 3 })];
    const held = await rig.script.called('cancelled-1');
    await one.control.cancel(one.actor, ids[1] as string);
    expect((await one.finished(ids[1] as string)).status).toBe('cancelled');
    held.finish();
    (await rig.script.called('cancelled-3')).finish();
    expect((await one.finished(ids[2] as string)).status).toBe('completed');
    expect(rig.script.count('cancelled-2')).toBe(0);
  });

  it('is found by the sweeper when the process died that should have let it begin', async () => {
    const { workflowId, start } = await limited({ limit: 1 }, [effect('swept')]);
    const first = await start();
    const held = await rig.script.called('swept');
    const second = await start();
    // As if the end had been committed and nothing after it.
    await rig.database.pool.query(`UPDATE execution SET lane = NULL, lane_state = NULL WHERE id = $1`, [first]);
    expect(await laneStates(workflowId)).toEqual([null, 'queued']);
    rig.script.answer('swept', (call) => call.finish());
    await one.leases.sweepLanes();
    expect((await one.finished(second)).status).toBe('completed');
    held.finish();
    expect((await one.finished(first)).status).toBe('completed');
  });

  it('keeps its slot when its worker dies, and gives it back when another one has ended it', async () => {
    const { start } = await limited({ limit: 1 }, [effect('dies')]);
    const [first, second] = [await start(), await start()];
    const lost = await rig.script.called('dies');
    await rig.expireLease(first);
    await two.leases.sweep();
    const again = await rig.script.called('dies', 2);
    expect(rig.script.count('dies')).toBe(2);
    lost.finish();
    rig.script.answer('dies', (call) => call.finish());
    again.finish();
    expect((await one.finished(first)).status).toBe('completed');
    expect((await one.finished(second)).status).toBe('completed');
  }, 30_000);

  it('may be started twice with one key and is one run', async () => {
    const { start, workflowId } = await limited({ limit: 1 }, [effect('twice')]);
    const held = await start();
    const version = await rig.chain([effect('twice')], { concurrency: { limit: 1 } });
    const idempotency = { scope: 'spec', key: workflowId, bodyHash: 'h' };
    const ids = await Promise.all([1, 2].map(() => one.start(version, {}, { workflowId, idempotency })));
    expect(ids[0]).toBe(ids[1]);
    rig.script.answer('twice', (call) => call.finish());
    (await rig.script.called('twice')).finish();
    for (const id of [held, ...ids]) expect((await one.finished(id)).status).toBe('completed');
  });
});
