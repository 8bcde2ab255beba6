import { ExecutionFamily, ForkExecution, RunWorkflow } from '@millrace/server-executions';
import type { ForkWish } from '@millrace/server-executions';
import { newId } from '@millrace/server-platform';
import { workflowDocumentSchema } from '@millrace/workflow-model';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { RunnerRig, type TestProcess } from './testing/runner-rig';

let rig: RunnerRig;
let worker: TestProcess;
let forks: ForkExecution;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
  forks = worker.get(ForkExecution);
});
afterAll(() => rig.stop());

type Nodes = readonly (readonly [id: string, type: string, config?: JsonObject, more?: JsonObject])[];

/** Stores a draft; called again with the id of a workflow, it replaces the draft. */
async function save(nodes: Nodes, edges: readonly string[], id: string = newId()): Promise<string> {
  const document = workflowDocumentSchema.parse({
    ...{ id, name: 'Spec' },
    nodes: nodes.map(([nodeId, type, config = {}, more = {}]) => ({
      id: nodeId,
      type,
      label: nodeId,
      config,
      ...more,
    })),
    edges: edges.map((edge) => ({ id: edge, source: edge.split('>')[0] ?? '', target: edge.split('>')[1] ?? '' })),
  });
  await rig.database.pool.query(
    `INSERT INTO workflow (id, workspace_id, name, node_count, draft, draft_hash, draft_saved_by, created_by)
     VALUES ($1, $2, 'Spec', $3, $4::json, md5($4::json::text), 'spec', 'spec')
     ON CONFLICT (id) DO UPDATE SET draft = excluded.draft, draft_hash = excluded.draft_hash`,
    [id, rig.workspaceId, nodes.length, JSON.stringify(document)],
  );
  return id;
}

async function run(workflowId: string, input: Json = {}): Promise<string> {
  const { executionId } = await worker.get(RunWorkflow).runByHand(worker.actor, { workflowId, input });
  await worker.finished(executionId);
  return executionId;
}

interface Forked {
  readonly id: string;
  readonly status: string;
  readonly output: Json;
}

async function fork(executionId: string, wish: Partial<ForkWish> = {}): Promise<Forked> {
  const started = await forks.fork(worker.actor, { executionId, from: 'failed', version: 'same', ...wish });
  const { status, output } = await worker.finished(started.executionId);
  return { id: started.executionId, status, output };
}

const CHAIN: Nodes = [
  ['start', 'start'],
  ['fetch', 'effect', { key: 'fetch' }],
  ['shape', 'set', { name: 'shaped', value: '{{fetch.done}}' }],
  ['send', 'effect', { key: 'send', value: '{{input.shaped}}' }],
  ['end', 'set', { name: 'sent', value: '{{send.done}} to {{trigger.who}}' }],
];
const CHAIN_EDGES = ['start>fetch', 'fetch>shape', 'shape>send', 'send>end'];
const broken = new Set<string>();

beforeEach(() => {
  broken.clear();
  for (const key of ['fetch', 'send', 'item']) {
    rig.script.answer(key, (call) => (broken.has(key) ? call.fail(new Error('broken')) : call.finish({ done: key })));
  }
});

it('retries from the failed node with what went well before it', async () => {
  broken.add('send');
  const source = await run(await save(CHAIN, CHAIN_EDGES), { who: 'me' });
  broken.clear();
  const [fetched, sent] = [rig.script.count('fetch'), rig.script.calls.filter(({ key }) => key === 'send')];
  const { id, status, output } = await fork(source);

  expect([status, output]).toEqual(['completed', { done: 'send', sent: 'send to me' }]);
  expect(rig.script.count('fetch')).toBe(fetched);
  const again = rig.script.calls.filter(({ key }) => key === 'send').at(-1);
  expect(again?.idempotencyKey).toBe(`${id}:send:0`);
  expect(sent.map(({ idempotencyKey }) => idempotencyKey)).not.toContain(again?.idempotencyKey);
  expect(await worker.history.summary(worker.actor, id)).toMatchObject({
    sourceId: source,
    fork: { from: [], isEdited: false },
    mode: 'manual',
    partial: null,
  });
  expect((await worker.get(ExecutionFamily).forksOf(worker.actor, source)).map((one) => one.id)).toEqual([id]);
  expect(await rig.unsoundRuns()).toEqual([]);
});

