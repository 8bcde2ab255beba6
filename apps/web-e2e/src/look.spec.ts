import { documentOf, node, until, type Client } from '@millrace/e2e-kit';
import type { Page } from 'playwright-core';
import { audit } from './testing/audit';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import type { Visitor } from './testing/visitor';

const journey = stage();

const backgroundOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

journey('the theme follows the system until one is chosen, and is kept', async (visitor) => {
  const { page, context } = visitor;
  await visitor.signIn();
  await page.goto('/workflows');
  await expectVisible(page.getByRole('button', { name: /new workflow/i }));
  const light = await backgroundOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await until('the page is dark', async () => (await backgroundOf(page)) !== light);
  await page.getByRole('button', { name: 'Account of Ada Lovelace' }).click();
  await page.getByRole('menuitem', { name: 'Theme' }).click();
  await page
    .getByRole('menuitemcheckbox', { name: 'Light' })
    .or(page.getByRole('menuitemradio', { name: 'Light' }))
    .click();
  await until('the page is light', async () => (await backgroundOf(page)) === light);
  await page.reload();
  await expectVisible(page.getByRole('button', { name: /new workflow/i }));
  await until('the page is light', async () => (await backgroundOf(page)) === light);
  const other = await context.newPage();
  await other.goto('/runs');
  await expectVisible(other.getByRole('heading', { name: 'Runs', level: 1 }));
  await until('the other page is light', async () => (await backgroundOf(other)) === light);
});

/** A page, and what to wait for on it. */
interface Place {
  readonly name: string;
  readonly address: string;
  readonly shows: (page: Page) => Promise<void>;
}

const heading = (name: string | RegExp) => (page: Page) => expectVisible(page.getByRole('heading', { name }));

/** A page that is there: its heading, and nothing that is still on its way. */
const whole = async (page: Page): Promise<void> => {
  await expectVisible(page.getByRole('heading', { level: 1 }));
  await expectGone(page.locator('mr-skeleton'));
};

/** Pages of the settings; the others are looked at where people work together. */
const SETTINGS = ['profile', 'appearance', 'shortcuts', 'webhooks', 'storage', 'queue', 'api', 'about'];

/** Something on every page: a workflow that is live, one that has failed, their runs. */
async function furnish(client: Client): Promise<{ readonly workflow: string; readonly run: string }> {
  const nodes = [
    node('Start', 'manual-trigger'),
    { ...(node('Tell', 'log', { message: 'hello' }) as object), position: { x: 320, y: 0 } },
    { ...(node('GiveUp', 'stop', { message: 'Out of paper' }) as object), position: { x: 640, y: 0 } },
  ];
  const document = documentOf('Prints', nodes as never, ['Start>Tell', 'Tell>GiveUp']);
  const { id } = await client.publish(document);
  const run = await client.execute(id);
  await client.reaches(run, 'failed');
  return { workflow: id, run };
}

async function auditAll(visitor: Visitor, places: readonly Place[]): Promise<void> {
  const { page } = visitor;
  const found: string[] = [];
  for (const { name, address, shows } of places) {
    await page.goto(address);
    await shows(page);
    found.push(...(await audit(page)).map((text) => `${name}, ${text}`));
  }
  expect(found).toEqual([]);
}

journey('axe finds nothing serious on the pages for strangers, in both themes', async (visitor) => {
  visitor.expectFault(/404/);
  await auditAll(visitor, [
    { name: 'sign-up', address: '/sign-up', shows: heading('Create your account') },
    {
      name: 'sign-in',
      address: '/sign-in',
      shows: (page) => expectVisible(page.getByRole('button', { name: 'Sign in' })),
    },
    { name: 'forgotten password', address: '/forgot-password', shows: heading('A new password') },
    { name: 'new password', address: '/new-password/abc', shows: heading('Choose a new password') },
    {
      name: 'a link of no mail',
      address: '/confirm-email/abc',
      shows: (page) => expectVisible(page.getByRole('alert')),
    },
    { name: 'no invitation', address: '/invitations/abc', shows: (page) => expectVisible(page.getByRole('alert')) },
    { name: 'page not loaded', address: '/error', shows: heading('This page could not be loaded') },
    { name: 'form that is not there', address: '/forms/start/abc', shows: (page) => expectVisible(page.locator('h1')) },
    { name: 'link of no approval', address: '/answer/abc', shows: (page) => expectVisible(page.locator('h1')) },
  ]);
});

