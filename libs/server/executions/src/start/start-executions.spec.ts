import { DomainError, newId } from '@millrace/server-platform';
import { LocalWorker } from '../leases/local-worker';
import type { ClaimedExecution } from '../leases/claimed-execution';
import { ExecutionsRig } from '../testing/executions-rig';
import { StartExecutions } from './start-executions';
import type { StartedExecution } from './start-request';

let rig: ExecutionsRig;
let starts: StartExecutions;
let version: string;

beforeAll(async () => {
  rig = await ExecutionsRig.start();
  starts = rig.get(StartExecutions);
  version = await rig.version();
});
afterAll(() => rig.stop());

async function count(text: string, values: unknown[] = []): Promise<number> {
  const { rows } = await rig.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${text}`, values);
  return rows[0]?.n ?? -1;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof DomainError ? `${error.status} ${error.code}` : String(error);
}

it('commits run, first event and job before it answers', async () => {
  const started = await starts.start(rig.request(version, { trigger: { a: 1 } }));
  expect(started).toMatchObject({ status: 'pending', duplicate: false, instanceId: started.executionId });
  const { rows } = await rig.pool.query(
    `SELECT e.status, e.event_seq, e.trigger_node_id, v.seq, v.type, v.body
     FROM execution e JOIN execution_event v ON v.execution_id = e.id WHERE e.id = $1`,
    [started.executionId],
  );
  expect(rows).toEqual([
    {
      status: 'pending',
      event_seq: 1,
      trigger_node_id: 'start',
      seq: 1,
      type: 'workflow.started',
      body: { triggerNodeId: 'start', trigger: { value: { a: 1 } }, nodeCount: 2 },
    },
  ]);
  expect(
    await count(`pgboss.job WHERE name = 'execution.run' AND data ->> 'executionId' = $1`, [started.executionId]),
  ).toBe(1);
});

it('starts five hundred runs of concurrent callers, each once and with its own data', async () => {
  const before = await count('execution');
  const started = await Promise.all(
    Array.from({ length: 500 }, (_none, n) => starts.start(rig.request(version, { trigger: { n } }))),
  );
  expect(new Set(started.map(({ executionId }) => executionId)).size).toBe(500);
  expect(await count('execution')).toBe(before + 500);
  const { rows } = await rig.pool.query<{ execution_id: string; n: number }>(
    `SELECT execution_id, (body #>> '{trigger,value,n}')::int AS n FROM execution_event WHERE execution_id = ANY($1)`,
    [started.map(({ executionId }) => executionId)],
  );
  const found = new Map(rows.map((row) => [row.execution_id, row.n]));
  expect(started.map(({ executionId }) => found.get(executionId))).toEqual(started.map((_one, n) => n));
});

it('gives one run for the same key, however many ask at once and from whatever process', async () => {
  const other = (await rig.process()).get(StartExecutions);
  const idempotency = { scope: 'spec', key: newId(), bodyHash: 'same' };
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_none, n) => (n % 2 ? starts : other).start(rig.request(version, { idempotency }))),
  );
  expect(new Set(answers.map(({ executionId }) => executionId)).size).toBe(1);
  expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  const again = await starts.start(rig.request(version, { idempotency }));
  expect(again).toMatchObject({ duplicate: true, executionId: answers[0]?.executionId, status: 'pending' });
});

it('refuses the same key with another body, also within one batch', async () => {
  const key = newId();
  const ask = (bodyHash: string): Promise<StartedExecution> =>
    starts.start(rig.request(version, { idempotency: { scope: 'spec', key, bodyHash } }));
  const [one, two] = await Promise.all([ask('one'), codeOf(ask('two'))]);
  expect(one.duplicate).toBe(false);
  expect(two).toBe('409 IDEMPOTENCY_KEY_REUSED');
  expect(await codeOf(ask('two'))).toBe('409 IDEMPOTENCY_KEY_REUSED');
});

