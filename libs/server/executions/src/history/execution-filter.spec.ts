import { newId } from '@millrace/server-platform';
import { ExecutionsRig } from '../testing/executions-rig';
import { ExecutionCounts } from './execution-counts';
import { executionCondition, type ExecutionFilter } from './execution-filter';
import { ExecutionHistory } from './execution-history';

let rig: ExecutionsRig;
const [workflowA, workflowB, published, draft] = [newId(), newId(), newId(), newId()];

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 1);

/** 30,000 runs in 300 days: one in a hundred of workflow B, one in a thousand failed, one in three thousand still open. */
const MANY = `
  INSERT INTO execution (id, instance_id, workspace_id, workflow_id, version_id, trigger_node_id, status, mode, event_seq,
    error, created_at, finished_at)
  SELECT r.id, r.id, $1, CASE WHEN n % 100 = 0 THEN $3::uuid ELSE $2::uuid END, CASE WHEN n % 7 = 0 THEN $5::uuid ELSE $4::uuid END, 't',
    CASE WHEN n % 3000 = 1 THEN 'waiting' WHEN n % 1000 = 2 THEN 'failed' ELSE 'completed' END,
    CASE WHEN n % 2 = 0 THEN 'manual' ELSE 'webhook' END, 1,
    CASE WHEN n % 1000 = 2 THEN json_build_object('code', 'HTTP_' || n, 'message', '100% "broken" at ' || n) END,
    r.at, CASE WHEN n % 3000 = 1 THEN NULL ELSE r.at END
  FROM generate_series(0, 29999) AS n, LATERAL (
    SELECT to_timestamp($6::float8 / 1000) + n * interval '864 seconds' AS at,
      (substr(hex, 1, 8) || '-' || substr(hex, 9) || '-7000-8000-' || lpad(to_hex(n + $7::int), 12, '0'))::uuid AS id
    FROM (SELECT lpad(to_hex(($6::float8 + n * 864000.0)::bigint), 12, '0') AS hex) h) r`;

beforeAll(async () => {
  rig = await ExecutionsRig.start();
  const { pool, workspaceId } = rig;
  await pool.query(MANY, [workspaceId, workflowA, workflowB, published, draft, START_MS, 0]);
  // Others use the installation, too.
  for (let other = 1; other <= 2; other += 1) {
    const foreign = [newId(), newId(), newId(), newId(), newId(), START_MS, other * 100_000];
    await pool.query(MANY, foreign);
  }
  await pool.query(
    `INSERT INTO execution_event (execution_id, seq, type, body)
     SELECT gen_random_uuid(), 1, 'workflow.started', '{}' FROM generate_series(1, 20000)`,
  );
  await pool.query(
    `INSERT INTO workflow (id, workspace_id, name, node_count, draft, draft_hash, draft_saved_by, created_by)
     VALUES ($1, $2, 'A', 0, '{}', 'x', 'spec', 'spec')`,
    [workflowA, workspaceId],
  );
  await pool.query(
    `INSERT INTO workflow_version (id, workflow_id, workspace_id, version, kind, document, hash, created_by) VALUES
       ($1, $3, $4, '1.2.0', 'published', '{}', 'x', 'spec'), ($2, $3, $4, NULL, 'draft', '{}', 'x', 'spec')`,
    [published, draft, workflowA, workspaceId],
  );
  const retried = await ids({ statuses: ['failed'] });
  await pool.query(
    `INSERT INTO execution_event (execution_id, seq, type, node_id, body)
     SELECT id, seq, CASE WHEN seq IN (2, 3) THEN 'node.retrying' ELSE 'node.started' END, 'n', '{}'
     FROM unnest($1::uuid[]) AS id, generate_series(1, 4) AS seq`,
    [retried.slice(0, 3)],
  );
  await pool.query(
    `INSERT INTO execution_star (execution_id, workspace_id, starred_by)
     SELECT id, $2, 'spec' FROM unnest($1::uuid[]) AS id`,
    [retried.slice(0, 5), workspaceId],
  );
  await pool.query('ANALYZE');
}, 60_000);
afterAll(() => rig.stop());

async function ids(filter: ExecutionFilter, first = 100): Promise<string[]> {
  return (await rig.get(ExecutionHistory).list(rig.actor, { filter, first })).slice(0, first).map(({ id }) => id);
}

const count = (filter: ExecutionFilter): Promise<number> => rig.get(ExecutionCounts).of(rig.actor, filter);
const at = (day: number): Date => new Date(START_MS + day * DAY_MS);

