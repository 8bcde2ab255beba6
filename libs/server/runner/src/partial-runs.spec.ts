import type { ExecutionEvent } from '@millrace/engine';
import { RunPartial, RunWorkflow } from '@millrace/server-executions';
import type { PartialRunRequest, StartedPartial } from '@millrace/server-executions';
import { newId } from '@millrace/server-platform';
import { WorkflowPins } from '@millrace/server-workflows';
import { workflowDocumentSchema } from '@millrace/workflow-model';
import type { Json, JsonObject, WorkflowDocument } from '@millrace/workflow-model';
import { RunnerRig, type TestProcess } from './testing/runner-rig';
import type { EffectCall } from './testing/test-nodes';

let rig: RunnerRig;
let worker: TestProcess;
let partial: RunPartial;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
  partial = worker.get(RunPartial);
});
afterAll(() => rig.stop());

type Nodes = readonly (readonly [id: string, type: string, config?: JsonObject, more?: JsonObject])[];

function documentOf(id: string, nodes: Nodes, edges: readonly string[]): WorkflowDocument {
  return workflowDocumentSchema.parse({
    id,
    name: 'Spec',
    nodes: nodes.map(([nodeId, type, config = {}, more = {}]) => ({
      id: nodeId,
      type,
      label: nodeId,
      config,
      ...more,
    })),
    edges: edges.map((edge) => {
      const [source = '', target = ''] = edge.split('>');
      return { id: edge, source, target };
    }),
  });
}

/** Stores a draft; called again with the id of a workflow, it replaces the draft. */
async function save(nodes: Nodes, edges: readonly string[], id: string = newId()): Promise<string> {
  const document = JSON.stringify(documentOf(id, nodes, edges));
  await rig.database.pool.query(
    `INSERT INTO workflow (id, workspace_id, name, node_count, draft, draft_hash, draft_saved_by, created_by)
     VALUES ($1, $2, 'Spec', $3, $4::json, md5($4::json::text), 'spec', 'spec')
     ON CONFLICT (id) DO UPDATE SET draft = excluded.draft, draft_hash = excluded.draft_hash`,
    [id, rig.workspaceId, nodes.length, document],
  );
  return id;
}

async function runWhole(workflowId: string, input?: Json): Promise<string> {
  const request = input === undefined ? { workflowId } : { workflowId, input };
  const { executionId } = await worker.get(RunWorkflow).runByHand(worker.actor, request);
  await worker.finished(executionId);
  return executionId;
}

function start(
  request: Partial<PartialRunRequest> & Pick<PartialRunRequest, 'workflowId' | 'nodeId'>,
): Promise<StartedPartial> {
  return partial.run(worker.actor, { mode: 'step', usePins: false, ...request });
}

const types = (events: readonly ExecutionEvent[]): string[] =>
  events.map((event) => ('nodeId' in event ? `${event.type} ${event.nodeId}` : event.type));

const CHAIN: Nodes = [
  ['start', 'start'],
  ['fetch', 'effect', { key: 'fetch' }],
  ['shape', 'set', { name: 'shaped', value: '{{fetch.done}}' }],
  ['send', 'effect', { key: 'send', value: '{{input.shaped}}' }],
];
const CHAIN_EDGES = ['start>fetch', 'fetch>shape', 'shape>send'];

beforeEach(() => {
  for (const key of ['fetch', 'send']) rig.script.answer(key, (call) => call.finish({ done: key }));
});

it('runs one step with what an earlier run worked out, and nothing else', async () => {
  const workflowId = await save(CHAIN, CHAIN_EDGES);
  const source = await runWhole(workflowId, { who: 'me' });
  const fetched = rig.script.count('fetch');
  const { executionId, plan } = await start({ workflowId, nodeId: 'shape', sourceExecutionId: source });

  expect(plan).toMatchObject({ run: ['shape'], only: ['start', 'fetch', 'shape'] });
  expect(await worker.finished(executionId)).toEqual({
    status: 'completed',
    output: { done: 'fetch', shaped: 'fetch' },
  });
  expect(types(await worker.events(executionId))).toEqual([
    'workflow.started',
    'node.reused start',
    'node.reused fetch',
    'node.completed shape',
    'workflow.finished',
  ]);
  expect(rig.script.count('fetch')).toBe(fetched);
  expect(await rig.unsoundRuns()).toEqual([]);
});

