import { documentOf, node, type Client } from '@millrace/e2e-kit';
import type { Json } from '@millrace/workflow-model';
import { audit } from './testing/audit';
import { row } from './testing/documents';
import { expectGone, expectVisible } from './testing/expect';
import { hasFocus, pressUntil } from './testing/keys';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

/** Start > Done: greets whoever comes. */
function greeting(settings: Json = {}): Json {
  const done = node('Done', 'output', { collect: 'value', value: 'Hello {{ trigger.who }}' });
  return { ...(row('Greets', [node('Start', 'manual-trigger'), done]) as object), settings } as unknown as Json;
}

/** Start > Call > Small or Big: asks a service that is not there, and chooses by its answer. */
function ordering(url: string): Json {
  const at = (one: Json, x: number, y = 0): Json => ({ ...(one as object), position: { x, y } }) as unknown as Json;
  const retry = { maxAttempts: 3, baseMs: 1_000, backoff: 'exponential' };
  const call = node('Call', 'http-request', { method: 'POST', url, body: { id: 7 } });
  return documentOf(
    'Orders',
    [
      at(node('Start', 'manual-trigger'), 0),
      at({ ...(call as object), settings: { retry } } as unknown as Json, 320),
      at(node('Done', 'no-op'), 640),
    ],
    ['Start>Call', 'Call>Done'],
  );
}

/** A run that went well, and a test made of it by API. */
async function testOfRun(client: Client, workflowId: string): Promise<void> {
  const start =
    'mutation ($id: ID!) { executionStart(workflowId: $id, input: { version: "draft", input: { who: "Ada" } }) { execution { id } } }';
  const executionId = (await client.graphql(start, { id: workflowId })).data.executionStart.execution.id;
  await client.reaches(executionId, 'completed', 'COMPLETED');
  const make = 'mutation ($id: ID!) { workflowTestFromExecution(executionId: $id) { test { id } errors { message } } }';
  const { data } = await client.graphql(make, { id: executionId });
  expect(data.workflowTestFromExecution.errors).toEqual([]);
}

journey(
  'a run becomes a test; the test is red with a difference when the draft breaks, and green when it is mended',
  async (visitor) => {
    const { page } = visitor;
    const client = await visitor.signIn();
    const { id } = await client.publish(greeting());
    const run = await client.execute(id, { who: 'Ada' });
    await client.reaches(run, 'completed', 'COMPLETED');

    await page.goto(`/runs/${run}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Save as test…' }).click();
    await page.getByTestId('test-name').fill('Ada is greeted');
    await expectVisible(page.getByRole('checkbox', { name: /./ }).or(page.getByText('The run ends as completed')));
    expect(await audit(page)).toEqual([]);
    await page.getByTestId('save-test-confirm').click();
    await page.waitForURL(/\/tests\?test=/);

    await page.getByTestId('run-tests').click();
    await expectVisible(page.getByTestId('test-count').getByText('1 of 1 passed'));
    await expectVisible(page.getByTestId('tests-badge').getByText('1/1'));
    expect(await audit(page)).toEqual([]);

    await page.getByRole('link', { name: 'Editor', exact: true }).click();
    const bench = new Workbench(page);
    await bench.isDrawn();
    const view = await bench.openNode('Done');
    const value = view.getByRole('textbox', { name: /^Value/ }).first();
    await value.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' and goodbye');
    await bench.closeNode();
    await bench.saved();

    await page.getByRole('link', { name: 'Tests', exact: true }).click();
    await page.getByTestId('run-tests').click();
    await expectVisible(page.getByTestId('test-count').getByText('1 of 1 failed'));
    await expectVisible(page.getByTestId('differences').getByText('Hello Ada and goodbye'));
    expect(await audit(page)).toEqual([]);

    // What came is what is wanted after all.
    await page.getByRole('button', { name: 'Expect this from now on' }).first().click();
    await expectVisible(page.getByText('changed since').first());
    await page.getByTestId('run-test').click();
    await expectVisible(page.getByTestId('test-count').getByText('1 of 1 passed'));
    await page.getByTestId('open-test-run').click();
    await page.waitForURL(/\/runs\//);
    await expectVisible(page.getByTestId('run-status').getByText('Completed'));
  },
);

journey('a workflow that needs green tests is published when they are', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greeting({ publishNeedsGreenTests: true }));
  await page.getByTestId('publish-button').click();
  await expectVisible(page.getByText('It has no tests'));
  expect(await page.getByTestId('publish-confirm').isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await expectGone(page.getByRole('dialog'));

  await testOfRun(client, bench.workflowId);
  await page.reload();
  await bench.isDrawn();
  await page.getByTestId('publish-button').click();
  await expectVisible(page.getByText('The tests are run first'));
  expect(await audit(page)).toEqual([]);
  await page.getByTestId('publish-confirm').click();
  await expectVisible(page.getByTestId('live-chip').getByText(/Live v/));
});

journey('a dry run with a failure shows the retry and the call that would be made', async (visitor) => {
  const {
    page,
    stage: { canary },
  } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, ordering(canary.url('/orders')));
  await bench.card('Call').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Dry run with a failure' }).hover();
  await page.getByRole('menuitem', { name: '429 Too many requests' }).click();
  await expectVisible(page.getByTestId(`failure-${await bench.idOf('Call')}`));
  expect(await audit(page)).toEqual([]);
  await page.getByTestId('dry-run-start').click();

  const report = page.getByTestId('dry-run-timeline');
  await expectVisible(page.getByTestId('dry-run-retries').getByText('1'));
  await expectVisible(page.getByTestId('dry-run-calls').getByText('2'));
  await expectVisible(report.getByText('+30 s').first());
  await bench.shows('Done', 'completed');
  await page.getByRole('button', { name: 'Request of Call' }).last().click();
  await expectVisible(report.getByText(`POST ${canary.url('/orders')}`).last());
  expect(await audit(page)).toEqual([]);
  expect(canary.hits).toEqual([]);
});

journey('a test is written, run and kept by keyboard alone', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const { id } = await client.ok('POST', '/api/workflows', greeting());
  await page.goto(`/workflows/${id}/tests`);
  await expectVisible(page.getByTestId('new-test'));
  await pressUntil(page, 'Tab', hasFocus(page.getByTestId('new-test')));
  await page.keyboard.press('Enter');
  await expectVisible(page.getByRole('dialog'));
  await page.keyboard.type('Somebody is greeted');
  await page.keyboard.press('Enter');
  await expectVisible(page.getByTestId('edit-assertion-0'));
  // In the editor of the payload Tab indents, until Escape.
  await pressUntil(page, 'Tab', hasFocus(page.locator('.cm-content').first()));
  await page.keyboard.press('Escape');
  await pressUntil(page, 'Tab', hasFocus(page.getByTestId('add-assertion')));
  await page.keyboard.press('Enter');
  await expectVisible(page.getByRole('menu'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectVisible(page.getByTestId('edit-assertion-1'));
  expect(await audit(page)).toEqual([]);
  await page.getByTestId('run-test').focus();
  await page.keyboard.press('Enter');
  await expectVisible(page.getByTestId('assertions').or(page.getByText('Could not be run')));
});