async function planOf(filter: ExecutionFilter): Promise<string> {
  const condition = executionCondition(rig.workspaceId, filter);
  const { rows } = await rig.pool.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT * FROM execution e WHERE ${condition?.sql ?? ''} ORDER BY e.id DESC LIMIT 21`,
    [...(condition?.values ?? [])],
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

it.each<[string, ExecutionFilter, number]>([
  ['everything, counted up to 10,000', {}, 10_001],
  ['a workflow', { workflowId: workflowB }, 300],
  ['statuses', { statuses: ['failed', 'waiting'] }, 40],
  ['open runs', { statuses: ['waiting', 'running'] }, 10],
  ['no status', { statuses: [] }, 0],
  ['modes and a workflow', { modes: ['manual'], workflowId: workflowB }, 300],
  ['a published version', { version: '1.2.0', statuses: ['failed'] }, 26],
  ['the draft', { version: 'draft', statuses: ['failed'] }, 4],
  ['a version that nobody published', { version: '9.9.9', statuses: ['failed'] }, 0],
  ['an instant and later', { createdAfter: at(299) }, 100],
  ['before an instant', { createdBefore: at(2) }, 200],
  ['a day', { createdAfter: at(10), createdBefore: at(11) }, 100],
  ['no time at all', { createdAfter: at(11), createdBefore: at(10) }, 0],
  ['a code in any case', { errorText: 'http_2002' }, 1],
  ['a part of a message', { errorText: 'broken' }, 30],
  ['a quote as it is', { errorText: '"broken"' }, 30],
  ['a percent sign as it is', { errorText: '0% "b' }, 30],
  ['an underscore as it is', { errorText: 'a_' }, 0],
  ['words that no error has', { errorText: 'fault' }, 0],
  ['runs with retries', { hasRetries: true }, 3],
  ['runs without, that failed', { hasRetries: false, statuses: ['failed'] }, 27],
  ['starred runs', { starred: true }, 5],
  ['runs without a star, that failed', { starred: false, statuses: ['failed'] }, 25],
  ['an id that is none', { workflowId: 'nonsense' }, 0],
])('finds runs by %s', async (_name, filter, expected) => {
  expect(await count(filter)).toBe(expected);
  expect(await ids(filter)).toHaveLength(Math.min(expected, 100));
});

it('shows nothing of other workspaces', async () => {
  const stranger = { ...rig.actor, workspaceId: newId() };

  expect(await rig.get(ExecutionHistory).list(stranger, { first: 10 })).toEqual([]);
  expect(await rig.get(ExecutionCounts).of(stranger, {})).toBe(0);
});

it('pages without a gap or a repeat, whatever comes in meanwhile', async () => {
  const filter = { workflowId: workflowB };
  const history = rig.get(ExecutionHistory);
  const first = await history.list(rig.actor, { filter, first: 50 });
  const next = await history.list(rig.actor, { filter, first: 50, before: first[49]?.id ?? '' });

  expect(next[0]?.id).toBe(first[50]?.id);
});

it.each<[string, ExecutionFilter, string]>([
  ['everything', {}, 'execution_by_workspace'],
  ['a workflow', { workflowId: workflowB }, 'execution_by_workflow'],
  ['open runs', { statuses: ['running', 'waiting'] }, 'execution_open'],
  ['failed runs', { statuses: ['failed'] }, 'execution_failed'],
  ['errors', { errorText: 'refused' }, 'execution_failed'],
  ['runs with retries', { hasRetries: true }, 'execution_event_retry'],
  ['starred runs', { starred: true }, 'execution_star'],
  ['a time long ago', { createdBefore: at(3) }, 'execution_by_workspace'],
  ['a version', { version: '1.2.0' }, 'workflow_version'],
])('reads %s through an index, never the whole table', async (_name, filter, index) => {
  const plan = await planOf(filter);

  expect(plan).toContain(index);
  expect(plan).not.toMatch(/Seq Scan on execution( e)?\b(?!_star)/);
});

it('reads errors with text that Postgres has no text for', async () => {
  const id = newId();
  await rig.pool.query(
    `INSERT INTO execution (id, instance_id, workspace_id, version_id, trigger_node_id, status, mode, event_seq, error, finished_at)
     VALUES ($1::uuid, $1::uuid::text, $2, $1::uuid, 't', 'failed', 'manual', 1, $3, now())`,
    [id, rig.workspaceId, '{"code":"ODD_BYTES","message":"nul \\u0000 and half \\ud800"}'],
  );

  expect(await ids({ errorText: 'odd_bytes' })).toEqual([id]);
  expect(await ids({ errorText: 'nul' })).toEqual([id]);
});

it('counts retries of many runs with one query', async () => {
  const [one] = await ids({ hasRetries: true });
  const none = newId();

  expect(await rig.get(ExecutionCounts).retriesOf([none, one as string])).toEqual([0, 2]);
});