it('keeps what it was asked for and where its results come from', async () => {
  const workflowId = await save(CHAIN, CHAIN_EDGES);
  const source = await runWhole(workflowId);
  const { executionId } = await start({ workflowId, nodeId: 'shape', sourceExecutionId: source });
  await worker.finished(executionId);
  const detail = await worker.history.get(worker.actor, executionId);

  expect(detail).toMatchObject({ mode: 'manual', partial: { mode: 'step', nodeId: 'shape' }, sourceId: source });
  expect(detail.steps.map(({ nodeId, reused }) => [nodeId, reused])).toEqual([
    ['start', { executionId: source }],
    ['fetch', { executionId: source }],
    ['shape', null],
  ]);
});

it('begins with what the earlier run began with', async () => {
  const workflowId = await save(
    [
      ['start', 'start'],
      ['who', 'give', { value: '{{trigger.who}}' }],
    ],
    ['start>who'],
  );
  const source = await runWhole(workflowId, { who: 'me' });
  const { executionId } = await start({ workflowId, nodeId: 'who', sourceExecutionId: source });

  expect((await worker.finished(executionId)).output).toBe('me');
});

it('runs what changed since, and lets nothing stale through', async () => {
  const workflowId = await save(CHAIN, CHAIN_EDGES);
  const source = await runWhole(workflowId);
  const changed = CHAIN.map((node) =>
    node[0] === 'fetch' ? (['fetch', 'give', { value: { done: 'new' } }] as const) : node,
  );
  await save(changed, CHAIN_EDGES, workflowId);
  const { executionId, plan } = await start({ workflowId, nodeId: 'shape', sourceExecutionId: source });

  expect(plan).toMatchObject({ run: ['fetch', 'shape'], reused: [{ nodeId: 'start' }] });
  expect((await worker.finished(executionId)).output).toEqual({ done: 'new', shaped: 'new' });
});

it('takes the results of partial runs again', async () => {
  const workflowId = await save(CHAIN, CHAIN_EDGES);
  const source = await runWhole(workflowId);
  const first = await start({ workflowId, nodeId: 'shape', sourceExecutionId: source });
  await worker.finished(first.executionId);
  const second = await start({ workflowId, nodeId: 'send', sourceExecutionId: first.executionId });

  expect(second.plan.run).toEqual(['send']);
  expect((await worker.finished(second.executionId)).status).toBe('completed');
});

it('runs from a node on', async () => {
  const workflowId = await save(CHAIN, CHAIN_EDGES);
  const source = await runWhole(workflowId);
  const sent = rig.script.count('send');
  const { executionId, plan } = await start({ workflowId, nodeId: 'shape', mode: 'from', sourceExecutionId: source });
  await worker.finished(executionId);

  expect(plan.run).toEqual(['shape', 'send']);
  expect(rig.script.count('send')).toBe(sent + 1);
});

it('runs up to a node without an earlier run', async () => {
  const workflowId = await save(CHAIN, CHAIN_EDGES);
  const { executionId } = await start({ workflowId, nodeId: 'fetch', mode: 'to', triggerInput: { who: 'you' } });

  expect(await worker.finished(executionId)).toEqual({ status: 'completed', output: { done: 'fetch' } });
  expect(types(await worker.events(executionId))).not.toContain('node.completed shape');
});

it('goes on when the earlier run is purged, also with large values', async () => {
  const nodes: Nodes = [
    ['start', 'start'],
    ['big', 'large', { bytes: 100_000 }],
    ['hold', 'effect', { key: 'hold' }],
    ['use', 'give', { value: '{{big.text}}{{trigger.text}}' }],
  ];
  rig.script.answer('hold', (call) => call.finish());
  const workflowId = await save(nodes, ['start>big', 'big>hold', 'hold>use']);
  const source = await runWhole(workflowId, { text: 'y'.repeat(70_000) });
  const held = new Promise<EffectCall>((resolve) => rig.script.answer('hold', resolve));
  const { executionId } = await start({ workflowId, nodeId: 'hold', mode: 'from', sourceExecutionId: source });
  const call = await held;
  await worker.control.purge(worker.actor, source);
  call.finish();

  expect((await worker.finished(executionId)).output).toHaveLength(170_000);
  const { rows } = await rig.database.pool.query<{ execution_id: string }>(
    'SELECT DISTINCT execution_id FROM payload WHERE execution_id = ANY($1::uuid[])',
    [[source, executionId]],
  );
  expect(rows).toEqual([{ execution_id: executionId }]);
});

