import type { RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

const SLEEPERS = 10_000;
const DAY_MS = 86_400_000;
/** The day passes in so many jumps. */
const JUMPS = 12;
/** What is promised after an outage, which a clock that jumps is; on a machine with time to spare it is 2 s. */
const MOST_LATE_MS = 30_000;
/** Started at a time. */
const BATCH = 500;

/**
 * Time of the whole product is Postgres's: `clock_timestamp` and `now`. Here both stand behind functions of the same names that
 * are found first, and add what the spec says has passed.
 */
const VIRTUAL_CLOCK = `
  CREATE SCHEMA virtual;
  CREATE TABLE virtual.passed AS SELECT interval '0' AS by;
  CREATE FUNCTION virtual.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
    'SELECT pg_catalog.clock_timestamp() + by FROM virtual.passed';
  CREATE FUNCTION virtual.now() RETURNS timestamptz LANGUAGE sql STABLE AS
    'SELECT pg_catalog.now() + by FROM virtual.passed';
  DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET search_path = virtual, pg_catalog, public', current_database());
  END $$`;

/** Milliseconds since the epoch. */
interface Sleeper {
  readonly due: number;
  readonly woke: number | null;
}

/** The clock before and after it was moved, milliseconds since the epoch. */
interface Jump {
  readonly from: number;
  readonly to: number;
}

let rig: Rig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  await rig.database.pool.query(VIRTUAL_CLOCK);
  worker = await rig.worker();
});
afterAll(() => rig.stop());

async function counted(where: string): Promise<number> {
  const { rows } = await rig.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM execution WHERE ${where}`,
  );
  return rows[0]?.n ?? 0;
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Not within a minute: ${what}`);
    await new Promise((later) => setTimeout(later, 100));
  }
}

async function jump(): Promise<Jump> {
  const { rows } = await rig.database.pool.query<Jump>(
    `UPDATE virtual.passed SET by = by + $1 * interval '1 millisecond'
     RETURNING (extract(epoch FROM pg_catalog.clock_timestamp() + by) * 1000)::float8 AS to,
       (extract(epoch FROM pg_catalog.clock_timestamp() + by) * 1000)::float8 - $1 AS from`,
    [DAY_MS / JUMPS],
  );
  return rows[0] as Jump;
}

async function sleepers(): Promise<Sleeper[]> {
  const { rows } = await rig.database.pool.query<Sleeper>(`
    SELECT (extract(epoch FROM (w.body -> 'wait' ->> 'until')::timestamptz) * 1000)::float8 AS due,
      (extract(epoch FROM k.at) * 1000)::float8 AS woke
    FROM execution_event w LEFT JOIN execution_event k ON k.execution_id = w.execution_id AND k.type = 'node.woken'
    WHERE w.type = 'node.waiting'`);
  return rows;
}

/**
 * How late one woke: after it was due or, if the clock jumped over that, after the jump. What the clock jumped between that and
 * its waking nobody had to wait. Negative when it was early.
 */
function lateness({ due, woke }: Sleeper, jumps: readonly Jump[]): number {
  const since = jumps.find(({ from, to }) => from < due && due <= to)?.to ?? due;
  const at = woke ?? Infinity;
  const jumped = jumps
    .filter(({ from, to }) => since <= from && to <= at)
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return at - since - jumped;
}

it('10,000 runs sleep through a day: they cost rows and nothing else, none wakes early, none too late', async () => {
  const version = await rig.chain([['s', 'sleep', { ms: '{{ trigger.ms }}' }]]);
  const msOf = (index: number): number => Math.floor(((index + 0.5) / SLEEPERS) * DAY_MS) + 60_000;
  for (let first = 0; first < SLEEPERS; first += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, index) => worker.start(version, { ms: msOf(first + index) }));
    await Promise.all(batch);
  }
  await until('all sleep', async () => (await counted(`status = 'waiting'`)) === SLEEPERS);
  expect(await counted('lease_owner IS NOT NULL')).toBe(0);
  const { rows: jobs } = await rig.database.pool.query(`SELECT 1 FROM pgboss.job WHERE name = 'execution.run'`);
  expect(jobs).toEqual([]);

  const jumps: Jump[] = [];
  for (let index = 0; index <= JUMPS; index += 1) {
    const passed = await jump();
    jumps.push(passed);
    await until('who is due has woken', async () =>
      (await sleepers()).every(({ due, woke }) => due > passed.to || woke !== null),
    );
  }
  await until('all have ended', async () => (await counted(`status = 'completed'`)) === SLEEPERS);
  const late = (await sleepers()).map((sleeper) => lateness(sleeper, jumps)).sort((a, b) => a - b);
  expect(late).toHaveLength(SLEEPERS);
  expect(late[0]).toBeGreaterThanOrEqual(0);
  expect(late.at(-1)).toBeLessThanOrEqual(MOST_LATE_MS);
}, 300_000);
