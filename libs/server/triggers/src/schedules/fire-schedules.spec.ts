import { StartExecutions } from '@millrace/server-executions';
import { Announcements, DomainError, Logger, newId, type Announcement, type SqlPool } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { ForgetOldTriggers } from '../forget-old-triggers';
import { documentOf, TriggersApp, type Owner } from '../testing/triggers-app';
import { FireSchedules } from './fire-schedules';
import { ScheduleLoop } from './schedule-loop';

let app: TriggersApp;
let owner: Owner;
let schedules: FireSchedules;

beforeAll(async () => {
  app = await TriggersApp.start();
  owner = await app.owner();
  schedules = app.get(FireSchedules);
});
afterAll(() => app.stop());
afterEach(() => app.pool.query('update schedule set live = false'));

const scheduled = (config: JsonObject): JsonObject =>
  documentOf([
    ['cron', 'schedule-trigger', config],
    ['end', 'no-op'],
  ]);
const hourly = (more: JsonObject = {}): JsonObject => scheduled({ cron: '0 * * * *', ...more });
/** Fires at every look, whatever the time: one second is always over. */
const SECOND: JsonObject = { mode: 'interval', every: { value: 1, unit: 'seconds' } };

interface Row {
  readonly id: string;
  readonly next_run_at: Date | null;
  readonly retry_at: Date | null;
  readonly failures: number;
  readonly last_error: string | null;
  readonly now: Date;
}

async function rowOf(workflowId: string): Promise<Row> {
  const { rows } = await app.pool.query<Row>(
    'select *, clock_timestamp() as now from schedule where workflow_id = $1',
    [workflowId],
  );
  return rows[0]!;
}

/** As if the next instant had been due at this time. */
const due = (workflowId: string, at: string | Date): Promise<unknown> =>
  app.pool.query('update schedule set next_run_at = $2 where workflow_id = $1', [workflowId, at]);

/** The whole hour that was `hours` ago. */
const hoursAgo = (hours: number): Date => new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - hours * 3_600_000);

async function fires(workflowId: string): Promise<{ at: Date; outcome: string; execution_id: string | null }[]> {
  const { rows } = await app.pool.query<{ at: Date; outcome: string; execution_id: string | null }>(
    `select f.scheduled_for as at, f.outcome, f.execution_id from schedule_fire f join schedule s on s.id = f.schedule_id
      where s.workflow_id = $1 order by f.scheduled_for`,
    [workflowId],
  );
  return rows;
}
const outcomes = async (workflowId: string): Promise<string[]> =>
  (await fires(workflowId)).map(({ outcome }) => outcome);
const endRuns = (workflowId: string): Promise<unknown> =>
  app.pool.query(
    `update execution set status = 'completed', finished_at = now() where workflow_id = $1 and finished_at is null`,
    [workflowId],
  );
/** Due just now, at an instant of the schedule that is not long ago: on time. */
async function dueNow(workflowId: string): Promise<void> {
  await app.pool.query(
    `update schedule set next_run_at = clock_timestamp(),
       spec = json_build_object('kind', 'at', 'instantsMs', json_build_array(floor(extract(epoch from clock_timestamp()) * 1000)))
     where workflow_id = $1`,
    [workflowId],
  );
  await app.pool.query(
    `update schedule set next_run_at = to_timestamp((spec->'instantsMs'->>0)::float8 / 1000) where workflow_id = $1`,
    [workflowId],
  );
}

describe('a schedule that is due', () => {
  it('starts one run of the live version, with when it was due, and looks again at the next instant', async () => {
    const id = await owner.publish(hourly());
    await due(id, hoursAgo(0));
    await schedules.look();
    const [run] = await app.runs(id);
    const row = await rowOf(id);
    expect(run).toMatchObject({ status: 'pending', mode: 'schedule' });
    expect(await app.triggerOf(run!.id)).toEqual({
      scheduledFor: hoursAgo(0).toISOString(),
      firedAt: expect.stringMatching(/Z$/),
      scheduleId: row.id,
      isBackfill: false,
    });
    expect(row.next_run_at!.getTime()).toBe(hoursAgo(-1).getTime());
    expect(await fires(id)).toEqual([{ at: hoursAgo(0), outcome: 'fired', execution_id: run!.id }]);
  });

  it('starts nothing before its time', async () => {
    const id = await owner.publish(hourly());
    expect(await schedules.look()).toBe(0);
    expect(await app.runs(id)).toEqual([]);
  });

  it('fires once when several processes look at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => owner.publish(hourly())));
    for (const id of ids) await due(id, hoursAgo(0));
    const { pool } = await app.test.database.connect();
    const other = new FireSchedules(pool, app.get(StartExecutions), Logger.silent(), new Announcements());
    const started = await Promise.all([schedules.look(), other.look(), schedules.look(), other.look()]);
    expect(started.reduce((sum, count) => sum + count)).toBe(12);
    for (const id of ids) expect(await app.runs(id)).toHaveLength(1);
  });

  it('does not fire again for an instant that has fired, even when the clock went back', async () => {
    const id = await owner.publish(hourly());
    for (let turn = 0; turn < 2; turn += 1) {
      await due(id, hoursAgo(0));
      await schedules.look();
    }
    expect(await app.runs(id)).toHaveLength(1);
  });

  it('ends after the last of its exact times', async () => {
    const id = await owner.publish(
      scheduled({ mode: 'at', at: ['2099-01-31T08:00', '2098-01-31T08:00:00Z'], timezone: 'Europe/Berlin' }),
    );
    expect((await rowOf(id)).next_run_at).toEqual(new Date('2098-01-31T08:00:00Z'));
    await dueNow(id);
    expect(await schedules.look()).toBe(1);
    expect((await rowOf(id)).next_run_at).toBeNull();
    expect(await schedules.look()).toBe(0);
  });
});

