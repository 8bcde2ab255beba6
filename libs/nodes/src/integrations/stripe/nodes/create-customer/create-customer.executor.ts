import { implementNode, output } from '@millrace/node-sdk';
import { customerOf } from '../../stripe-customer';
import { postStripe } from '../../stripe.client';
import { createCustomerDefinition } from './create-customer.definition';

/** Makes the customer. */
export const createCustomerNode = implementNode(createCustomerDefinition, {
  run: async (ctx, params) => output(customerOf(await postStripe(ctx, '/v1/customers', { ...params }, 'customer'))),
});
