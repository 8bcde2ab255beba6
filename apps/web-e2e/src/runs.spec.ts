import { documentOf, node } from '@millrace/e2e-kit';
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
