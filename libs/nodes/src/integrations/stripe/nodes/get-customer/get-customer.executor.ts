import { NodeError, implementNode, output } from '@millrace/node-sdk';
import type { RunContext } from '@millrace/node-sdk';
import type { JsonObject } from '@millrace/workflow-model';
import { invalidParam } from '../../../../core/http-request/http-failures';
import { objectOf } from '../../../../shared/service-call';
import { customerOf } from '../../stripe-customer';
import { getStripe } from '../../stripe.client';
import { getCustomerDefinition } from './get-customer.definition';

/** Reads the customer. */
export const getCustomerNode = implementNode(getCustomerDefinition, {
  run: async (ctx, { customerId, email }) => {
    const customer = customerId ? await getStripe(ctx, `/v1/customers/${customerId}`) : await newestOf(ctx, email);
    return output({ ...customerOf(customer), deleted: customer['deleted'] === true });
  },
});

async function newestOf(ctx: RunContext, email: string | undefined): Promise<JsonObject> {
  if (email === undefined) throw invalidParam('customerId', 'and "email" are empty: give one of them.');
  const { data } = await getStripe(ctx, '/v1/customers', { email, limit: 1 });
  if (Array.isArray(data) && data.length > 0) return objectOf(data[0]);
  const message =
    'Stripe has no customer with this address. It must be written in the same letters, small and capital.';
  throw new NodeError({ code: 'STRIPE_NOT_FOUND', fault: 'user', message });
}