it('purging a partial run leaves the run that it took results from whole', async () => {
  const workflowId = await save(
    [
      ['start', 'start'],
      ['big', 'large', { bytes: 100_000 }],
      ['n', 'set', { name: 'n' }],
    ],
    ['start>big', 'big>n'],
  );
  const source = await runWhole(workflowId);
  const { executionId } = await start({ workflowId, nodeId: 'n', sourceExecutionId: source });
  await worker.finished(executionId);
  await worker.control.purge(worker.actor, executionId);

  expect((await worker.history.get(worker.actor, source)).output).toMatchObject({ text: 'x'.repeat(100_000) });
});

it('takes pinned outputs, sent ones before stored ones', async () => {
  const workflowId = await save(CHAIN, CHAIN_EDGES);
  const pins = worker.get(WorkflowPins);
  await pins.set(worker.actor, workflowId, 'fetch', { main: { done: 'stored' } });
  const fetched = rig.script.count('fetch');
  const stored = await start({ workflowId, nodeId: 'shape', usePins: true });
  const sent = await start({ workflowId, nodeId: 'shape', usePins: true, pins: { fetch: { main: { done: 'sent' } } } });
  const none = await partial.plan(worker.actor, { workflowId, nodeId: 'shape', mode: 'step', usePins: false });

  expect((await worker.finished(stored.executionId)).output).toEqual({ done: 'stored', shaped: 'stored' });
  expect((await worker.finished(sent.executionId)).output).toEqual({ done: 'sent', shaped: 'sent' });
  expect(none.run).toEqual(['start', 'fetch', 'shape']);
  expect(rig.script.count('fetch')).toBe(fetched);
});

it('takes large pins', async () => {
  const workflowId = await save(CHAIN, CHAIN_EDGES);
  const pins = { fetch: { main: { done: 'z'.repeat(100_000) } } };
  const { executionId } = await start({ workflowId, nodeId: 'shape', pins });

  expect((await worker.finished(executionId)).output).toMatchObject({ shaped: 'z'.repeat(100_000) });
});

it('lets errors in other nodes be, but not those of what is to run', async () => {
  const nodes: Nodes = [...CHAIN, ['wrong', 'not-there']];
  const workflowId = await save(nodes, [...CHAIN_EDGES, 'send>wrong']);
  const { executionId } = await start({ workflowId, nodeId: 'fetch' });

  expect((await worker.finished(executionId)).status).toBe('completed');
  await expect(start({ workflowId, nodeId: 'wrong', mode: 'to' })).rejects.toMatchObject({ code: 'WORKFLOW_INVALID' });
  await expect(runWhole(workflowId)).rejects.toMatchObject({ code: 'WORKFLOW_INVALID' });
});

it('runs a node of a workflow that has no trigger yet', async () => {
  const workflowId = await save(
    [
      ['fetch', 'effect', { key: 'fetch' }],
      ['shape', 'set', { name: 'x', value: '{{fetch.done}}' }],
    ],
    ['fetch>shape'],
  );
  const { executionId } = await start({ workflowId, nodeId: 'shape' });

  expect((await worker.finished(executionId)).output).toEqual({ done: 'fetch', x: 'fetch' });
});

it('keeps the failure that a reused node went on with', async () => {
  const nodes: Nodes = [
    ['start', 'start'],
    ['no', 'refuse', { fault: 'user' }, { settings: { onError: 'continue' } }],
    ['told', 'give', { value: '{{no.error.code}} {{no.success}}' }],
  ];
  const workflowId = await save(nodes, ['start>no', 'no>told']);
  const source = await runWhole(workflowId);
  const { executionId, plan } = await start({ workflowId, nodeId: 'told', sourceExecutionId: source });

  expect(plan.run).toEqual(['told']);
  expect((await worker.finished(executionId)).output).toBe('REFUSED false');
});

it('goes on with a partial run in another process', async () => {
  const workflowId = await save(CHAIN, CHAIN_EDGES);
  const source = await runWhole(workflowId);
  const held = new Promise<EffectCall>((resolve) => rig.script.answer('send', resolve));
  const first = await rig.worker();
  const { executionId } = await start({ workflowId, nodeId: 'send', sourceExecutionId: source });
  const lost = await held;
  await rig.expireLease(executionId);
  rig.script.answer('send', (call) => call.finish({ done: 'again' }));
  await first.leases.sweep();

  expect(await worker.finished(executionId)).toMatchObject({ status: 'completed' });
  expect(await rig.unsoundRuns()).toEqual([]);
  lost.finish();
});

