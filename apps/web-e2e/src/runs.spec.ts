import { documentOf, node } from '@millrace/e2e-kit';
import { audit } from './testing/audit';
import { expectVisible } from './testing/expect';
import { stage } from './testing/stage';

const journey = stage();

journey('runs are listed, appear by themselves, and one is looked at', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const nodes = [
    node('Start', 'manual-trigger'),
    { ...(node('Tell', 'log', { message: 'hello' }) as object), position: { x: 320, y: 0 } },
  ];
  const { id } = await client.publish(documentOf('Greets', nodes as never, ['Start>Tell']));
  await page.goto('/runs');
  await expectVisible(page.getByRole('heading', { name: 'Runs', level: 1 }));
  const run = await client.execute(id, { who: 'Ada' });
  const row = page.getByTestId(`run-row-${run}`);
  await expectVisible(row);
  await expectVisible(row.getByTestId('run-status').getByText('Completed'));
  await row.getByRole('link', { name: 'Greets' }).click();
  await page.waitForURL(new RegExp(`/runs/${run}`));
  await expectVisible(page.getByTestId('run-status').getByText('Completed'));
  await expectVisible(page.getByTestId('timeline'));
  await expectVisible(page.locator('[data-node]').filter({ hasText: 'Tell' }));
  await page.locator('[data-node]').filter({ hasText: 'Start' }).click();
  await expectVisible(page.getByText('Ada').first());
  await page.getByRole('link', { name: 'All runs' }).click();
  await expectVisible(row);
  await page.goto(`/workflows/${id}/runs`);
  await expectVisible(row);
});

journey('a run that waits for its turn says why, in the list and on its page', async (visitor) => {
  const { page, stage: at } = visitor;
  const client = await visitor.signIn();
  const document = documentOf(
    'Orders',
    [node('Start', 'manual-trigger'), node('Call', 'http-request', { url: at.canary.url('/hold') })],
    ['Start>Call'],
  );
  const settings = { concurrency: { limit: 1, key: '{{trigger.customer}}', onLimit: 'queue' } };
  const { id } = await client.publish({ ...(document as object), settings } as never);
  const [first, second, third] = [
    await client.execute(id, { customer: 'acme' }),
    await client.execute(id, { customer: 'acme' }),
    await client.execute(id, { customer: 'acme' }),
  ];
  await client.reaches(first, 'running');
  await page.goto('/runs');
  const row = page.getByTestId(`run-row-${third}`);
  await expectVisible(row.getByText('Queued'));
  await expectVisible(row.getByText('Its workflow allows one run at a time for “acme”.'));
  await page.goto(`/runs/${third}`);
  await expectVisible(page.getByTestId('run-status').getByText('Queued'));
  await expectVisible(page.getByTestId('run-held').getByText('Queued: 1 run goes first'));
  await client.ok('POST', `/api/executions/${second}/cancel`);
  await expectVisible(page.getByTestId('run-held').getByText('Queued: it is next'));
  expect(await audit(page)).toEqual([]);
  await client.ok('POST', `/api/executions/${first}/cancel`);
  await expectVisible(page.getByTestId('run-status').getByText('Running'));
  await page.getByTestId('run-held').waitFor({ state: 'detached' });
});
