import type { JsonObject } from '@millrace/workflow-model';
import { documentOf, TriggersApp, type Loose, type Owner } from '../testing/triggers-app';
import { FireSchedules } from './fire-schedules';
import { RunBackfills } from './run-backfills';

let app: TriggersApp;
let owner: Owner;

beforeAll(async () => {
  app = await TriggersApp.start();
  owner = await app.owner();
});
afterAll(() => app.stop());

const HOUR_MS = 3_600_000;
/** The whole hour that was `hours` ago. */
const hoursAgo = (hours: number): Date => new Date((Math.floor(Date.now() / HOUR_MS) - hours) * HOUR_MS);

const scheduled = (config: JsonObject = { cron: '0 * * * *' }): JsonObject =>
  documentOf([
    ['clock', 'schedule-trigger', config],
    ['end', 'no-op'],
  ]);

const FIELDS = `id label live overlap cron timezone everySeconds pausedAt pausedBy pauseReason nextRuns missed
  lastFire { scheduledFor outcome executionId isBackfill } workflow { id name } backfills { id status total started skipped active }`;

async function scheduleOf(workflowId: string): Promise<Loose> {
  const { workflow } = await owner.graphql(`query($id: ID!) { workflow(id: $id) { schedules { ${FIELDS} } } }`, {
    id: workflowId,
  });
  return workflow.schedules[0];
}

async function mutate(name: string, variables: Record<string, unknown>, by = owner): Promise<Loose> {
  const given = { scheduleBackfill: '$input: ScheduleBackfillInput!', schedulePause: '$reason: String' }[name];
  const args = given ? `, ${given.split(':')[0]?.replace('$', '')}: ${given.split(':')[0]}` : '';
  const wanted = name.startsWith('scheduleBackfill')
    ? 'backfill { id status total started skipped active }'
    : `schedule { ${FIELDS} } executionId`;
  const query = `mutation($id: ID!${given ? `, ${given}` : ''}) { ${name}(id: $id${args}) { ${wanted} errors { code } } }`;
  return (await by.graphql(query, variables))[name];
}

const endRuns = (workflowId: string): Promise<unknown> =>
  app.pool.query(
    `update execution set status = 'completed', finished_at = now() where workflow_id = $1 and finished_at is null`,
    [workflowId],
  );
const due = (workflowId: string, at: Date): Promise<unknown> =>
  app.pool.query('update schedule set next_run_at = $2 where workflow_id = $1', [workflowId, at]);

describe('the schedules of a workspace', () => {
  it('are listed with when they come and came due, next first', async () => {
    const other = await app.owner();
    const daily = await other.publish(scheduled({ cron: '30 4 1 1 *', timezone: 'Europe/Berlin' }));
    const often = await other.publish(scheduled({ mode: 'interval', every: { value: 5, unit: 'minutes' } }));
    const { schedules } = await other.graphql(`{ schedules { ${FIELDS} } }`);
    expect(schedules.map(({ workflow }: Loose) => workflow.id)).toEqual([often, daily]);
    expect(schedules[0]).toMatchObject({ cron: null, everySeconds: 300, label: 'clock', live: true, lastFire: null });
    expect(schedules[1]).toMatchObject({
      cron: '30 4 1 1 *',
      timezone: 'Europe/Berlin',
      everySeconds: null,
      missed: 0,
    });
    expect(schedules[1].nextRuns).toHaveLength(5);
    expect((await owner.graphql('{ schedules { id } }')).schedules).not.toContainEqual({ id: schedules[0].id });
  });

  it('leave out nodes that the live version no longer has, and workflows in the bin', async () => {
    const other = await app.owner();
    const [gone, binned] = [await other.publish(scheduled()), await other.publish(scheduled())];
    await other.republish(
      gone,
      documentOf([
        ['start', 'manual-trigger'],
        ['end', 'no-op'],
      ]),
    );
    await other.rest('delete', `/api/workflows/${binned}`).expect(204);
    expect((await other.graphql('{ schedules { id } }')).schedules).toEqual([]);
  });
});