describe('starts that were missed', () => {
  it.each([
    ['run-once', {}, ['missed', 'missed', 'missed', 'fired']],
    ['skip', { misfire: 'skip' }, ['missed', 'missed', 'missed', 'missed']],
    ['catch-up', { misfire: 'catch-up', catchUpMax: 2 }, ['missed', 'missed', 'fired', 'fired']],
  ])('are handled as %s says', async (_name, config, expected) => {
    const id = await owner.publish(scheduled({ cron: '30 3 * * *', ...config }));
    const day = (ago: number): Date => {
      const at = new Date();
      at.setUTCHours(3, 30, 0, 0);
      if (at.getTime() > Date.now() - 60_000) at.setUTCDate(at.getUTCDate() - 1);
      at.setUTCDate(at.getUTCDate() - ago);
      return at;
    };
    await due(id, day(3));
    await schedules.look();
    expect(await fires(id)).toEqual(
      [3, 2, 1, 0].map((ago, index) => expect.objectContaining({ at: day(ago), outcome: expected[index] })),
    );
    expect((await rowOf(id)).next_run_at!.getTime()).toBeGreaterThan(Date.now());
  });

  it('are announced, with the instants', async () => {
    const told: Announcement[] = [];
    const write = async (_client: unknown, announcements: readonly Announcement[]): Promise<void> =>
      void told.push(...announcements);
    const stop = app.get(Announcements).connect({ isWanted: () => true, write });
    const id = await owner.publish(scheduled({ cron: '30 3 * * *', misfire: 'skip' }));
    const at = new Date(Date.now() - 2 * 86_400_000);
    at.setUTCHours(3, 30, 0, 0);
    await due(id, at);
    await schedules.look();
    stop();
    const missed = told.filter(({ type }) => type === 'schedule.missed');
    expect(missed).toMatchObject([{ workflowId: id, data: { nodeId: expect.any(String), count: expect.any(Number) } }]);
    expect(missed[0]?.data?.['instants']).toContain(at.toISOString());
  });

  it('of a year are bounded', async () => {
    const id = await owner.publish(scheduled({ ...SECOND, misfire: 'skip' }));
    await app.pool.query(
      `update schedule set next_run_at = now() - interval '1 year', spec = '{"kind":"interval","everyMs":1000,"anchorMs":0}' where workflow_id = $1`,
      [id],
    );
    await schedules.look();
    expect((await fires(id)).length).toBeLessThanOrEqual(1_002);
    expect((await rowOf(id)).next_run_at!.getTime()).toBeGreaterThan(Date.now() - 2_000);
  });

  it('are kept by a publish of the same schedule, and forgotten by one that was asleep or changed', async () => {
    const id = await owner.publish(hourly());
    await due(id, hoursAgo(2));
    const noted = (config: JsonObject) => ({ ...hourly(config), metadata: { description: newId() } });
    await owner.republish(id, noted({}));
    expect((await rowOf(id)).next_run_at).toEqual(hoursAgo(2));
    await owner.rest('post', `/api/workflows/${id}/disable`).expect(200);
    await owner.rest('post', `/api/workflows/${id}/enable`).expect(200);
    expect((await rowOf(id)).next_run_at).toEqual(hoursAgo(-1));
    await due(id, hoursAgo(2));
    await owner.republish(id, noted({ cron: '0 0 1 1 *' }));
    expect((await rowOf(id)).next_run_at!.getTime()).toBeGreaterThan(Date.now());
  });
});

