import { documentOf, node, Product, until, type Client } from '@millrace/e2e-kit';
import { Receiver } from './testing/receiver';

/** A call that was under way when its process died is taken for lost after this time, by the clock of the database. */
const LOST_AFTER_MS = 30_000;
const RECOVERY_MS = LOST_AFTER_MS + 60_000;
const DOCUMENT = documentOf('Told', [node('start', 'manual-trigger', {}), node('out', 'output', {})], ['start>out']);

let receiver: Receiver;
let product: Product;

beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(async () => {
  product.checkLogs();
  await product.stop();
  await receiver.stop();
});

const env = (): Record<string, string> => ({
  OUTBOUND_ALLOW: receiver.host,
  NOTIFICATION_RETRY_SECONDS: '1,1,2,2,4,4,8,8,8,8',
});

/** Somebody with an endpoint that is told of these events. */
async function personTold(...events: string[]): Promise<Client> {
  const person = await product.signUp();
  const { data } = await person.graphql(
    `mutation($input: NotificationEndpointInput!) { notificationEndpointCreate(input: $input) { secret errors { message } } }`,
    { input: { url: `http://${receiver.host}/hooks`, events } },
  );
  receiver.secret = data.notificationEndpointCreate.secret;
  return person;
}

const started = (person: Client, workflowId: string, count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => person.execute(workflowId)));

/** Every subject was told under one id, whatever happened; nothing waits, nothing was given up. */
async function allAreTold(type: string, subjects: readonly string[]): Promise<void> {
  await until(
    `every ${type} is told`,
    () => subjects.every((one) => receiver.idsOf(type, one).length > 0),
    RECOVERY_MS,
  );
  expect(subjects.filter((one) => receiver.idsOf(type, one).length !== 1)).toEqual([]);
  expect(receiver.problems).toEqual([]);
  await until('all is settled', async () => {
    const { open } = await product.row<{ open: number }>(
      `select (select count(*) from notification where body is null)::int
         + (select count(*) from notification_delivery where status <> 'delivered')::int as open`,
    );
    return open === 0;
  });
}

/** Ids that were answered with success more than once. */
function repeats(): string[] {
  const ids = receiver.told.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

it('what was committed before everything was killed is told after it, and only calls under way come twice', async () => {
  product = await Product.start({ workers: 2, env: env() });
  const person = await personTold('execution.started', 'execution.completed', 'workflow.published');
  const { id } = await person.publish(DOCUMENT);
  receiver.mood = 'hold';
  const runs = await started(person, id, 30);
  await until('calls are under way', () => receiver.held.length >= 4);

  await Promise.all(product.workers.map((worker) => worker.signal('SIGKILL')));
  const unheard = await Promise.all(['One', 'Two'].map(() => person.publish(DOCUMENT)));
  await product.api.signal('SIGKILL');
  const { untold } = await product.row<{ untold: number }>(
    'select count(*)::int as untold from notification where body is null',
  );
  // Nobody has looked at what the api wrote last: it was committed, and stands there.
  expect(untold).toBeGreaterThanOrEqual(unheard.length);

  receiver.mood = 'take';
  await Promise.all([product.api, ...product.workers].map((one) => one.restart()));
  await allAreTold(
    'workflow.published',
    [id, ...unheard].map((one) => (typeof one === 'string' ? one : one.id)),
  );
  await allAreTold('execution.started', runs);
  await allAreTold('execution.completed', runs);

  // What got no answer was told once since; what had its answer when its process died may have come again, nothing else.
  const underWay = new Set(receiver.held.map(({ id: held }) => held));
  expect(repeats().filter((repeat) => !underWay.has(repeat))).toEqual([]);
  // The ids tell which came first.
  const ofRuns = runs.map((run) => [
    receiver.idsOf('execution.started', run),
    receiver.idsOf('execution.completed', run),
  ]);
  expect(ofRuns.filter(([first, last]) => first![0]! >= last![0]!)).toEqual([]);
}, 240_000);

it('a worker that is told to stop gives its calls back: another makes them at once', async () => {
  product = await Product.start({ workers: 2, env: env() });
  const person = await personTold('workflow.published');
  receiver.mood = 'hold';
  const workflows = await Promise.all(Array.from({ length: 6 }, () => person.publish(DOCUMENT)));
  await until('calls are under way', () => receiver.held.length === workflows.length);

  receiver.mood = 'take';
  const since = performance.now();
  await Promise.all(product.workers.map((worker) => worker.signal('SIGTERM')));
  await product.workers[0]!.restart();
  await allAreTold(
    'workflow.published',
    workflows.map(({ id }) => id),
  );

  expect(performance.now() - since).toBeLessThan(LOST_AFTER_MS);
  expect(repeats()).toEqual([]);
  const { most } = await product.row<{ most: number }>('select max(attempts)::int as most from notification_delivery');
  expect(most).toBe(1);
}, 240_000);

it('a receiver that is down, and a Postgres that is restarted meanwhile, lose no event', async () => {
  product = await Product.start({ workers: 1, ownCluster: true, env: env() });
  const person = await personTold('execution.completed');
  const { id } = await person.publish(DOCUMENT);
  receiver.mood = 'refuse';
  const runs = await started(person, id, 40);
  await until('the receiver refuses', () => receiver.refused > 0);
  await product.cluster!.killServer();
  await product.cluster!.startServer();
  receiver.mood = 'take';
  await allAreTold('execution.completed', runs);
}, 300_000);
