import { expectVisible } from './testing/expect';
import { stage } from './testing/stage';

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
