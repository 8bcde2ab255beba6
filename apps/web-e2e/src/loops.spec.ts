import { documentOf, node } from '@millrace/e2e-kit';
import type { Json } from '@millrace/workflow-model';
import { audit } from './testing/audit';
import { draftOf, placesOf, wiresOf } from './testing/draft';
import { expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

const people: Json = [{ name: 'Ada' }, { name: 'Bob' }, { name: 'Cy' }];
const CHECK = "if (input.name === 'Bob') throw new Error('Nobody knows Bob'); return input.name;";

function at(one: Json, x: number, y: number, parent?: string): Json {
  return { ...(one as object), position: { x, y }, ...(parent !== undefined && { parent }) } as Json;
}

/** Start > Each [Check > Tell] > Done, over three people of whom one is not known. */
function greetings(): Json {
  return documentOf(
    'Greets everybody',
    [
      at(node('Start', 'manual-trigger'), 0, 0),
      at(node('Each', 'loop', { items: people, onTurnError: 'continue' }), 320, 0),
      at(node('Check', 'code', { code: CHECK }), 360, 100, 'Each'),
      at(node('Tell', 'log', { message: 'Hello {{ item.name }}, number {{ index }}' }), 680, 100, 'Each'),
      at(node('Done', 'no-op'), 1120, 0),
    ],
    ['Start>Each', 'Check>Tell', 'Each>Done'],
  );
}

const parentsOf = async (...[client, workflowId]: Parameters<typeof draftOf>) => {
  const { document } = await draftOf(client, workflowId);
  const labels = new Map(document.nodes.map(({ id, label }) => [id, label]));
  return Object.fromEntries(
    document.nodes.map((one) => [one.label, labels.get((one as { parent?: string }).parent ?? '')]),
  );
};

journey('a loop with two steps inside is built by mouse, and its frame takes them along', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.begin(page);
  await page.getByTestId('add-first').click();
  await bench.pick('manual-trigger');
  await bench.addAfter('Manual trigger', 'main', 'loop');
  await bench.fit();
  await page.getByRole('button', { name: 'Add a step inside Loop' }).click();
  await bench.pick('no-op');
  await bench.addAfter('No operation', 'main', 'log');
  await bench.addAfter('Loop', 'main', 'output');
  await bench.saved();
  expect(await parentsOf(client, bench.workflowId)).toMatchObject({
    'No operation': 'Loop',
    Log: 'Loop',
    Output: undefined,
  });
  expect(await wiresOf(client, bench.workflowId)).toEqual([
    'Loop.main>Output',
    'Manual trigger.main>Loop',
    'No operation.main>Log',
  ]);
  const before = await placesOf(client, bench.workflowId);
  const grip = await bench.middleOf(bench.card('Loop').locator('.name').first());
  await bench.drag(grip, { x: grip.x, y: grip.y + 100 });
  await bench.saved();
  const after = await placesOf(client, bench.workflowId);
  expect((after['Log']?.y ?? 0) - (before['Log']?.y ?? 0)).toBe((after['Loop']?.y ?? 0) - (before['Loop']?.y ?? 0));
  expect(after['Loop']?.y).toBeGreaterThan(before['Loop']?.y ?? 0);
  const log = await bench.middleOf(bench.card('Log'));
  await bench.drag(log, { x: log.x, y: log.y + 260 });
  await bench.saved();
  expect(await parentsOf(client, bench.workflowId)).toMatchObject({ 'No operation': 'Loop', Log: undefined });
  await page.keyboard.press('Control+z');
  await bench.saved();
  expect(await parentsOf(client, bench.workflowId)).toMatchObject({ Log: 'Loop' });
  expect(await wiresOf(client, bench.workflowId)).toContain('No operation.main>Log');
});

journey('a loop is built, entered, left, unwrapped and deleted by keyboard', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, documentOf('Keys', [node('Start', 'manual-trigger')], []));
  const add = async (key: string, type: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.getByTestId('palette-search').fill(type);
    await page.keyboard.press('Enter');
    await bench.leaveNewNode();
  };
  await bench.card('Start').focus();
  await page.keyboard.press('Tab');
  await bench.card('Start').click();
  await add('n', 'loop');
  await add('i', 'no-op');
  await add('n', 'log');
  await bench.saved();
  expect(await parentsOf(client, bench.workflowId)).toMatchObject({ 'No operation': 'Loop', Log: 'Loop' });
  await page.keyboard.press('Escape');
  await bench.hasSelected(['Loop']);
  await page.keyboard.press('ArrowDown');
  await bench.hasSelected(['No operation']);
  expect(await bench.card('No operation').getAttribute('aria-label')).toContain('inside loop “Loop”');
  await page.keyboard.press('ArrowUp');
  await bench.hasSelected(['Loop']);
  await page.keyboard.press('Delete');
  await bench.hasCards(1);
  await page.keyboard.press('Control+z');
  await bench.hasCards(4);
  await bench.card('Loop').locator('.name').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Unwrap' }).click();
  await bench.hasCards(3);
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual(['No operation.main>Log', 'Start.main>No operation']);
});

