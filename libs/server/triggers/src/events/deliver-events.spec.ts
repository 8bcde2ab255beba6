import { PublishedEvents, StartExecutions } from '@millrace/server-executions';
import { Logger, newId } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { documentOf, TriggersApp, type Owner } from '../testing/triggers-app';
import { DeliverEvents, MAX_EVENT_CHAIN } from './deliver-events';

let app: TriggersApp;
let owner: Owner;
let events: DeliverEvents;

beforeAll(async () => {
  app = await TriggersApp.start({ runs: true });
  owner = await app.owner();
  events = app.get(DeliverEvents);
});
afterAll(async () => {
  await events.stop();
  await app.stop();
});

const listening = (eventName: string, more: JsonObject = {}, ...nodes: [string, string, JsonObject][]): JsonObject =>
  documentOf([
    ['event', 'event-trigger', { eventName, ...more }],
    ...(nodes.length ? nodes : ([['end', 'no-op', {}]] as const)),
  ]);

/** Publishes over REST; answers the id of the event. */
async function publish(name: string, payload: unknown = {}, by: Owner = owner): Promise<string> {
  return (await by.rest('post', '/api/events', { name, payload }).expect(202)).body.eventId;
}
const deliver = (...ids: string[]): Promise<void> =>
  events.deliver(ids.map((eventId) => ({ data: { eventId }, retryCount: 0 })));

async function left(eventId: string): Promise<number> {
  return (await app.pool.query('select 1 from published_event where id = $1', [eventId])).rowCount;
}

describe('an event', () => {
  it('starts a run of every live workflow that listens for its name, with its payload', async () => {
    const ids = [await owner.publish(listening('paid')), await owner.publish(listening('paid'))];
    const other = await owner.publish(listening('refunded'));
    const eventId = await publish('paid', { sum: 12 });
    await deliver(eventId);
    for (const id of ids) {
      const [run] = await app.runs(id);
      expect(run).toMatchObject({ mode: 'event' });
      expect(await app.triggerOf(run!.id)).toEqual({
        name: 'paid',
        payload: { sum: 12 },
        publishedAt: expect.stringMatching(/Z$/),
      });
    }
    expect(await app.runs(other)).toEqual([]);
    expect(await left(eventId)).toBe(0);
  });

  it('starts one run, however often and at once its job comes', async () => {
    const id = await owner.publish(listening('often'));
    const eventId = await publish('often');
    await Promise.all(Array.from({ length: 10 }, () => deliver(eventId)));
    await deliver(eventId, eventId);
    expect(await app.runs(id)).toHaveLength(1);
  });

  it('starts only those whose filter it passes', async () => {
    const big = await owner.publish(
      listening('order', { filter: 'event.payload.total > 100 && event.name == "order"' }),
    );
    const expression = await owner.publish(
      listening('order', { filter: { $expr: 'event.payload.country in ["DE", "AT"]' } }),
    );
    const broken = await owner.publish(listening('order', { filter: 'event.payload.a.b.c == 1' }));
    await deliver(
      await publish('order', { total: 120, country: 'FR' }),
      await publish('order', { total: 7, country: 'AT' }),
    );
    const totals = async (id: string) =>
      Promise.all((await app.runs(id)).map(async ({ id: run }) => (await app.triggerOf(run)).payload.total));
    expect(await totals(big)).toEqual([120]);
    expect(await totals(expression)).toEqual([7]);
    expect(await app.runs(broken)).toEqual([]);
  });

  it('stays inside its workspace', async () => {
    const stranger = await app.owner();
    const theirs = await stranger.publish(listening('private'));
    await deliver(await publish('private'));
    expect(await app.runs(theirs)).toEqual([]);
  });

  it('starts nothing for a disabled workflow', async () => {
    const id = await owner.publish(listening('asleep'));
    await owner.rest('post', `/api/workflows/${id}/disable`).expect(200);
    await deliver(await publish('asleep'));
    expect(await app.runs(id)).toEqual([]);
  });

  it('that nobody listens for is forgotten', async () => {
    const eventId = await publish('unheard');
    await deliver(eventId, newId());
    expect(await left(eventId)).toBe(0);
  });

  it('starts the others when one version is gone', async () => {
    const [gone, good] = [await owner.publish(listening('half')), await owner.publish(listening('half'))];
    await app.pool.query('update event_subscription set version_id = $2 where workflow_id = $1', [gone, newId()]);
    await deliver(await publish('half'));
    expect([(await app.runs(gone)).length, (await app.runs(good)).length]).toEqual([0, 1]);
  });

  it('is kept when its runs could not be started, and given up after several tries that cannot help', async () => {
    const id = await owner.publish(listening('hard'));
    const eventId = await publish('hard');
    const failing = { start: () => Promise.reject(new Error('a bug')) } as unknown as StartExecutions;
    const parts = events as unknown as Record<string, never>;
    const broken = new DeliverEvents(
      app.pool,
      parts['queue']!,
      failing,
      parts['published']!,
      parts['recent']!,
      parts['ancestors']!,
      Logger.silent(),
    );
    const job = { data: { eventId }, retryCount: 0 };
    await expect(broken.deliver([job])).rejects.toThrow('a bug');
    expect(await left(eventId)).toBe(1);
    await broken.deliver([{ ...job, retryCount: 5 }]);
    expect(await app.runs(id)).toEqual([]);
    // Nobody tries again by itself; somebody may, and then its runs begin.
    await events.deliver([job]);
    expect(await app.runs(id)).toEqual([]);
    const published = app.get(PublishedEvents);
    expect(await published.dead(owner.workspaceId)).toMatchObject([{ id: eventId, name: 'hard' }]);
    expect(await published.revive(newId(), [eventId])).toBe(0);
    expect(await published.revive(owner.workspaceId, [eventId, 'nonsense'])).toBe(1);
    await events.deliver([job]);
    expect((await app.runs(id)).length).toBe(1);
    expect([await left(eventId), await published.dead(owner.workspaceId)]).toEqual([0, []]);
  });
});

