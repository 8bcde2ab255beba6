import { StepRun } from '@millrace/server-executions';
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

const steps = (): StepRun => worker.get(StepRun);

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof DomainError ? `${error.status} ${error.code}` : String(error);
}

/** Three nodes after the trigger, paused before the first of them. */
async function held(mode: 'manual' | 'api' = 'manual'): Promise<string> {
  const version = await rig.chain([
    ['a', 'set', { name: 'a', value: '{{ start.data.n }}' }],
    ['b', 'set', { name: 'b', value: '{{ a.data.a }}' }],
    ['c', 'set', { name: 'c', value: '{{ trigger.n }}' }],
  ]);
  const id = await worker.start(version, { n: 1 }, { mode, part: { pauseBefore: ['a'] } });
  await pausedBefore(id, 'a');
  return id;
}

function pausedBefore(id: string, nodeId: string): Promise<unknown> {
  return worker.event(id, (event) => event.type === 'workflow.paused' && event.before?.includes(nodeId) === true);
}

it('runs one node at a time, and the rest when it is told to go on', async () => {
  const id = await held();
  await steps().go(worker.actor, id, { nodeIds: ['a'] });
  await pausedBefore(id, 'b');
  await steps().go(worker.actor, id, { nodeIds: ['b'] });
  await pausedBefore(id, 'c');
  expect((await worker.history.get(worker.actor, id)).status).toBe('paused');
  await worker.control.resume(worker.actor, id);
  expect((await worker.finished(id)).output).toEqual({ n: 1, a: 1, b: 1, c: 1 });
});

it('goes on with what somebody wrote in place of what a node gave, as its input and in templates', async () => {
  const id = await held();
  await steps().go(worker.actor, id, { nodeIds: ['a'] });
  await pausedBefore(id, 'b');
  const edits = [{ nodeId: 'a', port: 'main', value: { a: 'edited', more: true } }];
  await steps().go(worker.actor, id, { edits });
  expect((await worker.finished(id)).output).toEqual({ a: 'edited', more: true, b: 'edited', c: 1 });
  const resumed = (await worker.events(id)).filter(({ type }) => type === 'workflow.resumed').at(-1);
  expect(resumed).toMatchObject({ by: worker.actor.userId, edits: { a: { main: { value: { a: 'edited' } } } } });
});

it('takes another trigger for the rest of the run', async () => {
  const id = await held();
  await steps().go(worker.actor, id, { edits: [{ nodeId: 'start', port: 'main', value: { n: 9 } }] });
  expect((await worker.finished(id)).output).toEqual({ n: 9, a: 9, b: 9, c: 9 });
});

it('tells where a run stands that somebody paused', async () => {
  const version = await rig.chain([
    ['a', 'effect', { key: 'stand' }],
    ['b', 'set', { name: 'b', value: 1 }],
  ]);
  const id = await worker.start(version, {}, { mode: 'manual' });
  const call = await rig.script.called('stand');
  await worker.control.pause(worker.actor, id);
  call.finish({});
  await worker.event(id, (event) => event.type === 'node.completed' && event.nodeId === 'a');
  await steps().go(worker.actor, id, { nodeIds: [] });
  await pausedBefore(id, 'b');
  await steps().go(worker.actor, id, { nodeIds: ['b'] });
  expect((await worker.finished(id)).output).toEqual({ b: 1 });
});

it('refuses runs that were not started by hand, that are not paused, and what is not there', async () => {
  const other = await held('api');
  expect(await codeOf(steps().go(worker.actor, other, {}))).toBe('409 EXECUTION_NOT_BY_HAND');
  await worker.control.terminate(worker.actor, other);

  const id = await held();
  const edit = (nodeId: string, port: string, value: string) =>
    codeOf(steps().go(worker.actor, id, { edits: [{ nodeId, port, value }] }));
  expect(await codeOf(steps().go(worker.actor, id, { nodeIds: ['c'] }))).toBe('409 NODE_NOT_READY');
  expect(await edit('b', 'main', 'x')).toBe('409 EDIT_NOT_POSSIBLE');
  expect(await edit('start', 'other', 'x')).toBe('409 EDIT_NOT_POSSIBLE');
  expect(await edit('start', 'main', 'x'.repeat(70_000))).toBe('400 EDIT_TOO_LARGE');
  const stranger = { ...worker.actor, workspaceId: id };
  expect(await codeOf(steps().go(stranger, id, {}))).toBe('404 EXECUTION_NOT_FOUND');
  await steps().go(worker.actor, id, {});
  await worker.finished(id);
  expect(await codeOf(steps().go(worker.actor, id, {}))).toBe('409 EXECUTION_ENDED');
});
