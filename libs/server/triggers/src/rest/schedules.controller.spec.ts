import { newId } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { RunBackfills } from '../schedules/run-backfills';
import { documentOf, TriggersApp, type Loose, type Owner } from '../testing/triggers-app';

let app: TriggersApp;
let owner: Owner;

beforeAll(async () => {
  app = await TriggersApp.start();
  owner = await app.owner();
});
afterAll(() => app.stop());

const HOUR_MS = 3_600_000;
/** The whole hour that was `hours` ago. */
const hoursAgo = (hours: number): string =>
  new Date((Math.floor(Date.now() / HOUR_MS) - hours) * HOUR_MS).toISOString();
const scheduled = (config: JsonObject = { cron: '0 * * * *', timezone: 'Europe/Berlin' }): JsonObject =>
  documentOf([
    ['clock', 'schedule-trigger', config],
    ['end', 'no-op'],
  ]);

async function made(config?: JsonObject): Promise<{ workflowId: string; id: string }> {
  const workflowId = await owner.publish(scheduled(config));
  const { body } = await owner.rest('get', `/api/schedules?workflowId=${workflowId}`).expect(200);
  return { workflowId, id: body.items[0].id };
}

it('lists the schedules of a workspace, of one workflow, and one alone', async () => {
  const { workflowId, id } = await made();
  const { body } = await owner.rest('get', '/api/schedules').expect(200);
  const found = body.items.find((one: Loose) => one.id === id);
  expect(found).toMatchObject({ workflowId, label: 'clock', cron: '0 * * * *', timezone: 'Europe/Berlin', live: true });
  expect(found.nextRuns).toHaveLength(5);
  expect(found).not.toHaveProperty('workspaceId');
  expect((await owner.rest('get', `/api/schedules/${id}`).expect(200)).body).toEqual(found);
  const every = await made({ mode: 'interval', every: { value: 5, unit: 'minutes' } });
  expect((await owner.rest('get', `/api/schedules/${every.id}`)).body).toMatchObject({ everySeconds: 300, cron: null });
});

it('pauses one with a reason, and resumes it', async () => {
  const { id } = await made();
  const paused = await owner.rest('post', `/api/schedules/${id}/pause`, { reason: 'Maintenance' }).expect(200);
  expect(paused.body).toMatchObject({ pauseReason: 'Maintenance', nextRuns: [], pausedAt: expect.any(String) });
  await owner.rest('post', `/api/schedules/${id}/pause`).expect(200);
  const resumed = await owner.rest('post', `/api/schedules/${id}/resume`).expect(200);
  expect(resumed.body).toMatchObject({ pausedAt: null, pauseReason: null });
  expect(resumed.body.nextRuns).toHaveLength(5);
});

it('fires one by hand, and tells what became of its times', async () => {
  const { workflowId, id } = await made();
  const { body } = await owner.rest('post', `/api/schedules/${id}/fire`).expect(202);
  expect(await app.runs(workflowId)).toMatchObject([{ id: body.executionId, mode: 'schedule' }]);
  const fires = await owner.rest('get', `/api/schedules/${id}/fires?first=5`).expect(200);
  expect(fires.body.items).toMatchObject([{ outcome: 'manual', executionId: body.executionId, isBackfill: false }]);
  await owner.rest('get', `/api/schedules/${id}/fires?first=0`).expect(400);
});

it('makes up for a range after a look at it, and stops', async () => {
  const { workflowId, id } = await made();
  const range = { from: hoursAgo(4), to: hoursAgo(1) };
  const preview = await owner.rest('post', `/api/schedules/${id}/backfills/preview`, range).expect(200);
  expect(preview.body).toMatchObject({
    count: 4,
    alreadyRun: 0,
    instants: [hoursAgo(4), hoursAgo(3), hoursAgo(2), hoursAgo(1)],
  });
  const begun = await owner.rest('post', `/api/schedules/${id}/backfills`, { ...range, atOnce: 2 }).expect(202);
  expect(begun.body).toMatchObject({ status: 'running', total: 4, started: 0 });
  await app.get(RunBackfills).look();
  expect(await app.runs(workflowId)).toHaveLength(2);
  const stopped = await owner.rest('post', `/api/schedules/backfills/${begun.body.id}/cancel`).expect(200);
  expect(stopped.body).toMatchObject({ id: begun.body.id, status: 'cancelled', started: 2 });
  const { body } = await owner.rest('get', `/api/schedules/${id}/backfills`).expect(200);
  expect(body.items).toMatchObject([{ id: begun.body.id, status: 'cancelled' }]);
});

it('over a change of the clocks, each local time is made up for once', async () => {
  const { id } = await made({ cron: '30 2 * * *', timezone: 'Europe/Berlin' });
  const instants = async (from: string, to: string): Promise<string[]> =>
    (await owner.rest('post', `/api/schedules/${id}/backfills/preview`, { from, to }).expect(200)).body.instants;
  // At two the clocks go to three: half past two comes as soon as it can.
  const spring = await instants('2025-03-29T00:00:00Z', '2025-03-31T12:00:00Z');
  expect(spring).toEqual(['2025-03-29T01:30:00.000Z', '2025-03-30T01:00:00.000Z', '2025-03-31T00:30:00.000Z']);
  // At three the clocks go back to two: half past two comes twice, and counts once.
  const autumn = await instants('2025-10-25T00:00:00Z', '2025-10-27T12:00:00Z');
  expect(autumn).toEqual(['2025-10-25T00:30:00.000Z', '2025-10-26T00:30:00.000Z', '2025-10-27T01:30:00.000Z']);
});

it('refuses what cannot be, with what to do about it', async () => {
  const { id } = await made();
  const refused = async (route: string, body: object, status: number): Promise<string> =>
    (await owner.rest('post', `/api/schedules/${route}`, body).expect(status)).body.error.code;
  expect(await refused(`${id}/backfills`, { from: hoursAgo(1), to: hoursAgo(2) }, 400)).toBe('BACKFILL_REFUSED');
  expect(await refused(`${id}/backfills`, { from: 'yesterday', to: hoursAgo(1) }, 400)).toBe('VALIDATION_FAILED');
  expect(await refused(`${id}/backfills`, { from: hoursAgo(2), to: hoursAgo(1), atOnce: 51 }, 400)).toBe(
    'VALIDATION_FAILED',
  );
  expect(await refused(`${newId()}/fire`, {}, 404)).toBe('SCHEDULE_NOT_FOUND');
  expect(await refused(`backfills/${newId()}/cancel`, {}, 404)).toBe('BACKFILL_NOT_FOUND');
  expect((await owner.rest('get', '/api/schedules/nonsense').expect(404)).body.error.code).toBe('SCHEDULE_NOT_FOUND');
  expect(await refused('nonsense/fire', {}, 404)).toBe('SCHEDULE_NOT_FOUND');
  expect(await refused('backfills/nonsense/cancel', {}, 404)).toBe('BACKFILL_NOT_FOUND');
  expect(await refused(`${id}/pause`, { reason: '\ud800' }, 400)).toBe('TEXT_NOT_STORABLE');
});

it('is nobody else’s', async () => {
  const { id } = await made();
  const other = await app.owner();
  await other.rest('get', `/api/schedules/${id}`).expect(404);
  await other.rest('get', `/api/schedules/${id}/fires`).expect(404);
  await other.rest('get', `/api/schedules/${id}/backfills`).expect(404);
  await other.rest('post', `/api/schedules/${id}/pause`).expect(404);
  expect((await other.rest('get', '/api/schedules').expect(200)).body.items).toEqual([]);
  await app.call('get', '/api/schedules').expect(401);
});
