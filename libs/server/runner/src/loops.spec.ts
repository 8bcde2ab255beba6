import type { JsonObject } from '@millrace/workflow-model';
import { NodeError } from '@millrace/node-sdk';
import type { NodeInShort, RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: Rig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterAll(() => rig.stop());

const inside = { parent: 'each' };

/** A trigger, a loop over its list with these nodes inside, and a node behind it. */
function looping(
  body: readonly NodeInShort[],
  edges: readonly string[] = [],
  config: JsonObject = {},
): Promise<string> {
  const all: NodeInShort[] = [
    ['start', 'start'],
    ['each', 'loop', { items: '{{input.list}}', ...config }],
    ...body,
    ['end', 'give', { value: '{{each.data}}' }],
  ];
  return rig.version(all, ['start>each>end', ...edges]);
}

describe('a loop', () => {
  it('runs its body for every item and gives the list of results', async () => {
    const version = await looping(
      [
        ['a', 'set', { name: 'seen', value: '{{item.n}} at {{index}}' }, inside],
        ['b', 'give', { value: '{{a.seen}}, {{start.name}}' }, inside],
      ],
      ['a>b'],
    );
    const id = await worker.start(version, { name: 'Ada', list: [{ n: 7 }, { n: 8 }] });
    expect(await worker.finished(id)).toEqual({ status: 'completed', output: ['7 at 0, Ada', '8 at 1, Ada'] });
    expect(await rig.unsoundRuns()).toEqual([]);
  });

  it('gives an empty list for an empty list', async () => {
    const id = await worker.start(await looping([['a', 'give', { value: 1 }, inside]]), { list: [] });
    expect((await worker.finished(id)).output).toEqual([]);
  });

  it('gives the items of a turn to the first nodes of its body, and each turn its own idempotency keys', async () => {
    const version = await looping([['e', 'effect', { key: 'keys' }, inside]], [], { concurrency: 2 });
    rig.script.answer('keys', (call) => call.finish(call.idempotencyKey));
    const id = await worker.start(version, { list: ['x', 'y'] });
    expect((await worker.finished(id)).output).toEqual([`${id}:e:each/0`, `${id}:e:each/1`]);
  });

  it('lets as many turns go on at once as it was told', async () => {
    const version = await looping([['e', 'effect', { key: 'at-once-{{item}}' }, inside]], [], { concurrency: 2 });
    const id = await worker.start(version, { list: [1, 2, 3] });
    const [one, two] = await Promise.all([rig.script.called('at-once-1'), rig.script.called('at-once-2')]);
    expect(rig.script.count('at-once-3')).toBe(0);
    two.finish('two');
    (await rig.script.called('at-once-3')).finish('three');
    one.finish('one');
    expect((await worker.finished(id)).output).toEqual(['one', 'two', 'three']);
  });

  it('tries a node again in its turn only', async () => {
    const retry = { maxAttempts: 2, backoff: 'fixed', baseMs: 50, maxMs: 50 } as const;
    const settings = { onError: 'stop', retry } as const;
    const version = await looping([['e', 'effect', { key: 'again-{{item}}' }, { ...inside, settings }]]);
    rig.script.answer('again-1', (call) =>
      call.attempt === 1
        ? call.fail(new NodeError({ code: 'BUSY', fault: 'transient', message: 'Later.' }))
        : call.finish(1),
    );
    rig.script.answer('again-2', (call) => call.finish(2));
    const id = await worker.start(version, { list: [1, 2] });
    expect((await worker.finished(id)).output).toEqual([1, 2]);
    expect([rig.script.count('again-1'), rig.script.count('again-2')]).toEqual([2, 1]);
  });

  it('fails with the turn that failed, and has told of it', async () => {
    const version = await looping([['e', 'refuse', { fault: 'user' }, inside]]);
    const id = await worker.start(version, { list: ['a', 'b'] });
    const { status, error } = await worker.finished(id);
    expect([status, error]).toMatchObject([
      'failed',
      { code: 'LOOP_TURN_FAILED', nodeId: 'each', details: { turn: 0, item: 'a' } },
    ]);
    const ends = (await worker.events(id)).filter(({ type }) => type === 'turn.finished');
    expect(ends).toMatchObject([
      { nodeId: 'each', turn: 0, status: 'failed', error: { code: 'REFUSED', nodeId: 'e' } },
    ]);
  });

  it('puts errors in the place of results when it is told to go on', async () => {
    const version = await looping([['e', 'refuse', { fault: 'user' }, inside]], [], { onTurnError: 'continue' });
    const id = await worker.start(version, { list: [1, 2] });
    const failure = { error: { code: 'REFUSED', message: 'It was refused.' } };
    expect((await worker.finished(id)).output).toEqual([failure, failure]);
  });

  it('keeps large items and results out of line', async () => {
    const version = await looping(
      [
        ['big', 'large', { bytes: 70_000 }, inside],
        ['pick', 'give', { value: '{{big.text}}' }, inside],
      ],
      ['big>pick'],
    );
    const id = await worker.start(version, { list: [{ text: 'y'.repeat(70_000) }, 2] });
    const { output } = await worker.finished(id);
    expect((output as string[]).map((text) => text.length)).toEqual([70_000, 70_000]);
  });

  it('passes the item through a disabled node', async () => {
    const version = await looping([['off', 'crash', {}, { ...inside, enabled: false }]]);
    const id = await worker.start(version, { list: ['same'] });
    expect((await worker.finished(id)).output).toEqual(['same']);
  });

  it('refuses more turns than the limit', async () => {
    const version = await looping([['a', 'give', { value: 1 }, inside]]);
    const id = await worker.start(version, { list: Array.from({ length: 10_001 }, () => 0) });
    expect((await worker.finished(id)).error).toMatchObject({ code: 'LOOP_TOO_LONG' });
  });
});

describe('waits inside of turns', () => {
  it('end by events, each in its own turn', async () => {
    const version = await looping([['w', 'await', { name: 'ok', correlation: '{{item}}' }, inside]], [], {
      concurrency: 2,
    });
    const id = await worker.start(version, { list: ['left', 'right'] });
    const waits = new Set<string>();
    await worker.event(id, (event) => event.type === 'node.waiting' && waits.add(event.path ?? '').size === 2);
    const deliver = (correlation: string): Promise<{ delivered: number }> =>
      worker.signals.deliver({
        workspaceId: rig.workspaceId,
        executionId: id,
        name: 'ok',
        correlation,
        payload: `for ${correlation}`,
      });
    expect(await deliver('right')).toEqual({ delivered: 1 });
    expect(await deliver('left')).toEqual({ delivered: 1 });
    expect((await worker.finished(id)).output).toEqual([{ got: 'for left' }, { got: 'for right' }]);
    const { rows } = await rig.database.pool.query('SELECT 1 FROM wait WHERE execution_id = $1', [id]);
    expect(rows).toEqual([]);
  });

  it('sleep without a lease', async () => {
    const version = await looping([['s', 'sleep', { ms: 400 }, inside]]);
    const id = await worker.start(version, { list: [{ a: 1 }, { a: 2 }] });
    expect((await worker.finished(id)).output).toEqual([
      { a: 1, slept: true },
      { a: 2, slept: true },
    ]);
  });
});

describe('loops in loops', () => {
  it('see the items of their own turns, and what stands further out', async () => {
    const version = await looping(
      [
        ['outer', 'give', { value: '{{item.name}}' }, inside],
        ['inner', 'loop', { items: '{{each_item.data.list}}' }, inside],
        ['each_item', 'give', { value: '{{item}}' }, inside],
        ['deep', 'give', { value: '{{outer.data}} {{item}}' }, { parent: 'inner' }],
      ],
      ['each_item>outer>inner'],
    );
    const list = [
      { name: 'a', list: [1, 2] },
      { name: 'b', list: [3] },
    ];
    const id = await worker.start(version, { list });
    expect((await worker.finished(id)).output).toEqual([['a 1', 'a 2'], ['b 3']]);
  });
});

describe('a node that runs once per item', () => {
  const forEach = (items: string, more: JsonObject = {}): { settings: never } =>
    ({ settings: { onError: 'stop', forEach: { items, concurrency: 1, onItemError: 'stop', ...more } } }) as never;

  it('gives the list of results, keeps its own input, and knows the item', async () => {
    const version = await rig.chain([
      ['s', 'give', { value: '{{item}}{{index}} of {{input.who}}' }, forEach('{{input.list}}')],
    ]);
    const id = await worker.start(version, { who: 'Ada', list: ['x', 'y'] });
    expect((await worker.finished(id)).output).toEqual(['x0 of Ada', 'y1 of Ada']);
  });

  it('stops or goes on at an error as it is told', async () => {
    const stop = await worker.start(await rig.chain([['r', 'refuse', { fault: 'user' }, forEach('{{input.list}}')]]), {
      list: [1, 2],
    });
    expect((await worker.finished(stop)).error).toMatchObject({ code: 'LOOP_TURN_FAILED', nodeId: 'r' });
    const on = await rig.chain([
      ['r', 'refuse', { fault: 'user' }, forEach('{{input.list}}', { onItemError: 'continue' })],
    ]);
    expect((await worker.finished(await worker.start(on, { list: [1, 2] }))).output).toHaveLength(2);
  });

  it('says what is wrong when its items are no list', async () => {
    const id = await worker.start(await rig.chain([['s', 'give', { value: 1 }, forEach('{{input.who}}')]]), {
      who: 'Ada',
    });
    expect((await worker.finished(id)).error).toMatchObject({ code: 'FOR_EACH_NOT_A_LIST', nodeId: 's' });
  });
});

describe('a run with turns', () => {
  it('goes on in the hands of another worker, without running again what is done', async () => {
    const version = await looping([['e', 'effect', { key: 'moved-{{item}}' }, inside]]);
    rig.script.answer('moved-1', (call) => call.finish('one'));
    const id = await worker.start(version, { list: [1, 2] });
    const cut = await rig.script.called('moved-2');
    await rig.expireLease(id);
    const again = await rig.script.called('moved-2', 2);
    again.finish('two');
    cut.finish('too late');
    expect((await worker.finished(id)).output).toEqual(['one', 'two']);
    expect(rig.script.count('moved-1')).toBe(1);
    expect(again.idempotencyKey).toBe(cut.idempotencyKey);
  });

  it('is cancelled with everything in them', async () => {
    const version = await looping([['e', 'effect', { key: 'cancelled-{{item}}' }, inside]], [], { concurrency: 2 });
    const id = await worker.start(version, { list: [1, 2, 3] });
    const calls = await Promise.all([rig.script.called('cancelled-1'), rig.script.called('cancelled-2')]);
    const aborts = calls.map(
      ({ signal }) => signal.aborted || new Promise((told) => signal.addEventListener('abort', () => told(true))),
    );
    await worker.control.cancel(worker.actor, id);
    await Promise.all(aborts);
    for (const call of calls) call.finish();
    expect((await worker.finished(id)).status).toBe('cancelled');
    expect(rig.script.count('cancelled-3')).toBe(0);
  });
});
