import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { until, type Client } from '@millrace/e2e-kit';
import { Webhook } from 'standardwebhooks';
import { audit } from './testing/audit';
import { expectVisible } from './testing/expect';
import { stage } from './testing/stage';

/** Somebody elsewhere who takes calls. */
const calls: { headers: Record<string, string>; body: string }[] = [];
let answer = 204;
let receiver: Server;
const env: Record<string, string> = { NOTIFICATION_RETRY_SECONDS: '1,1' };

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      calls.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(answer).end(answer === 500 ? 'The shop is closed.' : '');
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  env['OUTBOUND_ALLOW'] = hostOf();
});
const journey = stage(() => Promise.resolve({ env }));
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await once(receiver, 'close');
});

const hostOf = (): string => `127.0.0.1:${(receiver.address() as AddressInfo).port}`;

/** A workflow that always fails. */
const broken = (name: string): object => ({
  name,
  nodes: [
    { id: 'start', type: 'manual-trigger', label: 'Start' },
    { id: 'stop', type: 'stop', label: 'Stop', config: { as: 'error', message: 'No stock' } },
  ],
  edges: [{ id: 'e', source: 'start', target: 'stop' }],
});

async function failedRun(client: Client, name = 'Orders'): Promise<string> {
  const { body } = await client.rest('POST', '/api/workflows', broken(name));
  const run = await client.execute(body.id as string);
  await client.reaches(run, 'failed');
  return run;
}

journey(
  'a run that fails is told to a webhook, signed; what was given up is told again when somebody asks',
  async (visitor) => {
    const { page } = visitor;
    const client = await visitor.signIn();
    await page.goto('/settings/webhooks');
    await page.getByRole('button', { name: 'New webhook' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add webhook' }).click();
    await expectVisible(dialog.getByText('Enter a whole address'));
    await dialog.getByLabel('Address').fill(`http://${hostOf()}/hooks`);
    await dialog.getByLabel('Description').fill('Ops');
    expect(await audit(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add webhook' }).click();
    const secret = await dialog.locator('mr-copied code').innerText();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expectVisible(page.getByRole('list', { name: 'Webhooks' }).getByText('Ops'));

    const run = await failedRun(client);
    await until('the receiver is told', () => calls.length === 1);
    const [first] = calls as [(typeof calls)[number]];
    expect(new Webhook(secret).verify(first.body, first.headers)).toMatchObject({
      type: 'execution.failed',
      data: { execution: { id: run, status: 'failed' }, workflow: { name: 'Orders' } },
    });

    answer = 500;
    await failedRun(client, 'Stock');
    await until('three tries', () => calls.length === 4);
    expect(new Set(calls.slice(1).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await page.reload();
    const table = page.getByRole('table', { name: 'Deliveries' });
    await expectVisible(table.getByText('Given up'));
    await expectVisible(table.getByText('Delivered'));
    expect(await audit(page)).toEqual([]);

    answer = 204;
    await table.getByText('Given up').click();
    const drawer = page.getByRole('dialog');
    await expectVisible(drawer.getByText('The shop is closed.').first());
    expect(await audit(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Replay' }).click();
    await until('it is told again', () => calls.length === 5);
    expect(calls[4]?.headers['webhook-id']).toBe(calls[1]?.headers['webhook-id']);
    await page.getByRole('button', { name: 'Look again' }).click();
    await until('both are delivered', async () => (await table.getByText('Delivered').count()) === 2);
  },
);

journey('old runs are shown before they go, and go when somebody says so; a starred one stays', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const document = { ...broken('Reports'), settings: { retention: { runs: 1 } } };
  const { body } = await client.rest('POST', '/api/workflows', document);
  const runs: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    const run = await client.execute(body.id as string);
    await client.reaches(run, 'failed');
    runs.push(run);
  }
  await client.graphql('mutation($id: ID!) { executionStar(id: $id, starred: true) { errors { code } } }', {
    id: runs[0],
  });
  await page.goto('/settings/storage');
  await expectVisible(page.getByRole('row', { name: /Reports/ }));
  expect(await audit(page)).toEqual([]);
  await page.getByLabel('Days').fill('many');
  await expectVisible(page.getByText('Enter a whole number'));
  await page.getByLabel('Days').fill('365');
  await page.getByRole('button', { name: 'Save' }).click();
  await until('it is saved', () => page.getByRole('button', { name: 'Save' }).isDisabled());
  await page.getByRole('button', { name: 'What goes next?' }).click();
  await expectVisible(page.getByText('2 runs would go'));
  await page.getByRole('button', { name: 'Delete now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete runs' }).click();
  const left = async (): Promise<string[]> => {
    const found = await Promise.all(runs.map((run) => client.rest('GET', `/api/executions/${run}`)));
    return runs.filter((_run, index) => found[index]?.status === 200);
  };
  await until('two runs are left', async () => (await left()).length === 2);
  expect(await left()).toEqual([runs[0], runs[3]]);
});

journey('the queue says that nothing is stuck, and what was given up', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const run = await failedRun(client);
  await visitor.stage.product.row(
    `update execution set error = '{"code":"WORKER_LOST","message":"Its worker died three times."}' where id = $1 returning id`,
    [run],
  );
  await page.goto('/settings/queue');
  await expectVisible(page.getByText('No. Every run that is not over has a worker'));
  await expectVisible(page.getByText('Its worker died three times.'));
  expect(await audit(page)).toEqual([]);
  await page.getByRole('button', { name: 'Run again' }).click();
  await until('it runs again', async () => {
    const { executions } = (await client.graphql('{ executions { nodes { id } } }')).data;
    return executions.nodes.length === 2;
  });
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete run' }).click();
  await expectVisible(page.getByText('None killed its workers'));
});
