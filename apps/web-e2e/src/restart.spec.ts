import { documentOf, node } from '@millrace/e2e-kit';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

journey('a run goes on over a restart of the server, while its page stays open', async (visitor) => {
  const { page, stage: scene } = visitor;
  const client = await visitor.signIn();
  const nodes = [node('Start', 'manual-trigger'), node('Wait', 'timer', { duration: 'PT6S' }), node('Tell', 'log')];
  const bench = await Workbench.open(page, client, documentOf('Waits', nodes, ['Start>Wait', 'Wait>Tell']));
  await bench.tidyUp();
  await bench.run();
  await bench.shows('Wait', 'waiting');
  // The page asks in vain while nobody answers.
  visitor.expectFault(/WebSocket|ERR_CONNECTION|Failed to (fetch|load)|net::ERR/);
  await scene.product.api.signal('SIGKILL');
  await expectVisible(page.getByText('Millrace does not answer.'));
  await scene.product.api.restart();
  await bench.shows('Wait', 'completed', 60_000);
  await bench.shows('Tell', 'completed', 60_000);
  await expectGone(page.getByText('Millrace does not answer.'));
});
