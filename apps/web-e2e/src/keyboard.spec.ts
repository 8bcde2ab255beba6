import { wiresOf } from './testing/draft';
import { expectVisible } from './testing/expect';
import { hasFocus, pressUntil } from './testing/keys';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

/** Opens the drawer by key, searches, and takes the first line. */
async function add(bench: Workbench, search: string): Promise<void> {
  const { page } = bench;
  const before = await bench.cards.count();
  await page.keyboard.press('n');
  await pressUntil(page, 'F8', hasFocus(page.getByTestId('palette-search')));
  await page.keyboard.type(search);
  await page.keyboard.press('Enter');
  await bench.hasCards(before + 1);
  await bench.leaveNewNode();
}

/** Connects the card with the focus: `C` as often as its port says, arrows to the target, Enter. */
async function connect(bench: Workbench, presses: number, [from, target]: readonly [string, string]): Promise<void> {
  const { page } = bench;
  const before = await bench.edges.count();
  for (let count = 0; count < presses; count += 1) await page.keyboard.press('c');
  const hint = page.getByRole('status').filter({ hasText: '→' });
  await pressUntil(page, 'ArrowDown', async () => new RegExp(`${from} → ${target}\\s`).test(await hint.innerText()));
  await page.keyboard.press('Enter');
  await bench.hasEdges(before + 1);
}

journey('a webhook that branches, joins and answers is built and published by keyboard alone', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  await page.goto('/workflows');
  const start = page.getByRole('button', { name: /new workflow/i });
  await expectVisible(start);
  await pressUntil(page, 'Tab', hasFocus(start));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/workflows\/[0-9a-f-]{36}/);
  const bench = new Workbench(page);
  await expectVisible(page.getByTestId('add-first'));
  for (const search of ['webhook', 'condition', 'log', 'merge', 'respond']) await add(bench, search);
  for (let count = 0; count < 3; count += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const view = page.getByTestId('node-view');
  await expectVisible(view);
  await pressUntil(page, 'Tab', hasFocus(view.getByRole('textbox', { name: 'Field of condition 1' })));
  await page.keyboard.type('body.total');
  await pressUntil(page, 'Tab', hasFocus(view.getByRole('textbox', { name: 'Value of condition 1' })));
  await page.keyboard.type('10');
  await page.keyboard.press('Escape');
  await view.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await add(bench, 'log');
  await connect(bench, 1, ['Log 1', 'Merge']);
  const trigger = bench.card('Webhook trigger');
  await pressUntil(page, 'ArrowLeft', hasFocus(trigger));
  await page.keyboard.press('ArrowRight');
  await connect(bench, 2, ['Condition \\(false\\)', 'Log 1']);
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual([
    'Condition.false>Log 1',
    'Condition.true>Log',
    'Log 1.main>Merge',
    'Log.main>Merge',
    'Merge.main>Respond to webhook',
    'Webhook trigger.main>Condition',
  ]);
  await page.keyboard.press('Shift+P');
  await pressUntil(page, 'Tab', hasFocus(page.getByTestId('publish-confirm')));
  await page.keyboard.press('Enter');
  await expectVisible(page.getByTestId('live-chip').getByText(/Live v/));
});