it('retries with the mended draft', async () => {
  const nodes: Nodes = CHAIN.map((node) => (node[0] === 'send' ? ['send', 'refuse', { fault: 'user' }] : node));
  const workflowId = await save(nodes, CHAIN_EDGES);
  const source = await run(workflowId, { who: 'you' });
  await save(CHAIN, CHAIN_EDGES, workflowId);
  const fetched = rig.script.count('fetch');
  const { status, output } = await fork(source, { version: 'draft' });

  expect([status, output]).toEqual(['completed', { done: 'send', sent: 'send to you' }]);
  expect(rig.script.count('fetch')).toBe(fetched);
});

it('gives the node that it is forked from an edited input, and nobody else', async () => {
  const source = await run(await save(CHAIN, CHAIN_EDGES), { who: 'me' });
  const { id, status } = await fork(source, { from: ['shape'], inputs: { fetch: { done: 'edited' } } });
  const { steps } = await worker.history.get(worker.actor, id);

  expect(status).toBe('completed');
  expect(steps.find(({ nodeId }) => nodeId === 'shape')).toMatchObject({
    input: { value: { done: 'edited' } },
    output: { value: { done: 'edited', shaped: 'edited' } },
  });
  expect(steps.find(({ nodeId }) => nodeId === 'fetch')).toMatchObject({
    output: { value: { done: 'fetch' } },
    reused: { executionId: source },
  });
  const unfit = { from: ['shape'], inputs: { start: 1 } };
  await expect(fork(source, unfit)).rejects.toMatchObject({ code: 'FORK_INPUT_UNFIT' });
});

it('runs everything with an edited trigger', async () => {
  const source = await run(await save(CHAIN, CHAIN_EDGES), { who: 'me' });
  const { output } = await fork(source, { from: [], trigger: { who: 'her' } });

  expect(output).toEqual({ done: 'send', sent: 'send to her' });
});

it('keeps the turns of a loop that went well', async () => {
  const LOOP: Nodes = [
    ['start', 'start'],
    ['each', 'effect', { key: 'item' }, { settings: { forEach: { items: '{{trigger.items}}', concurrency: 1 } } }],
    ['end', 'give', { value: 'done' }],
  ];
  const workflowId = await save(LOOP, ['start>each', 'each>end']);
  let calls = 0;
  rig.script.answer('item', (call) => {
    calls += 1;
    if (calls === 3) call.fail(new Error('broken'));
    else call.finish({ call: calls });
  });
  const source = await run(workflowId, { items: ['a', 'b', 'c', 'd'] });
  const planned = await forks.plan(worker.actor, { executionId: source, from: 'failed', version: 'same' });
  const { id, status } = await fork(source, { token: planned.token });

  expect(planned.from).toEqual(['each/2/each']);
  expect(planned.effects).toEqual(['each']);
  expect(planned.plan.steps[1]).toMatchObject({ nodeId: 'each', reason: 'inside', turns: { kept: 2, again: [2] } });
  expect(status).toBe('completed');
  expect(calls).toBe(5);
  const { steps } = await worker.history.get(worker.actor, id);
  expect(steps.find(({ nodeId }) => nodeId === 'each')?.output).toEqual({
    value: [{ call: 1 }, { call: 2 }, { call: 4 }, { call: 5 }],
  });
});

