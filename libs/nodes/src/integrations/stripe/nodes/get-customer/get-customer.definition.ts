import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { optionalText } from '../../../../shared/service-params';
import { customerOutput } from '../../stripe-customer';
import { stripeSlot } from '../../stripe.client';

export const getCustomerDefinition = defineNode({
  type: 'stripe/get-customer',
  version: 1,
  title: 'Stripe: get customer',
  description: 'Reads a customer from Stripe, by id or by e-mail address.',
  category: 'action',
  keywords: ['payment', 'billing', 'find', 'read', 'account'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The customer.' }],
  params: z.object({
    customerId: z
      .string()
      .trim()
      .regex(/^(cus_\w{1,200})?$/, 'begins with cus_')
      .optional()
      .meta({
        title: 'Customer',
        description: 'Id of the customer.',
        ui: { control: 'text', placeholder: 'cus_…' },
      }),
    email: optionalText(512).meta({
      title: 'E-mail',
      description: 'Address to look for when no id is given, in the same letters. Gives the newest such customer.',
      ui: { control: 'text' },
    }),
  }),
  output: customerOutput.extend({ deleted: z.boolean() }),
  summary: '{{customerId}}{{email}}',
  traits: { ignoresInput: true, effect: 'read' },
  credentials: [stripeSlot],
});
