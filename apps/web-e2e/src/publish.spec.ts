import { documentOf, node } from '@millrace/e2e-kit';
import { draftOf } from './testing/draft';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

journey('a workflow is published, changed, compared and brought back', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const nodes = [
    node('Start', 'manual-trigger'),
    { ...(node('Tell', 'log', { message: 'first' }) as object), position: { x: 320, y: 0 } },
  ];
  const bench = await Workbench.open(page, client, documentOf('Greets', nodes as never, ['Start>Tell']));
  await page.getByTestId('publish-button').click();
  await page.getByTestId('publish-note').fill('The first of all');
  await page.getByTestId('publish-confirm').click();
  await expectVisible(page.getByTestId('live-chip').getByText('Live v1.0.0'));
  const view = await bench.openNode('Tell');
  await view.getByRole('textbox', { name: 'Message' }).fill('second');
  await bench.closeNode();
  await bench.addAfter('Tell', 'main', 'no-op');
  await bench.saved();
  await expectVisible(page.getByTestId('live-chip').getByText(/Draft \d+ changes? ahead/));
  await page.getByTestId('publish-button').click();
  await expectVisible(page.getByTestId('publish-changes').getByText(/Tell/));
  await expectVisible(page.getByTestId('publish-changes').getByText(/No operation/));
  await page.getByTestId('publish-confirm').click();
  await expectVisible(page.getByTestId('live-chip').getByText('Live v1.0.1'));
  await page.getByRole('link', { name: 'Versions' }).click();
  await page.locator('[data-testid^="version-row-"]').filter({ hasText: 'Live' }).click();
  await expectVisible(page.getByRole('status').filter({ hasText: '+2 added' }).filter({ hasText: '1 changed' }));
  await expectVisible(page.getByText('second', { exact: true }));
  const first = page.locator('[data-testid^="version-row-"]').filter({ hasText: 'The first of all' });
  await first.click();
  await page.getByRole('button', { name: 'Restore as draft' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
  await expectGone(page.getByRole('dialog'));
  // What was the draft is kept in the history, and the new one is not what is live.
  await expectVisible(page.getByTestId('live-chip').getByText(/ahead/));
  await page.getByRole('link', { name: 'Editor', exact: true }).click();
  await bench.hasCards(2);
  await bench.saved();
  const { document } = await draftOf(client, bench.workflowId);
  expect(document.nodes.map(({ label }) => label).sort()).toEqual(['Start', 'Tell']);

  // What can be taken back is done at once.
  const undo = page.locator('mr-toast-outlet').getByRole('button', { name: 'Undo' });
  await page.getByTestId('live-chip').click();
  await page.getByRole('menuitem', { name: /Discard the draft/ }).click();
  await bench.hasCards(3);
  await undo.click();
  await bench.hasCards(2);
  await page.getByRole('link', { name: 'Versions' }).click();
  await first.click();
  await page.getByRole('button', { name: 'More actions of this version' }).click();
  await page.getByRole('menuitem', { name: 'New workflow from it' }).click();
  const copy = page.getByTestId('workflow-name').filter({ hasText: /Greets \(/ });
  await expectVisible(copy);
  await page.getByTestId('editor-menu').click();
  await page.getByRole('menuitem', { name: 'Delete workflow' }).click();
  await expectVisible(page.getByRole('heading', { name: 'Workflows', level: 1 }));
  await undo.click();
  await expectVisible(copy);
});
