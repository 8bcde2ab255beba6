import { SkipWait } from '@millrace/server-executions';
import type { RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: Rig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterAll(() => rig.stop());

function waiting(id: string): Promise<unknown> {
  return worker.event(id, ({ type }) => type === 'node.waiting');
}

async function leaseOf(id: string): Promise<{ lease_owner: string | null; status: string; due: boolean }> {
  const { rows } = await rig.database.pool.query<{ lease_owner: string | null; status: string; due: boolean }>(
    'SELECT lease_owner, status, next_due_at IS NOT NULL AS due FROM execution WHERE id = $1',
    [id],
  );
  return rows[0] as { lease_owner: string | null; status: string; due: boolean };
}

it('sleeps without a lease and never wakes early', async () => {
  const id = await worker.start(await rig.chain([['s', 'sleep', { ms: 600 }]]), { a: 1 });
  await waiting(id);
  expect(await leaseOf(id)).toEqual({ lease_owner: null, status: 'waiting', due: true });
  expect((await worker.finished(id)).output).toEqual({ a: 1, slept: true });
  const events = await worker.events(id);
  const began = events.find(({ type }) => type === 'node.waiting');
  const woke = events.find(({ type }) => type === 'node.woken');
  if (began?.type !== 'node.waiting' || began.wait.kind !== 'timer' || !woke) throw new Error('did not sleep');
  expect(woke.atMs).toBeGreaterThanOrEqual(Date.parse(began.wait.until));
});

it('hands back what a node kept over its waits, as for a job elsewhere that is asked for again and again', async () => {
  const id = await worker.start(await rig.chain([['j', 'job', { polls: 3, kept: { remote: 'r-7' } }]]));
  expect((await worker.finished(id)).output).toEqual({ job: `${id}:j:0`, polls: 3, kept: { remote: 'r-7' } });
  const events = await worker.events(id);
  expect(events.filter(({ type }) => type === 'node.waiting')).toHaveLength(3);
  expect(events.filter(({ type }) => type === 'node.woken')).toMatchObject(
    Array.from({ length: 3 }, () => ({ wake: { kind: 'timer' } })),
  );
});

it('keeps no more over a wait than fits', async () => {
  const id = await worker.start(await rig.chain([['j', 'job', { polls: 1, kept: 'x'.repeat(65_536) }]]));
  expect((await worker.finished(id)).error).toMatchObject({ code: 'WAIT_STATE_TOO_LARGE' });
});

it('goes on at once when the wait of a run by hand is skipped', async () => {
  const id = await worker.start(await rig.chain([['s', 'sleep', { ms: 600_000 }]]), { a: 1 }, { mode: 'manual' });
  await waiting(id);
  await worker.get(SkipWait).skip(worker.actor, id, 's');
  expect((await worker.finished(id)).output).toEqual({ a: 1, slept: true });
  const { rows } = await rig.database.pool.query('SELECT 1 FROM wait WHERE execution_id = $1', [id]);
  expect(rows).toEqual([]);
});

it('skips no wait of other runs, of nodes that do not sleep, and of runs that are over', async () => {
  const skips = worker.get(SkipWait);
  const codeOf = (id: string, nodeId: string): Promise<string> =>
    skips.skip(worker.actor, id, nodeId).then(
      () => 'skipped',
      (error: unknown) => (error as { code: string }).code,
    );
  const byItself = await worker.start(await rig.chain([['s', 'sleep', { ms: 600_000 }]]));
  await waiting(byItself);
  expect(await codeOf(byItself, 's')).toBe('EXECUTION_NOT_BY_HAND');
  await worker.control.cancel(worker.actor, byItself);
  await worker.finished(byItself);
  expect(await codeOf(byItself, 's')).toBe('EXECUTION_ENDED');
  const version = await rig.chain([['w', 'await', { name: 'skipped' }]]);
  const event = await worker.start(version, {}, { mode: 'manual' });
  await waiting(event);
  expect([await codeOf(event, 'w'), await codeOf(event, 'gone')]).toEqual(['NODE_NOT_SLEEPING', 'NODE_NOT_SLEEPING']);
  await worker.control.cancel(worker.actor, event);
});

it('goes on with the event that it waits for', async () => {
  const id = await worker.start(await rig.chain([['w', 'await', { name: 'paid' }]]));
  await waiting(id);
  expect(await leaseOf(id)).toEqual({ lease_owner: null, status: 'waiting', due: false });
  const { workspaceId } = worker;
  expect(await worker.signals.deliver({ workspaceId, executionId: id, name: 'other', payload: 1 })).toEqual({
    delivered: 0,
  });
  const signal = { workspaceId, executionId: id, name: 'paid', payload: { sum: 3 }, from: 'till' };
  expect(await worker.signals.deliver(signal)).toEqual({ delivered: 1 });
  expect((await worker.finished(id)).output).toEqual({ got: { sum: 3 } });
});

it('delivers one event once, however many send it at the same time', async () => {
  const id = await worker.start(await rig.chain([['w', 'await', { name: 'once' }]]));
  await waiting(id);
  const { workspaceId } = worker;
  const signal = { workspaceId, name: 'once', payload: null };
  const answers = await Promise.all(Array.from({ length: 10 }, () => worker.signals.deliver(signal)));
  expect(answers.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1);
  await worker.finished(id);
  expect((await worker.events(id)).filter(({ type }) => type === 'node.woken')).toHaveLength(1);
});

it('wakes only the runs of the workspace that wait for the same correlation', async () => {
  const version = await rig.chain([['w', 'await', { name: 'shipped', correlation: '{{trigger.order}}' }]]);
  const [one, two] = [await worker.start(version, { order: 'A' }), await worker.start(version, { order: 'B' })];
  await Promise.all([waiting(one), waiting(two)]);
  const { workspaceId } = worker;
  const signal = { workspaceId, name: 'shipped', correlation: 'B', payload: 'truck' };
  expect(await worker.signals.deliver({ ...signal, workspaceId: one })).toEqual({ delivered: 0 });
  expect(await worker.signals.deliver(signal)).toEqual({ delivered: 1 });
  expect((await worker.finished(two)).output).toEqual({ got: 'truck' });
  expect((await leaseOf(one)).status).toBe('waiting');
});

it('takes the default name of an approval beside the one that is configured', async () => {
  const id = await worker.start(await rig.chain([['gate', 'await', { name: 'manager_approval' }]]));
  await waiting(id);
  const { workspaceId } = worker;
  const signal = { workspaceId, executionId: id, name: 'approval_gate', payload: { approved: true } };
  expect(await worker.signals.deliver(signal)).toEqual({ delivered: 1 });
  expect((await worker.finished(id)).output).toEqual({ got: { approved: true } });
});

it('gives up waiting at the timeout, on its port', async () => {
  const version = await rig.version(
    [
      ['start', 'start'],
      ['w', 'await', { name: 'late', timeoutMs: 400 }],
      ['good', 'give', { value: 'good' }],
      ['late', 'give', { value: 'late' }],
    ],
    ['start>w>good', 'w.timeout>late'],
  );
  expect((await worker.finished(await worker.start(version))).output).toBe('late');
});

it('keeps an event that comes before its node waits', async () => {
  const version = await rig.chain([
    ['e', 'effect', { key: 'busy' }],
    ['w', 'await', { name: 'eager' }],
  ]);
  const id = await worker.start(version);
  const call = await rig.script.called('busy');
  const { workspaceId } = worker;
  const signal = { workspaceId, executionId: id, name: 'eager', payload: 'early bird' };
  expect(await worker.signals.deliver(signal)).toEqual({ delivered: 0 });
  call.finish();
  expect((await worker.finished(id)).output).toEqual({ got: 'early bird' });
  const { rows } = await rig.database.pool.query('SELECT 1 FROM early_signal WHERE execution_id = $1', [id]);
  expect(rows).toEqual([]);
});

it('runs other branches on while one waits', async () => {
  const version = await rig.version(
    [
      ['start', 'start'],
      ['w', 'await', { name: 'side' }],
      ['e', 'effect', { key: 'side-effect' }],
    ],
    ['start>w', 'start>e'],
  );
  const id = await worker.start(version);
  await waiting(id);
  const call = await rig.script.called('side-effect');
  await worker.signals.deliver({ workspaceId: worker.workspaceId, executionId: id, name: 'side', payload: 1 });
  await worker.event(id, (event) => event.type === 'node.completed' && event.nodeId === 'w');
  call.finish({ effect: 2 });
  expect((await worker.finished(id)).output).toEqual({ w: { got: 1 }, e: { effect: 2 } });
});
