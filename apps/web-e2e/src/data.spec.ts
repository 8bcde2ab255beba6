import { documentOf, node, send } from '@millrace/e2e-kit';
import { row } from './testing/documents';
import { draftOf } from './testing/draft';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

journey('a template is looked at, used, and runs as it is', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  await page.goto('/templates');
  const card = page.getByTestId('template-card-code-and-errors');
  const name = await card.getByRole('heading').innerText();
  await card.getByRole('link', { name }).click();
  await page.waitForURL(/\/templates\/code-and-errors/);
  await expectVisible(page.locator('[data-node]'));
  await page.getByTestId('use-template').click();
  await page.waitForURL(/\/workflows\/[0-9a-f-]{36}/);
  const bench = new Workbench(page);
  await bench.isDrawn();
  await expectVisible(page.getByTestId('workflow-name').getByText(name));
  const { document } = await draftOf(client, bench.workflowId);
  expect(await bench.cards.count()).toBe(document.nodes.length);
  await bench.run();
  await expectVisible(page.getByTestId('run-log').getByText('Completed').first());
  await expectVisible(page.getByTestId('run-button'));
});

journey('a pinned output is what a run by hand uses, and nobody is called for it', async (visitor) => {
  const { page, stage: scene } = visitor;
  const client = await visitor.signIn();
  const nodes = [
    node('Start', 'manual-trigger'),
    node('Fetch', 'http-request', { url: scene.canary.url('/status/500') }),
    node('Tell', 'log', { message: 'It says {{Fetch.data.word}}' }),
  ];
  const bench = await Workbench.open(page, client, row('Fetches', nodes));
  const view = await bench.openNode('Fetch');
  await view.getByTestId('output-pane').getByRole('button', { name: 'Set mock data' }).click();
  const editor = page.getByRole('dialog', { name: 'Output of Fetch' });
  await editor.getByRole('textbox', { name: 'Output' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('{"word": "pinned"}');
  await editor.getByRole('button', { name: 'Pin output' }).click();
  await expectVisible(view.getByText('Pinned: runs by hand use this'));
  await bench.closeNode();
  await expectVisible(page.getByText('1 pinned in use'));
  await bench.run();
  await bench.shows('Tell', 'completed');
  const tell = await bench.openNode('Tell');
  await expectVisible(tell.getByTestId('output-pane').getByText('pinned', { exact: true }));
  await expectVisible(tell.getByText('It says pinned'));
  await bench.closeNode();
  expect(scene.canary.hitsOf('/status/500')).toEqual([]);
  await page.reload();
  await bench.isDrawn();
  await expectVisible(page.getByText('1 pinned in use'));
  await bench.card('Fetch').click();
  await page.keyboard.press('p');
  await expectGone(page.getByText('1 pinned in use'));
  await bench.run();
  await bench.shows('Fetch', 'failed');
  expect(scene.canary.hitsOf('/status/500').length).toBeGreaterThan(0);
});

journey('a call to the test address of a webhook is caught and run with', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const nodes = [
    node('Hook', 'webhook-trigger'),
    node('Tell', 'log', { message: 'Order {{trigger.order}} of {{trigger.who}}' }),
  ];
  const bench = await Workbench.open(page, client, row('Hears', nodes));
  await bench.card('Hook').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Listen for a test call' }).click();
  const url = await page.getByTestId('test-url').innerText();
  await expectVisible(page.getByText(/Listening for \d+ s/));
  const { status } = await send('POST', url, { body: { order: 7, who: 'Ada' } });
  expect(status).toBeLessThan(300);
  const caught = page.getByRole('listitem').filter({ hasText: 'POST' });
  await expectVisible(caught);
  await caught.getByRole('button', { name: 'Run with this' }).click();
  await bench.shows('Tell', 'completed');
  const hook = await bench.openNode('Hook');
  await expectVisible(hook.getByTestId('output-pane').getByText('order'));
  await bench.closeNode();
  const tell = await bench.openNode('Tell');
  await expectVisible(tell.getByText('Order 7 of Ada'));
});

journey('a call that was caught stays for the next time, as the pinned output of the trigger', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const document = documentOf('Hears', [node('Hook', 'webhook-trigger'), node('Tell', 'no-op')], ['Hook>Tell']);
  const bench = await Workbench.open(page, client, document);
  await bench.tidyUp();
  const view = await bench.openNode('Hook');
  await view.getByTestId('listen').click();
  const code = view.locator('code').filter({ hasText: '/test' });
  await expectVisible(code);
  await send('PUT', await code.first().innerText(), { body: { note: 'kept' } });
  const call = view.getByRole('list', { name: 'Calls' }).getByRole('listitem');
  await expectVisible(call.filter({ hasText: 'kept' }));
  await call.getByRole('button', { name: 'Use as output' }).click();
  await expectVisible(view.getByText('Pinned: runs by hand use this'));
  await bench.closeNode();
  await bench.run();
  await bench.shows('Tell', 'completed');
  const tell = await bench.openNode('Tell');
  await expectVisible(tell.getByTestId('output-pane').getByText('kept'));
});

journey('braces typed into a plain field go on as a template, and no letter is lost', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const nodes = [node('Start', 'manual-trigger', { sample: { name: 'Ada' } }), node('Tell', 'log', { message: 'Hi' })];
  const bench = await Workbench.open(page, client, row('Types', nodes));
  const view = await bench.openNode('Tell');
  await view.getByTestId('param-message').locator('textarea').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Hello {{ trigger.name }}, welcome', { delay: 20 });
  await bench.closeNode();
  await bench.saved();
  const messageOf = async (): Promise<unknown> => {
    const { document } = await draftOf(client, bench.workflowId);
    return document.nodes.find(({ label }) => label === 'Tell')?.config['message'];
  };
  expect(await messageOf()).toBe('Hello {{ trigger.name }}, welcome');
  // A template that is written anew has no braces at first.
  await (await bench.openNode('Tell')).getByTestId('param-message').locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Goodbye {{ trigger.name }}', { delay: 20 });
  await bench.closeNode();
  await bench.saved();
  expect(await messageOf()).toBe('Goodbye {{ trigger.name }}');
});

journey(
  'a step that runs another workflow asks for what that one takes, and its run leads there and back',
  async (visitor) => {
    const { page } = visitor;
    const client = await visitor.signIn();
    const schema = { type: 'object', properties: { order: { type: 'string' } }, required: ['order'] };
    const called = row('Prices', [
      node('Called', 'manual-trigger', { inputSchema: schema }),
      node('Sum', 'output', { fields: { total: 42, order: '{{ trigger.order }}' } }),
    ]);
    const { id } = await client.ok('POST', '/api/workflows', called);
    await client.ok('POST', `/api/workflows/${id}/publish`, {});
    const nodes = [node('Start', 'manual-trigger'), node('Price', 'run-workflow', { workflowId: id })];
    const bench = await Workbench.open(page, client, row('Quotes', nodes));
    const view = await bench.openNode('Price');
    await expectVisible(view.getByRole('link', { name: 'Open “Prices”' }));
    await view.getByTestId('param-order').getByRole('textbox').fill('A-17');
    await bench.closeNode();
    await bench.saved();
    await bench.run();
    await bench.shows('Price', 'completed', 30_000);
    await page.getByRole('link', { name: 'Open this run' }).click();
    await page.waitForURL(/\/runs\//);
    await bench.card('Price').click();
    await page.getByTestId('child-run').click();
    await expectVisible(page.getByRole('link', { name: 'Prices' }));
    await page.getByTestId('parent-run').click();
    await expectVisible(page.getByRole('link', { name: 'Quotes' }));
  },
);
