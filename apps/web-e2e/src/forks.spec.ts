import { documentOf, node, type Client } from '@millrace/e2e-kit';
import type { Json } from '@millrace/workflow-model';
import type { Page } from 'playwright-core';
import { audit } from './testing/audit';
import { draftOf } from './testing/draft';
import { expectVisible } from './testing/expect';
import { stage } from './testing/stage';

const journey = stage();

function at(one: Json, x: number): Json {
  return { ...(one as object), position: { x, y: 0 } } as Json;
}

/** Start > Greet > Check > Tell: Check fails unless it is told otherwise. */
function greeting(check: string): Json {
  return documentOf(
    'Greets',
    [
      at(node('Start', 'manual-trigger'), 0),
      at(node('Greet', 'code', { code: 'return { hello: input.who };' }), 320),
      at(node('Check', 'code', { code: check }), 640),
      at(node('Tell', 'log', { message: 'Hello {{ Check.hello }}' }), 960),
    ],
    ['Start>Greet', 'Greet>Check', 'Check>Tell'],
  );
}

const REFUSES = "if (input.hello === 'Bob') throw new Error('Nobody knows Bob'); return input;";

async function draftRun(client: Client, id: string, who: string): Promise<string> {
  const query =
    'mutation($id: ID!, $who: JSON) { executionStart(workflowId: $id, input: { version: "draft", input: $who }) { execution { id } } }';
  const { data } = (await client.graphql(query, { id, who: { who } })) as {
    data: { executionStart: { execution: { id: string } } };
  };
  const run = data.executionStart.execution.id;
  await client.reaches(run, 'completed', 'failed');
  return run;
}

async function planned(page: Page): Promise<Record<string, string>> {
  await expectVisible(page.getByTestId('fork-plan'));
  const rows = await page.getByTestId('fork-plan').locator('li').all();
  return Object.fromEntries(
    await Promise.all(
      rows.map(async (row) => [
        (await row.locator('.label').textContent())?.trim() ?? '',
        (await row.getAttribute('data-fate')) ?? '',
      ]),
    ),
  ) as Record<string, string>;
}

async function shows(page: Page, status: string): Promise<void> {
  await expectVisible(page.getByTestId('run-status').getByText(status, { exact: true }));
}

journey('a run is forked with an edited input, after a look at the plan', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const { id } = await client.ok('POST', '/api/workflows', greeting(REFUSES));
  const run = await draftRun(client, id, 'Bob');
  await page.goto(`/runs/${run}`);
  await shows(page, 'Failed');
  await page.locator('[data-node="Check"]').click();
  await page.getByTestId('step-fork').click();
  expect(await planned(page)).toEqual({ Start: 'REUSED', Greet: 'REUSED', Check: 'AGAIN', Tell: 'NEW' });
  const editor = page.getByTestId('fork-input').locator('.cm-content');
  await expectVisible(editor.getByText('"Bob"'));
  expect(await audit(page)).toEqual([]);
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('{ "hello": "Ada", }');
  await expectVisible(page.getByText('Line 1, column 19: expected a name in double quotes.'));
  expect(await page.getByTestId('fork-start').isDisabled()).toBe(true);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('{ "hello": "Ada" }');
  await page.getByText('Changes', { exact: true }).click();
  await expectVisible(page.getByTestId('fork-changes').getByText('Removed: "hello": "Bob"'));
  await expectVisible(page.getByTestId('fork-changes').getByText('Added: "hello": "Ada"'));
  expect(await audit(page)).toEqual([]);
  await page.getByTestId('fork-start').click();
  await page.waitForURL((url) => url.pathname.startsWith('/runs/') && !url.pathname.endsWith(run));
  await shows(page, 'Completed');
  await page.getByRole('tab', { name: 'Log' }).first().click();
  await expectVisible(page.getByTestId('run-log').getByText('Hello Ada').first());
  await page.getByRole('link', { name: 'forks a run' }).click();
  await expectVisible(page.getByTestId('run-family').getByRole('link', { name: 'Fork from Check, edited input' }));
});

journey('a whole turn of a loop runs again, and the other turns are kept', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const inside = (one: Json, x: number): Json => ({ ...(at(one, x) as object), parent: 'Each' }) as Json;
  const { id } = await client.ok(
    'POST',
    '/api/workflows',
    documentOf(
      'Greets each',
      [
        at(node('Start', 'manual-trigger'), 0),
        at(node('Each', 'loop', { items: ['Ada', 'Bob', 'Cy'], onTurnError: 'continue' }), 320),
        inside(
          node('Check', 'code', { code: 'if (input === "Bob") throw new Error("Nobody knows Bob"); return input;' }),
          360,
        ),
        inside(node('Tell', 'log', { message: 'Hello {{ item }}' }), 680),
      ],
      ['Start>Each', 'Check>Tell'],
    ),
  );
  const run = await draftRun(client, id, 'all');
  await page.goto(`/runs/${run}`);
  await page.locator('[data-node="Check"]').click();
  await page.getByTestId('step-fork').click();
  await expectVisible(page.getByTestId('fork-plan').getByText('2 turns kept, turn 2 again'));
  await page.getByTestId('fork-place').getByRole('combobox').click();
  await page.getByRole('option', { name: /Each, the whole of turn 2/ }).click();
  await expectVisible(page.getByText('Item of Each. Only this turn sees a change.'));
  await page.getByTestId('fork-start').click();
  await page.waitForURL((url) => url.pathname.startsWith('/runs/') && !url.pathname.endsWith(run));
  await page.goto(`/runs/${run}`);
  await expectVisible(page.getByTestId('run-family').getByRole('link', { name: /Fork from Each, turn 2/ }));
});