describe('whole runs by hand', () => {
  it('take pinned outputs when their turn comes', async () => {
    const workflowId = await save(CHAIN, CHAIN_EDGES);
    const fetched = rig.script.count('fetch');
    await worker.get(WorkflowPins).set(worker.actor, workflowId, 'fetch', { main: { done: 'pinned' } });
    const run = worker.get(RunWorkflow);
    const { executionId } = await run.runByHand(worker.actor, { workflowId, usePins: true, input: { who: 'me' } });
    await worker.finished(executionId);

    expect(types(await worker.events(executionId)).slice(0, 4)).toEqual([
      'workflow.started',
      'node.completed start',
      'node.reused fetch',
      'node.completed shape',
    ]);
    expect(rig.script.count('fetch')).toBe(fetched);
  });

  it('begin with the pin of the trigger unless they get an input', async () => {
    const workflowId = await save(
      [
        ['start', 'start'],
        ['who', 'give', { value: '{{trigger.who}} {{start.who}}' }],
      ],
      ['start>who'],
    );
    const request = { workflowId, pins: { start: { main: { who: 'pin' } } } };
    const run = worker.get(RunWorkflow);
    const pinned = await run.runByHand(worker.actor, request);
    const given = await run.runByHand(worker.actor, { ...request, input: { who: 'me' } });

    expect((await worker.finished(pinned.executionId)).output).toBe('pin pin');
    expect((await worker.finished(given.executionId)).output).toBe('me me');
  });

  it('do not take pins in versions, and no other run takes stored ones', async () => {
    const workflowId = await save(CHAIN, CHAIN_EDGES);
    await worker.get(WorkflowPins).set(worker.actor, workflowId, 'fetch', { main: { done: 'pinned' } });
    const run = worker.get(RunWorkflow);
    const byApi = await run.run(worker.actor, { workflowId });
    const byHand = await run.runByHand(worker.actor, { workflowId });
    for (const { executionId } of [byApi, byHand]) {
      await worker.finished(executionId);
      expect(types(await worker.events(executionId))).not.toContain('node.reused fetch');
    }
    const request = { workflowId, usePins: true, version: 'published' };
    await expect(run.runByHand(worker.actor, request)).rejects.toMatchObject({ code: 'PINS_NEED_DRAFT' });
  });
});

describe('a partial run is refused', () => {
  it('for a run of another workflow, another workspace or none', async () => {
    const workflowId = await save(CHAIN, CHAIN_EDGES);
    const other = await runWhole(await save(CHAIN, CHAIN_EDGES));
    const of = (sourceExecutionId: string) => start({ workflowId, nodeId: 'shape', sourceExecutionId });

    await expect(of(other)).rejects.toMatchObject({ code: 'SOURCE_OF_ANOTHER_WORKFLOW' });
    await expect(of(newId())).rejects.toMatchObject({ code: 'EXECUTION_NOT_FOUND' });
    await expect(of('nonsense')).rejects.toMatchObject({ code: 'EXECUTION_NOT_FOUND' });
    const stranger = { ...worker.actor, workspaceId: newId() };
    const request = { workflowId, nodeId: 'shape', mode: 'step' as const, usePins: true };
    await expect(partial.run(stranger, request)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('for a node that is not there', async () => {
    const workflowId = await save(CHAIN, CHAIN_EDGES);

    await expect(start({ workflowId, nodeId: 'gone' })).rejects.toMatchObject({ code: 'NODE_NOT_FOUND' });
  });

  it('for a graph with a cycle, wherever it is', async () => {
    const workflowId = await save(CHAIN, [...CHAIN_EDGES, 'send>shape']);

    await expect(start({ workflowId, nodeId: 'fetch' })).rejects.toMatchObject({ code: 'WORKFLOW_INVALID' });
  });

  it('and starts nothing then', async () => {
    const workflowId = await save(CHAIN, CHAIN_EDGES);
    await start({ workflowId, nodeId: 'gone' }).catch(() => undefined);
    const { rows } = await rig.database.pool.query('SELECT 1 FROM execution WHERE workflow_id = $1', [workflowId]);

    expect(rows).toEqual([]);
  });
});