describe('a fork of one turn of a loop', () => {
  const big = { sku: 'C-3', pad: 'x'.repeat(100_000) };
  const LOOP: Nodes = [
    ['start', 'start'],
    ['each', 'loop', { items: '{{trigger.items}}', concurrency: 1 }],
    ['look', 'effect', { key: '{{item.sku}}' }, { parent: 'each' }],
    ['note', 'set', { name: 'noted', value: '{{input.done}} {{item.sku}}' }, { parent: 'each' }],
  ];
  const EDGES = ['start>each', 'look>note'];
  let source: string;
  let seen: Json[];

  beforeEach(async () => {
    seen = [];
    for (const sku of ['A-1', 'B-2', 'C-3', 'Y-8', 'Z-9']) {
      rig.script.answer(sku, (call) => {
        seen.push(sku);
        call.finish({ done: sku });
      });
    }
    source = await run(await save(LOOP, EDGES), { items: [{ sku: 'A-1' }, { sku: 'B-2' }, big] });
    seen = [];
  });

  const notes = (output: Json): Json[] => (output as { noted: Json }[]).map(({ noted }) => noted);
  const planned = (from: readonly string[], id = source) =>
    forks.plan(worker.actor, { executionId: id, from, version: 'same' });

  it.each([['each/1'], ['each/1/look']])('shows the item of %s, and runs it with another one', async (point) => {
    expect((await planned([point])).inputs).toEqual([{ nodeId: 'each', value: { value: { sku: 'B-2' } } }]);
    const { output } = await fork(source, { from: [point], inputs: { each: { sku: 'Z-9' } } });

    expect(seen).toEqual(['Z-9']);
    expect(notes(output)).toEqual(['A-1 A-1', 'Z-9 Z-9', 'C-3 C-3']);
  });

  it('shows an item of a list that lies out of line, and takes a large one in its place', async () => {
    expect((await planned(['each/2'])).inputs).toEqual([{ nodeId: 'each', value: { value: big } }]);
    const other = { sku: 'Y-8', pad: 'y'.repeat(200_000) };
    const first = await fork(source, { from: ['each/2'], inputs: { each: other } });
    expect(notes(first.output)).toEqual(['A-1 A-1', 'B-2 B-2', 'Y-8 Y-8']);

    // The item stays the edited one in what is forked from there, whatever turn that is about.
    expect((await planned(['each/2'], first.id)).inputs).toMatchObject([{ nodeId: 'each' }]);
    const second = await fork(first.id, { from: ['each/0'] });
    expect(notes(second.output)).toEqual(['A-1 A-1', 'B-2 B-2', 'Y-8 Y-8']);
    const third = await fork(first.id, { from: ['each/2/note'] });
    expect(notes(third.output)).toEqual(['A-1 A-1', 'B-2 B-2', 'Y-8 Y-8']);
    expect(seen).toEqual(['Y-8', 'A-1']);
  });

  it('gives a node in the middle of it what its parent did not give, in this turn alone', async () => {
    expect((await planned(['each/1/note'])).inputs).toMatchObject([{ nodeId: 'look' }]);
    const { output } = await fork(source, { from: ['each/1/note'], inputs: { look: { done: 'edited' } } });

    expect(seen).toEqual([]);
    expect(notes(output)).toEqual(['A-1 A-1', 'edited B-2', 'C-3 C-3']);
  });

  it('edits the item of no turn when several are forked from, or something else is', async () => {
    const refused = { code: 'FORK_INPUT_UNFIT' };
    const edited = { each: { sku: 'Z-9' } };
    await expect(fork(source, { from: ['each/0', 'each/1'], inputs: edited })).rejects.toMatchObject(refused);
    await expect(fork(source, { from: ['each/1/note'], inputs: edited })).rejects.toMatchObject(refused);
    await expect(fork(source, { from: ['look'], inputs: edited })).rejects.toMatchObject(refused);
  });

  it('edits the item of a node that runs once per item', async () => {
    const forEach = { items: '{{trigger.items}}', concurrency: 1 };
    const nodes: Nodes = [
      ['start', 'start'],
      ['each', 'effect', { key: '{{item.sku}}' }, { settings: { forEach } }],
    ];
    const id = await run(await save(nodes, ['start>each']), { items: [{ sku: 'A-1' }, { sku: 'B-2' }] });
    seen = [];
    const { output } = await fork(id, { from: ['each/0/each'], inputs: { each: { sku: 'Z-9' } } });

    expect(seen).toEqual(['Z-9']);
    expect(output).toEqual([{ done: 'Z-9' }, { done: 'B-2' }]);
  });
});

