import { StartExecutions } from '@millrace/server-executions';
import type { WorkflowTestSpec } from '@millrace/workflow-model';
import type { TestRun } from './runs/test-run';
import { TestRunFeed } from './runs/test-run-feed';
import { TestRuns } from './runs/test-runs';
import { StoredTests } from './tests/stored-tests';
import { TestsRig, orders } from './testing/tests-rig';

let rig: TestsRig;
beforeAll(async () => {
  rig = await TestsRig.start();
}, 90_000);
afterAll(() => rig.stop());

const json = (total: number) => ({ ports: { main: { status: 200, body: { total } } } });
const TEST = {
  trigger: { id: 'A-1' },
  startAt: '2026-03-01T08:00:00.000Z',
  mocks: [
    { nodeId: 'look', attempts: [{ error: { code: 'HTTP_STATUS', message: 'Busy.', fault: 'transient' } }, json(250)] },
    { nodeId: 'tell', attempts: [{ ports: { main: { status: 201, body: {} } } }] },
  ],
  assertions: [
    { kind: 'status', status: 'completed' },
    { kind: 'output', check: { kind: 'equals', value: { id: 'A-1', told: 201 } } },
    { kind: 'branch', nodeId: 'large', port: 'true' },
    { kind: 'ran', nodeId: 'look', attempts: 2 },
    { kind: 'call', nodeId: 'tell', field: 'body.text', check: { kind: 'equals', value: 'Order A-1 of 250' } },
    { kind: 'call', nodeId: 'tell', check: { kind: 'contains', value: { kind: 'http', method: 'POST' } } },
    { kind: 'expression', expression: 'run.elapsedMs > 172800000 && look.data.body.total == 250' },
    { kind: 'node', nodeId: 'look', field: 'body', check: { kind: 'schema', schema: { required: ['total'] } } },
    { kind: 'node', nodeId: 'look', field: 'body.total', check: { kind: 'expression', expression: 'value > 100' } },
  ],
};
const ERRORS = 'errors { code message }';
const RESULTS = `id status total passed failed results {
  testId name status isCurrent executionId elapsedMs error { code message }
  assertions { index label passed message nodeId expected actual differences { path expected actual } } }`;

async function created(workflowId: string, spec: object = TEST, name = 'Large orders are told'): Promise<string> {
  const { test, errors } = await rig.graphql<{ test: { id: string } | null; errors: unknown[] }>(
    `mutation($workflowId: ID!, $input: WorkflowTestInput!) {
       workflowTestCreate(workflowId: $workflowId, input: $input) { test { id } ${ERRORS} } }`,
    { workflowId, input: { name, spec } },
  );
  expect(errors).toEqual([]);
  return test?.id as string;
}

async function ran(workflowId: string, input: object = {}): Promise<TestRun> {
  const { run, errors } = await rig.graphql<{ run: { id: string } | null; errors: unknown[] }>(
    `mutation($workflowId: ID!, $input: WorkflowTestsRunInput) {
       workflowTestsRun(workflowId: $workflowId, input: $input) { run { id status } ${ERRORS} } }`,
    { workflowId, input },
  );
  expect(errors).toEqual([]);
  await rig.get(TestRuns).finished(rig.actor, run?.id ?? '', 30_000);
  return rig.graphql<TestRun>(`query($id: ID!) { workflowTestRun(id: $id) { ${RESULTS} } }`, { id: run?.id });
}