describe('a paused schedule', () => {
  it('does not fire, says why, and stays paused when its workflow is published again', async () => {
    const workflowId = await owner.publish(scheduled());
    const { id } = await scheduleOf(workflowId);
    const { schedule } = await mutate('schedulePause', { id, reason: ' The other side moves. ' });
    expect(schedule).toMatchObject({ pauseReason: 'The other side moves.', nextRuns: [], live: true });
    expect(schedule.pausedBy).not.toBeNull();
    await owner.republish(workflowId, scheduled({ cron: '0 * * * *', overlap: 'skip' }));
    await due(workflowId, hoursAgo(1));
    expect(await app.get(FireSchedules).look()).toBe(0);
    expect((await scheduleOf(workflowId)).pausedAt).toBe(schedule.pausedAt);
  });

  it('goes on from now when it is resumed, and owes nothing for the pause', async () => {
    const workflowId = await owner.publish(scheduled());
    const { id } = await scheduleOf(workflowId);
    await mutate('schedulePause', { id });
    await due(workflowId, hoursAgo(5));
    const { schedule } = await mutate('scheduleResume', { id });
    expect(schedule).toMatchObject({ pausedAt: null, pausedBy: null, pauseReason: null });
    expect(schedule.nextRuns[0]).toBe(hoursAgo(-1).toISOString());
    await app.get(FireSchedules).look();
    expect(await app.runs(workflowId)).toEqual([]);
  });
});

describe('firing by hand', () => {
  it('starts one run of the live version and is told apart in the record', async () => {
    const workflowId = await owner.publish(scheduled());
    const { id } = await scheduleOf(workflowId);
    const { executionId, schedule } = await mutate('scheduleFire', { id });
    expect(await app.runs(workflowId)).toMatchObject([{ id: executionId, mode: 'schedule' }]);
    expect(await app.triggerOf(executionId)).toMatchObject({ scheduleId: id, isBackfill: false });
    expect(schedule.lastFire).toMatchObject({ outcome: 'MANUAL', executionId });
  });

  it('works while the schedule is paused', async () => {
    const workflowId = await owner.publish(scheduled());
    const { id } = await scheduleOf(workflowId);
    await mutate('schedulePause', { id });
    expect((await mutate('scheduleFire', { id })).errors).toEqual([]);
    expect(await app.runs(workflowId)).toHaveLength(1);
  });

  it.each(['schedulePause', 'scheduleResume', 'scheduleFire'])('is not for others: %s', async (name) => {
    const { id } = await scheduleOf(await owner.publish(scheduled()));
    const stranger = await app.owner();
    expect((await mutate(name, { id }, stranger)).errors).toEqual([{ code: 'SCHEDULE_NOT_FOUND' }]);
  });
});

