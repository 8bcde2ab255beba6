import { isDeepStrictEqual } from 'node:util';
import { evolve, initialState } from '@millrace/engine';
import type { ExecutionEvent } from '@millrace/engine';
import { ExecutionHistory } from '@millrace/server-executions';
import type { Json } from '@millrace/workflow-model';
import type { RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

/* What ends a wait can be as large as the files of a form: the log stays small, and nothing of it is lost on the way. */

let rig: Rig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterAll(() => rig.stop());

const file = { fileName: 'plan.pdf', base64: 'QUJD'.repeat(60_000), odd: 'a\n"é😀' };
/** Nobody wants to read the difference of two files. */
const isFile = (value: unknown): boolean => isDeepStrictEqual(value, { got: file });

function waiting(id: string, count = 1): Promise<unknown> {
  let seen = 0;
  return worker.event(id, ({ type }) => type === 'node.waiting' && (seen += 1) === count);
}

function send(executionId: string, name: string, payload: Json): Promise<{ delivered: number }> {
  return worker.signals.deliver({ workspaceId: worker.workspaceId, executionId, name, payload });
}

async function woken(id: string): Promise<ExecutionEvent[]> {
  return (await worker.events(id)).filter(({ type }) => type === 'node.woken');
}

it('lie out of line, as large results do, and come whole to their node', async () => {
  const id = await worker.start(await rig.chain([['w', 'await', { name: 'sent' }]]));
  await waiting(id);
  await send(id, 'sent', file);

  expect(isFile((await worker.finished(id)).output)).toBe(true);
  const [event] = await woken(id);
  expect(event).toMatchObject({ wake: { kind: 'event', payload: null, stored: { bytes: expect.any(Number) } } });
  const { rows } = await rig.database.pool.query<{ largest: number }>(
    'SELECT max(octet_length(body::text)) AS largest FROM execution_event WHERE execution_id = $1',
    [id],
  );
  expect(rows[0]?.largest).toBeLessThan(2_000);
});

it('stay in the event while they are small', async () => {
  const id = await worker.start(await rig.chain([['w', 'await', { name: 'small' }]]));
  await waiting(id);
  await send(id, 'small', { a: 'x'.repeat(1_000) });
  await worker.finished(id);

  expect(await woken(id)).toMatchObject([{ wake: { payload: { a: 'x'.repeat(1_000) } } }]);
  expect(JSON.stringify(await woken(id))).not.toContain('stored');
});

it('are read by a run that is in hand just now, in turns of loops too', async () => {
  const version = await rig.version(
    [
      ['start', 'start'],
      ['busy', 'effect', { key: 'large-busy' }],
      ['each', 'loop', { items: [1, 2], concurrency: 2 }],
      ['gate', 'await', { name: 'go' }, { parent: 'each' }],
    ],
    ['start>busy', 'start>each'],
  );
  const id = await worker.start(version);
  const call = await rig.script.called('large-busy');
  await waiting(id, 2);
  expect(await send(id, 'go', file)).toEqual({ delivered: 2 });
  await worker.event(id, (event) => event.type === 'node.completed' && event.nodeId === 'each');
  call.finish('done');

  const { output } = await worker.finished(id);
  const { busy, each } = output as unknown as { busy: Json; each: readonly { output: Json }[] };
  expect([busy, ...each.map((turn) => isFile(turn.output ?? turn))]).toEqual(['done', true, true]);
});

it('are kept when they come before their node waits', async () => {
  const version = await rig.chain([
    ['e', 'effect', { key: 'large-early' }],
    ['w', 'await', { name: 'eager' }],
  ]);
  const id = await worker.start(version);
  const call = await rig.script.called('large-early');
  expect(await send(id, 'eager', file)).toEqual({ delivered: 0 });
  call.finish();

  expect(isFile((await worker.finished(id)).output)).toBe(true);
});

it('are read again by whoever goes on with the run, and can be looked at', async () => {
  const id = await worker.start(
    await rig.chain([
      ['w', 'await', { name: 'next' }],
      ['v', 'await', { name: 'after' }],
    ]),
  );
  await waiting(id);
  await send(id, 'next', file);
  await waiting(id, 2);
  await send(id, 'after', file);
  expect(isFile((await worker.finished(id)).output)).toBe(true);
  const refs = (await woken(id)).map((event) =>
    event.type === 'node.woken' && event.wake.kind === 'event' ? event.wake.stored : undefined,
  );
  const [one] = refs;
  const part = await worker.get(ExecutionHistory).value(worker.actor, id, one?.payloadId ?? '', 0);

  expect(new Set(refs.map((ref) => ref?.payloadId)).size).toBe(2);
  expect(part.bytes).toBe(one?.bytes);
  expect(part.text.slice(0, 40)).toBe(JSON.stringify(file).slice(0, 40));
});

it('of runs from before, whose events hold them whole, are understood as ever', async () => {
  const id = await worker.start(await rig.chain([['w', 'await', { name: 'old' }]]));
  await waiting(id);
  const seq = (await worker.events(id)).length + 1;
  await rig.database.pool.tx(async (client) => {
    await client.query(
      `INSERT INTO execution_event (execution_id, seq, at, type, node_id, body) VALUES ($1, $2, now(), 'node.woken', 'w', $3)`,
      [id, seq, JSON.stringify({ wake: { kind: 'event', name: 'old', payload: file } })],
    );
    await client.query('UPDATE execution SET event_seq = $2, next_due_at = now() WHERE id = $1', [id, seq]);
    await client.query('DELETE FROM wait WHERE execution_id = $1', [id]);
  });

  expect(isFile((await worker.finished(id)).output)).toBe(true);
  const states = (await worker.events(id)).reduce(evolve, initialState());
  expect(states.status).toBe('completed');
});