describe('a run that has not ended', () => {
  async function twice(overlap: string): Promise<string> {
    const id = await owner.publish(hourly({ overlap }));
    for (let turn = 0; turn < 2; turn += 1) {
      await dueNow(id);
      await schedules.look();
    }
    return id;
  }

  it('does not hinder the next by default', async () => {
    expect(await outcomes(await twice('allow'))).toEqual(['fired', 'fired']);
  });

  it('makes the next be left out with skip, and hinders nothing when it has ended', async () => {
    const id = await twice('skip');
    expect(await outcomes(id)).toEqual(['fired', 'overlapped']);
    await endRuns(id);
    await dueNow(id);
    await schedules.look();
    expect(await outcomes(id)).toEqual(['fired', 'overlapped', 'fired']);
  });

  it('is still noticed after a hundred starts were left out', async () => {
    const id = await twice('skip');
    const { id: scheduleId } = await rowOf(id);
    await app.pool.query(
      `insert into schedule_fire (schedule_id, scheduled_for, outcome) select $1, clock_timestamp() - n * interval '1 ms', 'overlapped' from generate_series(1, 100) n`,
      [scheduleId],
    );
    await dueNow(id);
    await schedules.look();
    expect(await app.runs(id)).toHaveLength(1);
  });

  it('makes one wait with queue-one, which begins when it has ended', async () => {
    const id = await twice('queue-one');
    await dueNow(id);
    await schedules.look();
    expect(await outcomes(id)).toEqual(['fired', 'queued', 'overlapped']);
    await endRuns(id);
    expect(await schedules.look()).toBe(1);
    expect(await outcomes(id)).toEqual(['fired', 'fired', 'overlapped']);
    const [, queued] = await fires(id);
    expect((await app.triggerOf(queued!.execution_id!)).scheduledFor).toBe(queued!.at.toISOString());
  });

  it('starts nothing later for a workflow that was disabled meanwhile', async () => {
    const id = await twice('queue-one');
    await owner.rest('post', `/api/workflows/${id}/disable`).expect(200);
    await endRuns(id);
    await owner.rest('post', `/api/workflows/${id}/enable`).expect(200);
    expect(await schedules.look()).toBe(0);
    expect(await outcomes(id)).toEqual(['fired', 'overlapped']);
  });
});

describe('a schedule that fails', () => {
  const poisons: [string, string][] = [
    ['of a kind that nobody knows', `spec = '{"kind":"cron","cron":"nonsense","timezone":"UTC"}'`],
    ['without a policy', `misfire = 'null'`],
    ['with an interval that is none', `spec = '{"kind":"interval","everyMs":0,"anchorMs":0}'`],
  ];

  it.each(poisons)('%s is put off, and the others fire', async (_name, change) => {
    const [bad, good] = [await owner.publish(hourly()), await owner.publish(hourly())];
    await due(bad, hoursAgo(1));
    await app.pool.query(`update schedule set ${change} where workflow_id = $1`, [bad]);
    await due(good, hoursAgo(0));
    await schedules.look();
    expect(await app.runs(good)).toHaveLength(1);
    const row = await rowOf(bad);
    expect(row).toMatchObject({ failures: 1, next_run_at: hoursAgo(1) });
    expect(row.retry_at!.getTime()).toBeGreaterThan(row.now.getTime());
    expect(row.last_error).toBeTruthy();
    await schedules.look();
    expect((await rowOf(bad)).failures).toBe(1);
  });

  it('because its run could not be started loses nothing, and is well again after the next success', async () => {
    const id = await owner.publish(hourly());
    await due(id, hoursAgo(0));
    const away = new DomainError({ code: 'AWAY', status: 503, message: 'Away.', fault: 'transient' });
    const failing = { start: () => Promise.reject(away) } as unknown as StartExecutions;
    await new FireSchedules(app.pool, failing, Logger.silent(), new Announcements()).look();
    expect(await rowOf(id)).toMatchObject({ failures: 1, last_error: 'Away.', next_run_at: hoursAgo(0) });
    expect(await fires(id)).toEqual([]);
    expect(await schedules.look()).toBe(0);
    await app.pool.query('update schedule set retry_at = now() where workflow_id = $1', [id]);
    expect(await schedules.look()).toBe(1);
    expect(await rowOf(id)).toMatchObject({ failures: 0, last_error: null, retry_at: null });
  });

  it('because the database was away for a moment is not put off', async () => {
    const id = await owner.publish(hourly());
    await due(id, hoursAgo(0));
    const away = new DomainError({ code: 'DATABASE_UNAVAILABLE', status: 503, message: 'Away.', fault: 'transient' });
    const failing = { start: () => Promise.reject(away) } as unknown as StartExecutions;
    await expect(new FireSchedules(app.pool, failing, Logger.silent(), new Announcements()).look()).rejects.toThrow(
      'Away.',
    );
    expect(await rowOf(id)).toMatchObject({ failures: 0, retry_at: null, last_error: null });
    expect(await schedules.look()).toBe(1);
  });

  it('whose version is gone records it and goes on to its next instant', async () => {
    const [bad, good] = [await owner.publish(hourly()), await owner.publish(hourly())];
    await app.pool.query('update schedule set version_id = $2 where workflow_id = $1', [bad, newId()]);
    await due(bad, hoursAgo(0));
    await due(good, hoursAgo(0));
    expect(await schedules.look()).toBe(1);
    expect(await outcomes(bad)).toEqual(['failed']);
    expect((await rowOf(bad)).next_run_at).toEqual(hoursAgo(-1));
  });

  it('of a workflow in the bin does nothing', async () => {
    const id = await owner.publish(hourly());
    await owner.rest('delete', `/api/workflows/${id}`);
    await due(id, hoursAgo(0));
    expect(await schedules.look()).toBe(0);
  });

  it('because the database is away is told to the loop', async () => {
    const pool = { tx: () => Promise.reject(new Error('away')) } as unknown as SqlPool;
    await expect(
      new FireSchedules(pool, app.get(StartExecutions), Logger.silent(), new Announcements()).look(),
    ).rejects.toThrow('away');
  });
});

