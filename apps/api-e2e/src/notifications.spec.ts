import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { documentOf, node, Product, until, type Client } from '@millrace/e2e-kit';
import { Webhook } from 'standardwebhooks';

const RECOVERY_MS = 90_000;

/** Somebody elsewhere: what was told, by the run that it tells of, and the ids under which it came. */
const told = new Map<string, Set<string>>();
let calls = 0;
let isDown = false;
let secret = '';
let receiver: Server;
let product: Product;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls += 1;
      if (isDown) return void response.writeHead(503).end();
      const headers = request.headers as Record<string, string>;
      const event = new Webhook(secret).verify(Buffer.concat(chunks).toString(), headers) as {
        data: { execution: { id: string } };
      };
      const { id } = event.data.execution;
      told.set(id, (told.get(id) ?? new Set()).add(String(headers['webhook-id'])));
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
beforeEach(() => {
  told.clear();
  isDown = false;
});
afterEach(async () => {
  product.checkLogs();
  await product.stop();
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await once(receiver, 'close');
});

const host = (): string => `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
const env = (): Record<string, string> => ({
  OUTBOUND_ALLOW: host(),
  NOTIFICATION_RETRY_SECONDS: '1,1,2,2,4,4,8,8,8,8',
});

/** Adds the receiver as an endpoint, and publishes a workflow; answers how to start a run of it. */
async function prepared(person: Client): Promise<() => Promise<string>> {
  const { data } = await person.graphql(
    `mutation($input: NotificationEndpointInput!) { notificationEndpointCreate(input: $input) { secret errors { message } } }`,
    { input: { url: `http://${host()}/hooks`, events: ['execution.completed'] } },
  );
  secret = data.notificationEndpointCreate.secret;
  const { id } = await person.publish(
    documentOf('Told', [node('start', 'manual-trigger', {}), node('out', 'output', {})], ['start>out']),
  );
  return () => person.execute(id);
}

async function started(start: () => Promise<string>, count: number): Promise<string[]> {
  const runs: string[] = [];
  for (let n = 0; n < count; n += 10) runs.push(...(await Promise.all(Array.from({ length: 10 }, start))));
  return runs;
}

/** Every run was told, each under one id, however often. */
async function allAreTold(runs: readonly string[]): Promise<void> {
  await until('every run is told', () => runs.every((run) => told.has(run)), RECOVERY_MS);
  expect([...told.values()].filter((ids) => ids.size !== 1)).toEqual([]);
  expect([...told.keys()].sort()).toEqual([...runs].sort());
}

it('a receiver that is down, and a Postgres that is restarted meanwhile, lose no event', async () => {
  product = await Product.start({ workers: 1, ownCluster: true, env: env() });
  const start = await prepared(await product.signUp());
  isDown = true;
  const runs = await started(start, 40);
  await until('the receiver refuses', () => calls > 0);
  await product.cluster!.killServer();
  await product.cluster!.startServer();
  isDown = false;
  await allAreTold(runs);
}, 300_000);