it('lives on when its source is deleted, with large values too', async () => {
  const LARGE: Nodes = [
    ['start', 'start'],
    ['big', 'large', { bytes: 100_000 }],
    ['send', 'effect', { key: 'send' }],
    ['end', 'set', { name: 'text', value: '{{big.text}}' }],
  ];
  broken.add('send');
  const source = await run(await save(LARGE, ['start>big', 'big>send', 'send>end']), { pad: 'y'.repeat(100_000) });
  broken.clear();
  const { id, output } = await fork(source);
  await worker.control.purge(worker.actor, source);

  expect((output as { text: string }).text).toHaveLength(100_000);
  const again = await fork(id, { from: ['end'] });
  expect((again.output as { text: string }).text).toHaveLength(100_000);
  expect(await worker.history.get(worker.actor, id)).toMatchObject({ sourceId: source });
});

it('forks a run that is still waiting, and leaves that alone', async () => {
  const WAITING: Nodes = [
    ['start', 'start'],
    ['fetch', 'effect', { key: 'fetch' }],
    ['wait', 'await', { name: 'go' }],
    ['end', 'give', { value: 'end' }],
  ];
  const workflowId = await save(WAITING, ['start>fetch', 'fetch>wait', 'wait>end']);
  const { executionId } = await worker.get(RunWorkflow).runByHand(worker.actor, { workflowId });
  await worker.event(executionId, ({ type }) => type === 'node.waiting');
  const fetched = rig.script.count('fetch');
  const started = await forks.fork(worker.actor, { executionId, from: 'failed', version: 'same' });
  await worker.event(started.executionId, ({ type }) => type === 'node.waiting');
  const workspaceId = rig.workspaceId;
  await worker.signals.deliver({ workspaceId, executionId: started.executionId, name: 'go', payload: 1 });

  expect(await worker.finished(started.executionId)).toMatchObject({ status: 'completed' });
  expect((await worker.history.summary(worker.actor, executionId)).status).toBe('waiting');
  expect(rig.script.count('fetch')).toBe(fetched);
  await worker.control.terminate(worker.actor, executionId);
});

it.each<[string, Partial<ForkWish>, string]>([
  ['a plan that is another one by now', { from: ['send'], token: 'old' }, 'FORK_PLAN_CHANGED'],
  ['a run of which nothing failed', {}, 'NOTHING_FAILED'],
  ['a node that is not there', { from: ['gone'] }, 'FORK_POINT_UNKNOWN'],
  ['a version that is not there', { from: ['send'], version: '9.9.9' }, 'NOT_FOUND'],
  ['a workflow of which nothing is published', { from: ['send'], version: 'published' }, 'NOT_FOUND'],
])('refuses %s', async (_name, wish, code) => {
  const source = await run(await save(CHAIN, CHAIN_EDGES), { who: 'me' });

  await expect(fork(source, wish)).rejects.toMatchObject({ code });
});

it('forks no run that only pretended', async () => {
  const source = await run(await save(CHAIN, CHAIN_EDGES), { who: 'me' });
  await rig.database.pool.query("UPDATE execution SET mode = 'test' WHERE id = $1", [source]);

  await expect(fork(source, { from: ['send'] })).rejects.toMatchObject({ code: 'FORK_OF_TEST' });
});

it('does not find runs of other workspaces', async () => {
  const source = await run(await save(CHAIN, CHAIN_EDGES), { who: 'me' });
  const stranger = { ...worker.actor, workspaceId: newId() };
  const wish: ForkWish = { executionId: source, from: ['send'], version: 'same' };

  await expect(forks.plan(stranger, wish)).rejects.toMatchObject({ code: 'EXECUTION_NOT_FOUND' });
  expect(await worker.get(ExecutionFamily).forksOf(stranger, source)).toEqual([]);
});
