import type { Json } from '@millrace/workflow-model';
import { greeting } from '../testing/documents';
import { startWorkflowsApp, type Caller, type WorkflowsApp } from '../testing/workflows-app';

let app: WorkflowsApp;
let owner: Caller;
let workflowId: string;

beforeAll(async () => {
  app = await startWorkflowsApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  owner = app.caller();
  const created = await owner.ask<{ workflow: { id: string } }>(
    'workflowCreate',
    'mutation($d: JSON) { workflowCreate(input: { document: $d }) { workflow { id } } }',
    { d: greeting() },
  );
  workflowId = created.workflow.id;
});

interface PinAnswer {
  readonly pin: { nodeId: string; ports: Json; updatedBy: string } | null;
  readonly errors: { code: string; message: string }[];
}

function pin(nodeId: string, ports: Json, caller: Caller = owner, id = workflowId): Promise<PinAnswer> {
  return caller.ask(
    'workflowPinSet',
    `mutation($w: ID!, $n: ID!, $p: JSON!) {
      workflowPinSet(workflowId: $w, nodeId: $n, ports: $p) { pin { nodeId ports updatedBy } errors { code message } }
    }`,
    { w: id, n: nodeId, p: ports },
  );
}

async function pins(caller: Caller = owner): Promise<{ nodeId: string; ports: Json }[]> {
  const query = 'query($id: ID!) { workflow(id: $id) { pins { nodeId ports } } }';
  return (await caller.ask<{ pins: { nodeId: string; ports: Json }[] }>('workflow', query, { id: workflowId })).pins;
}

it('keeps the pinned outputs of a draft, the newest of each node', async () => {
  await pin('start', { main: { n: 1 } });
  await pin('note', { main: 'x' });
  const again = await pin('start', { main: { n: 2 } });

  expect(again).toEqual({ pin: { nodeId: 'start', ports: { main: { n: 2 } }, updatedBy: owner.userId }, errors: [] });
  expect(await pins()).toEqual([
    { nodeId: 'note', ports: { main: 'x' } },
    { nodeId: 'start', ports: { main: { n: 2 } } },
  ]);
});

it('takes a pin away, and says when there was none', async () => {
  await pin('note', { main: 1 });
  const remove = (): Promise<{ removedNodeId: string | null }> =>
    owner.ask(
      'workflowPinRemove',
      'mutation($w: ID!) { workflowPinRemove(workflowId: $w, nodeId: "note") { removedNodeId errors { code } } }',
      { w: workflowId },
    );

  expect(await remove()).toEqual({ removedNodeId: 'note', errors: [] });
  expect(await remove()).toEqual({ removedNodeId: null, errors: [] });
  expect(await pins()).toEqual([]);
});

it('refuses what cannot be an output, and tells why', async () => {
  expect((await pin('note', [])).errors[0]?.code).toBe('PIN_INVALID');
  expect((await pin('a b', { main: 1 })).errors[0]?.code).toBe('PIN_INVALID');
  expect((await pin('note', { main: 'x'.repeat(1024 * 1024) })).errors[0]?.code).toBe('PIN_TOO_LARGE');
});

it('stores text that no other column would take', async () => {
  await pin('note', { main: 'nul \u0000, half \ud800' });

  expect((await pins())[0]?.ports).toEqual({ main: 'nul \u0000, half \ud800' });
});

it('holds no more than 200 pins, whoever is fastest', async () => {
  const before = Array.from({ length: 198 }, (_, index) => `($1, 'n${index}', '{"main":1}', 'spec')`).join(', ');
  const insert = `INSERT INTO workflow_pin (workflow_id, node_id, ports, updated_by) VALUES ${before}`;
  await app.app.database.pool.query(insert, [workflowId]);
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((nodeId) => pin(nodeId, { main: 1 })));

  expect(answers.filter((answer) => answer.errors[0]?.code === 'TOO_MANY_PINS')).toHaveLength(2);
  expect(await pins()).toHaveLength(200);
});

it('shows and changes nothing of another workspace', async () => {
  await pin('note', { main: 1 });
  const stranger = app.caller();

  expect((await pin('note', { main: 2 }, stranger)).errors[0]?.code).toBe('NOT_FOUND');
  expect((await pin('note', { main: 2 }, owner, 'nonsense')).errors[0]?.code).toBe('NOT_FOUND');
  expect((await pins())[0]?.ports).toEqual({ main: 1 });
});

it('lets people who may only look change nothing', async () => {
  const viewer = owner.colleague('viewer');
  const answer = await viewer.graphql(
    'mutation($w: ID!) { workflowPinSet(workflowId: $w, nodeId: "note", ports: {main: 1}) { errors { code } } }',
    { w: workflowId },
  );

  expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(await pins(viewer)).toEqual([]);
});

it('exports pins only when it is asked to, and pins them again when it imports them', async () => {
  await pin('start', { main: { order: 7 } });
  const query = 'query($id: ID!, $pins: Boolean!) { workflowExport(id: $id, includePins: $pins) }';
  const plain = await owner.ask('workflowExport', query, { id: workflowId, pins: false });
  const fixture = await owner.ask('workflowExport', query, { id: workflowId, pins: true });
  expect(plain).not.toHaveProperty('pins');
  expect(fixture).toMatchObject({ name: 'Greeting', pins: { start: { main: { order: 7 } } } });

  const imported = await owner.ask<{ workflow: { pins: unknown; draft: { document: object } } }>(
    'workflowImport',
    `mutation($d: JSON!) {
      workflowImport(input: { document: $d }) { workflow { pins { nodeId ports } draft { document } } errors { code } }
    }`,
    { d: fixture },
  );
  expect(imported.workflow.pins).toEqual([{ nodeId: 'start', ports: { main: { order: 7 } } }]);
  expect(imported.workflow.draft.document).not.toHaveProperty('pins');
});

it('imports nothing when the pins of a document are wrong', async () => {
  const imported = await owner.ask<{ workflow: unknown; errors: { code: string }[] }>(
    'workflowImport',
    'mutation($d: JSON!) { workflowImport(input: { document: $d }) { workflow { id } errors { code } } }',
    { d: { ...greeting(), pins: { note: 'x' } } },
  );

  expect(imported).toEqual({ workflow: null, errors: [{ code: 'PIN_INVALID' }] });
});