describe('a test', () => {
  it('runs in the engine without the world: retries, waits of days, and what would be sent', async () => {
    const workflowId = await rig.workflow(orders());
    await created(workflowId);
    const run = await ran(workflowId);

    const failed = run.results.flatMap(({ assertions }) => assertions.filter(({ passed }) => !passed));
    expect(failed).toEqual([]);
    expect(run).toMatchObject({ status: 'PASSED', total: 1, passed: 1, failed: 0 });
    expect(run.results[0]).toMatchObject({ isCurrent: true, elapsedMs: 2 * 86_400_000 + 1_000 });
  });

  it('tells what differs, as sentences', async () => {
    const workflowId = await rig.workflow(orders());
    await created(workflowId, {
      ...TEST,
      assertions: [
        { kind: 'output', check: { kind: 'equals', value: { id: 'A-2', told: 201 } } },
        { kind: 'not-run', nodeId: 'tell' },
        { kind: 'branch', nodeId: 'large', port: 'false' },
        { kind: 'status', status: 'failed', errorCode: 'X' },
      ],
    });
    const [result] = (await ran(workflowId)).results;

    expect(result?.status).toBe('FAILED');
    expect(result?.assertions.map(({ label, passed }) => [label, passed])).toEqual([
      ['The output equals {"id":"A-2","told":201}', false],
      ['“tell” does not run', false],
      ['“large” takes the way “false”', false],
      ['The run is failed with X', false],
    ]);
    expect(result?.assertions[0]?.differences).toEqual([{ path: 'id', expected: 'A-2', actual: 'A-1' }]);
  });

  it('is in error when a mock is missing, and says which', async () => {
    const workflowId = await rig.workflow(orders());
    await created(workflowId, { ...TEST, mocks: TEST.mocks.slice(0, 1) });
    const [result] = (await ran(workflowId)).results;

    expect(result).toMatchObject({ status: 'ERROR', error: { code: 'MOCK_MISSING' } });
    expect(result?.error?.message).toContain('sent POST https://chat.example/post');
  });

  it('is told to be out of date when the draft changes', async () => {
    const workflowId = await rig.workflow(orders());
    const testId = await created(workflowId);
    await ran(workflowId);
    await rig.pool.query("UPDATE workflow SET draft_hash = 'of another draft' WHERE id = $1", [workflowId]);
    const test = await rig.graphql<{ lastResult: { isCurrent: boolean } }>(
      'query($id: ID!) { workflowTest(id: $id) { lastResult { isCurrent } } }',
      { id: testId },
    );

    expect(test.lastResult.isCurrent).toBe(false);
  });

  it('names what of it does not fit the draft', async () => {
    const workflowId = await rig.workflow(orders());
    await created(workflowId, { mocks: [{ nodeId: 'gone', attempts: [{ ports: {} }] }] });
    const tests = await rig.graphql<{ problems: unknown[] }[]>(
      'query($workflowId: ID!) { workflowTests(workflowId: $workflowId) { problems { path message } } }',
      { workflowId },
    );

    expect(tests[0]?.problems).toMatchObject([{ path: 'mocks.0' }]);
  });

  it.each([
    [{ name: ' ', spec: {} }, 'TEST_INVALID'],
    [{ name: 'A', spec: { assertions: [{ kind: 'magic' }] } }, 'TEST_INVALID'],
    [{ name: 'large orders ARE told', spec: {} }, 'TEST_NAME_TAKEN'],
  ])('is refused as %j with %s', async (input, code) => {
    const workflowId = await rig.workflow(orders());
    await created(workflowId);
    const { errors } = await rig.graphql<{ errors: { code: string }[] }>(
      `mutation($workflowId: ID!, $input: WorkflowTestInput!) {
         workflowTestCreate(workflowId: $workflowId, input: $input) { test { id } ${ERRORS} } }`,
      { workflowId, input },
    );

    expect(errors.map((error) => error.code)).toEqual([code]);
  });

  it('is not changed by two people at once without their knowing', async () => {
    const tests = rig.get(StoredTests);
    const id = await created(await rig.workflow(orders()));
    await tests.change(rig.actor, id, { name: 'First', expectedRevision: 1 });

    await expect(tests.change(rig.actor, id, { name: 'Second', expectedRevision: 1 })).rejects.toMatchObject({
      code: 'TEST_CONFLICT',
    });
  });
});

