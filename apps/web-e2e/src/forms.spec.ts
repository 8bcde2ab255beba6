import { node, until } from '@millrace/e2e-kit';
import type { Json } from '@millrace/workflow-model';
import type { Page } from 'playwright-core';
import { audit } from './testing/audit';
import { row } from './testing/documents';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Visitor } from './testing/visitor';
import { Workbench } from './testing/workbench';

const journey = stage();

const FIELDS: Json = [
  { name: 'email', label: 'Your address', kind: 'email', required: true, help: 'We answer there.' },
  { name: 'speed', label: 'How fast', kind: 'radio', options: ['Standard', 'Express'] },
  { name: 'bill', label: 'Bill', kind: 'file', accept: '.pdf' },
];
const PDF = { name: 'Rechnung März.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };

/** Ask > Say > More > Done, a form at the start and another in the middle. */
function writing(): Json {
  return row('Write to us', [
    node('Ask', 'form-trigger', { title: 'Write to us', fields: FIELDS }),
    node('Say', 'transformer', { mappings: { who: '{{ trigger.email }}', file: '{{ Ask.bill.fileName }}' } }),
    node('More', 'form', { title: 'One more thing', fields: [{ name: 'note', label: 'Note', required: true }] }),
    node('Done', 'no-op'),
  ]);
}

/** Somebody who is not signed in. */
async function stranger(visitor: Visitor): Promise<Visitor> {
  const { browser, product } = visitor.stage;
  return Visitor.open(visitor.stage, await browser.newContext({ baseURL: product.api.url }));
}

/** Nothing wider than the screen, nothing that axe minds, in both themes. */
async function looksRight(page: Page): Promise<void> {
  expect(await audit(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

journey('a draft with a form is run by filling the form in, in the editor', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, writing());
  await bench.run();
  const dialog = page.getByTestId('form-dialog');
  await expectVisible(dialog.locator('[data-field=email] input:focus'));
  await page.keyboard.press('Enter');
  await expectVisible(dialog.getByText('This is needed.'));
  // The field that is wrong has the focus.
  await page.keyboard.type('ada@example.com');
  await dialog.getByLabel('Express').check();
  await dialog.getByLabel('Bill').setInputFiles(PDF);
  expect(await audit(page)).toEqual([]);
  await dialog.getByTestId('run-form').click();
  await bench.shows('Say', 'completed');
  await bench.shows('More', 'waiting');
  const view = await bench.openNode('More');
  const address = await view.getByTestId('run-address').innerText();
  expect(address).toMatch(/\/forms\/run\//);
  const guest = await stranger(visitor);
  await guest.page.goto(new URL(address).pathname);
  await guest.page.getByLabel('Note').fill('By hand');
  await guest.page.getByRole('button', { name: 'Send' }).click();
  await expectVisible(guest.page.getByText('Thank you.'));
  await expectVisible(view.getByTestId('output-pane').getByText('By hand'));
  await bench.closeNode();
  await bench.shows('Done', 'completed');
  // What was entered is there again, but for files.
  await bench.run();
  expect(await dialog.getByLabel('Your address').inputValue()).toBe('ada@example.com');
  await page.keyboard.press('Escape');
  await expectGone(dialog);
  guest.checkFaults();
});

journey(
  'the view of a form trigger leads to its page once it is published, and strangers send it with a file',
  async (visitor) => {
    const { page } = visitor;
    const client = await visitor.signIn();
    const bench = await Workbench.open(page, client, writing());
    const view = await bench.openNode('Ask');
    const card = view.getByTestId('form-card');
    await expectVisible(card.getByText(/Nobody can open it yet/));
    const url = new URL(await card.getByTestId('form-url').innerText());
    await client.ok('POST', `/api/workflows/${bench.workflowId}/publish`, {});
    await page.reload();
    await expectVisible(card.getByRole('link', { name: 'Open the form' }));
    expect(await audit(page)).toEqual([]);
    const guest = await stranger(visitor);
    await guest.page.setViewportSize({ width: 390, height: 844 });
    await guest.page.goto(url.pathname);
    await looksRight(guest.page);
    guest.expectFault(/400/);
    await guest.page.getByLabel('Bill').setInputFiles({ ...PDF, name: 'bill.exe' });
    await guest.page.keyboard.press('Tab');
    await guest.page.keyboard.press('Enter');
    await expectVisible(guest.page.getByText('2 fields need another look.'));
    await expectVisible(guest.page.getByText('“bill.exe” is of another kind. Choose .pdf.'));
    await looksRight(guest.page);
    await guest.page.getByLabel('Your address').fill('grace@example.com');
    await guest.page.getByLabel('Bill').setInputFiles(PDF);
    await guest.page.getByRole('button', { name: 'Send' }).click();
    await expectVisible(guest.page.getByText('Thank you.'));
    await looksRight(guest.page);
    guest.checkFaults();
    const told = `query ($id: ID!) { executions(filter: { workflowId: $id }) { nodes { id status } } }`;
    await until('the run of the stranger waits', async () => {
      const { data } = await client.graphql(told, { id: bench.workflowId });
      return data.executions.nodes.length === 1 && data.executions.nodes[0].status === 'WAITING';
    });
  },
);
