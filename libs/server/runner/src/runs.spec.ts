import type { RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: Rig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterAll(() => rig.stop());

async function typesOf(id: string): Promise<string[]> {
  return (await worker.events(id)).map(({ type }) => type);
}

it('runs a chain of pure nodes and gives the value of its end', async () => {
  const version = await rig.chain([
    ['a', 'set', { name: 'a', value: 1 }],
    ['b', 'set', { name: 'b', value: '{{input.a}}' }],
  ]);
  const id = await worker.start(version, { hello: 'world' });
  expect(await worker.finished(id)).toEqual({ status: 'completed', output: { hello: 'world', a: 1, b: 1 } });
  const events = await worker.events(id);
  expect(events.map(({ type }) => type)).toEqual([
    'workflow.started',
    'node.completed',
    'node.completed',
    'node.completed',
    'workflow.finished',
  ]);
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
});

it('records the start of a node with effects before it calls it', async () => {
  const version = await rig.chain([['e', 'effect', { key: 'before' }]]);
  const id = await worker.start(version);
  const call = await rig.script.called('before');
  expect(await typesOf(id)).toEqual(['workflow.started', 'node.completed', 'node.started']);
  call.finish({ told: true });
  expect(await worker.finished(id)).toEqual({ status: 'completed', output: { told: true } });
});

it('records the end of a node before what depends on it is called', async () => {
  const version = await rig.chain([
    ['one', 'effect', { key: 'first' }],
    ['two', 'effect', { key: 'second', value: '{{one.done}}' }],
  ]);
  const id = await worker.start(version);
  (await rig.script.called('first')).finish();
  const second = await rig.script.called('second');
  expect((await typesOf(id)).slice(2)).toEqual(['node.started', 'node.completed', 'node.started']);
  second.finish();
  await worker.finished(id);
});

it('calls nodes that do not depend on each other at the same time', async () => {
  const version = await rig.version(
    [
      ['start', 'start'],
      ['l', 'effect', { key: 'left' }],
      ['r', 'effect', { key: 'right' }],
      ['join', 'set', { name: 'both', value: '{{l.done}}-{{r.done}}' }],
    ],
    ['start>l>join', 'start>r>join'],
  );
  const id = await worker.start(version);
  const [left, right] = await Promise.all([rig.script.called('left'), rig.script.called('right')]);
  right.finish();
  left.finish();
  expect((await worker.finished(id)).output).toMatchObject({ both: 'left-right' });
});

it('gives every attempt of a node the same idempotency key, and tries again after a transient failure', async () => {
  const retry = { maxAttempts: 3, backoff: 'fixed', baseMs: 300, maxMs: 300 } as const;
  const version = await rig.chain([['e', 'effect', { key: 'flaky' }, { settings: { onError: 'stop', retry } }]]);
  const id = await worker.start(version);
  const { NodeError } = await import('@millrace/node-sdk');
  const first = await rig.script.called('flaky', 1);
  first.fail(new NodeError({ code: 'BUSY', fault: 'transient', message: 'Try later.' }));
  const retrying = await worker.event(id, ({ type }) => type === 'node.retrying');
  const second = await rig.script.called('flaky', 2);
  expect(second.idempotencyKey).toBe(first.idempotencyKey);
  expect(second.idempotencyKey).toBe(`${id}:e:0`);
  second.finish();
  expect((await worker.finished(id)).status).toBe('completed');
  const started = (await worker.events(id)).filter(({ type }) => type === 'node.started')[1];
  if (retrying.type !== 'node.retrying') throw new Error('not retrying');
  expect(started?.atMs).toBeGreaterThanOrEqual(Date.parse(retrying.retryAt));
});

it('ends the run when a node fails, and skips the rest', async () => {
  const version = await rig.chain([
    ['no', 'refuse', { fault: 'user' }],
    ['after', 'set', { name: 'x' }],
  ]);
  const id = await worker.start(version);
  expect(await worker.finished(id)).toMatchObject({ status: 'failed', error: { code: 'REFUSED', nodeId: 'no' } });
  expect(await typesOf(id)).toEqual([
    'workflow.started',
    'node.completed',
    'node.started',
    'node.failed',
    'node.skipped',
    'workflow.finished',
  ]);
});

it('goes on on the error port when the node is set so', async () => {
  const version = await rig.version(
    [
      ['start', 'start'],
      ['no', 'refuse', { fault: 'user' }, { settings: { onError: 'error-port' } }],
      ['good', 'set', { name: 'good' }],
      ['bad', 'give', { value: '{{no.error.code}}' }],
    ],
    ['start>no>good', 'no.error>bad'],
  );
  const id = await worker.start(version);
  expect(await worker.finished(id)).toEqual({ status: 'completed', output: 'REFUSED' });
});

it('hides the inside of the server when a node crashes', async () => {
  const version = await rig.chain([['c', 'crash']]);
  const id = await worker.start(version);
  const { error } = await worker.finished(id);
  expect(error).toMatchObject({ code: 'NODE_CRASHED', fault: 'bug' });
  expect(JSON.stringify(await worker.events(id))).not.toContain('secret inside');
});

it('fails a node whose template names nothing, and says which', async () => {
  const version = await rig.chain([['t', 'set', { name: 'x', value: '{{nobody.here}}' }]]);
  const { error } = await worker.finished(await worker.start(version));
  expect(error).toMatchObject({ code: 'EXPRESSION_ERROR', fault: 'user', nodeId: 't' });
  expect(error?.message).toContain('nobody');
});

it('fails a node whose params are wrong after evaluation', async () => {
  const version = await rig.chain([['s', 'sleep', { ms: '{{trigger.ms}}' }]]);
  const { error } = await worker.finished(await worker.start(version, { ms: 'soon' }));
  expect(error).toMatchObject({ code: 'PARAMS_INVALID', nodeId: 's' });
  expect(error?.message).toContain('ms');
});

it('fails a node of a type that is not installed', async () => {
  const version = await rig.chain([['n', 'not-there']]);
  const { error } = await worker.finished(await worker.start(version));
  expect(error).toMatchObject({ code: 'UNKNOWN_NODE_TYPE', nodeId: 'n' });
});

it('fails a run whose graph has a cycle', async () => {
  const version = await rig.version(
    [
      ['start', 'start'],
      ['a', 'set', { name: 'a' }],
      ['b', 'set', { name: 'b' }],
    ],
    ['start>a>b>a'],
  );
  const { error } = await worker.finished(await worker.start(version));
  expect(error?.code).toBe('GRAPH_CYCLE');
});

it('ends an attempt that takes longer than the node may', async () => {
  const version = await rig.chain([
    ['e', 'effect', { key: 'endless' }, { settings: { onError: 'stop', timeoutMs: 50 } }],
  ]);
  const id = await worker.start(version);
  const call = await rig.script.called('endless');
  expect(await worker.finished(id)).toMatchObject({ status: 'failed', error: { code: 'NODE_TIMEOUT' } });
  expect(call.signal.aborted).toBe(true);
});

it('lets a disabled node pass its input through', async () => {
  const version = await rig.chain([
    ['a', 'set', { name: 'a', value: 1 }],
    ['off', 'crash', {}, { enabled: false }],
    ['b', 'set', { name: 'b', value: 2 }],
  ]);
  expect((await worker.finished(await worker.start(version))).output).toEqual({ a: 1, b: 2 });
});

it('keeps values above 64 KiB out of the log and gives them to later nodes', async () => {
  const version = await rig.chain([
    ['big', 'large', { bytes: 100_000 }],
    ['pause', 'sleep', { ms: 400 }],
    ['use', 'give', { value: '{{big.text}}' }],
  ]);
  const id = await worker.start(version);
  expect((await worker.finished(id)).output).toHaveLength(100_000);
  const completed = (await worker.events(id)).find(
    (event) => event.type === 'node.completed' && event.nodeId === 'big',
  );
  expect(completed).toMatchObject({ ports: { main: { bytes: 100_011 } } });
  const { rows } = await rig.database.pool.query('SELECT bytes FROM payload WHERE execution_id = $1', [id]);
  expect(rows).toHaveLength(3);
});

it('refuses an output above 16 MiB', async () => {
  const version = await rig.chain([['big', 'large', { bytes: 17 * 1024 * 1024 }]]);
  const { error } = await worker.finished(await worker.start(version));
  expect(error?.code).toBe('NODE_OUTPUT_TOO_LARGE');
});

it('takes keys that could reach prototypes out of outputs', async () => {
  const version = await rig.chain([['s', 'strange']]);
  expect((await worker.finished(await worker.start(version))).output).toEqual({ good: 1 });
});

it('keeps text that Postgres would refuse', async () => {
  rig.script.answer('odd', (call) => call.finish({ nul: 'b\u0000c', half: '\ud800', emoji: '😀' }));
  const version = await rig.chain([['s', 'effect', { key: 'odd' }]]);
  const id = await worker.start(version, { nul: '\u0000', half: '\ud800', emoji: '😀' });
  expect(await worker.finished(id)).toEqual({
    status: 'completed',
    output: { nul: 'b\uFFFDc', half: '\uFFFD', emoji: '😀' },
  });
});

it('answers the caller as soon as a node responds, before the run ends', async () => {
  const version = await rig.chain([
    ['r', 'answer', { body: { hi: 1 } }],
    ['e', 'effect', { key: 'after-answer' }],
  ]);
  const id = await worker.start(version);
  const { response } = await worker.finished(id);
  expect(response).toEqual({ status: 201, headers: { 'x-test': '1' }, body: { hi: 1 } });
  (await rig.script.called('after-answer')).finish();
  await worker.event(id, ({ type }) => type === 'workflow.finished');
});

it('commits published events and log lines with the result of the node', async () => {
  const version = await rig.chain([['p', 'publish', { name: 'order.placed' }]]);
  const id = await worker.start(version, { order: 7 });
  await worker.finished(id);
  const { rows } = await rig.database.pool.query(
    'SELECT name, payload, workspace_id FROM published_event WHERE execution_id = $1',
    [id],
  );
  expect(rows).toEqual([{ name: 'order.placed', payload: { order: 7 }, workspace_id: rig.workspaceId }]);
  const jobs = await rig.database.pool.query(`SELECT data FROM pgboss.job WHERE name = 'event.publish'`);
  expect(jobs.rows).toHaveLength(1);
  expect((await worker.events(id)).map(({ type }) => type)).toContain('node.log');
});

it('stores values for the workspace', async () => {
  const version = await rig.chain([['s', 'store', { key: 'last' }]]);
  expect((await worker.finished(await worker.start(version, { n: 1 }))).output).toEqual({ n: 1 });
});

it('gives the lease back after a share of a long run and goes on with it', async () => {
  const nodes = Array.from({ length: 450 }, (_none, index) => [`n${index}`, 'set', { name: `k${index % 5}` }] as const);
  const id = await worker.start(await rig.chain(nodes));
  expect((await worker.finished(id)).status).toBe('completed');
  const { rows } = await rig.database.pool.query<{ lease_epoch: string }>(
    'SELECT lease_epoch FROM execution WHERE id = $1',
    [id],
  );
  expect(Number(rows[0]?.lease_epoch)).toBeGreaterThanOrEqual(3);
});

it('takes only output nodes for the result when there are some', async () => {
  const version = await rig.version(
    [
      ['start', 'start'],
      ['a', 'set', { name: 'a', value: 1 }],
      ['out', 'result'],
      ['b', 'set', { name: 'b', value: 2 }],
    ],
    ['start>a>out', 'a>b'],
  );
  expect((await worker.finished(await worker.start(version))).output).toEqual({ a: 1 });
});