describe('a snapshot', () => {
  it('is taken by the first run, compared by the next, and replaced when somebody accepts the change', async () => {
    const workflowId = await rig.workflow(orders());
    const id = await created(workflowId, { ...TEST, assertions: [{ kind: 'output', check: { kind: 'snapshot' } }] });
    const first = await ran(workflowId);
    expect(first.results[0]).toMatchObject({ status: 'PASSED', isCurrent: true });
    const taken = await rig.get(StoredTests).get(rig.actor, id);
    expect(taken.spec.assertions).toEqual([
      { kind: 'output', check: { kind: 'snapshot', value: { id: 'A-1', told: 201 } } },
    ]);

    await rig.get(StoredTests).change(rig.actor, id, { spec: { ...taken.spec, trigger: { id: 'B-2' } } });
    const second = await ran(workflowId);
    expect(second.status).toBe('FAILED');

    await rig.graphql(
      `mutation($id: ID!, $runId: ID!) { workflowTestAccept(testId: $id, runId: $runId) { ${ERRORS} } }`,
      { id, runId: second.id },
    );
    expect((await ran(workflowId)).status).toBe('PASSED');
  });
});

describe('a run saved as a test', () => {
  it('has the trigger, what the world answered, who was asked, and assertions that hold', async () => {
    const workflowId = await rig.workflow({
      name: 'Ask',
      nodes: [
        { id: 'start', type: 'manual-trigger', label: 'Start' },
        {
          id: 'send',
          type: 'http-request',
          label: 'Send',
          config: { url: 'http://127.0.0.1:1/x', method: 'POST' },
          settings: { onError: 'continue' },
        },
        { id: 'out', type: 'output', label: 'Out', config: { value: '{{ trigger.who }}' } },
      ],
      edges: [
        { id: '1', source: 'start', target: 'send' },
        { id: '2', source: 'send', target: 'out' },
      ],
    });
    const { rows } = await rig.pool.query<{ id: string }>(
      `INSERT INTO workflow_version (id, workflow_id, workspace_id, kind, document, hash, created_by)
       SELECT gen_random_uuid(), id, workspace_id, 'draft', draft, draft_hash, 'spec' FROM workflow WHERE id = $1 RETURNING id`,
      [workflowId],
    );
    const { executionId } = await rig.get(StartExecutions).start({
      ...{ workspaceId: rig.workspaceId, workflowId, versionId: rows[0]?.id ?? '', mode: 'manual' },
      trigger: { who: 'Ada' },
    });
    await rig.ended(executionId);
    const { test, spec, errors } = await rig.graphql<{
      test: { id: string };
      spec: WorkflowTestSpec;
      errors: unknown[];
    }>(`mutation($id: ID!) { workflowTestFromExecution(executionId: $id) { name spec test { id } ${ERRORS} } }`, {
      id: executionId,
    });

    expect(errors).toEqual([]);
    expect(spec).toMatchObject({ trigger: { who: 'Ada' }, triggerNodeId: 'start' });
    expect(spec.mocks).toMatchObject([
      { nodeId: 'send', attempts: [{ error: { code: expect.any(String) } }], source: 'run' },
    ]);
    const run = await ran(workflowId, { testIds: [test.id] });
    expect(run.results[0]?.assertions.filter(({ passed }) => !passed)).toEqual([]);
    expect(run.status).toBe('PASSED');
  });
});

