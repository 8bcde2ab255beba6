import { documentOf, node, until, type Client } from '@millrace/e2e-kit';
import type { Json } from '@millrace/workflow-model';
import { audit } from './testing/audit';
import { expectGone, expectVisible } from './testing/expect';
import { Mailbox } from './testing/mailbox';
import { stage } from './testing/stage';
import { Visitor } from './testing/visitor';
import { Workbench } from './testing/workbench';

let mailbox: Mailbox;
const env: Record<string, string> = {};
beforeAll(async () => {
  mailbox = await Mailbox.start();
  env['MAIL_URL'] = mailbox.url;
});
const journey = stage({ env });
afterAll(() => mailbox.stop());

/** Start > Release > Paid, or Declined. */
function payment(config: Record<string, Json> = {}): Json {
  return documentOf(
    'Payments',
    [
      node('Start', 'manual-trigger'),
      node('Release', 'approval-gate', { message: 'Pay invoice 1187?', ...config }),
      node('Paid', 'no-op'),
      node('Declined', 'no-op'),
    ],
    ['Start>Release', 'Release.approved>Paid', 'Release.rejected>Declined'],
  );
}

const START = `mutation ($id: ID!) { executionStart(workflowId: $id, input: {}) { execution { id } errors { message } } }`;
const APPROVALS = `query ($id: ID!) { execution(id: $id) { status approvals { id status decidedBy reason payload } } }`;

/** Starts a run of a workflow and waits until it asks somebody; answers the ids of run and approval. */
async function asked(client: Client, document: Json): Promise<{ runId: string; approvalId: string }> {
  const { id } = await client.ok('POST', '/api/workflows', document);
  const { data } = await client.graphql(START, { id });
  const runId = data.executionStart.execution.id as string;
  let approvalId = '';
  await until('the run asks', async () => {
    approvalId = (await approvalsOf(client, runId)).approvals[0]?.id ?? '';
    return approvalId !== '';
  });
  return { runId, approvalId };
}

interface Told {
  readonly status: string;
  readonly approvals: readonly {
    readonly id: string;
    readonly status: string;
    readonly decidedBy: string | null;
    readonly reason: string | null;
    readonly payload: Json;
  }[];
}

async function approvalsOf(client: Client, id: string): Promise<Told> {
  return (await client.graphql(APPROVALS, { id })).data.execution as Told;
}

async function endsAs(client: Client, runId: string, status: string): Promise<Told> {
  await until(`the run is ${status}`, async () => (await approvalsOf(client, runId)).status === status, 20_000);
  return approvalsOf(client, runId);
}

journey('an approval comes into the inbox, is changed and decided there, and the run goes on', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  await page.goto('/approvals');
  await expectVisible(page.getByText('Nothing waits for you'));
  expect(await audit(page)).toEqual([]);
  const { runId, approvalId } = await asked(
    client,
    payment({ editable: true, payload: { amount: 4180, note: 'Next batch' }, details: { supplier: 'Halden Paper' } }),
  );
  // It appears by itself, and the rail counts it.
  await page.locator(`[data-approval="${approvalId}"]`).click();
  await expectVisible(page.getByTestId('rail-count').getByText('1'));
  const view = page.getByTestId('approval-view');
  await expectVisible(view.getByText('Halden Paper'));
  await view.getByLabel('Amount').fill('4000');
  await expectVisible(view.getByTestId('payload-changes').getByText('amount'));
  await view.getByTestId('approval-reason').fill('Less a discount');
  expect(await audit(page)).toEqual([]);
  await view.getByRole('button', { name: 'Approve with changes' }).click();
  await expectVisible(view.getByTestId('approval-outcome').getByText('Approved by Ada Lovelace'));
  await expectGone(page.getByTestId('rail-count'));
  expect((await endsAs(client, runId, 'COMPLETED')).approvals).toMatchObject([
    { status: 'APPROVED', reason: 'Less a discount', payload: { amount: 4000 } },
  ]);
  await page.getByRole('tab', { name: 'Done' }).click();
  await expectVisible(page.locator(`[data-approval="${approvalId}"]`).getByText('Approved'));
});

journey('the keyboard alone finds an approval, rejects it and goes to the next', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const first = await asked(client, payment({ message: 'First' }));
  const second = await asked(client, payment({ message: 'Second' }));
  await page.goto('/approvals');
  await expectVisible(page.locator(`[data-approval="${first.approvalId}"]`));
  await page.keyboard.press('j');
  await page.waitForURL(new RegExp(second.approvalId));
  await page.keyboard.press('j');
  await page.waitForURL(new RegExp(first.approvalId));
  await expectVisible(page.getByTestId('approval-view').getByText('First'));
  await page.keyboard.press('r');
  await page.keyboard.type('Not this month');
  await page.keyboard.press('Control+Enter');
  await expectVisible(page.getByTestId('approval-outcome').getByText('Rejected by Ada Lovelace'));
  expect((await endsAs(client, first.runId, 'COMPLETED')).approvals).toMatchObject([
    { status: 'REJECTED', reason: 'Not this month' },
  ]);
  await page.keyboard.press('k');
  await page.waitForURL(new RegExp(second.approvalId));
  await expectVisible(page.getByTestId('approval-view').getByText('Second'));
  await page.keyboard.press('a');
  await page.getByTestId('decide-confirm').press('Enter');
  await endsAs(client, second.runId, 'COMPLETED');
});

