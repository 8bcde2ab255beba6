import { ExecutionFeed, RecentEvents, SignalExecution } from '@millrace/server-executions';
import { newId } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { documentOf, TriggersApp, type Loose, type Owner } from '../testing/triggers-app';
import { DeliverEvents } from './deliver-events';

let app: TriggersApp;
let owner: Owner;
beforeAll(async () => {
  app = await TriggersApp.start({ runs: true });
  owner = await app.owner();
});
afterAll(async () => {
  await app.get(DeliverEvents).stop();
  await app.stop();
});

const deliver = (...ids: string[]): Promise<void> =>
  app.get(DeliverEvents).deliver(ids.map((eventId) => ({ data: { eventId }, retryCount: 0 })));

/** Publishes over REST and hands it on, as a worker would. */
async function publish(name: string, payload: unknown = {}, by: Owner = owner): Promise<string> {
  const { body } = await by.rest('post', '/api/events', { name, payload }).expect(202);
  await deliver(body.eventId);
  return body.eventId as string;
}

/** Starts a run that waits for events one after the other; answers its id once the first wait has begun. */
async function waiting(configs: JsonObject[], by: Owner = owner, triggerData: JsonObject = {}): Promise<string> {
  const nodes = configs.map((config, index) => [`w${index}`, 'wait-for-event', config] as const);
  const definition = documentOf([['start', 'manual-trigger'], ...nodes]);
  const { body } = await by.rest('post', '/api/v2/workflows', { definition, triggerData }).expect(202);
  const { rows } = await app.pool.query<{ id: string }>('select id from execution where instance_id = $1', [
    body.instanceId,
  ]);
  const id = rows[0]!.id;
  await waits(id, 'w0');
  return id;
}

/** Resolves when the node waits. */
async function waits(executionId: string, nodeId: string): Promise<void> {
  for await (const event of app.get(ExecutionFeed).watch(executionId, 0)) {
    if (event.type === 'node.waiting' && event.nodeId === nodeId) return;
  }
  throw new Error('the run ended');
}

async function outputOf(executionId: string): Promise<Loose> {
  return ((await app.get(ExecutionFeed).finished(executionId, { timeoutMs: 20_000 })) as Loose).output;
}

const statusOf = async (id: string): Promise<string> =>
  (await app.pool.query<{ status: string }>('select status from execution where id = $1', [id])).rows[0]!.status;

