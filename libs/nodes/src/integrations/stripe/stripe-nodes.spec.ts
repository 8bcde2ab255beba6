import type { JsonObject } from '@millrace/workflow-model';
import { stepKey } from '../../shared/service-call';
import { startService } from '../../testing/service-trial';
import type { ServiceTrial } from '../../testing/service-trial';
import { createCustomerNode } from './nodes/create-customer/create-customer.executor';
import { createInvoiceNode } from './nodes/create-invoice/create-invoice.executor';
import { getCustomerNode } from './nodes/get-customer/get-customer.executor';
import { stripeForm } from './stripe-form';
import { stripeCredential } from './stripe.credential';

let stripe: ServiceTrial;
const customer = { id: 'cus_1', object: 'customer', email: 'a@b.example', name: null, created: 5, livemode: false };
const invoice = (status: string): JsonObject => ({
  id: 'in_1',
  number: status === 'draft' ? null : 'A-1',
  status,
  total: 2_500,
  amount_due: 2_500,
  hosted_invoice_url: 'https://pay.example/i',
  invoice_pdf: null,
});
const bill: JsonObject = {
  customerId: 'cus_1',
  currency: 'EUR',
  lineItems: [
    { description: 'Work', amount: 1_000, quantity: 2 },
    { description: 'Travel', amount: '500', currency: 'usd' },
  ],
};
const answers = {
  PostCustomers: () => ({ body: customer }),
  PostInvoices: () => ({ body: invoice('draft') }),
  PostInvoiceitems: () => ({ body: { id: 'ii_1' } }),
  PostInvoicesInvoiceFinalize: () => ({ body: invoice('open') }),
  PostInvoicesInvoiceSend: () => ({ body: { ...invoice('open'), invoice_pdf: 'https://pay.example/i.pdf' } }),
  GetInvoicesInvoice: () => ({ body: invoice('draft') }),
};

beforeAll(async () => {
  stripe = await startService('stripe', stripeCredential, { secretKey: 'sk_test_1' }, { handlers: answers });
});
beforeEach(() => stripe.server.reset());
afterAll(() => stripe.server.stop());

const keys = () => stripe.server.calls.map(({ headers }) => headers['idempotency-key']);
const operations = () => stripe.server.calls.map(({ operation }) => operation);

it('writes forms as Stripe reads them', () => {
  const form = { a: 1, none: undefined, yes: true, m: { 'k&': 'v=', deep: { x: '' } }, list: ['p', { q: 2 }] };
  expect(decodeURIComponent(stripeForm(form))).toBe('a=1&yes=true&m[k&]=v=&m[deep][x]=&list[0]=p&list[1][q]=2');
});

describe('Stripe: create customer', () => {
  it('sends a form with a key that is the same in every attempt, and names the version', async () => {
    const params = { email: ' a@b.example ', name: 'Ada', phone: '', metadata: { order: 7 } };
    expect((await stripe.run(createCustomerNode, params)).main).toEqual({
      id: 'cus_1',
      email: 'a@b.example',
      name: null,
      created: 5,
      livemode: false,
    });
    await stripe.run(createCustomerNode, params, { attempt: 2 });
    expect(stripe.server.calls[0]).toMatchObject({
      flaws: [],
      body: { email: 'a@b.example', name: 'Ada', metadata: { order: '7' } },
      headers: { 'stripe-version': '2026-10-28.endive', authorization: 'Bearer sk_test_1' },
    });
    expect(keys()).toEqual(['execution-1:node-1:0:customer', 'execution-1:node-1:0:customer']);
  });

  it('refuses addresses that are none, and too many facts', async () => {
    const metadata = Object.fromEntries(Array.from({ length: 51 }, (_none, index) => [`k${index}`, 'v']));
    const bad: JsonObject[] = [{ email: 'nobody' }, { email: 'a@b.example', metadata }];
    for (const params of bad) {
      expect((await stripe.run(createCustomerNode, params)).failure?.code).toBe('INVALID_PARAMS');
    }
  });
});

describe('Stripe: get customer', () => {
  it('reads by id, also one that was deleted', async () => {
    stripe.server.answerNext({ body: customer }, { body: { id: 'cus_2', object: 'customer', deleted: true } });
    expect((await stripe.run(getCustomerNode, { customerId: 'cus_1' })).main).toMatchObject({
      id: 'cus_1',
      deleted: false,
    });
    expect((await stripe.run(getCustomerNode, { customerId: 'cus_2' })).main).toEqual({
      id: 'cus_2',
      email: null,
      name: null,
      created: null,
      livemode: null,
      deleted: true,
    });
  });

  it('looks for an address, and says when nobody has it', async () => {
    stripe.server.answerNext({ body: { data: [customer], has_more: false } }, { body: { data: [] } });
    const run = () => stripe.run(getCustomerNode, { email: 'a+c@b.example' });
    expect((await run()).main).toMatchObject({ id: 'cus_1' });
    expect(stripe.server.calls[0]).toMatchObject({ flaws: [], query: { email: 'a+c@b.example', limit: '1' } });
    expect((await run()).failure).toMatchObject({ code: 'STRIPE_NOT_FOUND', fault: 'user' });
    expect((await stripe.run(getCustomerNode, {})).failure?.code).toBe('INVALID_PARAMS');
  });
});

