import { send, until } from '@millrace/e2e-kit';
import type { Locator, Page } from 'playwright-core';
import { audit } from './testing/audit';
import { greeting } from './testing/documents';
import { expectGone, expectVisible } from './testing/expect';
import { Mailbox } from './testing/mailbox';
import { stage } from './testing/stage';
import { Visitor } from './testing/visitor';
import { Workbench } from './testing/workbench';

let mailbox: Mailbox;
const env: Record<string, string> = { MILLRACE_GUESTS: 'on' };
beforeAll(async () => {
  mailbox = await Mailbox.start();
  env['MAIL_URL'] = mailbox.url;
});
const journey = stage({ env });
afterAll(() => mailbox.stop());

/** Somebody else, at a machine of their own. */
async function somebodyElse(visitor: Visitor): Promise<Visitor> {
  const { browser, product } = visitor.stage;
  const context = await browser.newContext({
    baseURL: product.api.url,
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  });
  return Visitor.open(visitor.stage, context);
}

/** Chooses in a list that opens. */
async function choose(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  await list.click();
  await page.getByRole('option', { name: option }).click();
}

/** Makes an invitation with the pages; answers the path of its link. */
async function invite(page: Page, role: string): Promise<string> {
  await page.goto('/settings/members');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, dialog.getByRole('combobox', { name: 'Role' }), new RegExp(role));
  await dialog.getByRole('button', { name: 'Make link' }).click();
  const link = await dialog.locator('mr-copied code').innerText();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expectGone(dialog);
  return new URL(link).pathname;
}