describe('a run that waits for an event', () => {
  it('goes on with one that is published, and so does every other', async () => {
    const ids = [await waiting([{ eventName: 'paid' }]), await waiting([{ eventName: 'paid' }])];
    await publish('other');
    await publish('paid', { total: 12 });
    for (const id of ids) expect(await outputOf(id)).toEqual({ name: 'paid', payload: { total: 12 } });
  });

  it('takes only those with its correlation, wherever the payload carries it', async () => {
    const config = { eventName: 'shipped', field: 'order.id' };
    const one = await waiting([{ ...config, correlation: 'A' }]);
    const two = await waiting([{ ...config, correlation: '7' }]);
    await publish('shipped', { order: { id: 7 } });
    expect((await outputOf(two)).payload).toEqual({ order: { id: 7 } });
    await publish('shipped', {});
    expect(await statusOf(one)).toBe('waiting');
    await publish('shipped', { order: { id: 'A' } });
    expect((await outputOf(one)).payload.order.id).toBe('A');
  });

  it('takes what was published shortly before it came there, if it looks back', async () => {
    await publish('early', { n: 1 });
    const blind = await waiting([{ eventName: 'early' }]);
    const looking = await waiting([{ eventName: 'early', lookBack: 'PT5M' }]);
    expect((await outputOf(looking)).payload).toEqual({ n: 1 });
    expect(await statusOf(blind)).toBe('waiting');
    await app.pool.query(
      `update recent_event set published_at = published_at - interval '6 minutes' where name = 'early'`,
    );
    const late = await waiting([{ eventName: 'early', lookBack: 'PT5M' }]);
    expect(await statusOf(late)).toBe('waiting');
    await publish('early', { n: 2 });
    for (const id of [blind, late]) expect((await outputOf(id)).payload).toEqual({ n: 2 });
  });

  it('takes each event once: two waits need two events, the oldest first', async () => {
    await publish('step', { n: 1 });
    const config = { eventName: 'step', lookBack: 'PT5M' };
    const id = await waiting([config, config, config]);
    await waits(id, 'w1');
    expect(await statusOf(id)).toBe('waiting');
    await publish('step', { n: 2 });
    await waits(id, 'w2');
    await publish('step', { n: 3 });
    expect((await outputOf(id)).payload).toEqual({ n: 3 });
    const receipts = await app.pool.query('select 1 from event_receipt where execution_id = $1', [id]);
    expect(receipts.rowCount).toBe(3);
  });

  it('takes an event once, however often and at once it is handed on', async () => {
    const config = { eventName: 'often' };
    const id = await waiting([config, config]);
    const eventId = newId();
    const { workspaceId } = owner;
    const event = { id: eventId, workspaceId, name: 'often', payload: {}, publishedAt: new Date(Date.now() + 60_000) };
    const woken = await Promise.all(Array.from({ length: 10 }, () => app.get(RecentEvents).tell(event)));
    // The look for what came early may have been quicker than all of them.
    expect(woken.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1);
    await waits(id, 'w1');
    const receipts = await app.pool.query('select 1 from event_receipt where execution_id = $1', [id]);
    expect(receipts.rowCount).toBe(1);
    expect(await app.get(RecentEvents).tell(event)).toBe(0);
    expect(await statusOf(id)).toBe('waiting');
  });

  it('is found by the next look when a process died before it looked', async () => {
    const id = await waiting([{ eventName: 'crashed' }]);
    await app.pool.query(
      `insert into recent_event (id, workspace_id, name, payload, published_at) values ($1, $2, 'crashed', '{"n":1}', clock_timestamp())`,
      [newId(), owner.workspaceId],
    );
    await app.get(SignalExecution).deliverEarly();
    expect((await outputOf(id)).payload).toEqual({ n: 1 });
  });

  it('takes events that are sent to it alone, too', async () => {
    const id = await waiting([{ eventName: 'direct', correlation: 'x' }]);
    const { workspaceId } = owner;
    const signal = { workspaceId, executionId: id, name: 'direct', payload: { a: 1 } };
    expect(await app.get(SignalExecution).deliver({ ...signal, correlation: 'y' })).toEqual({ delivered: 0 });
    expect(await app.get(SignalExecution).deliver({ ...signal, correlation: 'x' })).toEqual({ delivered: 1 });
    expect(await outputOf(id)).toEqual({ name: 'direct', payload: { a: 1 } });
  });

  it('hears nothing of other workspaces', async () => {
    const stranger = await app.owner();
    const id = await waiting([{ eventName: 'private' }]);
    await publish('private', {}, stranger);
    expect(await statusOf(id)).toBe('waiting');
    await publish('private', { mine: true });
    expect((await outputOf(id)).payload).toEqual({ mine: true });
  });

  it('takes only events that fulfil its filter, over the event and what the run knows', async () => {
    const filter = { $expr: 'event.payload.total >= trigger.least && event.payload.kind in ["a", "b"]' };
    const least = (total: number) => ({ total, kind: 'a' });
    const modest = await waiting([{ eventName: 'filtered', filter }], owner, { least: 10 });
    const demanding = await waiting([{ eventName: 'filtered', filter }], owner, { least: 100 });
    // Other kinds, too little, fields of other types and none at all wake nobody.
    for (const payload of [{ total: 500, kind: 'c' }, least(9), { total: 'much', kind: 'a' }, {}, [1], null])
      await publish('filtered', payload);
    expect([await statusOf(modest), await statusOf(demanding)]).toEqual(['waiting', 'waiting']);
    await publish('filtered', least(50));
    expect((await outputOf(modest)).payload).toEqual(least(50));
    expect(await statusOf(demanding)).toBe('waiting');
    await publish('filtered', least(100));
    expect((await outputOf(demanding)).payload).toEqual(least(100));
  });

  it('looks back for the first event that its filter takes, beyond any number that it does not', async () => {
    const { workspaceId } = owner;
    const publishedAt = new Date();
    for (let n = 0; n < 250; n += 1) {
      await app.get(RecentEvents).tell({ id: newId(), workspaceId, name: 'many', payload: { n }, publishedAt });
    }
    const filter = 'event.payload.n >= 240';
    const id = await waiting([{ eventName: 'many', filter, lookBack: 'PT5M' }]);
    expect((await outputOf(id)).payload).toEqual({ n: 240 });
    const receipts = await app.pool.query('select 1 from event_receipt where execution_id = $1', [id]);
    expect(receipts.rowCount).toBe(1);
  });

  it('judges events that are sent to it alone, before and while it waits', async () => {
    const { workspaceId } = owner;
    const signals = app.get(SignalExecution);
    const config = { eventName: 'sent', filter: { $expr: 'event.payload.n > 1' } };
    const id = await waiting([config, config]);
    const send = (n: number) => signals.deliver({ workspaceId, executionId: id, name: 'sent', payload: { n } });
    expect(await send(1)).toEqual({ delivered: 0 });
    // What it does not take stands before nothing that it does.
    expect(await send(2)).toEqual({ delivered: 1 });
    await waits(id, 'w1');
    await signals.deliverEarly(id);
    expect(await statusOf(id)).toBe('waiting');
    expect(await signals.deliver({ workspaceId, name: 'sent', payload: { n: 0 } })).toEqual({ delivered: 0 });
    expect(await signals.deliver({ workspaceId, name: 'sent', payload: { n: 3 } })).toEqual({ delivered: 1 });
    expect((await outputOf(id)).payload).toEqual({ n: 3 });
  });

  it('fails at once when its filter cannot be read', async () => {
    const definition = documentOf([
      ['start', 'manual-trigger'],
      ['w0', 'wait-for-event', { eventName: 'x', filter: { $expr: 'event.payload.a == trigger.none' } }],
    ]);
    const { body } = await owner.rest('post', '/api/v2/workflows', { definition, triggerData: {} }).expect(202);
    const { rows } = await app.pool.query<{ id: string }>('select id from execution where instance_id = $1', [
      body.instanceId,
    ]);
    const done = (await app.get(ExecutionFeed).finished(rows[0]!.id, { timeoutMs: 20_000 })) as Loose;
    expect(done.error.code).toBe('EXPRESSION_ERROR');
  });

  it('goes on at its timeout', async () => {
    const id = await waiting([{ eventName: 'never', timeout: '300ms' }]);
    expect(await outputOf(id)).toEqual({ name: 'never', received: false });
  });
});

it('events are forgotten after an hour, with who took them', async () => {
  await publish('old');
  await app.pool.query(`update recent_event set published_at = now() - interval '61 minutes' where name = 'old'`);
  await app.get(RecentEvents).forgetOld();
  const { rowCount } = await app.pool.query(`select 1 from recent_event where name = 'old'`);
  expect(rowCount).toBe(0);
});
