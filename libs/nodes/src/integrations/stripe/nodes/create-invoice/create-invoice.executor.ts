import { NodeError, implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import type { JsonObject } from '@millrace/workflow-model';
import { textOf } from '../../../../shared/service-call';
import { getStripe, postStripe } from '../../stripe.client';
import { createInvoiceDefinition } from './create-invoice.definition';

type Params = ParamsOf<typeof createInvoiceDefinition>;

/**
 * Draft first, then the lines on it, then final, then sent. Each call has a key of its own, so that an interrupted node goes
 * on where it was; what a stop in between leaves behind is a draft, not a wrong bill.
 */
export const createInvoiceNode = implementNode(createInvoiceDefinition, {
  run: async (ctx, params) => {
    const id = await draft(ctx, params);
    await addLines(ctx, params, id);
    return output(invoiceOf(params.autoAdvance ? await finished(ctx, params, id) : await getStripe(ctx, pathOf(id))));
  },
});

async function draft(ctx: RunContext, params: Params): Promise<string> {
  const isSent = params.collectionMethod === 'send_invoice';
  const form = {
    customer: params.customerId,
    currency: params.currency,
    collection_method: params.collectionMethod,
    days_until_due: isSent ? params.daysUntilDue : undefined,
    auto_advance: false,
    // Other lines that wait for this customer's next invoice do not belong on this one.
    pending_invoice_items_behavior: 'exclude',
    description: params.description,
    metadata: params.metadata,
  };
  const id = textOf((await postStripe(ctx, '/v1/invoices', form, 'invoice'))['id']);
  if (/^in_\w+$/.test(id)) return id;
  const message = 'Stripe answered without the id of an invoice. Check the base URL of the credential.';
  throw new NodeError({ code: 'STRIPE_BAD_ANSWER', fault: 'user', message });
}

async function addLines(ctx: RunContext, { customerId, lineItems, currency }: Params, invoice: string): Promise<void> {
  for (const [index, line] of lineItems.entries()) {
    const form = {
      customer: customerId,
      invoice,
      description: line.description,
      quantity: line.quantity,
      unit_amount_decimal: String(line.amount),
      currency: line.currency ?? currency,
    };
    await postStripe(ctx, '/v1/invoiceitems', form, `line-${index}`);
  }
}

async function finished(ctx: RunContext, { collectionMethod }: Params, id: string): Promise<JsonObject> {
  const final = await postStripe(ctx, `${pathOf(id)}/finalize`, { auto_advance: true }, 'finalize');
  return collectionMethod === 'send_invoice' ? postStripe(ctx, `${pathOf(id)}/send`, {}, 'send') : final;
}

function pathOf(id: string): string {
  return `/v1/invoices/${id}`;
}

function invoiceOf(invoice: JsonObject): JsonObject {
  return {
    id: invoice['id'] ?? null,
    number: invoice['number'] ?? null,
    status: invoice['status'] ?? null,
    total: invoice['total'] ?? null,
    amountDue: invoice['amount_due'] ?? null,
    hostedInvoiceUrl: invoice['hosted_invoice_url'] ?? null,
    invoicePdf: invoice['invoice_pdf'] ?? null,
  };
}