describe('publishing an event', () => {
  it('over GraphQL and REST wants a name', async () => {
    const { eventPublish } = await owner.graphql(
      `mutation { eventPublish(name: "by.graphql", payload: { a: 1 }) { eventId errors { code } } }`,
    );
    expect(await left(eventPublish.eventId)).toBe(1);
    for (const name of ['', '   ', 'x'.repeat(201), 'a\u0000b', 7, null]) {
      const { body } = await owner.rest('post', '/api/events', { name }).expect(400);
      expect(body.error.code).toBe('EVENT_NAME_INVALID');
    }
  });
});

describe('events between workflows', () => {
  /** Resolves when the workflow has that many runs that have ended. */
  async function ended(workflowId: string, count: number): Promise<void> {
    for (let done = 0; done < count;) {
      const runs = await app.runs(workflowId);
      for (const { id } of runs) await app.finished(id);
      done = runs.length;
    }
  }

  it('published by a run start another workflow, which knows from which run', async () => {
    await events.start();
    const second = await owner.publish(listening('first.done'));
    const first = await owner.publish(
      listening('begin', {}, [
        'tell',
        'publish-event',
        { name: 'first.done', payload: { from: '{{trigger.payload.who}}' } },
      ]),
    );
    await publish('begin', { who: 'Ada' });
    await ended(first, 1);
    await ended(second, 1);
    const [run] = await app.runs(second);
    expect(await app.triggerOf(run!.id)).toMatchObject({
      name: 'first.done',
      payload: { from: 'Ada' },
      executionId: (await app.runs(first))[0]!.id,
    });
  });

  it('end when they run in a circle', async () => {
    await events.start();
    const ping = await owner.publish(listening('ping', {}, ['tell', 'publish-event', { name: 'pong', payload: {} }]));
    const pong = await owner.publish(listening('pong', {}, ['tell', 'publish-event', { name: 'ping', payload: {} }]));
    await publish('ping');
    const half = MAX_EVENT_CHAIN / 2;
    await ended(ping, half + 1);
    await ended(pong, half);
    const last = (await app.runs(ping)).at(-1)!;
    // The event of the last run is handed on, to nobody.
    let waiting = 1;
    while (waiting > 0)
      waiting = (await app.pool.query('select 1 from published_event where execution_id = $1', [last.id])).rowCount;
    expect((await app.runs(ping)).length + (await app.runs(pong)).length).toBe(MAX_EVENT_CHAIN + 1);
  });

  it('end when the circle goes through a sub-workflow', async () => {
    await events.start();
    const child = await owner.publish(
      documentOf([
        ['start', 'manual-trigger', {}],
        ['tell', 'publish-event', { name: 'round', payload: {} }],
      ]),
    );
    const round = await owner.publish(
      listening('round', {}, ['call', 'run-workflow', { workflowId: child, wait: false }]),
    );
    await publish('round');
    await ended(round, MAX_EVENT_CHAIN + 1);
    await ended(child, MAX_EVENT_CHAIN + 1);
    const last = (await app.runs(child)).at(-1)!;
    let waiting = 1;
    while (waiting > 0)
      waiting = (await app.pool.query('select 1 from published_event where execution_id = $1', [last.id])).rowCount;
    expect(await app.runs(round)).toHaveLength(MAX_EVENT_CHAIN + 1);
  });
});