journey('a run is retried from what failed with the mended draft', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const { id } = await client.ok('POST', '/api/workflows', greeting(REFUSES));
  const run = await draftRun(client, id, 'Bob');
  await page.goto(`/runs/${run}`);
  await shows(page, 'Failed');
  const { document } = await draftOf(client, id);
  const asked = await client.graphql('query ($id: ID!) { workflow(id: $id) { draft { revision } } }', { id });
  const { revision } = asked.data.workflow.draft as { revision: number };
  const nodes = document.nodes.map((one) =>
    one.label === 'Check' ? { ...one, config: { code: 'return { hello: "dear " + input.hello };' } } : one,
  );
  const save =
    'mutation($id: ID!, $d: JSON!, $r: Int!) { workflowSaveDraft(id: $id, input: { document: $d, expectedRevision: $r }) { errors { message } } }';
  await client.graphql(save, { id, d: { ...document, nodes }, r: revision });
  await page.getByRole('button', { name: 'Retry', exact: true }).click();
  await page.getByRole('menuitem', { name: /Retry what failed, with the draft/ }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/runs/') && !url.pathname.endsWith(run));
  await shows(page, 'Completed');
  await page.locator('[data-node="Check"]').click();
  await expectVisible(page.getByText('dear Bob').first());
});

journey('the time slider shows a run as it was, and its address can be shared', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const { id } = await client.ok('POST', '/api/workflows', greeting(REFUSES));
  const run = await draftRun(client, id, 'Ada');
  await page.goto(`/runs/${run}`);
  await shows(page, 'Completed');
  const card = (label: string) => page.locator(`[data-node="${label}"]`);
  await expectVisible(card('Tell').locator('[data-status="completed"]'));
  const slider = page.getByTestId('slider-range');
  await slider.focus();
  await page.keyboard.press('Home');
  await expectVisible(page.getByTestId('run-status').getByText('Running then'));
  await page.waitForURL(/at=1$/);
  expect(await card('Tell').locator('[data-status="completed"]').count()).toBe(0);
  await page.getByTestId('slider-end').click();
  await expectVisible(card('Tell').locator('[data-status="completed"]'));
  await page.waitForURL((url) => !url.search.includes('at='));
  await page.goto(`/runs/${run}?at=2`);
  await expectVisible(page.getByTestId('run-status').getByText('Running then'));
  await page.getByTestId('slider-play').click();
  await shows(page, 'Completed');
  expect(await audit(page)).toEqual([]);
});

journey('failed runs are retried together, with a report', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const { id } = await client.ok('POST', '/api/workflows', greeting(REFUSES));
  for (const who of ['Bob', 'Bob', 'Ada']) await draftRun(client, id, who);
  await page.goto('/runs');
  await expectVisible(page.getByText('3 runs', { exact: true }));
  await page.getByRole('checkbox', { name: /Select all/ }).click();
  await page.getByTestId('bulk-retry').click();
  await page.getByRole('menuitem', { name: 'What failed, same version' }).click();
  await expectVisible(page.getByTestId('bulk-words').getByText('2 runs retried'));
  await expectVisible(page.getByText('5 runs', { exact: true }));
});

journey('runs that wait are moved to the version that was published meanwhile', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const waits = (message: string): Json =>
    documentOf(
      'Waits',
      [
        at(node('Start', 'manual-trigger'), 0),
        at(node('Wait', 'timer', { durationMinutes: 60 }), 320),
        at(node('Tell', 'log', { message }), 640),
      ],
      ['Start>Wait', 'Wait>Tell'],
    );
  const { id } = await client.publish(waits('old'));
  const run = await client.execute(id);
  await client.reaches(run, 'waiting');
  await client.ok('PATCH', `/api/workflows/${id}`, waits('new'));
  await client.ok('POST', `/api/workflows/${id}/publish`, {});
  await page.goto(`/workflows/${id}/versions`);
  await page.getByTestId('waiting-notice').getByRole('button', { name: 'Move…' }).click();
  await expectVisible(page.getByTestId('migration-check').getByText('1 run', { exact: true }));
  expect(await audit(page)).toEqual([]);
  await page.getByTestId('migration-start').click();
  await expectVisible(page.getByText('1 run moved'));
  await page.getByRole('button', { name: 'Done' }).click();
  await page.goto(`/runs/${run}`);
  await page.getByRole('tab', { name: 'Log' }).first().click();
  await expectVisible(page.getByText('The run goes on with another version'));
});
