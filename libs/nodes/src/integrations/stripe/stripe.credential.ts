import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { baseUrlField } from '../../shared/service-params';

/** An account of Stripe. */
export const stripeCredential = defineCredential({
  type: 'stripe',
  title: 'Stripe',
  description: 'Opens customers and invoices of a Stripe account. Its keys are at dashboard.stripe.com/apikeys.',
  keywords: ['payment', 'billing', 'invoice', 'money'],
  fields: z.object({
    secretKey: z
      .string()
      .trim()
      .regex(/^(sk|rk)_\w{1,300}$/, 'begins with sk_ or rk_; a publishable key (pk_) does not do')
      .meta({ title: 'Secret key', description: 'The secret.', ui: { control: 'secret', placeholder: 'sk_test_…' } }),
    baseUrl: baseUrlField('https://api.stripe.com'),
  }),
  secrets: ['secretKey'],
  authenticate: { headers: { authorization: 'Bearer {{secretKey}}' } },
  domains: ['api.stripe.com'],
  hostField: 'baseUrl',
  // A restricted key that may not see the balance is refused with 403: it is a real key all the same.
  test: { method: 'GET', url: '{{baseUrl}}/v1/balance', goodStatus: [200, 403] },
});
