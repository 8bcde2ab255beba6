import type { ExecutionEventBody } from '@millrace/engine';
import { newId } from '@millrace/server-platform';
import { ExecutionsRig, completed } from '../testing/executions-rig';
import { ExecutionFeed } from './execution-feed';

let rig: ExecutionsRig;
let far: ExecutionFeed;
let near: ExecutionFeed;
let version: string;

beforeAll(async () => {
  rig = await ExecutionsRig.start();
  near = rig.get(ExecutionFeed);
  far = (await rig.process()).get(ExecutionFeed);
  version = await rig.version();
});
afterAll(() => rig.stop());

it('tells watchers in every process of the events after a seq, in order, until the end', async () => {
  const run = await rig.claimed(version);
  const collect = async (feed: ExecutionFeed, after: number): Promise<number[]> => {
    const seqs: number[] = [];
    for await (const { seq } of feed.watch(run.executionId, after)) seqs.push(seq);
    return seqs;
  };
  const watching = [collect(near, 0), collect(far, 0), collect(far, 2)];
  await rig.finish(run);
  expect(await Promise.all(watching)).toEqual([
    [1, 2, 3, 4],
    [1, 2, 3, 4],
    [3, 4],
  ]);
  expect(await collect(far, 3)).toEqual([4]);
});

it('gives the end of a run to who waits, here and elsewhere, before and after it', async () => {
  const run = await rig.claimed(version);
  const wanted = { status: 'completed', output: { big: 1 } };
  const waiting = [near, far].map((feed) => feed.finished(run.executionId, { timeoutMs: 10_000 }));
  await rig.finish(run, { big: 1 });
  expect(await Promise.all(waiting)).toEqual([wanted, wanted]);
  expect(await near.finished(run.executionId, { timeoutMs: 10_000 })).toEqual(wanted);
});

it('gives the answer of a run before its end', async () => {
  const run = await rig.claimed(version);
  const waiting = [near, far].map((feed) => feed.finished(run.executionId, { timeoutMs: 10_000 }));
  const response = { status: 418, headers: {}, body: 'tea' };
  await rig.append(run, [{ ...completed('start', 1), response } as ExecutionEventBody]);
  for (const answer of await Promise.all(waiting)) expect(answer).toMatchObject({ response });
});

it('gives up when the time is up or the caller is gone', async () => {
  const run = await rig.claimed(version);
  expect(await near.finished(run.executionId, { timeoutMs: 10 })).toBeNull();
  const gone = new AbortController();
  const waiting = near.finished(run.executionId, { timeoutMs: 10_000, signal: gone.signal });
  gone.abort();
  expect(await waiting).toBeNull();
  expect(await near.finished(run.executionId, { timeoutMs: 10_000, signal: gone.signal })).toBeNull();
});

it('answers null for a run that is not there when the time is up', async () => {
  expect(await near.finished(newId(), { timeoutMs: 20 })).toBeNull();
});

it('tells who watches many runs only of its workspace, and of each run the newest', async () => {
  const mine = far.watchMany({ workspaceId: rig.workspaceId });
  const others = far.watchMany({ workspaceId: newId() });
  const run = await rig.claimed(version);
  await rig.finish(run);
  let notice = await mine.next();
  while (!notice.done && !(notice.value.executionId === run.executionId && notice.value.status === 'completed')) {
    notice = await mine.next();
  }
  expect(notice.value).toMatchObject({ seq: 4, workflowId: null });
  const pending = others.next();
  await others.return?.();
  expect((await pending).done).toBe(true);
  await mine.return?.();
});
