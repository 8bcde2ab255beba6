import { TestedDocuments } from '@millrace/server-workflows';
import { FileTests } from './runs/file-tests';
import { OneTest } from './runs/one-test';
import { TestsRig, orders } from './testing/tests-rig';
import { readAll } from './tests/portable-tests';

let rig: TestsRig;
beforeAll(async () => {
  rig = await TestsRig.start();
}, 90_000);
afterAll(() => rig.stop());

const response = (total: number) => ({ attempts: [{ ports: { main: { status: 200, body: { total } } } }] });
const SMALL = {
  name: 'Small orders are not told',
  trigger: { id: 'A-1' },
  mocks: [{ nodeId: 'look', ...response(3) }],
  assertions: [{ kind: 'not-run', nodeId: 'tell' }],
};
const WRONG = { ...SMALL, name: 'Small orders are told', assertions: [{ kind: 'ran', nodeId: 'tell' }] };

/** Rows of every table, but those of limits and of the queue. */
async function rows(): Promise<Record<string, number>> {
  const { rows: tables } = await rig.pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'rate_limit'",
  );
  const counts = tables.map(async ({ name }) => {
    const { rows: counted } = await rig.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`);
    return [name, counted[0]?.n ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

const run = (body: object, query = '', as?: string) => rig.rest('post', `/api/tests/run${query}`, body, as);

it('tests of a file are judged, and leave not one row behind', async () => {
  const before = await rows();
  const { body } = await run({ workflow: orders(), tests: [SMALL, WRONG] }).expect(200);

  expect(body).toMatchObject({ status: 'failed', total: 2, passed: 1, failed: 1 });
  expect(body.results.map(({ name, status }: Record<string, string>) => [name, status])).toEqual([
    ['Small orders are not told', 'passed'],
    ['Small orders are told', 'failed'],
  ]);
  expect(body.junit).toMatch(/<testsuite name="Orders" tests="2" failures="1" errors="0"/);
  expect(await rows()).toEqual(before);
});

it('many at once, of the same file too, do not disturb each other', async () => {
  const before = await rows();
  const tests = Array.from({ length: 20 }, (_, index) => ({ ...SMALL, name: `Number ${index}` }));
  const answers = await Promise.all([1, 2, 3].map(() => run({ workflow: orders(), tests }).expect(200)));

  expect(answers.map(({ body }) => body.passed as number)).toEqual([20, 20, 20]);
  expect(await rows()).toEqual(before);
});

it('a test that cannot begin or does not end is told, and leaves nothing either', async () => {
  const before = await rows();
  const workflow = {
    name: 'Endless',
    nodes: [
      { id: 'start', type: 'manual-trigger', label: 'Start' },
      { id: 'spin', type: 'code', label: 'Spin', config: { code: 'while (true) {}' } },
    ],
    edges: [{ id: 'e', source: 'start', target: 'spin' }],
  };
  const tests = [{ name: 'Ends' }, { name: 'Begins', triggerNodeId: 'nobody' }];
  const { body } = await run({ workflow, tests }, '?timeoutSeconds=1').expect(200);

  expect(body.results).toMatchObject([
    { name: 'Ends', status: 'error', error: { code: 'TEST_TOO_LONG' } },
    { name: 'Begins', status: 'error', error: { code: 'TRIGGER_NOT_FOUND' } },
  ]);
  expect(await rows()).toEqual(before);
});

it('what cannot be tested is refused before anything begins', async () => {
  const before = await rows();
  const codeOf = async (body: object, status: number): Promise<string> =>
    (await run(body).expect(status)).body.error.code as string;
  const broken = { name: 'Broken', nodes: [{ id: 'a', type: 'no-such-node', label: 'A' }], edges: [] };

  expect(await codeOf({ workflow: broken, tests: [SMALL] }, 422)).toBe('WORKFLOW_INVALID');
  expect(await codeOf({ workflow: orders(), tests: [] }, 409)).toBe('NO_TESTS');
  expect(await codeOf({ workflow: orders(), tests: [SMALL, SMALL] }, 400)).toBe('TEST_INVALID');
  expect(await codeOf({ workflow: orders(), tests: [{ name: ' ' }] }, 400)).toBe('TEST_INVALID');
  expect(await codeOf({ tests: [SMALL] }, 400)).toBe('VALIDATION_FAILED');
  await run({ workflow: orders(), tests: [SMALL] }, '', `${rig.workspaceId}/viewer`).expect(403);
  expect(await rows()).toEqual(before);
});

it('what a process leaves behind that dies in the middle is in no list, and is swept away', async () => {
  const before = await rows();
  const { versionId } = await rig.get(TestedDocuments).keep(rig.actor, orders());
  const [test] = readAll([SMALL]);
  const spec = test?.spec as NonNullable<typeof test>['spec'];
  const { executionId } = await rig.get(OneTest).begin(rig.actor, { spec, versionId, workflowId: null });
  await rig.ended(executionId as string);

  expect((await rig.rest('get', '/api/executions').expect(200)).body.items).toEqual([]);
  expect((await rig.rest('get', '/api/workflows').expect(200)).body.items).toEqual([]);
  await rig.get(FileTests).sweep();
  expect((await rows())['execution']).toBe((before['execution'] ?? 0) + 1);
  await rig.pool.query(`UPDATE execution SET finished_at = now() - interval '2 hours' WHERE id = $1`, [executionId]);
  await rig.get(FileTests).sweep();
  expect((await rows())['execution']).toBe(before['execution']);
  await rig.get(TestedDocuments).forget(versionId);
  expect(await rows()).toEqual(before);
});

it('runs of tests that are kept on the server are left alone by the sweep', async () => {
  const workflowId = await rig.workflow(orders());
  await rig.rest('put', `/api/workflows/${workflowId}/tests`, { tests: [SMALL] }).expect(200);
  const { body } = await rig.rest('post', `/api/workflows/${workflowId}/tests/run`).expect(200);
  const { executionId } = body.results[0] as { executionId: string };
  await rig.pool.query(`UPDATE execution SET finished_at = now() - interval '2 hours' WHERE id = $1`, [executionId]);
  await rig.get(FileTests).sweep();

  await rig.rest('get', `/api/executions/${executionId}`).expect(200);
});