describe('a backfill', () => {
  const range = (from: number, to: number): { from: Date; to: Date } => ({ from: hoursAgo(from), to: hoursAgo(to) });

  async function preview(id: string, { from, to }: { from: Date; to: Date }): Promise<Loose> {
    const query = `query($id: ID!, $from: DateTime!, $to: DateTime!) {
      scheduleBackfillPreview(id: $id, from: $from, to: $to) { count alreadyRun instants } }`;
    return (await owner.graphql(query, { id, from, to })).scheduleBackfillPreview;
  }

  const instantsOf = async (workflowId: string): Promise<string[]> => {
    const runs = await app.runs(workflowId);
    return Promise.all(runs.map(async ({ id }) => (await app.triggerOf(id)).scheduledFor));
  };

  it('starts a run for each instant, as many at a time as it was told, in order, behind everything else', async () => {
    const workflowId = await owner.publish(scheduled());
    const { id } = await scheduleOf(workflowId);
    expect(await preview(id, range(5, 1))).toMatchObject({ count: 5, alreadyRun: 0 });
    const { backfill } = await mutate('scheduleBackfill', { id, input: { ...range(5, 1), atOnce: 2 } });
    expect(backfill).toMatchObject({ status: 'RUNNING', total: 5, started: 0 });
    expect(await app.get(RunBackfills).look()).toBe(2);
    expect(await app.get(RunBackfills).look()).toBe(0);
    await endRuns(workflowId);
    expect(await app.get(RunBackfills).look()).toBe(2);
    await endRuns(workflowId);
    expect(await app.get(RunBackfills).look()).toBe(1);
    expect(await instantsOf(workflowId)).toEqual([5, 4, 3, 2, 1].map((ago) => hoursAgo(ago).toISOString()));
    const [run] = await app.runs(workflowId);
    expect(await app.triggerOf(run!.id)).toMatchObject({ isBackfill: true, scheduleId: id });
    const { rows } = await app.pool.query<{ priority: number }>('select priority from execution where id = $1', [
      run!.id,
    ]);
    expect(rows[0]!.priority).toBeLessThan(-20);
    expect((await scheduleOf(workflowId)).backfills).toEqual([
      { id: backfill.id, status: 'COMPLETED', total: 5, started: 5, skipped: 0, active: 1 },
    ]);
  });

  it('gives no instant a second run, and makes up for those that were missed', async () => {
    const workflowId = await owner.publish(scheduled({ cron: '0 * * * *', misfire: 'skip' }));
    const { id } = await scheduleOf(workflowId);
    await mutate('scheduleBackfill', { id, input: { ...range(6, 5), atOnce: 50 } });
    await app.get(RunBackfills).look();
    await due(workflowId, hoursAgo(4));
    await app.get(FireSchedules).look();
    expect(await preview(id, range(6, 1))).toMatchObject({ count: 6, alreadyRun: 2 });
    await mutate('scheduleBackfill', { id, input: { ...range(6, 1), atOnce: 50, order: 'NEWEST_FIRST' } });
    await Promise.all([app.get(RunBackfills).look(), app.get(RunBackfills).look()]);
    expect((await instantsOf(workflowId)).slice(2)).toEqual([1, 2, 3, 4].map((ago) => hoursAgo(ago).toISOString()));
    expect((await scheduleOf(workflowId)).backfills[0]).toMatchObject({ started: 4, skipped: 2 });
  });

  it('can be cancelled: what was started goes on', async () => {
    const workflowId = await owner.publish(scheduled());
    const { id } = await scheduleOf(workflowId);
    const { backfill } = await mutate('scheduleBackfill', { id, input: range(9, 1) });
    await app.get(RunBackfills).look();
    expect((await mutate('scheduleBackfillCancel', { id: backfill.id })).backfill).toMatchObject({
      status: 'CANCELLED',
      active: 1,
    });
    await endRuns(workflowId);
    expect(await app.get(RunBackfills).look()).toBe(0);
    expect(await app.runs(workflowId)).toHaveLength(1);
  });

  it.each([
    ['ends before it begins', (): object => range(1, 3)],
    ['ends in the future', (): object => range(3, -2)],
    [
      'has no instant',
      (): object => ({ from: new Date(hoursAgo(2).getTime() + 1_000), to: new Date(hoursAgo(2).getTime() + 2_000) }),
    ],
    ['has too many', (): object => range(24 * 60, 1)],
  ])('is refused for a range that %s', async (_name, wanted) => {
    const { id } = await scheduleOf(await owner.publish(scheduled()));
    expect((await mutate('scheduleBackfill', { id, input: wanted() })).errors).toEqual([{ code: 'BACKFILL_REFUSED' }]);
  });

  it('keeps to the hours of its zone over a change of the clock', async () => {
    const { id } = await scheduleOf(await owner.publish(scheduled({ cron: '30 2 * * *', timezone: 'Europe/Berlin' })));
    const days = { from: new Date('2026-03-27T00:00:00Z'), to: new Date('2026-03-31T00:00:00Z') };
    expect((await preview(id, days)).instants).toEqual([
      '2026-03-27T01:30:00.000Z',
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
  });
});