it('takes a key again after seven days', async () => {
  const idempotency = { scope: 'spec', key: newId(), bodyHash: 'x' };
  const first = await starts.start(rig.request(version, { idempotency }));
  await rig.pool.query(`UPDATE idempotency_key SET created_at = now() - interval '8 days' WHERE key = $1`, [
    idempotency.key,
  ]);
  const second = await starts.start(rig.request(version, { idempotency: { ...idempotency, bodyHash: 'y' } }));
  expect(second).toMatchObject({ duplicate: false });
  expect(second.executionId).not.toBe(first.executionId);
});

it('does not let one refused request fail the others of its batch', async () => {
  const taken = newId();
  await starts.start(rig.request(version, { instanceId: taken }));
  const answers = await Promise.all([
    codeOf(starts.start(rig.request(version, { instanceId: taken }))),
    starts.start(rig.request(version)),
    codeOf(starts.start(rig.request(version, { workspaceId: 'no-uuid' }))),
    starts.start(rig.request(version)),
  ]);
  expect(answers[0]).toBe('409 INSTANCE_EXISTS');
  expect(answers[1]).toMatchObject({ duplicate: false });
  expect(answers[2]).toBe('500 START_REFUSED');
  expect(answers[3]).toMatchObject({ duplicate: false });
});

it('joins a running transaction: no run without its commit', async () => {
  const lost = newId();
  const failing = rig.pool.tx(async (client) => {
    await starts.start(rig.request(version, { client, instanceId: lost }));
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await count('execution WHERE instance_id = $1', [lost])).toBe(0);
  const kept = newId();
  await rig.pool.tx((client) => starts.start(rig.request(version, { client, instanceId: kept })));
  expect(await count('execution WHERE instance_id = $1', [kept])).toBe(1);
});

it('keeps a large trigger value out of the log', async () => {
  const { executionId } = await starts.start(rig.request(version, { trigger: { text: 'x'.repeat(70_000) } }));
  const { rows } = await rig.pool.query<{ body: { trigger: object } }>(
    'SELECT body FROM execution_event WHERE execution_id = $1',
    [executionId],
  );
  expect(rows[0]?.body.trigger).toEqual({ payloadId: expect.any(String), bytes: 70_011 });
  expect(await count('payload WHERE execution_id = $1', [executionId])).toBe(1);
});

it('refuses a trigger that the version does not have', async () => {
  expect(await codeOf(starts.start(rig.request(version, { triggerNodeId: 'nowhere' })))).toBe('400 TRIGGER_NOT_FOUND');
});

it('hands runs to a worker in this process without a job, as far as it has places', async () => {
  const taken: ClaimedExecution[] = [];
  let places = 2;
  const detach = rig.get(LocalWorker).attach({
    owner: 'here',
    reserve: (wanted) => {
      const given = Math.min(places, wanted);
      places -= given;
      return given;
    },
    giveBack: (given) => {
      places += given;
    },
    begin: (runs) => taken.push(...runs),
  });
  const started = await Promise.all([1, 2, 3].map(() => starts.start(rig.request(version))));
  await new Promise((resolve) => setImmediate(resolve));
  detach();
  expect(started.map(({ status }) => status)).toEqual(['running', 'running', 'pending']);
  expect(taken.map(({ executionId, epoch, events }) => [executionId, epoch, events.length])).toEqual(
    started.slice(0, 2).map(({ executionId }) => [executionId, 1, 1]),
  );
  const ids = started.map(({ executionId }) => executionId);
  const jobs = await rig.pool.query<{ id: string }>(
    `SELECT data ->> 'executionId' AS id FROM pgboss.job WHERE data ->> 'executionId' = ANY($1)`,
    [ids],
  );
  expect(jobs.rows).toEqual([{ id: ids[2] }]);
  const leases = await rig.pool.query<{ lease_owner: string | null }>(
    'SELECT lease_owner FROM execution WHERE id = ANY($1) ORDER BY id',
    [ids],
  );
  expect(leases.rows.filter(({ lease_owner }) => lease_owner === 'here')).toHaveLength(2);
});
