import { documentOf, node, until } from '@millrace/e2e-kit';
import { expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

/** Start > Fetch > Tell, side by side. */
function fetching(url: string): unknown {
  const nodes = [
    { ...(node('Start', 'manual-trigger') as object), position: { x: 0, y: 0 } },
    { ...(node('Fetch', 'http-request', { url }) as object), position: { x: 320, y: 0 } },
    { ...(node('Tell', 'log', { message: 'done' }) as object), position: { x: 640, y: 0 } },
  ];
  return { ...(documentOf('Fetches', [], ['Start>Fetch', 'Fetch>Tell']) as object), nodes };
}

journey('a run shows on every card while it goes, and a reload in the middle catches up', async (visitor) => {
  const { page, stage: scene } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, fetching(scene.canary.url('/hold')));
  await bench.run();
  await bench.shows('Start', 'completed');
  await bench.shows('Fetch', 'running');
  await until('the call has arrived', () => scene.canary.hitsOf('/hold').length > 0);
  await page.reload();
  await bench.shows('Fetch', 'running');
  scene.canary.release();
  await bench.shows('Fetch', 'completed');
  await bench.shows('Tell', 'completed');
  await expectVisible(page.getByTestId('run-log').getByText('Tell'));
  await expectVisible(page.getByTestId('run-button'));
});

journey('a step that fails says why on its card, and is mended in its view', async (visitor) => {
  const { page, stage: scene } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, fetching(scene.canary.url('/status/404')));
  await bench.run();
  await bench.shows('Fetch', 'failed');
  await expectVisible(bench.card('Fetch').getByText(/404/));
  const view = await bench.openNode('Fetch');
  await expectVisible(view.getByTestId('output-pane').getByText(/404/));
  await view.getByRole('textbox', { name: 'URL' }).fill(scene.canary.url('/now'));
  await bench.closeNode();
  await bench.run();
  await bench.shows('Fetch', 'completed');
  await bench.shows('Tell', 'completed');
  expect(scene.canary.hitsOf('/now')).toHaveLength(1);
});

journey('one step runs alone, and its output is there to look at', async (visitor) => {
  const { page, stage: scene } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, fetching(scene.canary.url('/now')));
  const view = await bench.openNode('Fetch');
  await view.getByTestId('run-step').click();
  await expectVisible(view.getByTestId('output-pane').getByText('ok'));
  await bench.closeNode();
  await bench.shows('Fetch', 'completed');
  expect(await bench.status('Tell').count()).toBe(0);
});
