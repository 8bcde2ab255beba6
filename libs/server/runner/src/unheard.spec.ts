import type { ExecutionEvent } from '@millrace/engine';
import type { RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: Rig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterEach(async () => expect(await rig.unsoundRuns()).toEqual([]));
afterAll(() => rig.stop());

/** Somebody writes to the log of a run, and the worker that has it in hand does not hear of it: its next append is refused. */
async function writeUnheard(id: string, type: ExecutionEvent['type']): Promise<void> {
  await rig.database.pool.query(
    `WITH moved AS (UPDATE execution SET event_seq = event_seq + 1 WHERE id = $1 RETURNING event_seq)
     INSERT INTO execution_event (execution_id, seq, type, body) SELECT $1, event_seq, $2, '{}' FROM moved`,
    [id, type],
  );
}

async function waitsOf(id: string): Promise<unknown[]> {
  return (await rig.database.pool.query('SELECT node_id FROM wait WHERE execution_id = $1', [id])).rows;
}

const kindsOf = async (id: string, nodeId: string): Promise<string[]> =>
  (await worker.events(id)).filter((event) => 'nodeId' in event && event.nodeId === nodeId).map(({ type }) => type);

describe('a worker that hears late what somebody else wrote', () => {
  it('leaves no wait behind when the wait begins as its run is cancelled', async () => {
    const id = await worker.start(await rig.chain([['s', 'held-sleep', { key: 'unheard-sleep', ms: 60_000 }]]));
    const call = await rig.script.called('unheard-sleep');
    await writeUnheard(id, 'workflow.cancel_requested');
    call.finish();
    expect((await worker.finished(id)).status).toBe('cancelled');
    expect(await waitsOf(id)).toEqual([]);
    expect(await kindsOf(id, 's')).toEqual(['node.started', 'node.waiting', 'node.cancelled']);
  });

  it('begins nothing after a cancellation, not even what it may begin before the log is written', async () => {
    const version = await rig.chain([
      ['a', 'effect', { key: 'unheard-a' }],
      ['b', 'slow', { key: 'unheard-b' }],
    ]);
    const id = await worker.start(version);
    const call = await rig.script.called('unheard-a');
    await writeUnheard(id, 'workflow.cancel_requested');
    rig.script.answer('unheard-b', (begun) => begun.finish());
    call.finish();
    expect((await worker.finished(id)).status).toBe('cancelled');
    expect(await kindsOf(id, 'a')).toEqual(['node.started', 'node.completed']);
    expect(await kindsOf(id, 'b')).toEqual(['node.skipped']);
  });

  it('tells of no node in a turn that has not begun', async () => {
    const version = await rig.version(
      [
        ['start', 'start'],
        ['a', 'effect', { key: 'unheard-before' }],
        ['each', 'loop', { items: [1, 2] }],
        ['in', 'slow', { key: 'unheard-in' }, { parent: 'each' }],
      ],
      ['start>a>each'],
    );
    rig.script.answer('unheard-in', (begun) => begun.finish('inside'));
    const id = await worker.start(version);
    const call = await rig.script.called('unheard-before');
    await writeUnheard(id, 'workflow.paused');
    call.finish();
    await worker.event(id, (event) => event.type === 'node.completed' && event.nodeId === 'a');
    await worker.control.resume(worker.actor, id);
    expect((await worker.finished(id)).output).toEqual(['inside', 'inside']);
    const begun = new Set<string>();
    for (const event of await worker.events(id)) {
      if (event.type === 'turn.started') begun.add(`${event.nodeId}/${event.turn}`);
      if (event.path !== undefined) expect([...begun]).toContain(event.path);
    }
  });

  it('ends the wait of a timer that rang, whatever else was written meanwhile', async () => {
    const version = await rig.version(
      [
        ['start', 'start'],
        ['hold', 'effect', { key: 'unheard-hold' }],
        ['nap', 'nap', { ms: 400 }],
      ],
      ['start>hold', 'start>nap'],
    );
    const id = await worker.start(version, { a: 1 });
    const call = await rig.script.called('unheard-hold');
    await worker.event(id, ({ type }) => type === 'node.waiting');
    await writeUnheard(id, 'workflow.resumed');
    await worker.event(id, (event) => event.type === 'node.completed' && event.nodeId === 'nap');
    expect(await waitsOf(id)).toEqual([]);
    expect(await kindsOf(id, 'nap')).toEqual([
      ...['node.started', 'node.waiting', 'node.woken', 'node.started', 'node.completed'],
    ]);
    call.finish();
    expect((await worker.finished(id)).status).toBe('completed');
  });

  it('keeps what led to a wait together with the wait', async () => {
    const version = await rig.chain([
      ['a', 'effect', { key: 'unheard-lead' }],
      ['b', 'set', { name: 'kept', value: 'what b gave' }],
      ['c', 'set', { name: 'also', value: 'what c gave' }],
      ['d', 'set', { name: 'last', value: 'what d gave' }],
      ['nap', 'nap', { ms: 1 }],
      ['e', 'set', { name: 'then', value: 1 }],
    ]);
    const id = await worker.start(version);
    const call = await rig.script.called('unheard-lead');
    await writeUnheard(id, 'workflow.paused');
    call.finish();
    await worker.event(id, (event) => event.type === 'node.waiting');
    await worker.control.resume(worker.actor, id);
    expect((await worker.finished(id)).output).toMatchObject({
      ...{ napped: true, kept: 'what b gave', also: 'what c gave', last: 'what d gave', then: 1 },
    });
    expect(await kindsOf(id, 'd')).toEqual(['node.completed']);
  });

  it('keeps the turns that began with what waits in them', async () => {
    const version = await rig.version(
      [
        ['start', 'start'],
        ['a', 'effect', { key: 'unheard-turns' }],
        ['each', 'loop', { items: [1, 2] }],
        ['in', 'set', { name: 'kept', value: 'inside' }, { parent: 'each' }],
        ['more', 'set', { name: 'more', value: 2 }, { parent: 'each' }],
        ['nap', 'nap', { ms: 1 }, { parent: 'each' }],
      ],
      ['start>a>each', 'in>more>nap'],
    );
    const id = await worker.start(version);
    const call = await rig.script.called('unheard-turns');
    await writeUnheard(id, 'workflow.paused');
    call.finish();
    await worker.event(id, (event) => event.type === 'node.completed' && event.nodeId === 'a');
    await worker.control.resume(worker.actor, id);
    const turn = { napped: true, kept: 'inside', more: 2 };
    expect((await worker.finished(id)).output).toMatchObject([turn, turn]);
  });
});
