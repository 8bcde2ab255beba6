import { node, until } from '@millrace/e2e-kit';
import type { Locator, Page } from 'playwright-core';
import { row } from './testing/documents';
import { wiresOf } from './testing/draft';
import { hears, listen } from './testing/ears';
import { expectGone, expectVisible } from './testing/expect';
import { hasFocus, pressUntil } from './testing/keys';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

/** The line of a step in the outline. */
const line = (page: Page, label: string): Locator =>
  page.getByRole('treeitem').filter({ has: page.getByText(label, { exact: true }) });

/** Opens the menu of the line with the focus, and takes an entry of it by its first letters. */
async function choose(page: Page, entry: string): Promise<void> {
  await page.keyboard.press('Shift+F10');
  const item = page.getByRole('menuitem', { name: entry });
  await expectVisible(item);
  await pressUntil(page, 'ArrowDown', hasFocus(item));
  await page.keyboard.press('Enter');
}

/** Searches in the open drawer, takes the first line, closes its view if it opens; the keyboard is at its line then. */
async function take(page: Page, search: string, label: string): Promise<void> {
  await pressUntil(page, 'F8', hasFocus(page.getByTestId('palette-search')));
  await page.keyboard.type(search);
  await page.keyboard.press('Enter');
  const view = page.getByTestId('node-view');
  const isThere = hasFocus(line(page, label));
  await expectVisible(line(page, label));
  await until(`${label} is shown`, async () => (await view.isVisible()) || (await isThere()));
  if (await view.isVisible()) await page.keyboard.press('Escape');
  await isAt(page, label);
}

/** Waits until the keyboard is at the line of this step. */
const isAt = (page: Page, label: string): Promise<void> =>
  until(`the keyboard is at ${label}`, hasFocus(line(page, label)), 10_000);

journey('a workflow is built, changed, run and published in the outline, by keyboard alone', async (visitor) => {
  const { page } = visitor;
  await listen(page);
  const client = await visitor.signIn();
  await page.goto('/workflows');
  const start = page.getByRole('button', { name: /new workflow/i });
  await expectVisible(start);
  await pressUntil(page, 'Tab', hasFocus(start));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/workflows\/[0-9a-f-]{36}/);
  const bench = new Workbench(page);
  await expectVisible(page.getByTestId('add-first'));
  await page.keyboard.press('o');
  const outline = page.getByRole('button', { name: 'Close the outline' });
  await pressUntil(page, 'Shift+Tab', hasFocus(outline));
  await page.keyboard.press('n');
  await take(page, 'manual', 'Manual trigger');
  await choose(page, 'Add a step after');
  await take(page, 'condition', 'Condition');
  await choose(page, 'Add a step after');
  await take(page, 'log', 'Log');
  await hears(page, /Added Log/);
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expectVisible(name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Say it');
  await page.keyboard.press('Enter');
  await isAt(page, 'Say it');
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual(['Condition.true>Say it', 'Manual trigger.main>Condition']);
  await page.keyboard.press('ArrowUp');
  await isAt(page, 'Condition');
  await page.keyboard.press('Enter');
  const view = page.getByTestId('node-view');
  await expectVisible(view);
  await pressUntil(page, 'Tab', hasFocus(view.getByRole('textbox', { name: 'Field of condition 1' })));
  await page.keyboard.type('total');
  await page.keyboard.press('Escape');
  await expectGone(view);
  await isAt(page, 'Condition');
  await page.keyboard.press('Delete');
  await expectGone(line(page, 'Condition'));
  await hears(page, /Deleted/);
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual(['Manual trigger.main>Say it']);
  await page.keyboard.press('Control+Enter');
  await hears(page, /^Run completed$/);
  await expectVisible(page.getByRole('treeitem', { name: /“Say it”, completed/ }));
  await page.keyboard.press('Shift+P');
  await pressUntil(page, 'Tab', hasFocus(page.getByTestId('publish-confirm')));
  await page.keyboard.press('Enter');
  await expectVisible(page.getByTestId('live-chip').getByText(/Live v/));
});

journey('the outline disables, swaps, disconnects and connects', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const nodes = [node('Start', 'manual-trigger'), node('One', 'no-op'), node('Two', 'no-op')];
  const bench = await Workbench.open(page, client, row('Ordered', nodes));
  await page.keyboard.press('o');
  await line(page, 'Two').click();
  await page.keyboard.press('d');
  await expectVisible(page.getByRole('treeitem', { name: /“Two”, disabled/ }));
  await page.keyboard.press('d');
  await choose(page, 'Swap with the step before');
  await isAt(page, 'Two');
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual(['Start.main>Two', 'Two.main>One']);
  await choose(page, 'Disconnect from the step before');
  await bench.hasEdges(1);
  await isAt(page, 'Two');
  await page.keyboard.press('Home');
  await isAt(page, 'Start');
  await choose(page, 'Connect to…');
  const hint = page.getByRole('status').filter({ hasText: '→' });
  await pressUntil(page, 'ArrowDown', async () => /Start → Two\s/.test(await hint.innerText()));
  await page.keyboard.press('Enter');
  await bench.hasEdges(2);
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual(['Start.main>Two', 'Two.main>One']);
});

journey('who cannot see is told how a run goes and what failed', async (visitor) => {
  const { page, stage: scene } = visitor;
  await listen(page);
  const client = await visitor.signIn();
  const nodes = [
    node('Start', 'manual-trigger'),
    node('Fetch', 'http-request', { url: scene.canary.url('/status/404') }),
  ];
  const bench = await Workbench.open(page, client, row('Fails', nodes));
  await page.keyboard.press('Control+Enter');
  await bench.shows('Fetch', 'failed');
  await hears(page, /failed/i);
  await expectVisible(page.getByRole('group', { name: /“Fetch”, failed/ }));
});

journey('who wants no motion sees none, even while something runs', async (visitor) => {
  const { page, stage: scene } = visitor;
  const client = await visitor.signIn();
  const nodes = [node('Start', 'manual-trigger'), node('Fetch', 'http-request', { url: scene.canary.url('/hold') })];
  const bench = await Workbench.open(page, client, row('Holds', nodes));
  const moving = () =>
    page.evaluate(
      () => document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration ?? 0) > 10).length,
    );
  await bench.run();
  await bench.shows('Fetch', 'running');
  expect(await moving()).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await until('something moves', async () => (await moving()) > 0);
  await until('the call has arrived', () => scene.canary.hitsOf('/hold').length > 0);
  scene.canary.release();
  await bench.shows('Fetch', 'completed');
});
