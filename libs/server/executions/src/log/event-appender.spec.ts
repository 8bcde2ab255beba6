import { ExecutionLeases } from '../leases/execution-leases';
import { StartExecutions } from '../start/start-executions';
import { ExecutionsRig, FINISHED, completed } from '../testing/executions-rig';
import { EventAppender } from './event-appender';
import { ExecutionLog } from './execution-log';
import { LocalCommits } from './local-commits';
import type { LocalCommit } from './local-commits';

let rig: ExecutionsRig;
let version: string;

beforeAll(async () => {
  rig = await ExecutionsRig.start();
  version = await rig.version();
});
afterAll(() => rig.stop());

async function rowOf(executionId: string): Promise<Record<string, unknown>> {
  const { rows } = await rig.pool.query(
    `SELECT status, progress, event_seq, lease_owner, next_due_at IS NULL AS "noDue", finished_at IS NULL AS "notOver"
     FROM execution WHERE id = $1`,
    [executionId],
  );
  return rows[0] as Record<string, unknown>;
}

it('stores events in order, with the state of the run', async () => {
  const run = await rig.claimed(version);
  const outcome = await rig.append(run, [completed('start', { a: 1 }), completed('a', [1, 2])]);
  expect(outcome).toEqual({ kind: 'stored', atMs: expect.any(Number) });
  const events = await rig.get(ExecutionLog).eventsAfter(run.executionId, 1);
  expect(events).toMatchObject([
    { seq: 2, type: 'node.completed', nodeId: 'start', ports: { main: { value: { a: 1 } } } },
    { seq: 3, type: 'node.completed', nodeId: 'a', ports: { main: { value: [1, 2] } } },
  ]);
  expect(await rowOf(run.executionId)).toMatchObject({
    status: 'running',
    progress: 50,
    event_seq: 3,
    lease_owner: 'spec',
  });
});

it('gives the lease back and sets the next look with the last events', async () => {
  const run = await rig.claimed(version);
  await rig.append(run, [completed('start', 1)], { status: 'waiting', release: { dueAtMs: Date.now() + 60_000 } });
  expect(await rowOf(run.executionId)).toMatchObject({ status: 'waiting', lease_owner: null, noDue: false });
  const over = await rig.claimed(version);
  await rig.finish(over);
  expect(await rowOf(over.executionId)).toEqual({
    status: 'completed',
    progress: 100,
    event_seq: 4,
    lease_owner: null,
    noDue: true,
    notOver: false,
  });
});

it('writes nothing for who has an old epoch, an old seq, or a run that is over; the rest of the batch is written', async () => {
  const [good, oldEpoch, oldSeq, over] = await Promise.all([0, 1, 2, 3].map(() => rig.claimed(version)));
  if (!good || !oldEpoch || !oldSeq || !over) throw new Error('not claimed');
  await rig.finish(over);
  const outcomes = await Promise.all([
    rig.append(oldEpoch, [completed('start', 1)], { epoch: oldEpoch.epoch - 1 }),
    rig.append(good, [completed('start', 1)]),
    rig.append(oldSeq, [completed('start', 1)], { expectedSeq: 0 }),
    rig.append(over, [completed('late', 1)], { expectedSeq: 4 }),
  ]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['rejected', 'stored', 'rejected', 'rejected']);
  for (const run of [oldEpoch, oldSeq]) expect(await rowOf(run.executionId)).toMatchObject({ event_seq: 1 });
  expect(await rowOf(over.executionId)).toMatchObject({ event_seq: 4, status: 'completed' });
});

it('lets only one of two writers with the same expectation through', async () => {
  const run = await rig.claimed(version);
  const other = (await rig.process()).get(EventAppender);
  const { executionId, workspaceId, workflowId, epoch } = run;
  const append = {
    executionId,
    workspaceId,
    workflowId,
    epoch,
    expectedSeq: 1,
    status: 'running',
    progress: 0,
  } as const;
  const outcomes = await Promise.all([
    rig.append(run, [completed('start', 'one')]),
    other.append({ ...append, events: [completed('start', 'two')] }),
  ]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['rejected', 'stored']);
  expect(await rig.get(ExecutionLog).eventsAfter(executionId, 1)).toHaveLength(1);
});

it('writes many runs with few statements', async () => {
  const runs = await Promise.all(Array.from({ length: 60 }, () => rig.claimed(version)));
  const before = rig.get(EventAppender).statementCount;
  const outcomes = await Promise.all(runs.map((run) => rig.finish(run)));
  expect(outcomes.every(({ kind }) => kind === 'stored')).toBe(true);
  expect(rig.get(EventAppender).statementCount - before).toBeLessThanOrEqual(2);
});

