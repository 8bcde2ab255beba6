import type { Page } from 'playwright-core';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

/** Takes a step out of the open drawer, by the name that is to be read there. */
async function take(page: Page, name: string): Promise<void> {
  const bench = new Workbench(page);
  const before = await bench.cards.count();
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await bench.hasCards(before + 1);
}

/** Closes the view of the step that was just added. */
const close = (page: Page): Promise<void> =>
  page.getByTestId('node-view').getByRole('button', { name: 'Close' }).click();

journey('somebody new builds five steps, runs them, breaks one, sees why, mends it and publishes', async (visitor) => {
  const { page, stage: scene } = visitor;
  await visitor.signIn();
  await page.goto('/');
  await page.getByRole('button', { name: /new workflow/i }).click();
  await page.getByRole('button', { name: /Add first step/ }).click();
  await expectVisible(page.getByRole('heading', { name: 'What triggers this workflow?' }));
  await take(page, 'Manual trigger');
  await expectVisible(page.locator('[data-node]:focus'));
  await page.getByRole('button', { name: 'Add a step after Manual trigger' }).click();
  await expectVisible(page.getByRole('heading', { name: 'What happens next?' }));
  await take(page, 'HTTP request');
  // What has something to fill in opens by itself.
  await page.getByRole('textbox', { name: 'URL' }).fill(scene.canary.url('/now'));
  await close(page);
  await page.getByRole('button', { name: 'Add a step after HTTP request' }).click();
  await take(page, 'Condition');
  await page.getByRole('textbox', { name: 'Field of condition 1' }).click();
  await page.keyboard.type('ok');
  await page.getByRole('combobox', { name: 'Operator of condition 1' }).click();
  await page.getByRole('option', { name: 'is true', exact: true }).click();
  await close(page);
  await page.getByRole('button', { name: 'Fit to window' }).click();
  await page.getByRole('button', { name: /Add a step after Condition, true/i }).click();
  await take(page, 'Log');
  await page.getByRole('textbox', { name: 'Message' }).fill('It works');
  await close(page);
  await page.getByRole('button', { name: 'Fit to window' }).click();
  await page.getByRole('button', { name: /Add a step after Condition, false/i }).click();
  await take(page, 'Stop with error');
  await close(page);
  const bench = new Workbench(page);
  await bench.fit();
  await page.getByRole('button', { name: 'Run workflow' }).click();
  await bench.shows('HTTP request', 'completed');
  await bench.shows('Log', 'completed');
  await bench.shows('Stop with error', 'skipped');
  const view = await bench.openNode('HTTP request');
  await expectVisible(view.getByTestId('output-pane').getByText('ok', { exact: true }));
  await view.getByRole('textbox', { name: 'URL' }).fill(scene.canary.url('/status/404'));
  await close(page);
  await page.getByRole('button', { name: 'Run workflow' }).click();
  await bench.shows('HTTP request', 'failed');
  await expectVisible(bench.card('HTTP request').getByText(/404/));
  await bench.openNode('HTTP request');
  await expectVisible(view.getByTestId('output-pane').getByText(/404/));
  await view.getByRole('textbox', { name: 'URL' }).fill(scene.canary.url('/now'));
  await view.getByRole('button', { name: 'Run step' }).click();
  await expectVisible(view.getByTestId('output-pane').getByText('ok', { exact: true }));
  await close(page);
  await page.getByRole('button', { name: 'Run workflow' }).click();
  await bench.shows('Log', 'completed');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Publish/ })
    .click();
  await expectGone(page.getByRole('dialog'));
  await expectVisible(page.getByText('Live v1.0.0'));
});
