import { documentOf, node, until } from '@millrace/e2e-kit';
import type { Locator, Page } from 'playwright-core';
import { greeting } from './testing/documents';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

/** Opens the palette by key and types. */
async function search(page: Page, text: string): Promise<Locator> {
  await page.keyboard.press('Control+k');
  // Who types fast does not look first.
  await page.keyboard.type(text);
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expectVisible(palette);
  return palette;
}

/** Searches, waits until this is the line that Enter means, and presses it. */
async function command(page: Page, text: string, line: string | RegExp): Promise<void> {
  const palette = await search(page, text);
  // Before everybody has answered, lines may still change places.
  await expectVisible(palette.locator('[role="listbox"]:not([aria-busy])'));
  await expectVisible(palette.getByRole('option', { selected: true }).filter({ hasText: line }));
  await page.keyboard.press('Enter');
  await expectGone(palette);
}

journey('the command palette goes to pages and workflows, and does things', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const { id } = await client.publish(greeting());
  const run = await client.execute(id);
  await client.reaches(run, 'completed');
  await page.goto('/runs');
  await expectVisible(page.getByTestId(`run-row-${run}`));
  await command(page, 'greet', 'Greets');
  await page.waitForURL(new RegExp(`/workflows/${id}`));
  const bench = new Workbench(page);
  await bench.isDrawn();
  await command(page, '>dark', 'Dark theme');
  await expectVisible(page.locator('html[data-theme="dark"]'));
  await command(page, 'appearance', 'Appearance');
  await page.waitForURL(/\/settings\/appearance/);
  await command(page, '#greet', 'Greets');
  await page.waitForURL(new RegExp(`/runs/${run}`));
  await command(page, '>new', 'New workflow');
  await page.waitForURL(/\/workflows\/[0-9a-f-]{36}/);
  await expectVisible(page.getByTestId('add-first'));
  const palette = await search(page, 'no such thing at all');
  await expectVisible(palette.getByText('Nothing matches “no such thing at all”.'));
  await page.keyboard.press('Escape');
  await expectGone(palette);
});

journey('a step is found in the command palette and added to the open workflow', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const document = documentOf('Begins', [node('Start', 'manual-trigger')], []);
  const bench = await Workbench.open(page, client, document);
  const { workflowId } = bench;
  await bench.card('Start').click();
  await command(page, 'json valid', 'JSON validator');
  await bench.hasCards(2);
  await bench.hasEdges(1);
  expect(bench.workflowId).toBe(workflowId);
  await bench.leaveNewNode();
  await command(page, '@start', 'Start');
  await expectVisible(page.locator('[data-node="Start"]:focus'));
  await command(page, '>outline', 'Outline');
  await expectVisible(page.getByTestId('outline'));
});

journey('the shortcut sheet is searched, and what it says is so', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greeting());
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expectVisible(sheet.getByText('Duplicate'));
  await sheet.getByRole('searchbox').or(sheet.getByRole('textbox')).first().fill('outline');
  await until('one line', async () => (await sheet.locator('dt').count()) === 1);
  expect(await sheet.locator('dd').innerText()).toMatch(/^O/);
  await page.keyboard.press('Escape');
  if (await sheet.isVisible()) await page.keyboard.press('Escape');
  await expectGone(sheet);
  await page.keyboard.press('o');
  await expectVisible(page.getByTestId('outline'));
  await bench.card('Tell').click();
  await page.keyboard.press('Control+d');
  await bench.hasCards(4);
});