journey('axe finds nothing serious on lists, runs, templates and settings, in both themes', async (visitor) => {
  const client = await visitor.signIn();
  const empty: Place[] = [
    {
      name: 'no workflows',
      address: '/workflows',
      shows: (page) => expectVisible(page.getByRole('button', { name: /new workflow/i })),
    },
    { name: 'no runs', address: '/runs', shows: heading('Runs') },
  ];
  await auditAll(visitor, empty);
  const { workflow, run } = await furnish(client);
  await auditAll(visitor, [
    {
      name: 'workflows',
      address: '/workflows',
      shows: (page) => expectVisible(page.getByRole('link', { name: 'Prints' })),
    },
    { name: 'runs', address: '/runs', shows: (page) => expectVisible(page.getByTestId(`run-row-${run}`)) },
    { name: 'run view', address: `/runs/${run}`, shows: (page) => expectVisible(page.getByTestId('timeline')) },
    {
      name: 'two runs',
      address: `/runs/${run}/compare/${run}`,
      shows: heading('Compare runs'),
    },
    {
      name: 'runs of a workflow',
      address: `/workflows/${workflow}/runs`,
      shows: (page) => expectVisible(page.getByTestId(`run-row-${run}`)),
    },
    {
      name: 'versions',
      address: `/workflows/${workflow}/versions`,
      shows: (page) => expectVisible(page.locator('[data-testid^="version-row-"]')),
    },
    { name: 'templates', address: '/templates', shows: heading(/templates/i) },
    { name: 'template', address: '/templates/code-and-errors', shows: whole },
    { name: 'schedules', address: '/schedules', shows: whole },
    { name: 'credentials', address: '/credentials', shows: whole },
    { name: 'approvals', address: '/approvals', shows: whole },
    { name: 'tests of a workflow', address: `/workflows/${workflow}/tests`, shows: whole },
    ...SETTINGS.map((path) => ({ name: `settings, ${path}`, address: `/settings/${path}`, shows: whole })),
    { name: 'not found', address: '/no/such/page', shows: heading(/no page at this address/i) },
    { name: 'no such workflow', address: `/workflows/${run}`, shows: heading('There is no such workflow') },
    { name: 'no such run', address: `/runs/${workflow}`, shows: heading('There is no such run') },
  ]);
});

journey('axe finds nothing serious in the editor, its panels and dialogs, in both themes', async (visitor) => {
  const client = await visitor.signIn();
  const { workflow, run } = await furnish(client);
  const card = (page: Page) => expectVisible(page.locator('[data-node]'));
  await auditAll(visitor, [
    { name: 'editor', address: `/workflows/${workflow}`, shows: card },
    {
      name: 'editor with a run',
      address: `/workflows/${workflow}?run=${run}&dock=log`,
      shows: (page) => expectVisible(page.getByTestId('run-log')),
    },
    {
      name: 'outline',
      address: `/workflows/${workflow}?outline=1`,
      shows: (page) => expectVisible(page.getByTestId('outline')),
    },
    {
      name: 'node view',
      address: `/workflows/${workflow}?open=Tell&run=${run}`,
      shows: (page) => expectVisible(page.getByTestId('output-pane')),
    },
    {
      name: 'palette',
      address: `/workflows/${workflow}?`,
      shows: async (page) => {
        await page.getByTestId('add-node').click();
        await expectVisible(page.getByTestId('palette-search'));
      },
    },
    {
      name: 'publish dialog',
      address: `/workflows/${workflow}?x`,
      shows: async (page) => {
        await card(page);
        await page.getByTestId('publish-button').click();
        await expectVisible(page.getByTestId('publish-confirm'));
      },
    },
    {
      name: 'command palette',
      address: `/workflows/${workflow}?y`,
      shows: async (page) => {
        await card(page);
        await page.keyboard.press('Control+k');
        await expectVisible(page.getByRole('dialog'));
      },
    },
    {
      name: 'shortcut sheet',
      address: `/workflows/${workflow}?z`,
      shows: async (page) => {
        await card(page);
        await page.keyboard.press('?');
        await expectVisible(page.getByRole('dialog'));
      },
    },
  ]);
});
