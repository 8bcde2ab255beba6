import type { TestProcess } from '../testing/runner-rig';
import { RunnerRig } from '../testing/runner-rig';
import { familyOf } from './family';

/*
 * What others are known to get wrong where a sub-workflow waits: the parent goes on with what the child was given, or with
 * nothing; it goes on before the child has ended; turns of a loop get each other's results; errors of the child get lost.
 */
let rig: RunnerRig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterEach(async () => expect(await rig.unsoundRuns()).toEqual([]));
afterAll(() => rig.stop());

const childrenOf = async (id: string): Promise<string[]> => (await familyOf(rig, id)).slice(1).map((one) => one.id);

async function waiting(id: string, many = 1): Promise<string[]> {
  for (;;) {
    const children = await childrenOf(id);
    const { rows } = await rig.database.pool.query<{ id: string }>(
      `SELECT DISTINCT execution_id AS id FROM wait WHERE execution_id = ANY($1::uuid[]) AND name = 'go'`,
      [children],
    );
    if (rows.length === many) return rows.map((row) => row.id).sort();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const answer = (executionId: string, payload: number): Promise<unknown> =>
  worker.signals.deliver({ workspaceId: rig.workspaceId, executionId, name: 'go', payload });

describe('a child that waits', () => {
  it('gives its parent what it came to after the wait, not what it was given before it', async () => {
    const workflowId = await rig.publishedChain([
      ['before', 'set', { name: 'kept', value: '{{trigger.n}}' }],
      ['w', 'await', { name: 'go' }],
      ['after', 'give', { value: { kept: '{{before.kept}}', got: '{{w.got}}', n: '{{trigger.n}}' } }],
    ]);
    const id = await worker.start(await rig.chain([['call', 'await-child', { workflowId, input: '{{trigger}}' }]]), {
      n: 5,
    });
    const [child = ''] = await waiting(id);
    await answer(child, 9);
    const { output } = await worker.finished(id);
    expect((output as { output: unknown }).output).toEqual({ kept: 5, got: 9, n: 5 });
  });

  it('holds its parent back for as long as it waits, over two waits and a restart', async () => {
    const workflowId = await rig.publishedChain([
      ['one', 'await', { name: 'go' }],
      ['nap', 'nap', { ms: 300 }],
      ['two', 'await', { name: 'go' }],
    ]);
    rig.script.answer('behind', (call) => call.finish('behind'));
    const version = await rig.chain([
      ['call', 'await-child', { workflowId }],
      ['behind', 'effect', { key: 'behind' }],
    ]);
    const id = await worker.start(version);
    const [child = ''] = await waiting(id);
    await answer(child, 1);
    await worker.event(child, (event) => event.type === 'node.waiting' && event.nodeId === 'two');
    expect([rig.script.count('behind'), (await familyOf(rig, id))[0]?.status]).toEqual([0, 'waiting']);
    await worker.runner.stop();
    worker = await rig.worker();
    await answer(child, 2);
    expect((await worker.finished(id)).output).toBe('behind');
    const ended = async (run: string): Promise<number> => (await worker.events(run)).at(-1)?.atMs ?? 0;
    const begun = (await worker.events(id)).find((event) => event.type === 'node.started' && event.nodeId === 'behind');
    expect(begun?.atMs).toBeGreaterThanOrEqual(await ended(child));
  });

  it('belongs to its own turn of a loop, whichever is answered first', async () => {
    const workflowId = await rig.publishedChain([
      ['w', 'await', { name: 'go' }],
      ['sum', 'give', { value: '{{trigger}} {{w.got}}' }],
    ]);
    const version = await rig.version(
      [
        ['start', 'start'],
        ['each', 'loop', { items: ['a', 'b', 'c'], concurrency: 3 }],
        ['call', 'await-child', { workflowId, input: '{{item}}' }, { parent: 'each' }],
        ['pick', 'give', { value: '{{call.output}}' }, { parent: 'each' }],
      ],
      ['start>each', 'call>pick'],
    );
    const id = await worker.start(version);
    const children = await waiting(id, 3);
    for (const [index, child] of [...children].reverse().entries()) await answer(child, index);
    const { output } = await worker.finished(id);
    expect((output as string[]).map((text) => text.split(' ')[0])).toEqual(['a', 'b', 'c']);
    expect(new Set((output as string[]).map((text) => text.split(' ')[1]))).toEqual(new Set(['0', '1', '2']));
  });

  it('that fails after its wait tells its parent so', async () => {
    const workflowId = await rig.publishedChain([
      ['w', 'await', { name: 'go' }],
      ['bad', 'refuse', { fault: 'user' }],
    ]);
    const id = await worker.start(await rig.chain([['call', 'await-child', { workflowId }]]));
    const [child = ''] = await waiting(id);
    await answer(child, 1);
    expect((await worker.finished(id)).output).toMatchObject({ status: 'failed', error: { code: 'REFUSED' } });
  });
});
