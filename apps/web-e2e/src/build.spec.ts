import { send, until } from '@millrace/e2e-kit';
import { wiresOf } from './testing/draft';
import { expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

const DIAMOND = [
  'Condition.false>Log 1',
  'Condition.true>Log',
  'Log 1.main>Merge',
  'Log.main>Merge',
  'Merge.main>Respond to webhook',
  'Webhook trigger.main>Condition',
];

journey('a webhook that branches, joins and answers is built by mouse', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.begin(page);
  await page.getByTestId('add-first').click();
  await bench.pick('webhook-trigger');
  await bench.addAfter('Webhook trigger', 'main', 'condition');
  await bench.addAfter('Condition', 'true', 'log');
  await bench.fit();
  const from = await bench.middleOf(await bench.port('Condition', 'false'));
  await bench.drag(from, { x: from.x + 60, y: from.y + 160 });
  await bench.pick('log');
  await bench.addAfter('Log', 'main', 'merge');
  await bench.fit();
  await bench.wire('Log 1', 'main', 'Merge');
  await bench.addAfter('Merge', 'main', 'respond');
  await bench.fit();
  const view = await bench.openNode('Condition');
  await view.getByRole('textbox', { name: 'Field of condition 1' }).click();
  await page.keyboard.type('body.total');
  await view.getByRole('combobox', { name: 'Operator of condition 1' }).click();
  await page.getByRole('option', { name: 'is greater than', exact: true }).click();
  await view.getByRole('textbox', { name: 'Value of condition 1' }).click();
  await page.keyboard.type('10');
  await view.getByRole('button', { name: 'Close' }).click();
  const trigger = await bench.openNode('Webhook trigger');
  await trigger.getByRole('combobox', { name: 'Answer', exact: true }).click();
  await page.getByRole('option', { name: 'What the Respond node says' }).click();
  await trigger.getByRole('button', { name: 'Close' }).click();
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual(DIAMOND);
  await page.getByTestId('publish-button').click();
  await page.getByTestId('publish-confirm').click();
  await expectVisible(page.getByTestId('live-chip').getByText(/Live v/));
  const { items } = await client.ok('GET', `/api/webhooks?workflowId=${bench.workflowId}`);
  const { secret } = await client.ok('POST', `/api/webhooks/${items[0].id}/secret`);
  const { status } = await send('POST', `${visitor.stage.product.api.url}${items[0].address}`, {
    body: { total: 12 },
    headers: { 'x-webhook-token': secret },
  });
  expect(status).toBe(200);
});

journey('nodes are moved, inserted in a connection and deleted by mouse', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.begin(page);
  await page.getByTestId('add-first').click();
  await bench.pick('manual-trigger');
  await bench.addAfter('Manual trigger', 'main', 'log');
  await bench.fit();
  const before = await bench.middleOf(bench.card('Log'));
  await bench.drag(before, { x: before.x, y: before.y + 120 });
  const after = await bench.middleOf(bench.card('Log'));
  expect(after.y - before.y).toBeGreaterThan(60);
  await bench.fit();
  await bench.pointAtWire('Manual trigger', 'Log');
  await page.locator('[data-testid^="insert-"]').click();
  await bench.pick('no-op');
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual([
    'Manual trigger.main>No operation',
    'No operation.main>Log',
  ]);
  await bench.fit();
  await bench.card('No operation').click();
  await page.keyboard.press('Delete');
  await bench.hasCards(2);
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual(['Manual trigger.main>Log']);
});

journey('undo and redo walk through everything, and again after a reload', async (visitor) => {
  const { page } = visitor;
  await visitor.signIn();
  const bench = await Workbench.begin(page);
  await page.getByTestId('add-first').click();
  await bench.pick('manual-trigger');
  await bench.addAfter('Manual trigger', 'main', 'log');
  await bench.addAfter('Log', 'main', 'no-op');
  await bench.card('Log').click();
  await page.keyboard.press('Delete');
  await bench.hasCards(2);
  await bench.hasEdges(1);
  await page.keyboard.press('Control+z');
  await bench.hasCards(3);
  await bench.hasEdges(2);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await bench.hasCards(2);
  await page.keyboard.press('Control+Shift+z');
  await bench.hasCards(3);
  await bench.saved();
  await page.reload();
  await bench.hasCards(3);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await bench.hasCards(2);
  await page.getByRole('button', { name: /^Redo/ }).click();
  await bench.hasCards(3);
  await bench.saved();
});

journey('nodes are copied to another tab, with their connections and under new names', async (visitor) => {
  const { page, context } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.begin(page);
  await page.getByTestId('add-first').click();
  await bench.pick('manual-trigger');
  await bench.addAfter('Manual trigger', 'main', 'log');
  await bench.addAfter('Log', 'main', 'no-op');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await bench.saved();
  const other = await Workbench.begin(await context.newPage());
  await other.page.getByTestId('add-first').click();
  await other.pick('manual-trigger');
  await other.page.keyboard.press('Control+v');
  await other.hasCards(4);
  await other.hasEdges(2);
  await other.saved();
  expect(await wiresOf(client, other.workflowId)).toEqual(['Log.main>No operation', 'Manual trigger 1.main>Log']);
});

journey('what was built is there after a reload, without pressing save', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.begin(page);
  await page.getByTestId('add-first').click();
  await bench.pick('manual-trigger');
  await bench.addAfter('Manual trigger', 'main', 'log');
  await page.reload();
  await bench.hasCards(2);
  await bench.hasEdges(1);
  await bench.saved();
  await page.getByTestId('workflow-name').click();
  await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('Greets');
  await page.keyboard.press('Enter');
  await bench.saved();
  await until('the name is on the server', async () => {
    const { name } = await client.ok('GET', `/api/workflows/${bench.workflowId}`);
    return name === 'Greets';
  });
  await page.getByRole('link', { name: 'Workflows' }).first().click();
  await expectVisible(page.getByRole('link', { name: 'Greets' }));
});
