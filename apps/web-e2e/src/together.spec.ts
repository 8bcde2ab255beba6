import { node, until } from '@millrace/e2e-kit';
import type { Page } from 'playwright-core';
import { greeting, row } from './testing/documents';
import { audit } from './testing/audit';
import { draftOf } from './testing/draft';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

/** Writes another message into the step that tells. */
async function say(bench: Workbench, message: string): Promise<void> {
  const view = await bench.openNode('Tell');
  await view.getByRole('textbox', { name: 'Message' }).fill(message);
  await bench.closeNode();
}

/** A page that hears no live news, as behind a proxy without sockets: it meets what others saved when it saves. */
function deafen(page: Page): Promise<void> {
  return page.routeWebSocket(/graphql/, () => undefined);
}

/** The same workflow in a second tab, changed there, and then in the first as well. */
async function clash(bench: Workbench, other: Page): Promise<Workbench> {
  await other.goto(`/workflows/${bench.workflowId}`);
  const theirs = new Workbench(other);
  await theirs.isDrawn();
  await say(theirs, 'theirs');
  await theirs.saved();
  await bench.page.bringToFront();
  await say(bench, 'mine');
  const chip = bench.page.locator('[data-testid="save-chip"][data-state="conflict"]');
  await expectVisible(chip);
  await chip.click();
  await expectVisible(bench.page.getByRole('dialog', { name: 'Two people changed this draft' }));
  return theirs;
}

const messageOf = async (client: Parameters<typeof draftOf>[0], bench: Workbench): Promise<unknown> => {
  const { document } = await draftOf(client, bench.workflowId);
  return document.nodes.find(({ label }) => label === 'Tell')?.config['message'];
};

journey('two tabs change the same step: one keeps its own', async (visitor) => {
  const { page, context } = visitor;
  const client = await visitor.signIn();
  await deafen(page);
  const bench = await Workbench.open(page, client, greeting());
  await clash(bench, await context.newPage());
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expectGone(page.getByRole('dialog'));
  await bench.saved();
  expect(await messageOf(client, bench)).toBe('mine');
});

journey('two tabs change the same step: one takes the other, and can still go back', async (visitor) => {
  const { page, context } = visitor;
  const client = await visitor.signIn();
  await deafen(page);
  const bench = await Workbench.open(page, client, greeting());
  await clash(bench, await context.newPage());
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expectGone(page.getByRole('dialog'));
  await bench.saved();
  await expectVisible(bench.card('Tell').getByText('theirs'));
  expect(await messageOf(client, bench)).toBe('theirs');
  await page.getByRole('button', { name: 'Undo Take the other draft' }).click();
  await expectVisible(bench.card('Tell').getByText('mine'));
  await bench.saved();
  expect(await messageOf(client, bench)).toBe('mine');
});

journey('what two tabs changed in different places is put together', async (visitor) => {
  const { page, context } = visitor;
  const client = await visitor.signIn();
  await deafen(page);
  const bench = await Workbench.open(page, client, greeting());
  const other = await context.newPage();
  await other.goto(`/workflows/${bench.workflowId}`);
  const theirs = new Workbench(other);
  await theirs.isDrawn();
  await theirs.addAfter('Done', 'main', 'output');
  await theirs.saved();
  await page.bringToFront();
  await say(bench, 'mine');
  await page.locator('[data-testid="save-chip"][data-state="conflict"]').click();
  await page.getByRole('button', { name: 'Put together' }).click();
  await bench.hasCards(4);
  await bench.saved();
  expect(await messageOf(client, bench)).toBe('mine');
});

journey('two tabs know of each other, and what one saves appears in the other beside its own', async (visitor) => {
  const { page, context } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greeting());
  const other = await context.newPage();
  await other.goto(`/workflows/${bench.workflowId}`);
  const theirs = new Workbench(other);
  await theirs.isDrawn();
  await expectVisible(page.getByTestId('editor-people').getByRole('img', { name: 'Ada Lovelace' }));
  await expectVisible(other.getByTestId('editor-people'));
  await say(theirs, 'theirs');
  await expectVisible(bench.card('Tell').getByText('theirs'));
  await bench.saved();
  await page.bringToFront();
  await bench.addAfter('Done', 'main', 'output');
  await theirs.hasCards(4);
  expect(await messageOf(client, bench)).toBe('theirs');
  expect(await audit(page)).toEqual([]);
  await other.close();
  await expectGone(page.getByTestId('editor-people'));
});

journey('without a network edits are kept, and the page catches up when it is back', async (visitor) => {
  const { page, context, stage: scene } = visitor;
  const client = await visitor.signIn();
  const nodes = [
    node('Start', 'manual-trigger'),
    node('Fetch', 'http-request', { url: scene.canary.url('/hold') }),
    node('Tell', 'log', { message: 'first' }),
  ];
  const bench = await Workbench.open(page, client, row('Holds', nodes));
  await bench.run();
  await bench.shows('Fetch', 'running');
  await until('the call has arrived', () => scene.canary.hitsOf('/hold').length > 0);
  // What steps are opened with is loaded ahead.
  await page.waitForLoadState('networkidle');
  visitor.expectFault(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to (fetch|load)|net::ERR/);
  await context.setOffline(true);
  const banner = page.getByText('You are offline. Runs on the server go on.');
  await expectVisible(banner);
  await say(bench, 'second');
  await expectVisible(page.locator('[data-testid="save-chip"][data-state="offline"]'));
  await expectVisible(bench.card('Tell').getByText('second'));
  scene.canary.release();
  await until('the run is over', async () => {
    const { items } = await client.ok('GET', `/api/executions?workflowId=${bench.workflowId}`);
    return items[0]?.status === 'completed';
  });
  await context.setOffline(false);
  await expectGone(banner);
  await bench.saved();
  expect(await messageOf(client, bench)).toBe('second');
  // The live feed is joined again, where it was left; what was changed meanwhile is not what has run.
  await bench.shows('Fetch', 'completed');
  await bench.shows('Tell', 'stale');
  await bench.run();
  await bench.shows('Fetch', 'running');
  scene.canary.release();
  await bench.shows('Tell', 'completed');
});

journey('what is cut in one tab arrives in the other with its references rewritten', async (visitor) => {
  const { page, context } = visitor;
  const client = await visitor.signIn();
  const nodes = [
    node('Start', 'manual-trigger'),
    node('Fetch', 'http-request', { url: 'http://127.0.0.1:9/' }),
    node('Tell', 'log', { message: 'got {{Fetch.data.word}}' }),
  ];
  const bench = await Workbench.open(page, client, row('First', nodes));
  await bench.marquee(['Fetch', 'Tell']);
  await bench.hasSelected(['Fetch', 'Tell']);
  await page.keyboard.press('Control+x');
  await bench.hasCards(1);
  await bench.saved();
  const other = await Workbench.open(await context.newPage(), client, row('Second', nodes));
  await other.page.keyboard.press('Control+v');
  await other.hasCards(5);
  await other.hasEdges(3);
  await other.saved();
  const { document } = await draftOf(client, other.workflowId);
  const pasted = document.nodes.find(({ label }) => label === 'Tell 1');
  expect(pasted?.config['message']).toBe('got {{Fetch1.data.word}}');
  expect(document.nodes.find(({ label }) => label === 'Tell')?.config['message']).toBe('got {{Fetch.data.word}}');
  await page.bringToFront();
  await page.keyboard.press('Control+z');
  await bench.hasCards(3);
  await bench.hasEdges(2);
});
