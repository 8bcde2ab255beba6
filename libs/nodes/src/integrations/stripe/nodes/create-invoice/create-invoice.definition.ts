import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { optionalText } from '../../../../shared/service-params';
import { metadataParam, stripeSlot } from '../../stripe.client';

const currency = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{3}$/, 'must be three letters, such as usd');

export const createInvoiceDefinition = defineNode({
  type: 'stripe/create-invoice',
  version: 1,
  title: 'Stripe: create invoice',
  description: 'Bills a customer in Stripe: makes an invoice, fills it, and sends it unless told otherwise.',
  category: 'action',
  keywords: ['payment', 'billing', 'bill', 'charge', 'money'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The invoice as it is in the end.' }],
  params: z.object({
    customerId: z
      .string()
      .trim()
      .regex(/^cus_\w{1,200}$/, 'begins with cus_')
      .meta({
        title: 'Customer',
        description: 'Id of the customer who is billed.',
        ui: { control: 'text', placeholder: '{{ StripeCreateCustomer.id }}' },
      }),
    lineItems: z
      .array(
        z.object({
          description: z
            .string()
            .trim()
            .min(1, 'say what it is')
            .max(500)
            .meta({ title: 'Description', ui: { control: 'text' } }),
          amount: z.coerce
            .number()
            .int('is in the smallest unit of the currency, such as cents')
            .meta({
              title: 'Price of one',
              description: 'In the smallest unit: 1250 is 12.50.',
              ui: { control: 'number' },
            }),
          quantity: z.coerce
            .number()
            .int()
            .min(1)
            .max(1_000_000)
            .default(1)
            .meta({ title: 'Quantity', ui: { control: 'number' } }),
          currency: currency.optional().meta({ title: 'Currency', ui: { control: 'text', advanced: true } }),
        }),
      )
      .min(1, 'needs at least one line')
      .max(100)
      .meta({
        title: 'Lines',
        description: 'What is billed: description, price of one in the smallest unit of the currency, and quantity.',
        ui: { control: 'list' },
      }),
    currency: currency.default('usd').meta({
      title: 'Currency',
      description: 'Three letters, such as `usd` or `eur`.',
      ui: { control: 'text' },
    }),
    collectionMethod: z
      .enum(['send_invoice', 'charge_automatically'])
      .default('send_invoice')
      .meta({
        title: 'Payment',
        description: 'How the money comes.',
        ui: {
          control: 'select',
          labels: {
            send_invoice: 'The customer gets the invoice and pays',
            charge_automatically: 'The stored card is charged',
          },
        },
      }),
    daysUntilDue: z.coerce
      .number()
      .int()
      .min(0)
      .max(3_650)
      .default(30)
      .meta({
        title: 'Days to pay',
        description: 'Days until the invoice is due.',
        ui: { control: 'number', showWhen: { param: 'collectionMethod', is: ['send_invoice'] } },
      }),
    autoAdvance: z
      .boolean()
      .default(true)
      .meta({
        title: 'Finish and send',
        description: 'Whether the invoice is made final and sent or charged; else it stays a draft.',
        ui: { control: 'toggle' },
      }),
    description: optionalText(1_500).meta({
      title: 'Note',
      description: 'Text on the invoice.',
      ui: { control: 'textarea', rows: 3, advanced: true },
    }),
    metadata: metadataParam,
  }),
  output: z.object({
    id: z.string(),
    number: z.string().nullable(),
    status: z.string(),
    total: z.number(),
    amountDue: z.number(),
    hostedInvoiceUrl: z.string().nullable(),
    invoicePdf: z.string().nullable(),
  }),
  summary: '{{customerId}}',
  traits: { ignoresInput: true, effect: 'write' },
  credentials: [stripeSlot],
});
