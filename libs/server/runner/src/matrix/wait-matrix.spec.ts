import type { Json } from '@millrace/workflow-model';
import type { TestProcess } from '../testing/runner-rig';
import { RunnerRig } from '../testing/runner-rig';
import { WAIT_KINDS, type WaitKind } from '../testing/waiter-node';
import { ENDINGS, PLACES, eventOf, isPossible, versionOf, type Cell, type WaitEnding, type WaitPlace } from './cell';
import { answerUntilEnded, familyOf, familyWaits, replay } from './family';

/*
 * Every kind of wait, in every place, with everything that can happen to it, on a real Postgres. The waiter passes on what
 * came in: data that is lost over a wait, or a parent that goes on before its child, shows in the result.
 */
let rig: RunnerRig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker({ RUNNER_GRACE_SECONDS: '0' });
});
afterAll(async () => {
  try {
    expect(await rig.unsoundRuns()).toEqual([]);
    const left = await rig.database.pool.query(
      'SELECT execution_id FROM wait UNION ALL SELECT child_id FROM awaited_run',
    );
    expect(left.rows).toEqual([]);
  } finally {
    await rig.stop();
  }
});

const LIST = [{ n: 1 }, { n: 2 }];
const TRIGGER = { list: LIST, kept: 'over the wait' };

/** What a run gives whose waits end well. */
const WHOLE: Readonly<Record<WaitPlace, Json>> = {
  'at the top': TRIGGER,
  'for each item': [TRIGGER, TRIGGER],
  'in a loop': LIST,
  'in a loop in a loop': [LIST, LIST],
  'in a child': TRIGGER,
  'in a loop of a child': LIST,
};
const FAILURE = { error: expect.objectContaining({ code: 'BROKEN', message: 'It did not work.' }) } as unknown as Json;
const LATE = { late: true };

/** The same in the place of every item. */
function everywhere(place: WaitPlace, value: Json): Json {
  if (place === 'at the top' || place === 'in a child') return value;
  return place === 'in a loop in a loop'
    ? [
        [value, value],
        [value, value],
      ]
    : [value, value];
}

/** Does to the run what the cell says, and waits for the end of its whole family. */
async function drive(id: string, cell: Cell): Promise<void> {
  await familyWaits(rig, id);
  // The other waits end by themselves, on a slow machine before anybody looks.
  if (cell.kind === 'event' || cell.kind === 'approval')
    expect((await familyOf(rig, id))[0]?.status).not.toBe('completed');
  if (cell.ending === 'is cancelled') await worker.control.cancel(worker.actor, id);
  if (cell.ending === 'lies in a pause') await pausedFor(id, cell);
  const isAnswered = !cell.ending.startsWith('takes too long') && cell.ending !== 'is cancelled';
  await answerUntilEnded(rig, worker, id, isAnswered ? eventOf(cell) : 'nobody waits for this');
}

/** Pauses everybody in the family, and goes on after the time at which waits end by themselves. */
async function pausedFor(id: string, cell: Cell): Promise<void> {
  const family = await familyOf(rig, id);
  const paused: string[] = [];
  for (const one of family) {
    // Some may have ended between the look and the order.
    await worker.control.pause(worker.actor, one.id).then(
      () => paused.push(one.id),
      () => undefined,
    );
  }
  await worker.signals.deliver({ workspaceId: rig.workspaceId, executionId: id, name: eventOf(cell), payload: null });
  await new Promise((resolve) => setTimeout(resolve, 700));
  for (const one of paused) expect((await familyOf(rig, one))[0]?.status).toBe('paused');
  for (const one of paused) await worker.control.resume(worker.actor, one);
}

async function handOver(ids: readonly string[]): Promise<void> {
  await Promise.all(ids.map((id) => familyWaits(rig, id)));
  await worker.runner.stop();
  worker = await rig.worker({ RUNNER_GRACE_SECONDS: '0' });
}

function expectEnd(cell: Cell, end: { status: string; output: Json; error?: { code: string } | undefined }): void {
  const { ending, place } = cell;
  const inChild = place === 'in a child' || place === 'in a loop of a child';
  if (ending === 'is cancelled') return expect(end.status).toBe('cancelled');
  if (ending === 'takes too long for the workflow') {
    return expect([end.status, end.error?.code]).toEqual(['failed', 'WORKFLOW_TIMEOUT']);
  }
  const told = inChild ? (end.output as { status: string; output: Json }) : end;
  const [status, value] = [told.status, told.output];
  if (ending === 'fails and stops the run')
    return expect([end.status, status]).toEqual([inChild ? 'completed' : 'failed', 'failed']);
  expect([end.status, status]).toEqual(['completed', 'completed']);
  if (ending.startsWith('fails'))
    return expect(value).toEqual(place === 'for each item' ? expect.anything() : everywhere(place, FAILURE));
  if (ending === 'takes too long for the node') return expect(value).toEqual(everywhere(place, LATE));
  expect(value).toEqual(WHOLE[place]);
}

describe.each(PLACES)('a wait %s', (place) => {
  describe.each(ENDINGS)('that %s', (ending: WaitEnding) => {
    const cells = WAIT_KINDS.map((kind): Cell => ({ kind, place, ending })).filter(isPossible);
    const runs = new Map<WaitKind, { id: string; ended: Promise<void> }>();

    beforeAll(async () => {
      for (const cell of cells) {
        const id = await worker.start(await versionOf(rig, cell), TRIGGER);
        runs.set(cell.kind, { id, ended: Promise.resolve() });
      }
      if (ending === 'sees its worker go') await handOver([...runs.values()].map(({ id }) => id));
      for (const cell of cells) {
        const { id } = runs.get(cell.kind) as { id: string };
        const ended = drive(id, cell);
        ended.catch(() => undefined);
        runs.set(cell.kind, { id, ended });
      }
    });

    it.each(cells.map(({ kind }) => kind))(
      'and is for a %s: the end is right, and every beginning of the log leads there',
      async (kind) => {
        const { id, ended } = runs.get(kind) as { id: string; ended: Promise<void> };
        await ended;
        for (const one of await familyOf(rig, id)) expect(replay(await worker.events(one.id)).faults).toEqual([]);
        const end = await worker.finished(id);
        expectEnd({ kind, place, ending }, end as Parameters<typeof expectEnd>[1]);
      },
    );
  });
});