async function signInWith(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

journey('a viewer who joins by link sees a workflow and cannot publish it, an editor can', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  await Workbench.open(page, client, greeting());
  const workflow = new URL(page.url()).pathname;
  const link = await invite(page, 'Viewer');
  await expectVisible(page.getByRole('list', { name: 'Invitations' }).getByText('Whoever has the link'));

  const grace = await somebodyElse(visitor);
  await grace.page.goto(link);
  await expectVisible(grace.page.getByRole('heading', { name: /Join Ada Lovelace/ }));
  expect(await audit(grace.page)).toEqual([]);
  await grace.page.getByRole('link', { name: 'Create an account and join' }).click();
  await grace.page.getByLabel('Name').fill('Grace Hopper');
  await grace.page.getByLabel('E-mail').fill(grace.email);
  await grace.page.getByRole('textbox', { name: 'Password' }).fill(grace.password);
  await grace.page.getByRole('button', { name: 'Create account' }).click();
  await grace.page.waitForURL(/\/workflows$/);
  await grace.page.goto(workflow);
  const seen = new Workbench(grace.page);
  await seen.isDrawn();
  await expectVisible(grace.page.getByTestId('view-only'));
  expect(await grace.page.getByTestId('publish-button').count()).toBe(0);
  expect(await grace.page.getByTestId('run-button').isDisabled()).toBe(true);
  // Nor are there pages that would refuse.
  await grace.page.goto('/settings/members');
  await expectVisible(grace.page.getByRole('list', { name: 'Members' }).getByText('Ada Lovelace'));
  expect(await grace.page.getByRole('button', { name: 'Invite' }).count()).toBe(0);
  expect(await grace.page.getByRole('link', { name: 'Audit log' }).count()).toBe(0);

  await page.reload();
  const row = page.getByTestId(`member-${grace.email}`);
  await choose(page, row.getByRole('combobox', { name: 'Role of Grace Hopper' }), /Editor/);
  await expectVisible(row.getByText('Editor', { exact: true }));
  await page.waitForLoadState('networkidle');
  // The only owner is told why nobody can change their role.
  await expectVisible(page.getByText(/A workspace always has an owner/));

  await grace.page.goto(workflow);
  await seen.isDrawn();
  await grace.page.getByTestId('publish-button').click();
  await grace.page.getByTestId('publish-confirm').click();
  await expectVisible(grace.page.getByTestId('live-chip').getByText(/Live v/));

  await row.getByRole('button', { name: 'Remove Grace Hopper' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove member' }).click();
  await expectGone(row);
  grace.checkFaults();
  await grace.context.close();
});

journey('somebody with an account accepts an invitation, and goes from one workspace to the other', async (visitor) => {
  const { page } = visitor;
  await visitor.signIn();
  const link = await invite(page, 'Operator');
  const grace = await somebodyElse(visitor);
  await grace.page.goto(link);
  await grace.page.getByRole('link', { name: 'I have an account' }).click();
  await grace.page.getByRole('link', { name: 'Create an account' }).waitFor();
  await grace.signIn();
  await grace.page.goto(link);
  await grace.page.getByRole('button', { name: 'Join the workspace' }).click();
  await grace.page.waitForURL(/\/workflows$/);
  const menu = grace.page.getByTestId('workspace-menu');
  await expectVisible(menu.getByText("Ada Lovelace's workspace"));

  const other = await grace.context.newPage();
  await other.goto('/settings/workspace');
  await expectVisible(other.getByText('Operator', { exact: true }));
  await menu.click();
  await grace.page.getByRole('menuitem', { name: 'New workspace…' }).click();
  await grace.page.getByRole('dialog').getByLabel('Name').fill('Quiet place');
  await grace.page.getByRole('dialog').getByRole('button', { name: 'Create workspace' }).click();
  await expectVisible(menu.getByText('Quiet place'));
  // The other tab follows: it has one session with this one.
  await expectVisible(other.getByTestId('workspace-menu').getByText('Quiet place'));
  await grace.page.goto('/settings/workspace');
  await grace.page.getByLabel('Name of the workspace').fill('Loud place');
  await grace.page.getByRole('button', { name: 'Save' }).click();
  await expectVisible(menu.getByText('Loud place'));
  grace.checkFaults();
  await grace.context.close();
});

journey('a token is made, used, revoked and then refused; the audit log has it all', async (visitor) => {
  const { page } = visitor;
  await visitor.signIn();
  await page.goto('/settings/tokens');
  await page.getByRole('button', { name: 'New token' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Nightly backup');
  await dialog.getByRole('button', { name: 'Read only' }).click();
  expect(await audit(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Create token' }).click();
  const secret = await dialog.locator('mr-copied code').innerText();
  const ask = async (): Promise<number> => {
    const headers = { authorization: `Bearer ${secret}` };
    return (await send('GET', `${visitor.stage.product.api.url}/api/workflows`, { headers })).status;
  };
  expect(await ask()).toBe(200);
  await dialog.getByRole('button', { name: 'Done' }).click();
  const list = page.getByRole('list', { name: 'API tokens' });
  await expectVisible(list.getByText('Nightly backup').first());
  expect(await page.content()).not.toContain(secret);
  await list.getByRole('button', { name: 'Revoke Nightly backup' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click();
  await expectVisible(list.getByText('Revoked', { exact: true }));
  expect(await ask()).toBe(401);

  await page.getByRole('link', { name: 'Audit log' }).click();
  const log = page.getByRole('table', { name: 'Audit log' });
  await expectVisible(log.getByText('revoked an API token'));
  await expectVisible(log.getByText('made an account'));
  await choose(page, page.getByRole('button', { name: 'What', exact: true }), 'API tokens');
  await page.waitForURL(/what=apiToken/);
  await expectGone(log.getByText('made an account'));
  await log.getByRole('row').filter({ hasText: 'made an API token' }).click();
  await expectVisible(page.getByRole('dialog').getByText('workflow:read'));
  await page.keyboard.press('Escape');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  expect((await saved).suggestedFilename()).toBe('audit-log.csv');
});

journey('a new password signs the other machine out, which comes back to its page', async (visitor) => {
  const { page, email, password } = visitor;
  await visitor.signIn();
  const laptop = await somebodyElse(visitor);
  laptop.expectFault(/401/);
  await laptop.page.goto('/sign-in');
  await signInWith(laptop.page, email, password);
  await laptop.page.waitForURL(/\/workflows$/);
  await laptop.page.goto('/settings/account');
  await expectVisible(laptop.page.getByText('This one'));

  await page.goto('/settings/account');
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  await until('two sessions', async () => (await sessions.count()) === 2, 10_000);
  await page.getByRole('textbox', { name: 'Current password' }).fill('not this one');
  await page.getByRole('textbox', { name: 'New password' }).fill('another good one');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expectVisible(page.getByRole('alert').filter({ hasText: 'current password is not right' }));
  await page.getByRole('textbox', { name: 'Current password' }).fill(password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expectVisible(page.getByText('Your new password holds.'));
  await until('one session', async () => (await sessions.count()) === 1, 10_000);

  await laptop.page.getByRole('link', { name: 'Members' }).click();
  await laptop.page.waitForURL(/\/sign-in\?.*ended=1/);
  await expectVisible(laptop.page.getByText('Your session has ended.'));
  await signInWith(laptop.page, email, 'another good one');
  await laptop.page.waitForURL(/\/settings\//);
  laptop.checkFaults();
  await laptop.context.close();
});

journey('a forgotten password is set by a link that comes by mail', async (visitor) => {
  const { page, context, email } = visitor;
  await visitor.signIn();
  const confirm = await mailbox.linkTo(email, '/confirm-email');
  await page.goto(confirm);
  await expectVisible(page.getByText('Your e-mail address is confirmed.'));
  await page.goto('/settings/account');
  await expectVisible(page.getByText('Confirmed', { exact: true }));
  await context.clearCookies();
  visitor.expectFault(/401/);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // Both pages have a field of this name.
  await expectVisible(page.getByRole('heading', { name: 'A new password' }));
  // What is said is the same for somebody and for nobody.
  for (const address of ['nobody@example.com', email]) {
    await page.getByLabel('E-mail').fill(address);
    await page.getByRole('button', { name: 'Send a link' }).click();
    await expectVisible(page.getByText(`If there is an account with ${address}, a link is on its way`));
    expect(await audit(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use another address' }).click();
  }
  const link = await mailbox.linkTo(email, '/new-password');
  expect(mailbox.mailsTo('nobody@example.com')).toEqual([]);
  await page.goto(link);
  await page.getByRole('textbox', { name: 'New password' }).fill('a fresh password');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expectVisible(page.getByText('Your new password holds. Sign in with it.'));
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signInWith(page, email, 'a fresh password');
  await page.waitForURL(/\/workflows$/);
  // A link works once.
  await page.goto(link);
  await page.getByRole('textbox', { name: 'New password' }).fill('yet another one');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expectVisible(page.getByRole('alert').getByRole('link', { name: 'Ask for a new link' }));
});

journey('a guest builds something, makes an account, and has it still', async (visitor) => {
  const { page, email, password } = visitor;
  await page.goto('/workflows');
  await page.getByRole('button', { name: 'Try it without an account' }).click();
  await page.waitForURL(/\/workflows$/);
  await expectVisible(page.getByText('You are a guest'));
  const bench = await Workbench.begin(page);
  const address = `/workflows/${bench.workflowId}`;
  await page.goto('/workflows');
  await page.getByRole('link', { name: 'Create an account to keep it' }).click();
  await expectVisible(page.getByText('What you made as a guest comes along.'));
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(/\/workflows$/);
  await expectGone(page.getByText('You are a guest'));
  await page.goto(address);
  await expectVisible(page.getByTestId('workflow-name'));
});

journey('the pages about people are usable for everybody, in both themes', async (visitor) => {
  const { page } = visitor;
  await visitor.signIn();
  for (const [name, heading] of [
    ['account', 'Security'],
    ['workspace', 'Workspace'],
    ['members', 'Members'],
    ['tokens', 'API tokens'],
    ['audit', 'Audit log'],
    ['instance', 'Instance'],
  ] as const) {
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/settings/${name}`);
      await expectVisible(page.getByRole('heading', { name: heading, level: 1 }));
      await until('the page is filled', async () => (await page.locator('main mr-skeleton').count()) === 0, 10_000);
      expect([name, width, await audit(page)]).toEqual([name, width, []]);
      const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect([name, isTooWide]).toEqual([name, false]);
    }
  }
});
