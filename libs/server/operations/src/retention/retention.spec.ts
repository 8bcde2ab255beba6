import { newId } from '@millrace/server-platform';
import { OperationsApp, type Person } from '../testing/operations-app';
import { RetentionWork } from './retention-work';

let app: OperationsApp;
let person: Person;
beforeAll(async () => {
  app = await OperationsApp.start();
});
beforeEach(async () => {
  person = await app.person();
});
afterAll(() => app.stop());

const look = (workspaceId: string | null = person.workspaceId): Promise<number | null> =>
  app.get(RetentionWork).look(workspaceId);
const SET = `mutation($input: WorkspaceRetentionInput!) { workspaceRetentionSet(input: $input) {
  retention { days runs bytes source } errors { code } } }`;

describe('finished runs', () => {
  it('are kept for ever when nobody says anything', async () => {
    const workflowId = await person.workflow();
    await app.past({ person, workflowId, count: 3, daysAgo: 3_000 });
    expect([await look(), (await app.runs(workflowId)).length]).toEqual([0, 3]);
  });

  it('go after the days that their workflow says, with their events and values', async () => {
    const workflowId = await person.workflow({ retention: { days: 30 } });
    const [old = ''] = await app.past({ person, workflowId, count: 1, daysAgo: 31 });
    const young = await app.past({ person, workflowId, count: 2, daysAgo: 29 });
    await app.pool.query(`insert into payload (id, execution_id, bytes, body) values ($1, $2, 3, '"x"')`, [
      newId(),
      old,
    ]);
    expect(await look()).toBe(1);
    expect(await app.runs(workflowId)).toEqual(young);
    for (const table of ['execution_event', 'payload']) {
      const { rows } = await app.pool.query(`select 1 from ${table} where execution_id = $1`, [old]);
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('go when there are more than their workflow keeps, the oldest first', async () => {
    const workflowId = await person.workflow({ retention: { runs: 4 } });
    const all = await app.past({ person, workflowId, count: 10 });
    expect([await look(), await app.runs(workflowId)]).toEqual([6, all.slice(6)]);
    expect(await look()).toBe(0);
  });

  it.each([{ runs: 3 }, { bytes: 500_000 }])('are not pushed out by tests when %j are kept', async (retention) => {
    const workflowId = await person.workflow({ retention });
    const real = await app.past({ person, workflowId, count: 3, size: 1_000 });
    await app.past({ person, workflowId, count: 9, mode: 'test', size: 200_000 });
    await look();
    expect((await app.runs(workflowId)).slice(0, 3)).toEqual(real);
  });

  it('go when they take more than their workflow may', async () => {
    const workflowId = await person.workflow({ retention: { bytes: 1_000_000 } });
    const all = await app.past({ person, workflowId, count: 20, size: 100_000 });
    const { rows } = await app.pool.query<{ n: number }>(
      `select avg(pg_column_size(v.*))::int as n from execution_event v where execution_id = any($1::uuid[])`,
      [all],
    );
    const kept = Math.floor(1_000_000 / (rows[0]!.n + 500));
    expect(kept).toBeLessThan(20);
    await look();
    expect(await app.runs(workflowId)).toEqual(all.slice(20 - kept));
  });

  it('stay when somebody starred them, a run waits for them, or an open run began with their results', async () => {
    const workflowId = await person.workflow({ retention: { days: 1 } });
    const [starred, awaited, source, other] = await app.past({ person, workflowId, count: 4, daysAgo: 9 });
    await app.pool.query(`insert into execution_star (execution_id, workspace_id, starred_by) values ($1, $2, 'x')`, [
      starred,
      person.workspaceId,
    ]);
    await app.pool.query('insert into awaited_run (child_id, parent_id) values ($1, $2)', [awaited, newId()]);
    const [open] = await app.past({ person, workflowId, count: 1, daysAgo: 9 });
    await app.pool.query('alter table execution disable trigger execution_stays_ended');
    await app.pool.query(`update execution set status = 'waiting', finished_at = null, source_id = $2 where id = $1`, [
      open,
      source,
    ]);
    await app.pool.query('alter table execution enable trigger execution_stays_ended');
    expect(await look()).toBe(1);
    expect(await app.runs(workflowId)).toEqual([starred, awaited, source, open]);
    expect(await app.runs(workflowId)).not.toContain(other);
  });

  it('of workflows that say nothing, and of none, go as the workspace says; others of the instance stay', async () => {
    const other = await app.person();
    const theirs = await other.workflow();
    await app.past({ person: other, workflowId: theirs, count: 2, daysAgo: 9 });
    const [own, silent] = [await person.workflow({ retention: { runs: 100 } }), await person.workflow()];
    for (const workflowId of [own, silent, null]) await app.past({ person, workflowId, count: 2, daysAgo: 9 });
    expect(await person.graphql(SET, { input: { days: 7 } })).toEqual({
      retention: { days: 7, runs: null, bytes: null, source: 'WORKSPACE' },
      errors: [],
    });
    const preview = await person.graphql('{ retentionPreview { workflowId runs source } }');
    expect(preview).toEqual([
      { workflowId: silent, runs: 2, source: 'WORKSPACE' },
      { workflowId: null, runs: 2, source: 'WORKSPACE' },
    ]);
    expect(await look(null)).toBe(4);
    expect([(await app.runs(own)).length, (await app.runs(silent)).length]).toEqual([2, 0]);
    expect([(await app.runs(null, person)).length, (await app.runs(theirs)).length]).toEqual([0, 2]);
    const { rows } = await app.pool.query<{ details: object }>(
      `select details from audit_event where workspace_id = $1 and action = 'execution.cleanedUp'`,
      [person.workspaceId],
    );
    expect(rows).toEqual([{ details: { count: 4 } }]);
  });

  it('are not deleted by a number that is only in the draft of something published', async () => {
    const workflowId = await person.workflow();
    const { rows } = await app.pool.query<{ id: string }>(
      `insert into workflow_version (id, workflow_id, workspace_id, version, kind, document, hash, created_by)
       select gen_random_uuid(), id, workspace_id, '1.0.0', 'published', draft, 'h', 'x' from workflow where id = $1 returning id`,
      [workflowId],
    );
    await app.pool.query(`update workflow set published_version_id = $2, draft = $3 where id = $1`, [
      workflowId,
      rows[0]!.id,
      JSON.stringify({ settings: { retention: { days: 1 } } }),
    ]);
    await app.past({ person, workflowId, count: 2, daysAgo: 9 });
    expect(await look()).toBe(0);
  });
});

it('limits of a workspace that make no sense are refused', async () => {
  for (const input of [{ days: 0 }, { runs: -1 }, { bytes: 10 }, { bytes: 1_500_000.5 }]) {
    const { retention, errors } = await person.graphql(SET, { input });
    expect([input, retention, errors]).toEqual([input, null, [{ code: 'RETENTION_INVALID' }]]);
  }
});

it('one process of all deletes at a time', async () => {
  const workflowId = await person.workflow({ retention: { runs: 1 } });
  await app.past({ person, workflowId, count: 900 });
  const both = await Promise.all([look(), look()]);
  expect(both.sort()).toEqual([899, null]);
});

it('twenty thousand runs go in small batches that hold up nobody', async () => {
  const workflowId = await person.workflow({ retention: { runs: 100 } });
  for (let n = 0; n < 10; n += 1) await app.past({ person, workflowId, count: 2_000 });
  const looking = look();
  let isOver = false;
  void looking.finally(() => (isOver = true));
  let slowest = 0;
  let counts = 0;
  while (!isOver) {
    const startedAt = performance.now();
    await app.past({ person, workflowId: null, count: 1 });
    await app.runs(null, person);
    slowest = Math.max(slowest, performance.now() - startedAt);
    counts += 1;
  }
  expect([await looking, (await app.runs(workflowId)).length]).toEqual([19_900, 100]);
  expect(counts).toBeGreaterThan(20);
  expect(slowest).toBeLessThan(2_000);
}, 120_000);