journey('a run is looked at turn by turn, mended and run again', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greetings());
  await bench.run();
  await bench.shows('Done', 'completed', 30_000);
  const turns = page.getByTestId('turns-Each');
  await expectVisible(turns.getByText('3 / 3, 1 failed'));
  // The turn that failed is looked at first.
  await bench.shows('Check', 'failed');
  expect(await turns.getByRole('textbox').inputValue()).toBe('2');
  expect(await audit(page)).toEqual([]);
  await turns.getByRole('button', { name: 'Next turn' }).click();
  await bench.shows('Check', 'completed');
  await bench.shows('Tell', 'completed');
  await turns.getByRole('button', { name: 'First failed' }).click();
  await bench.shows('Check', 'failed');
  const view = await bench.openNode('Check');
  await expectVisible(view.getByText('Nobody knows Bob').first());
  await view.locator('.cm-content').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText('return input.name;');
  await bench.closeNode();
  await bench.saved();
  await bench.run();
  await expectVisible(turns.getByText('3 / 3', { exact: true }));
  await bench.shows('Check', 'completed');
});

journey('a run shows the turns of its loop on the timeline and in the log', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greetings());
  await bench.run();
  await bench.shows('Done', 'completed', 30_000);
  await page.getByRole('link', { name: 'Open this run' }).click();
  await page.waitForURL(/\/runs\//);
  const timeline = page.getByTestId('timeline');
  await timeline.getByRole('button', { name: 'Show the turns of Each' }).click();
  await timeline.getByRole('button', { name: 'Show the steps of Turn 2' }).click();
  await timeline.getByTestId('timeline-row-Each/1/Check').click();
  await expectVisible(page.getByText('Check, turn 2 with {"name":"Bob"}'));
  expect(await audit(page)).toEqual([]);
  await timeline.getByRole('button', { name: 'Show the steps of Turn 3' }).click();
  await timeline.getByTestId('timeline-row-Each/2/Check').click();
  await expectVisible(page.getByTestId('turns-Each').getByRole('textbox').first());
  await bench.shows('Check', 'completed');
  await page.getByRole('tab', { name: 'Log' }).last().click();
});

journey('a step runs once per item, two at a time, and one that fails does not stop the others', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const { canary } = visitor.stage;
  const nodes = [
    at(node('Start', 'manual-trigger'), 0, 0),
    at(node('List', 'code', { code: "return { paths: ['/now', '/status/404', '/now'] };" }), 320, 0),
    at(node('Ask', 'http-request', { method: 'GET', url: `${canary.url('')}{{ item }}` }), 640, 0),
  ];
  const bench = await Workbench.open(page, client, documentOf('Asks', nodes, ['Start>List', 'List>Ask']));
  const view = await bench.openNode('Ask');
  await view.getByRole('tab', { name: 'Settings' }).click();
  const settings = view.getByTestId('for-each');
  await settings.getByText('Run once per item').click();
  await settings.locator('.cm-content').click();
  await page.keyboard.insertText('{{ input.paths }}');
  await settings.getByLabel('At the same time').fill('2');
  await settings.getByText('Go on', { exact: true }).click();
  await bench.closeNode();
  await bench.saved();
  await bench.run();
  await bench.shows('Ask', 'completed', 30_000);
  await expectVisible(bench.card('Ask').getByText('3 / 3, 1 failed'));
  expect(canary.hits.filter(({ path }) => path === '/now')).toHaveLength(2);
  const again = await bench.openNode('Ask');
  await again.getByRole('tab', { name: 'Settings' }).click();
  await expectVisible(again.getByText('Will run 3 times, once per item.'));
  const turns = again.getByTestId(`turns-${await bench.idOf('Ask')}`);
  await turns.getByRole('button', { name: 'First failed' }).click();
  await expectVisible(again.getByTestId('output-pane').getByText('HTTP_STATUS'));
  expect(await audit(page)).toEqual([]);
  await turns.getByRole('button', { name: 'All' }).click();
  await expectVisible(again.getByTestId('output-pane').getByText('Completed'));
});
