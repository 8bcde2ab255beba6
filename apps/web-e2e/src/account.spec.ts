import { greeting } from './testing/documents';
import { expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

journey(
  'somebody new makes an account, leaves, and comes back through the page that they asked for',
  async (visitor) => {
    const { page, email, password } = visitor;
    await page.goto('/runs');
    // Nobody was here before: the page offers an account first.
    await page.waitForURL(/\/sign-up/);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expectVisible(page.getByText('Enter your e-mail address.'));
    await page.getByLabel('Name').fill('Ada Lovelace');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expectVisible(page.getByText(/Add 3 more characters/));
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL(/\/runs$/);
    await page.reload();
    await page.waitForURL(/\/runs$/);
    await page.getByRole('button', { name: 'Account of Ada Lovelace' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.goto('/settings');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expectVisible(page.getByRole('alert'));
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/settings/);
  },
);

journey('somebody whose session ended signs in and is back at the step that they looked at', async (visitor) => {
  const { page, context, email, password } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greeting());
  const view = await bench.openNode('Tell');
  await expectVisible(view.getByRole('textbox', { name: 'Message' }));
  await page.waitForURL(/open=Tell/);
  const address = page.url();
  await context.clearCookies();
  visitor.expectFault(/401/);
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/workflows\/[0-9a-f-]{36}\?.*open=Tell/);
  await expectVisible(view.getByRole('textbox', { name: 'Message' }));
});

journey('signing out in one tab ends the other, and its page is there again afterwards', async (visitor) => {
  const { page, context, email, password } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greeting());
  const other = await context.newPage();
  await other.goto('/runs');
  await other.getByRole('button', { name: 'Account of Ada Lovelace' }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await other.waitForURL(/\/sign-in/);
  await page.waitForURL(/\/sign-in\?returnTo=/);
  await page.bringToFront();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await bench.isDrawn();
  await bench.hasCards(3);
});