describe('the loop', () => {
  it('fires what comes due, and stops after the look that is under way', async () => {
    const id = await owner.publish(hourly());
    const loop = app.get(ScheduleLoop);
    const told = new Promise<void>((resolve) => {
      const { look } = schedules;
      schedules.look = async () => {
        const started = await look.call(schedules);
        if (started > 0) {
          schedules.look = look;
          resolve();
        }
        return started;
      };
    });
    loop.start();
    loop.start();
    await due(id, hoursAgo(0));
    await told;
    await loop.stop();
    expect(await app.runs(id)).toHaveLength(1);
  });

  it('forgets records of more than thirty days, but not those that still matter', async () => {
    const id = await owner.publish(hourly({ overlap: 'queue-one' }));
    for (let turn = 0; turn < 3; turn += 1) {
      await dueNow(id);
      await schedules.look();
    }
    expect(await outcomes(id)).toEqual(['fired', 'queued', 'overlapped']);
    await app.pool.query(`update schedule_fire set created_at = now() - interval '31 days'`);
    await app.get(ForgetOldTriggers).run();
    expect(await outcomes(id)).toEqual(['fired', 'queued']);
    await endRuns(id);
    await app.get(ForgetOldTriggers).run();
    expect(await outcomes(id)).toEqual(['queued']);
  });
});

describe('the preview of a schedule', () => {
  const config = { cron: '30 2 * * *', timezone: 'Europe/Berlin' };

  it('shows the next five runs over REST and GraphQL before anything is saved', async () => {
    const { body } = await owner.rest('post', '/api/schedules/preview', { config }).expect(200);
    expect(body.nextRuns).toHaveLength(5);
    const { schedulePreview } = await owner.graphql(
      `query ($config: JSON!) { schedulePreview(config: $config, count: 5) }`,
      { config },
    );
    expect(schedulePreview.map((at: string) => Date.parse(at))).toEqual(
      body.nextRuns.map((at: string) => Date.parse(at)),
    );
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' });
    expect(body.nextRuns.every((at: string) => ['02:30', '03:00'].includes(clock.format(new Date(at))))).toBe(true);
  });

  it('says what is wrong with a schedule', async () => {
    for (const wrong of [{ cron: '61 * * * *' }, { timezone: 'Mars/Base' }, { mode: 'at', at: 'soon' }, { every: 3 }]) {
      const { body } = await owner.rest('post', '/api/schedules/preview', { config: wrong }).expect(400);
      expect(body.error.code).toBe('SCHEDULE_INVALID');
    }
    await owner.rest('post', '/api/schedules/preview', { config, count: 51 }).expect(400);
    await owner.rest('post', '/api/schedules/preview', {}).expect(400);
  });

  it('is part of the schedules of a workflow', async () => {
    const id = await owner.publish(hourly());
    const { body } = await owner.rest('get', `/api/workflows/${id}/schedules`).expect(200);
    expect(body.items).toEqual([expect.objectContaining({ workflowId: id, nodeId: 'cron', live: true })]);
    expect(body.items[0].nextRuns.map((at: string) => Date.parse(at))).toEqual(
      [1, 2, 3, 4, 5].map((hours) => hoursAgo(-hours).getTime()),
    );
  });
});
