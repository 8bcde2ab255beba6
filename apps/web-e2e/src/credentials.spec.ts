import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { documentOf, node, until } from '@millrace/e2e-kit';
import type { Page } from 'playwright-core';
import { audit } from './testing/audit';
import { draftOf } from './testing/draft';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();
const SECRET = 'canary-secret-value-1';

/** A service that lets in whoever has the secret, and lets people sign in. */
class Service {
  readonly seen: string[] = [];
  secret = SECRET;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '', 'http://service');
      this.seen.push(String(request.headers.authorization ?? ''));
      const answer = (status: number, body: object): void =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (url.pathname === '/authorize') {
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.searchParams.set('state', url.searchParams.get('state') ?? '');
        back.searchParams.set('code', 'a-code');
        response.writeHead(302, { location: back.href }).end();
        return;
      }
      if (url.pathname === '/token')
        return answer(200, { access_token: 'granted', token_type: 'Bearer', expires_in: 3600, refresh_token: 'again' });
      const isIn = request.headers.authorization === `Bearer ${this.secret}`;
      answer(
        isIn ? 200 : 401,
        isIn ? { data: [], login: 'ada' } : { message: 'Bad credentials', error: { message: 'Bad key' } },
      );
    });
  }

  static async start(): Promise<Service> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Service(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

let service: Service;
beforeAll(async () => {
  service = await Service.start();
});
afterAll(() => service.stop());
beforeEach(() => {
  service.secret = SECRET;
});

const dialog = (page: Page) => page.getByRole('dialog').last();

/** Fills in the form of an account at GitHub, whose server is the service. */
async function fillGithub(page: Page, token: string): Promise<void> {
  const form = dialog(page);
  await form
    .getByTestId('field-token')
    .getByRole('textbox')
    .or(form.getByTestId('field-token').locator('input'))
    .first()
    .fill(token);
  await form.getByRole('button', { name: 'More options' }).click();
  await form.getByTestId('field-baseUrl').locator('input').fill(service.url);
}

journey('an account is made from nothing, tried out, mended, shared and deleted', async (visitor) => {
  const { page } = visitor;
  await visitor.signIn();
  await page.goto('/workflows');
  await page.getByRole('link', { name: 'Credentials' }).click();
  await expectVisible(page.getByText('No credentials yet'));
  expect(await audit(page)).toEqual([]);
  await page.getByRole('button', { name: 'New credential' }).click();
  await dialog(page).getByRole('searchbox').fill('github');
  expect(await audit(page)).toEqual([]);
  await page.getByTestId('type-github').click();
  await page.getByTestId('save-credential').click();
  await expectVisible(dialog(page).getByText('It needs a value.'));
  await fillGithub(page, 'wrong');
  await page.getByTestId('save-credential').click();
  // It is tried out by itself, and says what the service said.
  await expectVisible(page.getByTestId('health').getByText('Failing'));
  expect(await audit(page)).toEqual([]);
  await expectVisible(dialog(page).getByText(/Stored in encrypted files of this installation, version 1/));
  // What was entered is not there any more, and a blank keeps it.
  expect(
    await dialog(page)
      .locator('input')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
  ).not.toContain('wrong');
  await dialog(page).getByRole('button', { name: 'Rotate' }).click();
  await dialog(page).getByTestId('field-token').locator('input').fill(SECRET);
  await dialog(page).getByTestId('credential-name').fill('Our GitHub');
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expectVisible(page.getByTestId('health').getByText('Works', { exact: true }));
  await dialog(page).getByRole('tab', { name: 'Access' }).click();
  await dialog(page).getByRole('radio', { name: 'Use and edit' }).check({ force: true });
  expect(await audit(page)).toEqual([]);
  await dialog(page).getByRole('tab', { name: 'Used by' }).click();
  await expectVisible(dialog(page).getByText('No workflow uses it'));
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expectGone(page.getByRole('dialog'));
  const row = page.getByRole('row', { name: /Our GitHub/ });
  await expectVisible(row.getByText('Works'));
  await expectVisible(row.getByText('Nothing yet'));
  expect(await audit(page)).toEqual([]);
  // The keyboard alone: menu of the row, rename, delete.
  await row.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await dialog(page).getByRole('textbox').fill('GitHub of all');
  await page.keyboard.press('Enter');
  await expectVisible(page.getByRole('row', { name: /GitHub of all/ }));
  await page.getByRole('button', { name: 'Actions for GitHub of all' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await dialog(page).getByRole('button', { name: 'Delete', exact: true }).click();
  await expectVisible(page.getByText('No credentials yet'));
});

journey('an account that a workflow uses goes only when an admin types its name', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const made = await client.ok('POST', '/api/credentials', {
    type: 'http-bearer',
    name: 'Token',
    values: { token: SECRET },
    allowedDomains: ['127.0.0.1'],
  });
  const call = node('Call', 'http-request', { url: `${service.url}/now` }) as object;
  await client.ok(
    'POST',
    '/api/workflows',
    documentOf('Calls', [{ ...call, credentials: { account: made.id } } as never], []),
  );
  await page.goto('/credentials');
  await page.getByRole('button', { name: 'Token is used by 1 workflow' }).click();
  await expectVisible(dialog(page).getByRole('link', { name: 'Calls' }));
  await dialog(page).getByRole('button', { name: 'Delete' }).click();
  await expectVisible(page.getByTestId('in-the-way').getByText('Calls'));
  const anyway = dialog(page).getByRole('button', { name: 'Delete anyway' });
  expect(await anyway.isDisabled()).toBe(true);
  await dialog(page).getByRole('textbox').fill('Token');
  await anyway.click();
  await expectVisible(page.getByText('No credentials yet'));
});

journey('a step gets its account without being left, and the run sends the secret', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const start = node('Start', 'manual-trigger');
  const call = {
    ...(node('Call', 'http-request', { url: `${service.url}/me` }) as object),
    position: { x: 320, y: 0 },
  };
  const bench = await Workbench.open(page, client, documentOf('Calls', [start, call as never], ['Start>Call']));
  const view = await bench.openNode('Call');
  await view.getByTestId('account-account').getByRole('button', { name: 'New credential' }).click();
  await page.getByTestId('type-http-bearer').click();
  await dialog(page).getByTestId('field-token').locator('input').fill(SECRET);
  await dialog(page).getByLabel('May be sent to').fill('127.0.0.1');
  await page.getByTestId('save-credential').click();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  // The node view was there all the time.
  await expectVisible(view.getByRole('combobox', { name: /Account/ }).getByText('Bearer token'));
  expect(await audit(page)).toEqual([]);
  await view.getByTestId('run-step').click();
  await expectVisible(view.getByTestId('output-pane').getByText('ada'));
  expect(service.seen).toContain(`Bearer ${SECRET}`);
  visitor.stage.product.checkLogs([SECRET]);
  await bench.closeNode();
  await bench.saved();
  // Copied nodes tell their accounts by name; pasted, they have them again.
  await bench.card('Call').click();
  await page.keyboard.press('ControlOrMeta+C');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('"name": "Bearer token"');
  await page.keyboard.press('ControlOrMeta+V');
  await bench.hasCards(3);
  await bench.saved();
  const { document } = await draftOf(client, bench.workflowId);
  const accounts = (document.nodes as readonly { credentials?: { account?: string } }[]).flatMap(
    (one) => one.credentials?.account ?? [],
  );
  expect(accounts).toHaveLength(2);
  expect(accounts[0]).toBe(accounts[1]);
  expect(text).not.toContain(accounts[0]);
});

journey('after an import, a checklist asks for the accounts, and the problems lead back to it', async (visitor) => {
  const { page } = visitor;
  await visitor.signIn();
  const ask = (id: string, x: number): object => ({
    ...(node(id, 'openai/generate-text', { prompt: 'Hello' }) as object),
    position: { x, y: 0 },
  });
  const document = documentOf(
    'Asks twice',
    [node('Start', 'manual-trigger'), ask('First', 320) as never, ask('Second', 640) as never],
    ['Start>First', 'First>Second'],
  );
  await page.goto('/workflows');
  await page.getByRole('button', { name: 'Import', exact: true }).first().click();
  await dialog(page).getByRole('textbox').first().fill(JSON.stringify(document));
  await dialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  const checklist = page.getByTestId('account-checklist');
  await expectVisible(checklist.getByRole('heading', { name: '2 credentials needed' }));
  expect(await audit(page)).toEqual([]);
  await checklist.getByRole('button', { name: 'Do this later' }).click();
  await expectGone(checklist);
  await page.reload();
  const bench = new Workbench(page);
  await bench.isDrawn();
  expect(await checklist.count()).toBe(0);
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByRole('button', { name: 'Choose or create' }).click();
  await checklist.getByTestId('needs-First').getByRole('button', { name: 'New OpenAI credential' }).click();
  await dialog(page).getByTestId('field-apiKey').locator('input').fill(SECRET);
  await dialog(page).getByRole('button', { name: 'More options' }).click();
  await dialog(page).getByTestId('field-baseUrl').locator('input').fill(service.url);
  await page.getByTestId('save-credential').click();
  await expectVisible(page.getByTestId('health').getByText('Works', { exact: true }));
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await checklist.getByRole('button', { name: 'Use it for the other one too' }).click();
  await expectVisible(checklist.getByRole('heading', { name: 'All accounts are there' }));
  await checklist.getByRole('button', { name: 'Done' }).click();
  await until('no problems are left', async () => (await page.getByText('needs an account').count()) === 0);
});

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { errors { code message } } }`;

journey('somebody signs in at a service in another window and is back', async (visitor) => {
  const { page, context, email, password } = visitor;
  // Services lead people back to the public address, which is another origin than that of the other journeys.
  const base = visitor.stage.product.api.url.replace('127.0.0.1', 'localhost');
  visitor.expectFault(/call to another origin/);
  const input = { email, password, name: 'Ada Lovelace' };
  await context.request.post(`${base}/graphql`, { data: { query: SIGN_UP, variables: { input } } });
  await page.goto(`${base}/credentials`);
  await page.getByRole('button', { name: 'New credential' }).click();
  await page.getByTestId('type-oauth2').click();
  const form = dialog(page);
  await expectVisible(form.getByTestId('redirect-uri').getByText(/\/oauth\/callback$/));
  await form.getByTestId('field-authorizeUrl').locator('input').fill(`${service.url}/authorize`);
  await form.getByTestId('field-tokenUrl').locator('input').fill(`${service.url}/token`);
  await form.getByTestId('field-clientId').locator('input').fill('client');
  await form.getByLabel('May be sent to').fill('127.0.0.1');
  const opened = context.waitForEvent('page');
  await page.getByTestId('save-credential').click();
  const popup = await opened;
  await until('the window of the service is done', async () => popup.isClosed() || /connected/.test(popup.url()));
  await expectVisible(page.getByTestId('health').getByText(/Connected|Works/));
  await expectVisible(form.getByRole('button', { name: 'Connect again' }));
});

journey('somebody who only looks sees names, and why nothing can be pressed', async (visitor) => {
  const { page, stage: scene } = visitor;
  const client = await visitor.signIn();
  await client.ok('POST', '/api/credentials', {
    type: 'http-bearer',
    name: 'Token',
    values: { token: SECRET },
    allowedDomains: ['127.0.0.1'],
  });
  await scene.product.pool.query(
    `UPDATE membership SET role = 'viewer' WHERE user_id = (SELECT id FROM app_user WHERE email = $1)`,
    [visitor.email],
  );
  await page.goto('/credentials');
  await expectVisible(page.getByText('Your role sees names only.'));
  await expectVisible(page.getByRole('row', { name: /Token/ }));
  expect(await page.getByRole('button', { name: 'New credential' }).isDisabled()).toBe(true);
  expect(await page.getByText(/^(Nothing yet|Works|Not tested)$/).count()).toBe(0);
  expect(await audit(page)).toEqual([]);
});