journey('on a phone, in the dark, one approves with a thumb', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const { runId, approvalId } = await asked(client, payment());
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/approvals');
  expect(await audit(page)).toEqual([]);
  await page.locator(`[data-approval="${approvalId}"]`).click();
  await expectGone(page.getByRole('tab', { name: 'For me' }));
  expect(await audit(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await page.getByTestId('approve').click();
  await expectVisible(page.getByTestId('approval-outcome'));
  await endsAs(client, runId, 'COMPLETED');
  await page.getByRole('button', { name: 'All approvals' }).click();
  await expectVisible(page.getByText('Nothing waits for you'));
});

journey('a link in a mail asks first and decides once; whoever comes later learns who won', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const { runId, approvalId } = await asked(
    client,
    payment({ assignees: ['grace@example.com', visitor.email], details: { supplier: 'Halden Paper' } }),
  );
  const link = await mailbox.linkTo('grace@example.com', '/answer');
  // Somebody who has no account, on a machine of their own.
  const { browser, product } = visitor.stage;
  const context = await browser.newContext({ baseURL: product.api.url, colorScheme: 'dark' });
  const grace = await Visitor.open(visitor.stage, context);
  await grace.page.goto(link);
  await expectVisible(grace.page.getByText('Pay invoice 1187?'));
  expect(await audit(grace.page)).toEqual([]);
  // Looking decides nothing.
  expect((await approvalsOf(client, runId)).approvals).toMatchObject([{ status: 'OPEN' }]);
  await page.goto(`/approvals/${approvalId}`);
  await expectVisible(page.getByTestId('approve'));
  // What Grace does meanwhile is not heard here: then the click comes too late.
  await visitor.context.setOffline(true);
  await grace.page.getByLabel('Reason').fill('Agreed by phone');
  await grace.page.getByRole('button', { name: 'Reject' }).click();
  await expectVisible(grace.page.getByText('Rejected'));
  expect(await audit(grace.page)).toEqual([]);
  grace.expectFault(/409/);
  await grace.page.goto(link);
  await expectVisible(grace.page.getByText(/Rejected/));
  visitor.expectFault(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await visitor.context.setOffline(false);
  await expectVisible(page.getByTestId('approval-outcome').getByText(/Rejected by grace@example\.com/));
  expect((await endsAs(client, runId, 'COMPLETED')).approvals).toMatchObject([
    { status: 'REJECTED', decidedBy: 'grace@example.com', reason: 'Agreed by phone' },
  ]);
  grace.checkFaults();
  await context.close();
});

journey('two people press at the same moment: one decides, the other is told who it was', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const { runId, approvalId } = await asked(client, payment());
  await page.goto(`/approvals/${approvalId}`);
  await expectVisible(page.getByTestId('approve'));
  // Somebody is faster: the answer of the server comes back to a page that still shows the buttons.
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('ApprovalDecide') === true) {
      const query = `mutation ($id: ID!) { approvalDecide(id: $id, decision: REJECTED) { errors { message } } }`;
      await client.graphql(query, { id: approvalId });
    }
    await route.continue();
  });
  await page.getByTestId('approve').click();
  await expectVisible(page.getByTestId('decide-problem').getByText('Somebody was faster'));
  await expectVisible(page.getByTestId('decide-problem').getByText(/was rejected by (Ada Lovelace|\S+@)/));
  await page.unroute('**/graphql');
  expect((await endsAs(client, runId, 'COMPLETED')).approvals).toMatchObject([{ status: 'REJECTED' }]);
});

journey('a run by hand is approved above the canvas, and one in the list on its page', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, payment());
  await bench.run();
  await bench.shows('Release', 'waiting');
  await expectVisible(page.getByTestId('waiting-step').getByText(/waits for anybody who may control runs/));
  await expectVisible(page.getByTestId('asked').getByText(/Pay/));
  await page.getByTestId('approve-here').click();
  await bench.shows('Paid', 'completed');
  await expectGone(page.getByTestId('waiting-step'));

  const { runId } = await asked(client, payment());
  await page.goto(`/runs/${runId}`);
  expect(await audit(page)).toEqual([]);
  await page.getByTestId('reject').click();
  await bench.shows('Declined', 'completed');
});

journey('a form in the middle of a run is filled in without an account', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const fields: Json[] = [
    { name: 'email', label: 'Your address', kind: 'email', required: true },
    { name: 'size', label: 'Size', kind: 'select', options: ['Small', 'Large'] },
  ];
  const bench = await Workbench.open(
    page,
    client,
    documentOf(
      'Asks',
      [node('Start', 'manual-trigger'), node('Ask', 'form', { title: 'Where to?', fields }), node('Done', 'no-op')],
      ['Start>Ask', 'Ask>Done'],
    ),
  );
  await bench.run();
  await bench.shows('Ask', 'waiting');
  await page.getByTestId('answer-step').click();
  const address = await page.getByTestId('wait-address').innerText();
  await page.keyboard.press('Escape');
  const context = await visitor.stage.browser.newContext();
  const guest = await Visitor.open(visitor.stage, context);
  await guest.page.goto(new URL(new URL(address).pathname, visitor.stage.product.api.url).href);
  await expectVisible(guest.page.getByRole('heading', { name: 'Where to?' }));
  expect(await audit(guest.page)).toEqual([]);
  guest.expectFault(/400/);
  await guest.page.getByRole('button', { name: 'Send' }).click();
  await expectVisible(guest.page.getByText('One field needs another look.'));
  expect(await audit(guest.page)).toEqual([]);
  await guest.page.getByLabel('Your address').fill('grace@example.com');
  await guest.page.getByLabel('Size').selectOption('Large');
  await guest.page.getByRole('button', { name: 'Send' }).click();
  await expectVisible(guest.page.getByText('Thank you. Your answer has arrived.'));
  await bench.shows('Done', 'completed');
  guest.checkFaults();
  await context.close();
});
