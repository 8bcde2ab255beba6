import { MigrateRuns, RunWorkflow } from '@millrace/server-executions';
import { newId } from '@millrace/server-platform';
import { workflowDocumentSchema } from '@millrace/workflow-model';
import type { JsonObject } from '@millrace/workflow-model';
import { RunnerRig, type TestProcess } from './testing/runner-rig';

let rig: RunnerRig;
let worker: TestProcess;
let migrations: MigrateRuns;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
  migrations = worker.get(MigrateRuns);
});
afterAll(() => rig.stop());

/** Start > wait > end; the end gives this. */
function documentOf(id: string, end: JsonObject, wait = 'go'): string {
  return JSON.stringify(
    workflowDocumentSchema.parse({
      ...{ id, name: 'Spec' },
      nodes: [
        { id: 'start', type: 'start', label: 'Start' },
        { id: 'wait', type: 'await', label: 'Wait', config: { name: wait } },
        { id: 'end', type: 'give', label: 'End', config: { value: end } },
      ],
      edges: [
        { id: 'a', source: 'start', target: 'wait' },
        { id: 'b', source: 'wait', target: 'end' },
      ],
    }),
  );
}

/** Publishes a version by hand: publishing itself is another room's. */
async function publish(workflowId: string, version: string, document: string): Promise<string> {
  const versionId = newId();
  const { pool } = rig.database;
  await pool.query(
    `INSERT INTO workflow (id, workspace_id, name, node_count, draft, draft_hash, draft_saved_by, created_by)
     VALUES ($1, $2, 'Spec', 3, $3::json, md5($3::json::text), 'spec', 'spec') ON CONFLICT (id) DO NOTHING`,
    [workflowId, rig.workspaceId, document],
  );
  await pool.query(
    `INSERT INTO workflow_version (id, workflow_id, workspace_id, kind, version, document, hash, created_by)
     VALUES ($1, $2, $3, 'published', $4, $5::json, md5($5::json::text), 'spec')`,
    [versionId, workflowId, rig.workspaceId, version, document],
  );
  await pool.query('UPDATE workflow SET published_version_id = $2, enabled = true WHERE id = $1', [
    workflowId,
    versionId,
  ]);
  await pool.query('SELECT pg_notify($1, $2)', ['millrace_published', workflowId]);
  return versionId;
}

async function waitingRun(workflowId: string, versionId: string): Promise<string> {
  const { workspaceId } = rig;
  const executionId = await worker.start(versionId, {}, { workflowId, workspaceId });
  await worker.event(executionId, ({ type }) => type === 'node.waiting');
  await until(async () => (await worker.history.summary(worker.actor, executionId)).status === 'waiting');
  return executionId;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

async function go(executionId: string): Promise<unknown> {
  await worker.signals.deliver({ workspaceId: rig.workspaceId, executionId, name: 'go', payload: null });
  return (await worker.finished(executionId)).output;
}

it('lets a waiting run go on with the live version, and its log tells so', async () => {
  const id = newId();
  const old = await publish(id, '1.0.0', documentOf(id, { version: 1 }));
  const [moved, kept] = [await waitingRun(id, old), await waitingRun(id, old)];
  const live = await publish(id, '2.0.0', documentOf(id, { version: 2 }));
  await until(async () => (await migrations.waiting(worker.actor, id)).length > 0);

  expect(await migrations.waiting(worker.actor, id)).toEqual([{ versionId: old, version: '1.0.0', count: 2 }]);
  expect(await migrations.check(worker.actor, id, old)).toEqual([
    { executionId: moved, obstacles: [] },
    { executionId: kept, obstacles: [] },
  ]);
  await migrations.migrate(worker.actor, moved);
  await migrations.migrate(worker.actor, moved);

  expect(await go(moved)).toEqual({ version: 2 });
  expect(await go(kept)).toEqual({ version: 1 });
  const told = (await worker.events(moved)).filter(({ type }) => type === 'workflow.migrated');
  expect(told).toMatchObject([{ from: old, to: live, by: 'spec' }]);
  expect(await migrations.waiting(worker.actor, id)).toEqual([]);
  await expect(migrations.migrate(worker.actor, moved)).rejects.toMatchObject({ code: 'EXECUTION_ENDED' });
  expect(await rig.unsoundRuns()).toEqual([]);
});

it('keeps a run on its version when it waits at another node there, and says why', async () => {
  const id = newId();
  const old = await publish(id, '1.0.0', documentOf(id, {}));
  const run = await waitingRun(id, old);
  await publish(id, '2.0.0', documentOf(id, {}, 'other'));
  await until(async () => (await migrations.waiting(worker.actor, id)).length > 0);

  expect(await migrations.check(worker.actor, id, old)).toEqual([
    { executionId: run, obstacles: [{ nodeId: 'wait', label: 'Wait', reason: 'waits-elsewhere' }] },
  ]);
  await expect(migrations.migrate(worker.actor, run)).rejects.toMatchObject({ code: 'EXECUTION_NOT_MIGRATABLE' });
  expect((await worker.history.summary(worker.actor, run)).versionId).toBe(old);
  expect(await go(run)).toEqual({});
});

it('finds nothing for other workspaces, and nothing of what is not live', async () => {
  const id = newId();
  const old = await publish(id, '1.0.0', documentOf(id, {}));
  const run = await waitingRun(id, old);
  const stranger = { ...worker.actor, workspaceId: newId() };

  expect(await migrations.waiting(stranger, id)).toEqual([]);
  expect(await migrations.waiting(worker.actor, 'none')).toEqual([]);
  await expect(migrations.check(stranger, id, old)).rejects.toMatchObject({ code: 'NOTHING_LIVE' });
  await expect(migrations.migrate(stranger, run)).rejects.toMatchObject({ code: 'EXECUTION_NOT_FOUND' });
  await worker.control.terminate(worker.actor, run);
});

it('leaves a run alone that runs, and one that never waited', async () => {
  const id = newId();
  await publish(id, '1.0.0', documentOf(id, {}));
  const { executionId } = await worker.get(RunWorkflow).run(worker.actor, { workflowId: id, version: '1.0.0' });
  await worker.control.terminate(worker.actor, executionId);
  await worker.finished(executionId);

  await expect(migrations.migrate(worker.actor, executionId)).rejects.toMatchObject({ code: 'EXECUTION_ENDED' });
});
