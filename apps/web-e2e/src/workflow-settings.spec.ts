import { until } from '@millrace/e2e-kit';
import { audit } from './testing/audit';
import { greeting } from './testing/documents';
import { draftOf } from './testing/draft';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

journey('the settings of a workflow are opened by key, changed, saved as one step and taken back', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greeting());
  const settings = async (): Promise<unknown> => (await draftOf(client, bench.workflowId)).document.settings;
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Workflow settings' });
  await expectVisible(dialog);
  expect(await audit(page)).toEqual([]);
  await dialog.getByLabel('Switch off after').fill('0');
  await expectVisible(dialog.getByText('Write a whole number from 1 to 1,000.'));
  expect(await dialog.getByTestId('save-workflow-settings').isDisabled()).toBe(true);
  await dialog.getByLabel('Switch off after').fill('3');
  await dialog.getByText('Limit runs at the same time').click();
  await expectVisible(dialog.getByTestId('concurrency-words').getByText(/One run at a time/));
  await dialog.getByTestId('concurrency').locator('.cm-content').click();
  await page.keyboard.type('{{ trigger.customer');
  await dialog.getByText('High', { exact: true }).click();
  await dialog.getByLabel('For at most').fill('30');
  await dialog.getByTestId('save-workflow-settings').click();
  await expectGone(dialog);
  await bench.saved();
  expect(await settings()).toMatchObject({
    concurrency: { limit: 1, key: expect.stringContaining('trigger.customer'), onLimit: 'queue' },
    pauseAfterFailures: 3,
    priority: 'high',
    retention: { days: 30 },
  });
  await page.keyboard.press('Control+z');
  await until('the settings are as before', async () => JSON.stringify(await settings()) === '{"timezone":"UTC"}');
});
