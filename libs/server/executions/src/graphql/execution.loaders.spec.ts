import { newId, type SqlPool } from '@millrace/server-platform';
import { startTestDatabase, type TestDatabase } from '@millrace/server-platform/testing';
import type { WorkflowVersions } from '@millrace/server-workflows';
import { ExecutionCounts } from '../history/execution-counts';
import { ExecutionHistory } from '../history/execution-history';
import { executionsMigrations } from '../persistence/execution.migrations';
import { ExecutionStars } from '../marks/execution-stars';
import { ExecutionLoaders } from './execution.loaders';

let database: TestDatabase;
let queries: string[];
let loaders: ExecutionLoaders;

/** Counts what is asked of the real database. */
function counted(pool: SqlPool): SqlPool {
  const query = (text: string, values?: unknown[]) => {
    queries.push(text);
    return pool.query(text, values);
  };
  return { query } as unknown as SqlPool;
}

beforeAll(async () => {
  database = await startTestDatabase({ migrations: executionsMigrations });
  // Summaries need no documents.
  const history = new ExecutionHistory(counted(database.pool), {} as WorkflowVersions);
  loaders = new ExecutionLoaders(
    history,
    new ExecutionCounts(database.pool),
    new ExecutionStars(database.pool, history),
  );
});
afterAll(() => database.stop());
beforeEach(() => {
  queries = [];
});

async function run(workspaceId: string, workflowId: string): Promise<string> {
  const id = newId();
  await database.pool.query(
    `INSERT INTO execution (id, instance_id, workspace_id, workflow_id, version_id, trigger_node_id, status, mode, event_seq)
     VALUES ($1::uuid, $1::text, $2, $3, $4, 'start', 'pending', 'manual', 1)`,
    [id, workspaceId, workflowId, newId()],
  );
  return id;
}

it('the newest runs of a whole list cost one query, and stay inside their workspace', async () => {
  const [mine, theirs] = [newId(), newId()];
  const [busy, idle, foreign] = [newId(), newId(), newId()];
  await run(mine, busy);
  const newest = await run(mine, busy);
  await run(theirs, foreign);
  const keys = [busy, idle, foreign].map((id) => ({ workspaceId: mine, id }));
  const found = await loaders.newestOfWorkflow.loadMany(keys);
  expect(found.map((one) => one && 'id' in one && one.id)).toEqual([newest, null, null]);
  expect(queries).toHaveLength(1);
});

it('finds them by the index of the workflow, without reading its other runs', async () => {
  const [workspaceId, workflowId] = [newId(), newId()];
  for (let count = 0; count < 50; count += 1) await run(workspaceId, workflowId);
  await loaders.newestOfWorkflow.load({ workspaceId, id: workflowId });
  await database.pool.query('ANALYZE execution');
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, COSTS OFF) ${queries[0]}`, [
    workspaceId,
    [workflowId],
  ]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('Index Scan Backward using execution_by_workflow');
  expect(plan).toMatch(/execution_by_workflow on execution .*rows=1(\.00)? /);
});