it('does not let what the database refuses of one run hold back the others', async () => {
  const [good, bad] = await Promise.all([rig.claimed(version), rig.claimed(version)]);
  if (!good || !bad) throw new Error('not claimed');
  const outcomes = await Promise.allSettled([
    rig.append(good, [completed('start', 1)]),
    rig.append(bad, [completed('start', 1)], { progress: 101 }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await rowOf(good.executionId)).toMatchObject({ event_seq: 2 });
  expect(await rowOf(bad.executionId)).toMatchObject({ event_seq: 1 });
});

it('writes waits, payloads and published events with their events, and ends them with the run', async () => {
  const run = await rig.claimed(version);
  const wait = { kind: 'event', name: 'go', timeoutAt: '2099-01-01T00:00:00.000Z' } as const;
  const payload = { id: run.versionId, bytes: 5, text: '"big"' };
  await rig.append(run, [{ type: 'node.waiting', nodeId: 'a', attempt: 1, wait, startedAtMs: 1 }], {
    rows: {
      payloads: [payload],
      waits: [{ nodeId: 'a', wait }],
      endedWaits: [],
      published: [{ id: run.executionId, name: 'n', payload: { x: 'line\nbreak' } }],
    },
  });
  const waits = await rig.pool.query('SELECT node_id, name, due_at FROM wait WHERE execution_id = $1', [
    run.executionId,
  ]);
  expect(waits.rows).toEqual([{ node_id: 'a', name: 'go', due_at: new Date(wait.timeoutAt) }]);
  const published = await rig.pool.query('SELECT payload FROM published_event WHERE id = $1', [run.executionId]);
  expect(published.rows).toEqual([{ payload: { x: 'line\nbreak' } }]);
  expect((await rig.get(ExecutionLog).payloads(run.executionId, [payload.id])).get(payload.id)).toBe('big');
  const nothing = { payloads: [], waits: [], endedWaits: [], published: [] };
  const end = { status: 'completed', release: { dueAtMs: null }, rows: nothing, expectedSeq: 2 } as const;
  await rig.append(run, [FINISHED], end);
  const left = await rig.pool.query('SELECT 1 FROM wait WHERE execution_id = $1', [run.executionId]);
  expect(left.rows).toEqual([]);
});

it('tells listeners in this process what it committed', async () => {
  const run = await rig.claimed(version);
  const told: LocalCommit[] = [];
  rig.get(LocalCommits).on(run.executionId, (commit) => told.push(commit));
  await rig.append(run, [completed('start', 1)]);
  expect(told).toMatchObject([
    { executionId: run.executionId, status: 'running', events: [{ seq: 2, nodeId: 'start' }] },
  ]);
});

it('refuses to change or reorder what is in the log', async () => {
  const run = await rig.claimed(version);
  const change = rig.pool.query(`UPDATE execution_event SET type = 'x' WHERE execution_id = $1`, [run.executionId]);
  await expect(change).rejects.toThrow('never change');
});

it('claims a run once, with a higher epoch each time its lease ran out', async () => {
  const run = await rig.claimed(version);
  const leases = rig.get(ExecutionLeases);
  expect(await leases.claim('other', [run.executionId])).toEqual({ runs: [], busy: [] });
  // Right after its start, Postgres itself is taken for the reason.
  await rig.pool.query(
    `SELECT pg_sleep(greatest(0, 7 - extract(epoch FROM clock_timestamp() - pg_postmaster_start_time())))`,
  );
  await rig.pool.query(`UPDATE execution SET lease_until = now() - interval '1 second' WHERE id = $1`, [
    run.executionId,
  ]);
  const { runs } = await leases.claim('other', [run.executionId]);
  expect(runs).toMatchObject([{ epoch: run.epoch + 1, lostLeases: 1, events: [{ seq: 1, type: 'workflow.started' }] }]);
  expect((await leases.renew('spec', [run])).held.size).toBe(0);
  expect((await leases.renew('other', runs)).held.get(run.executionId)).toBe(1);
});

it('finds a free run whose row somebody has locked, so that the caller comes again', async () => {
  const { executionId } = await rig.claimed(version);
  await rig.pool.query('UPDATE execution SET lease_owner = NULL, lease_until = NULL WHERE id = $1', [executionId]);
  const leases = rig.get(ExecutionLeases);
  await rig.pool.tx(async (client) => {
    await client.query('SELECT 1 FROM execution WHERE id = $1 FOR UPDATE', [executionId]);
    expect(await leases.claim('spec', [executionId])).toEqual({ runs: [], busy: [executionId] });
  });
  expect((await leases.claim('spec', [executionId])).runs).toHaveLength(1);
});

it('sweeps runs that are due and free, and puts off the next look', async () => {
  const due = await rig.claimed(version);
  const held = await rig.claimed(version);
  await rig.append(due, [completed('start', 1)], { status: 'waiting', release: { dueAtMs: Date.now() - 1_000 } });
  const leases = rig.get(ExecutionLeases);
  expect(await leases.sweep()).toBeGreaterThanOrEqual(1);
  const jobs = await rig.pool.query<{ id: string }>(
    `SELECT data ->> 'executionId' AS id FROM pgboss.job WHERE data ->> 'executionId' = ANY($1)`,
    [[due.executionId]],
  );
  expect(jobs.rows.length).toBeGreaterThanOrEqual(2);
  expect(await leases.sweep()).toBe(0);
  expect(await rowOf(held.executionId)).toMatchObject({ lease_owner: 'spec' });
});

it('leaves runs that queue alone as long as there is a queue, and finds those that lost their job', async () => {
  await rig.pool.query(`DELETE FROM pgboss.job`);
  await rig.pool.query(`UPDATE execution SET next_due_at = NULL`);
  const starts = rig.get(StartExecutions);
  const { executionId } = await starts.start(rig.request(version));
  await rig.pool.query(`UPDATE execution SET next_due_at = now() WHERE id = $1`, [executionId]);
  const leases = rig.get(ExecutionLeases);
  expect(await leases.sweep()).toBe(0);
  await rig.pool.query(`DELETE FROM pgboss.job`);
  expect(await leases.sweep()).toBe(1);
  const jobs = await rig.pool.query(`SELECT data FROM pgboss.job WHERE name = 'execution.run'`);
  expect(jobs.rows).toEqual([{ data: { executionId } }]);
});
