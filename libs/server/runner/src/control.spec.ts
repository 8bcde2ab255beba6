import { DomainError } from '@millrace/server-platform';
import type { RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: Rig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterAll(() => rig.stop());

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof DomainError ? `${error.status} ${error.code}` : String(error);
}

it('aborts the running node when the run is cancelled, and starts nothing more', async () => {
  const version = await rig.chain([
    ['e', 'effect', { key: 'cancelled' }],
    ['after', 'effect', { key: 'never' }],
  ]);
  const id = await worker.start(version);
  const call = await rig.script.called('cancelled');
  const aborted = new Promise<void>((resolve) => call.signal.addEventListener('abort', () => resolve()));
  await worker.control.cancel(worker.actor, id, 'enough');
  await aborted;
  call.fail(new Error('aborted'));
  expect((await worker.finished(id)).status).toBe('cancelled');
  expect(rig.script.count('never')).toBe(0);
  expect((await worker.events(id)).map(({ type }) => type)).toEqual([
    'workflow.started',
    'node.completed',
    'node.started',
    'workflow.cancel_requested',
    'node.skipped',
    'node.cancelled',
    'workflow.finished',
  ]);
});

it('keeps the result of a node that ends well while it is being cancelled', async () => {
  const id = await worker.start(await rig.chain([['e', 'effect', { key: 'in-time' }]]));
  const call = await rig.script.called('in-time');
  await worker.control.cancel(worker.actor, id);
  call.finish({ kept: true });
  expect((await worker.finished(id)).status).toBe('cancelled');
  const completed = (await worker.events(id)).find((event) => event.type === 'node.completed' && event.nodeId === 'e');
  expect(completed).toMatchObject({ ports: { main: { value: { kept: true } } } });
});

it('ends a run at once when it is terminated, whatever its nodes do', async () => {
  const id = await worker.start(await rig.chain([['e', 'effect', { key: 'deaf' }]]));
  const call = await rig.script.called('deaf');
  await worker.control.terminate(worker.actor, id);
  expect((await worker.finished(id)).status).toBe('cancelled');
  expect(call.signal.aborted).toBe(true);
  expect((await worker.history.get(worker.actor, id)).runtimeStatus).toBe('TERMINATED');
  call.finish();
  expect((await worker.events(id)).at(-1)?.type).toBe('workflow.finished');
});

it('cancels a run that waits', async () => {
  const id = await worker.start(await rig.chain([['w', 'await', { name: 'never-comes' }]]));
  await worker.event(id, ({ type }) => type === 'node.waiting');
  await worker.control.cancel(worker.actor, id);
  expect((await worker.finished(id)).status).toBe('cancelled');
  const { rows } = await rig.database.pool.query('SELECT 1 FROM wait WHERE execution_id = $1', [id]);
  expect(rows).toEqual([]);
});

it('starts nothing while a run is paused, and goes on when it is resumed', async () => {
  const version = await rig.chain([
    ['a', 'effect', { key: 'before-pause' }],
    ['b', 'effect', { key: 'after-pause' }],
  ]);
  const id = await worker.start(version);
  const call = await rig.script.called('before-pause');
  await worker.control.pause(worker.actor, id);
  call.finish();
  await worker.event(id, (event) => event.type === 'node.completed' && event.nodeId === 'a');
  expect((await worker.history.get(worker.actor, id)).status).toBe('paused');
  expect(rig.script.count('after-pause')).toBe(0);
  await worker.control.resume(worker.actor, id);
  (await rig.script.called('after-pause')).finish();
  expect((await worker.finished(id)).status).toBe('completed');
});

it('pauses at a breakpoint, and goes on with its node when it is resumed', async () => {
  const version = await rig.chain([
    ['a', 'effect', { key: 'before-break' }],
    ['b', 'effect', { key: 'at-break' }],
  ]);
  const id = await worker.start(version, {}, { mode: 'manual', part: { pauseBefore: ['b'] } });
  (await rig.script.called('before-break')).finish();
  const paused = await worker.event(id, (event) => event.type === 'workflow.paused');
  expect(paused).toMatchObject({ before: ['b'] });
  expect((await worker.history.get(worker.actor, id)).status).toBe('paused');
  expect(rig.script.count('at-break')).toBe(0);
  await worker.control.resume(worker.actor, id);
  (await rig.script.called('at-break')).finish();
  expect((await worker.finished(id)).status).toBe('completed');
});

it('refuses what does not fit the status of a run', async () => {
  const id = await worker.start(await rig.chain([['e', 'effect', { key: 'refusals' }]]));
  const call = await rig.script.called('refusals');
  expect(await codeOf(worker.control.purge(worker.actor, id))).toBe('409 EXECUTION_NOT_ENDED');
  expect(await codeOf(worker.control.resume(worker.actor, id))).toBe('409 EXECUTION_NOT_PAUSED');
  call.finish();
  await worker.finished(id);
  expect(await codeOf(worker.control.cancel(worker.actor, id))).toBe('409 EXECUTION_ENDED');
  expect(await codeOf(worker.control.pause(worker.actor, id))).toBe('409 EXECUTION_ENDED');
  expect(await codeOf(worker.control.cancel(worker.actor, 'no-uuid'))).toBe('404 EXECUTION_NOT_FOUND');
  const stranger = { ...worker.actor, workspaceId: id };
  expect(await codeOf(worker.control.purge(stranger, id))).toBe('404 EXECUTION_NOT_FOUND');
});

it('purges a run that is over with everything that belongs to it', async () => {
  const id = await worker.start(await rig.chain([['big', 'large', { bytes: 70_000 }]]));
  await worker.finished(id);
  await worker.control.purge(worker.actor, id);
  for (const table of ['execution_event', 'payload']) {
    const { rows } = await rig.database.pool.query(`SELECT 1 FROM ${table} WHERE execution_id = $1`, [id]);
    expect(rows).toEqual([]);
  }
  expect(await codeOf(worker.history.get(worker.actor, id))).toBe('404 EXECUTION_NOT_FOUND');
});

it('never lets a run leave its last status', async () => {
  const id = await worker.start(await rig.chain([['a', 'set', { name: 'a' }]]));
  await worker.finished(id);
  const revive = rig.database.pool.query(`UPDATE execution SET status = 'running', finished_at = NULL WHERE id = $1`, [
    id,
  ]);
  await expect(revive).rejects.toMatchObject({ message: expect.stringContaining('stays so') });
});