describe('Stripe: create invoice', () => {
  it('makes a draft, puts the lines on it, makes it final, sends it, each with its own key', async () => {
    const { main } = await stripe.run(createInvoiceNode, { ...bill, description: 'Thanks', metadata: { a: 'b' } });
    expect(main).toEqual({
      id: 'in_1',
      number: 'A-1',
      status: 'open',
      total: 2_500,
      amountDue: 2_500,
      hostedInvoiceUrl: 'https://pay.example/i',
      invoicePdf: 'https://pay.example/i.pdf',
    });
    expect(stripe.server.calls.flatMap(({ flaws }) => flaws)).toEqual([]);
    expect(stripe.server.calls.map(({ body }) => body)).toMatchObject([
      {
        customer: 'cus_1',
        currency: 'eur',
        auto_advance: false,
        days_until_due: 30,
        pending_invoice_items_behavior: 'exclude',
        metadata: { a: 'b' },
      },
      { invoice: 'in_1', unit_amount_decimal: '1000', quantity: 2, currency: 'eur' },
      { invoice: 'in_1', unit_amount_decimal: '500', quantity: 1, currency: 'usd' },
      { auto_advance: true },
      undefined,
    ]);
    const steps = ['invoice', 'line-0', 'line-1', 'finalize', 'send'];
    expect(keys()).toEqual(steps.map((step) => `execution-1:node-1:0:${step}`));
  });

  it('charges the stored card without a day to pay and without sending', async () => {
    await stripe.run(createInvoiceNode, { ...bill, collectionMethod: 'charge_automatically' });
    expect(operations().at(-1)).toBe('PostInvoicesInvoiceFinalize');
    expect(stripe.server.calls[0]?.body).not.toHaveProperty('days_until_due');
  });

  it('leaves a draft when it is asked to', async () => {
    const { main } = await stripe.run(createInvoiceNode, { ...bill, autoAdvance: false });
    expect(main).toMatchObject({ status: 'draft', number: null });
    expect(operations()).toEqual(['PostInvoices', 'PostInvoiceitems', 'PostInvoiceitems', 'GetInvoicesInvoice']);
  });

  it('goes on with the same keys after it was interrupted between two calls', async () => {
    stripe.server.answerNext({ body: invoice('draft') }, { body: { id: 'ii_1' } }, { reset: true });
    expect((await stripe.run(createInvoiceNode, bill)).failure).toMatchObject({ fault: 'transient' });
    const first = keys();
    stripe.server.reset();
    expect((await stripe.run(createInvoiceNode, bill, { attempt: 2 })).failure).toBeUndefined();
    expect(keys().slice(0, 3)).toEqual(first);
  });

  it('shortens keys that would be too long for Stripe', async () => {
    const ctx = { idempotencyKey: 'x'.repeat(300) } as Parameters<typeof stepKey>[0];
    expect(stepKey(ctx, 'send')).toHaveLength(64);
    expect(stepKey(ctx, 'send')).not.toBe(stepKey(ctx, 'finalize'));
  });

  it('does not go on with an answer that names no invoice', async () => {
    stripe.server.answerNext({ body: {} });
    expect((await stripe.run(createInvoiceNode, bill)).failure).toMatchObject({ code: 'STRIPE_BAD_ANSWER' });
    expect(operations()).toHaveLength(1);
  });

  it('refuses lines that cannot be billed', async () => {
    for (const lineItems of [[], [{ description: 'x', amount: 1.5 }], [{ description: '', amount: 1 }]]) {
      expect((await stripe.run(createInvoiceNode, { ...bill, lineItems })).failure?.code).toBe('INVALID_PARAMS');
    }
  });
});

describe('what Stripe refuses', () => {
  const refused = async (status: number, error: JsonObject, headers = {}) => {
    stripe.server.answerNext({ status, headers, body: { error } });
    return (await stripe.run(createCustomerNode, { email: 'a@b.example' })).failure;
  };

  it.each([
    [400, { type: 'invalid_request_error', param: 'email', message: 'Invalid' }, 'STRIPE_INVALID_REQUEST', 'user'],
    [400, { type: 'invalid_request_error', code: 'resource_missing' }, 'STRIPE_NOT_FOUND', 'user'],
    [400, { type: 'idempotency_error' }, 'STRIPE_IDEMPOTENCY', 'user'],
    [402, { type: 'card_error', code: 'card_declined', decline_code: 'stolen_card' }, 'STRIPE_CARD', 'user'],
    [401, { message: 'Invalid API Key' }, 'STRIPE_AUTH', 'user'],
    [403, { type: 'permission_error' }, 'STRIPE_FORBIDDEN', 'user'],
    [409, { code: 'idempotency_key_in_use' }, 'STRIPE_UNAVAILABLE', 'transient'],
    [429, { code: 'lock_timeout' }, 'STRIPE_RATE_LIMITED', 'transient'],
  ])('%i %o is %s', async (status, error, code, fault) => {
    expect(await refused(status, error)).toMatchObject({ code, fault });
  });

  it('is tried again as Stripe itself says', async () => {
    expect(await refused(400, {}, { 'stripe-should-retry': 'true' })).toMatchObject({ fault: 'transient' });
    expect(await refused(500, {}, { 'stripe-should-retry': 'false' })).toMatchObject({ fault: 'user' });
  });

  it('names the param and why a card was declined', async () => {
    expect((await refused(400, { param: 'email', message: 'Invalid email' }))?.message).toContain('"email"');
    expect(await refused(402, { decline_code: 'stolen_card', message: 'No' })).toMatchObject({
      details: { decline_code: 'stolen_card', status: 402 },
    });
  });
});

it('takes secret and restricted keys, and no publishable ones', () => {
  const takes = (secretKey: string) => stripeCredential.fields.safeParse({ secretKey }).success;
  expect(['sk_live_1', 'rk_test_1', 'pk_live_1', ''].map(takes)).toEqual([true, true, false, false]);
});