describe('runs of tests', () => {
  it('are judged by whoever asks when the process that followed them is gone', async () => {
    const workflowId = await rig.workflow(orders());
    await created(workflowId);
    const run = await ran(workflowId);
    await rig.pool.query(`UPDATE workflow_test_result SET status = 'running', finished_at = null WHERE run_id = $1`, [
      run.id,
    ]);
    await rig.pool.query('UPDATE workflow_test_run SET finished_at = null WHERE id = $1', [run.id]);

    expect((await rig.get(TestRuns).get(rig.actor, run.id)).status).toBe('passed');
  });

  it('are told live until they are over', async () => {
    const workflowId = await rig.workflow(orders());
    await created(workflowId);
    await created(workflowId, { ...TEST, assertions: [] }, 'Second');
    const { id } = await rig.get(TestRuns).start(rig.actor, { workflowId });
    const told: string[] = [];
    for await (const run of rig.get(TestRunFeed).watch(rig.actor, id)) told.push(run.status);

    expect(told.at(-1)).toBe('passed');
  });

  it('are not there for another workspace', async () => {
    const workflowId = await rig.workflow(orders());
    const testId = await created(workflowId);
    const run = await ran(workflowId);
    const stranger = { ...rig.actor, workspaceId: rig.actor.userId };

    await expect(rig.get(TestRuns).get(stranger, run.id)).rejects.toMatchObject({ code: 'TEST_RUN_NOT_FOUND' });
    await expect(rig.get(StoredTests).get(stranger, testId)).rejects.toMatchObject({ code: 'TEST_NOT_FOUND' });
    await expect(rig.get(TestRuns).start(stranger, { workflowId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('over REST', () => {
  it('tests are run and answered as JSON and as JUnit XML', async () => {
    const workflowId = await rig.workflow(orders());
    await created(workflowId);
    await created(workflowId, { ...TEST, assertions: [{ kind: 'not-run', nodeId: 'tell' }] }, 'Fails & <says so>');
    const { body } = await rig.rest('post', `/api/workflows/${workflowId}/tests/run`).expect(200);
    expect(body).toMatchObject({ status: 'failed', total: 2, passed: 1, failed: 1 });

    const { text, type } = await rig.rest('post', `/api/workflows/${workflowId}/tests/run?format=junit`).expect(200);
    expect(type).toBe('application/xml');
    expect(text).toContain('<testsuite name="Orders" tests="2" failures="1" errors="0"');
    expect(text).toContain('<testcase name="Fails &amp; &lt;says so&gt;" classname="Orders"');
    expect(text).toContain(
      '<failure message="“tell” does not run" type="assertion">“tell” does not run\nThe node ran.</failure>',
    );
    const named = { testNames: ['Fails & <says so>'] };
    const { body: one } = await rig.rest('post', `/api/workflows/${workflowId}/tests/run`, named).expect(200);
    expect(one.results.map(({ name }: { name: string }) => name)).toEqual(named.testNames);
    await rig.rest('post', `/api/workflows/${workflowId}/tests/run`, { testNames: ['None'] }).expect(404);
  });

  it('tests are taken from a file, and keep their id when they keep their name', async () => {
    const workflowId = await rig.workflow(orders());
    const id = await created(workflowId);
    await created(workflowId, TEST, 'Goes');
    const tests = [{ name: 'Large orders are told', ...TEST, trigger: { id: 'C-3' } }, { name: 'New' }];
    const { body } = await rig.rest('put', `/api/workflows/${workflowId}/tests`, { tests }).expect(200);

    expect(body.tests.map(({ name }: { name: string }) => name)).toEqual(['Large orders are told', 'New']);
    expect((await rig.get(StoredTests).get(rig.actor, id)).spec.trigger).toEqual({ id: 'C-3' });
    await rig.rest('put', `/api/workflows/${workflowId}/tests`, { tests: [{ name: 'A' }, { name: 'a' }] }).expect(400);
  });
});

it('travels with its workflow in a file', async () => {
  const workflowId = await rig.workflow(orders());
  await created(workflowId);
  const file = await rig.graphql<{ tests: unknown[] }>(
    'query($id: ID!) { workflowExport(id: $id, form: EXCHANGE, includeTests: true) }',
    { id: workflowId },
  );
  const IMPORT = `mutation($document: JSON!) { workflowImport(input: { document: $document }) { workflow { id } ${ERRORS} } }`;
  const imported = await rig.graphql<{ workflow: { id: string } }>(IMPORT, { document: file });
  const run = await ran(imported.workflow.id);

  expect(file.tests).toHaveLength(1);
  expect(run.status).toBe('PASSED');
  const refused = await rig.graphql<{ errors: { code: string }[] }>(IMPORT, { document: { ...file, tests: [{}] } });
  expect(refused.errors[0]?.code).toBe('TEST_INVALID');
});

describe('publishing a workflow that needs green tests', () => {
  const PUBLISH = `mutation($id: ID!) { workflowPublish(id: $id) { workflow { id } ${ERRORS} } }`;
  const publish = (id: string) => rig.graphql<{ errors: { code: string; message: string }[] }>(PUBLISH, { id });

  it('is refused while one fails, and names it', async () => {
    const workflowId = await rig.workflow(orders({ publishNeedsGreenTests: true }));
    expect((await publish(workflowId)).errors[0]).toMatchObject({ code: 'TESTS_NOT_GREEN' });
    const id = await created(workflowId, { ...TEST, assertions: [{ kind: 'not-run', nodeId: 'tell' }] });
    const { errors } = await publish(workflowId);
    expect(errors[0]).toMatchObject({ code: 'TESTS_NOT_GREEN' });
    expect(errors[0]?.message).toContain('“Large orders are told”');

    await rig.get(StoredTests).change(rig.actor, id, { spec: TEST });
    expect((await publish(workflowId)).errors).toEqual([]);
  });

  it('does not run tests again that passed on the same draft', async () => {
    const workflowId = await rig.workflow(orders({ publishNeedsGreenTests: true }));
    await created(workflowId);
    await ran(workflowId);
    await publish(workflowId);
    const { rows } = await rig.pool.query('SELECT 1 FROM workflow_test_run WHERE workflow_id = $1', [workflowId]);

    expect(rows).toHaveLength(1);
  });
});

describe('a dry run', () => {
  const REPORT = `query($id: ID!) { workflowDryRunReport(executionId: $id) { status isOver elapsedMs output
    nodes { nodeId status effect source ports attempts } calls { nodeId text details } 
    timeline { atMs kind nodeId text untilMs isAssumed decision { taken others } } } }`;
  interface Report {
    status: string;
    elapsedMs: number;
    nodes: { nodeId: string; source: string; ports: string[] }[];
    calls: { text: string }[];
    timeline: { kind: string; nodeId: string; text: string }[];
  }

  async function dry(workflowId: string, input: object): Promise<Report> {
    const { executionId, errors } = await rig.graphql<{ executionId: string; errors: unknown[] }>(
      `mutation($id: ID!, $input: WorkflowDryRunInput) { workflowDryRun(workflowId: $id, input: $input) { executionId ${ERRORS} } }`,
      { id: workflowId, input },
    );
    expect(errors).toEqual([]);
    await rig.ended(executionId);
    return rig.graphql<Report>(REPORT, { id: executionId });
  }

  it('shows the way, the calls, the retries and the time that would pass', async () => {
    const workflowId = await rig.workflow(orders());
    const report = await dry(workflowId, {
      trigger: { id: 'A-1' },
      mocks: [{ nodeId: 'look', attempts: [json(300)] }],
      failures: [{ nodeId: 'look', kind: 'rate-limit', times: 1, retryAfterMs: 60_000 }],
    });

    expect(report).toMatchObject({ status: 'completed', isOver: true, elapsedMs: 2 * 86_400_000 + 60_000 });
    expect(report.nodes.map(({ nodeId, source, ports }) => [nodeId, source, ports[0]])).toEqual([
      ['start', 'run', 'main'],
      ['look', 'written', 'main'],
      ['rest', 'run', 'main'],
      ['large', 'run', 'true'],
      ['tell', 'schema', 'main'],
      ['out', 'run', 'main'],
    ]);
    expect(report.calls.map(({ text }) => text)).toEqual([
      '“look” would send GET https://shop.example/orders/A-1',
      '“look” would send GET https://shop.example/orders/A-1',
      '“tell” would send POST https://chat.example/post',
    ]);
    expect(report.timeline.map(({ kind, nodeId }) => [kind, nodeId])).toEqual([
      ['CALL', 'look'],
      ['RETRY', 'look'],
      ['CALL', 'look'],
      ['WAIT', 'rest'],
      ['WAKE', 'rest'],
      ['CALL', 'tell'],
    ]);
  });

  it('takes the pins of the draft, and what another run got', async () => {
    const workflowId = await rig.workflow(orders());
    const first = await rig.graphql<{ executionId: string }>(
      `mutation($id: ID!, $input: WorkflowDryRunInput) { workflowDryRun(workflowId: $id, input: $input) { executionId ${ERRORS} } }`,
      { id: workflowId, input: { trigger: { id: 'P' }, mocks: [{ nodeId: 'look', attempts: [json(50)] }] } },
    );
    await rig.ended(first.executionId);
    const again = await dry(workflowId, { sourceExecutionId: first.executionId });
    expect(again.nodes.map(({ nodeId, source, ports }) => [nodeId, source, ports[0] ?? null])).toEqual([
      ['start', 'run', 'main'],
      ['look', 'recorded', 'main'],
      ['rest', 'run', 'main'],
      ['large', 'run', 'false'],
      ['tell', 'none', null],
      ['out', 'none', null],
    ]);
  });

  it('is answered as another run was, unless somebody says otherwise', async () => {
    const workflowId = await rig.workflow({
      name: 'Gate',
      nodes: [
        { id: 'start', type: 'manual-trigger', label: 'Start' },
        { id: 'gate', type: 'approval-gate', label: 'Gate', config: { message: 'May it go on?' } },
      ],
      edges: [{ id: '1', source: 'start', target: 'gate' }],
    });
    const waysOf = async (input: object): Promise<readonly string[] | undefined> => {
      const { nodes } = await dry(workflowId, input);
      return nodes.find(({ nodeId }) => nodeId === 'gate')?.ports;
    };
    const answers = [{ nodeId: 'gate', afterMs: 5, payload: { approved: true } }];
    const first = await rig.graphql<{ executionId: string }>(
      `mutation($id: ID!, $input: WorkflowDryRunInput) { workflowDryRun(workflowId: $id, input: $input) { executionId ${ERRORS} } }`,
      { id: workflowId, input: { answers } },
    );
    await rig.ended(first.executionId);
    const sourceExecutionId = first.executionId;

    expect(await waysOf({ sourceExecutionId })).toEqual(['approved']);
    const no = [{ nodeId: 'gate', payload: { approved: false } }];
    expect(await waysOf({ sourceExecutionId, answers: no })).toEqual(['rejected']);
  });

  it('takes an approval of which nothing is said as approved, says so, and names the other branches', async () => {
    const workflowId = await rig.workflow({
      name: 'Gates',
      nodes: [
        { id: 'start', type: 'manual-trigger', label: 'Start' },
        { id: 'boss', type: 'approval-gate', label: 'Boss' },
        { id: 'board', type: 'approval-gate', label: 'Board', config: { timeoutHours: 5 } },
      ],
      edges: [
        { id: '1', source: 'start', target: 'boss' },
        { id: '2', source: 'boss', sourceHandle: 'approved', target: 'board' },
      ],
    });
    const wakes = async (input: object): Promise<unknown[]> => {
      const { status, timeline } = await dry(workflowId, input);
      expect(status).toBe('completed');
      const waits = timeline.flatMap(({ kind, text }) => (kind === 'WAIT' ? [text] : []));
      expect(waits[0]).toBe('“Boss” waits for a decision');
      return timeline.filter(({ kind }) => kind === 'WAKE');
    };

    expect(await wakes({})).toMatchObject([
      {
        ...{ kind: 'WAKE', nodeId: 'boss', isAssumed: true, decision: { taken: 'approved', others: ['rejected'] } },
        text: '“Boss” goes on as if it were approved: nothing says how it is decided',
      },
      {
        ...{ kind: 'WAKE', nodeId: 'board', text: '“Board” goes on: nobody answered in time', isAssumed: false },
        decision: { taken: 'timeout', others: ['approved', 'rejected'] },
      },
    ]);
    const answers = [{ nodeId: 'boss', payload: { approved: false } }];
    expect(await wakes({ answers })).toMatchObject([
      { nodeId: 'boss', isAssumed: false, decision: { taken: 'rejected', others: ['approved'] } },
    ]);
  });
});
