import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ForgetWorkspaces } from '@millrace/server-identity';
import { furnish, type Furnished } from './testing/furnished';
import { ProductRig } from './testing/product-rig';

/*
 * A workspace with every kind of thing is deleted. Then every row of every table, and every file of the store of secrets, is
 * read: none speaks of it any more. The workspace beside it is as it was.
 */
const MARK = 'CANARY-OF-CLEO';
/** The log of who did what is kept, without contents; the deletion itself is remembered until its second look. */
const KEPT = new Set(['audit_event', 'workspace_deletion']);

let rig: ProductRig;
let forget: ForgetWorkspaces;
let cleo: Furnished;
let dora: Furnished;

beforeAll(async () => {
  rig = await ProductRig.start();
  forget = rig.served.app.get(ForgetWorkspaces, { strict: false });
  cleo = await furnish(rig, MARK);
  dora = await furnish(rig, 'Dora');
}, 120_000);
afterAll(() => rig.stop());

/** Every row of every table as text, the queue's tables included. */
async function everything(): Promise<Map<string, string[]>> {
  const tables = await rig.rows<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const contents = new Map<string, string[]>();
  for (const { schema, name } of tables.filter((table) => !KEPT.has(table.name))) {
    const rows = await rig.rows<{ row: string }>(`select t::text as row from ${schema}.${name} t order by 1`);
    contents.set(
      schema === 'public' ? name : `${schema}.${name}`,
      rows.map(({ row }) => row),
    );
  }
  return contents;
}

/** Columns that say which workspace a row belongs to. */
async function owned(): Promise<string[]> {
  const rows = await rig.rows<{ name: string }>(
    `select table_name as name from information_schema.columns where column_name = 'workspace_id' and table_schema = 'public'`,
  );
  return rows.map(({ name }) => name).filter((name) => !KEPT.has(name));
}

const idsIn = async (table: string, workspaceId: string): Promise<string[]> =>
  (await rig.rows<{ id: string }>(`select id::text from ${table} where workspace_id = $1`, [workspaceId])).map(
    ({ id }) => id,
  );

/** What tells a thing of this workspace. */
async function marksOf({ owner: { workspaceId } }: Furnished, mark: string): Promise<string[]> {
  const tables = ['workflow', 'workflow_version', 'execution', 'credential', 'webhook', 'schedule'];
  const ids = await Promise.all(tables.map((table) => idsIn(table, workspaceId)));
  return [workspaceId, mark, ...ids.flat()];
}

/** What every row says that speaks of one of these marks, but the account of its people. */
function speakingOf(contents: Map<string, string[]>, marks: readonly string[]): [string, string][] {
  return [...contents].flatMap(([table, rows]) =>
    rows.filter((row) => marks.some((mark) => row.includes(mark))).map((row): [string, string] => [table, row]),
  );
}

function secretFiles(): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else found.push(file);
    }
  };
  walk(rig.secretsFolder);
  return found;
}

it('nothing is left of a workspace that its owner deleted, and nothing else is gone', async () => {
  await rig.rows('insert into event_chain (execution_id, depth) values ($1, 1)', [cleo.executionId]);
  await rig.rows(
    `insert into early_signal (id, execution_id, name, payload) values (gen_random_uuid(), $1, $2, '{}')`,
    [cleo.executionId, `${MARK} signal`],
  );
  await rig.rows(`insert into idempotency_key (scope, key, body_hash, execution_id) values ('x', $2, '', $1)`, [
    cleo.executionId,
    `${MARK} key`,
  ]);
  const marks = await marksOf(cleo, MARK);
  const before = await everything();
  const held = speakingOf(before, marks).map(([table]) => table);
  const wanted = ['workflow', 'execution', 'execution_event', 'payload', 'webhook', 'schedule', 'credential'];
  expect(wanted.filter((table) => !held.includes(table))).toEqual([]);
  const secretsBefore = secretFiles();
  const deleting = `mutation { workspaceDelete(name: "${MARK} owner's place") { session { workspace { id } } errors { code message } } }`;
  const token = await rig.tokenOf(cleo.owner);
  const { data } = await rig.graphql(token, deleting);
  expect(data.workspaceDelete.errors).toEqual([]);
  expect(await rig.rows('select 1 from webhook where workspace_id = $1 and live', [cleo.owner.workspaceId])).toEqual(
    [],
  );
  await rig.rows('update workspace_deletion set next_at = now()');
  expect(await forget.run()).toBe(1);
  expect(await rig.rows('select round, failures from workspace_deletion')).toEqual([{ round: 2, failures: 0 }]);

  // The queue holds ids of runs until a worker looks and finds none; the person stays, and has a new workspace.
  const people = new Set(['app_user', 'workspace', 'session', 'membership']);
  const after = await everything();
  const left = speakingOf(after, marks).filter(
    ([table, row]) =>
      !(table.startsWith('pgboss.') && !row.includes(MARK)) &&
      !(people.has(table) && !row.includes(cleo.owner.workspaceId)),
  );
  expect(left).toEqual([]);
  for (const table of await owned())
    expect([table, await rig.rows(`select 1 from ${table} where workspace_id = $1`, [cleo.owner.workspaceId])]).toEqual(
      [table, []],
    );
  const ofDora = await marksOf(dora, 'Dora');
  expect(speakingOf(after, ofDora)).toEqual(speakingOf(before, ofDora));
  expect(secretFiles().length).toBeLessThan(secretsBefore.length);
  expect(secretFiles().some((file) => readFileSync(file, 'latin1').includes(MARK))).toBe(false);
  const audit = await rig.rows<{ row: string }>(
    `select t::text as row from audit_event t where workspace_id = $1 and action = 'workspace.deleted'`,
    [cleo.owner.workspaceId],
  );
  expect(audit).toHaveLength(1);
}, 120_000);

it('the second look takes what came while the first one ran', async () => {
  await rig.rows(`insert into key_value (workspace_id, key, value) values ($1, 'late', '1')`, [cleo.owner.workspaceId]);
  await rig.rows('update workspace_deletion set next_at = now()');
  expect(await forget.run()).toBe(1);
  expect(await rig.rows('select 1 from key_value where workspace_id = $1', [cleo.owner.workspaceId])).toEqual([]);
  expect(await rig.rows('select 1 from workspace_deletion')).toEqual([]);
});
