import { AwaitedRuns } from '@millrace/server-executions';
import { newId } from '@millrace/server-platform';
import { WORKFLOW_END } from '@millrace/workflow-model';
import type { Json } from '@millrace/workflow-model';
import type { NodeInShort, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: RunnerRig;
let worker: TestProcess;
beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterAll(() => rig.stop());

const query = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await rig.database.pool.query<R>(text, values)).rows;

/** A parent that waits for a child with these nodes. */
async function waiting(
  nodes: readonly NodeInShort[],
  more: { input?: Json; timeoutMs?: number } = {},
): Promise<string> {
  const workflowId = await rig.publishedChain(nodes);
  return rig.chain([['call', 'await-child', { workflowId, ...more }]]);
}

const childOf = async (parent: string): Promise<string> => {
  await worker.event(parent, ({ type }) => type === 'node.waiting');
  const [row] = await query<{ child_id: string }>('SELECT child_id FROM awaited_run WHERE parent_id = $1', [parent]);
  return row?.child_id ?? '';
};

describe('a run that waits for another one', () => {
  it('goes on with what the other gives', async () => {
    const parent = await worker.start(
      await waiting([['s', 'set', { name: 'seen', value: '{{trigger.n}}' }]], { input: { n: 5 } }),
    );
    expect((await worker.finished(parent)).output).toMatchObject({ status: 'completed', output: { n: 5, seen: 5 } });
    expect(await query('SELECT 1 FROM awaited_run WHERE parent_id = $1', [parent])).toEqual([]);
  });

  it('holds nothing while it waits, however the other waits itself', async () => {
    const parent = await worker.start(await waiting([['w', 'await', { name: 'child-goes-on' }]]));
    const child = await childOf(parent);
    const [row] = await query('SELECT status, lease_owner FROM execution WHERE id = $1', [parent]);
    expect(row).toEqual({ status: 'waiting', lease_owner: null });
    await worker.event(child, ({ type }) => type === 'node.waiting');
    await worker.signals.deliver({
      workspaceId: rig.workspaceId,
      executionId: child,
      name: 'child-goes-on',
      payload: 1,
    });
    expect((await worker.finished(parent)).output).toMatchObject({ status: 'completed', output: { got: 1 } });
  });

  it('is told how the other failed', async () => {
    const parent = await worker.start(await waiting([['r', 'refuse', { fault: 'user' }]]));
    expect((await worker.finished(parent)).output).toMatchObject({
      status: 'failed',
      error: { code: 'REFUSED', message: 'It was refused.' },
    });
  });

  it('is told of an end that nobody looked out for, once', async () => {
    const parent = await worker.start(await waiting([['w', 'await', { name: 'found-later' }]]));
    const child = await childOf(parent);
    await worker.event(child, ({ type }) => type === 'node.waiting');
    const other = await rig.process();
    await worker.control.cancel(worker.actor, child);
    await worker.finished(child);
    await Promise.all([
      other.get(AwaitedRuns).settle(),
      worker.get(AwaitedRuns).settle(),
      other.get(AwaitedRuns).settle(child),
    ]);
    expect((await worker.finished(parent)).output).toMatchObject({ status: 'cancelled' });
    const woken = (await worker.events(parent)).filter(({ type }) => type === 'node.woken');
    expect(woken).toHaveLength(1);
  });

  it('takes the other along when it is cancelled', async () => {
    const parent = await worker.start(await waiting([['w', 'await', { name: 'never' }]]));
    const child = await childOf(parent);
    await worker.control.cancel(worker.actor, parent);
    expect((await worker.finished(child)).status).toBe('cancelled');
    await worker.get(AwaitedRuns).settle();
    expect(await query('SELECT 1 FROM awaited_run WHERE child_id = $1', [child])).toEqual([]);
  });

  it('goes on when the other was purged', async () => {
    const parent = await worker.start(await waiting([['w', 'await', { name: 'purged' }]]));
    const child = await childOf(parent);
    await query('DELETE FROM execution WHERE id = $1', [child]);
    await worker.get(AwaitedRuns).settle();
    expect((await worker.finished(parent)).output).toMatchObject({ status: 'cancelled', output: null });
  });

  it('starts the other once, though it is interrupted', async () => {
    const version = await waiting([['w', 'await', { name: 'once' }]]);
    const parent = await worker.start(version);
    await childOf(parent);
    const rows = await query('SELECT 1 FROM execution WHERE started_by = $1', [`execution:${parent}`]);
    expect(rows).toHaveLength(1);
    await worker.control.cancel(worker.actor, parent);
  });
});

it('lets nobody else tell the end of a run', async () => {
  const signal = { workspaceId: rig.workspaceId, name: `${WORKFLOW_END}${newId()}`, payload: {} };
  await expect(worker.signals.deliver(signal)).rejects.toMatchObject({ code: 'EVENT_RESERVED' });
});
