import { node } from '@millrace/e2e-kit';
import { audit } from './testing/audit';
import { row } from './testing/documents';
import { draftOf, wiresOf } from './testing/draft';
import { expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

/** Start > Shop > Customer > Total > Tell > Done, in which steps read what steps before them gave. */
const orders = row('Orders', [
  node('Start', 'manual-trigger'),
  node('Shop', 'transformer', { mappings: { currency: 'EUR' } }),
  node('Customer', 'transformer', { mappings: { name: 'Ada', lines: [3, 4] } }),
  node('Total', 'transformer', {
    mappings: { who: '{{Customer.name}}', count: { $expr: 'size(Customer.lines)' }, in: '{{Shop.currency}}' },
  }),
  node('Tell', 'log', { message: '{{Total.who}} has {{Total.count}}' }),
  node('Done', 'output', { fields: { who: '{{Tell.who}}', count: '{{Tell.count}}', in: '{{Tell.in}}' } }),
]);

journey(
  'steps become a workflow of their own, which runs in their place, and one undo brings them back',
  async (visitor) => {
    const { page } = visitor;
    const client = await visitor.signIn();
    const bench = await Workbench.open(page, client, orders);
    await bench.card('Total').focus();
    await page.keyboard.press('Control+a');
    await bench.card('Total').click({ button: 'right' });
    await expectVisible(page.getByRole('menuitem', { name: /Convert to sub-workflow.*"Start" starts this workflow/s }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await bench.marquee(['Total', 'Tell']);
    await bench.hasSelected(['Total', 'Tell']);
    await page.keyboard.press('Alt+x');
    const dialog = page.getByRole('dialog');
    await expectVisible(dialog.getByText('The 2 steps become a published workflow', { exact: false }));
    expect(await audit(page)).toEqual([]);
    await dialog.getByRole('textbox').fill('Count lines');
    await page.keyboard.press('Enter');
    await bench.hasCards(5);
    await bench.hasSelected(['Count lines']);
    await bench.saved();
    expect(await wiresOf(client, bench.workflowId)).toEqual([
      'Count lines.main>Done',
      'Customer.main>Count lines',
      'Shop.main>Customer',
      'Start.main>Shop',
    ]);
    await bench.run();
    await bench.shows('Done', 'completed', 30_000);
    const { data } = await client.graphql(
      'query ($id: ID!) { executions(first: 1, filter: { workflowId: $id }) { nodes { output } } }',
      { id: bench.workflowId },
    );
    expect(data.executions.nodes[0].output).toEqual({ who: 'Ada', count: 2, in: 'EUR' });
    await bench.card('Count lines').focus();
    await page.keyboard.press('Control+z');
    await bench.hasCards(6);
    await bench.saved();
    const { document } = await draftOf(client, bench.workflowId);
    expect(document.nodes.map(({ label }) => label)).toEqual(['Start', 'Shop', 'Customer', 'Total', 'Tell', 'Done']);
  },
);
