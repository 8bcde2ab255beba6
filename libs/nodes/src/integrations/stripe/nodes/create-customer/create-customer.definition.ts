import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { optionalText } from '../../../../shared/service-params';
import { customerOutput } from '../../stripe-customer';
import { metadataParam, stripeSlot } from '../../stripe.client';

export const createCustomerDefinition = defineNode({
  type: 'stripe/create-customer',
  version: 1,
  title: 'Stripe: create customer',
  description: 'Makes a customer in Stripe, once, however often the node is tried.',
  category: 'action',
  keywords: ['payment', 'billing', 'account', 'new'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The new customer.' }],
  params: z.object({
    email: z
      .string()
      .trim()
      .pipe(z.email('must be an e-mail address').max(512))
      .meta({
        title: 'E-mail',
        description: 'Address of the customer.',
        ui: { control: 'text', placeholder: '{{ trigger.email }}' },
      }),
    name: optionalText(256).meta({
      title: 'Name',
      description: 'Name of the person or the company.',
      ui: { control: 'text' },
    }),
    phone: optionalText(20).meta({
      title: 'Phone',
      description: 'Telephone number.',
      ui: { control: 'text', advanced: true },
    }),
    description: optionalText(350).meta({
      title: 'Description',
      description: 'A note that is shown in Stripe.',
      ui: { control: 'text', advanced: true },
    }),
    metadata: metadataParam,
  }),
  output: customerOutput,
  summary: '{{email}}',
  traits: { ignoresInput: true, effect: 'write' },
  credentials: [stripeSlot],
});
