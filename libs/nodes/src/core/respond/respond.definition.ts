import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

const shownFor = (...bodyTypes: string[]) => ({ param: 'bodyType', is: bodyTypes });

/** JSON text as what it means; text that is none stays and is refused. */
function fromText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}

export const respondDefinition = defineNode({
  type: 'respond',
  version: 1,
  title: 'Respond to webhook',
  description: 'Answers the webhook call that started the run, and lets the run go on.',
  category: 'output',
  aliases: ['respond-to-webhook'],
  keywords: ['reply', 'answer', 'return', 'response', 'http', 'redirect', 'status'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The input, unchanged.' }],
  params: z.object({
    bodyType: z
      .enum(['json', 'text', 'html', 'redirect', 'none'])
      .default('json')
      .meta({
        title: 'Respond with',
        description: 'What the answer holds.',
        ui: {
          control: 'select',
          labels: { json: 'JSON', text: 'Text', html: 'HTML', redirect: 'Redirect', none: 'No body' },
        },
      }),
    status: z
      .preprocess(
        (status) => (typeof status === 'string' && /^\d{3}$/.test(status) ? Number(status) : status),
        z.number('Give a number from 200 to 599.').int().min(200).max(599).optional(),
      )
      .meta({
        title: 'Status',
        description: 'HTTP status from 200 to 599; 200 when empty, 302 for a redirect, 204 without a body.',
        ui: { control: 'number', placeholder: '200' },
      }),
    body: z
      .json()
      .optional()
      .meta({
        title: 'Body',
        description: 'What is sent; the input when empty. JSON may be written as text.',
        ui: { control: 'json', showWhen: shownFor('json', 'text', 'html') },
      }),
    redirectUrl: z
      .string()
      .trim()
      .max(8_000)
      .optional()
      .meta({
        title: 'Redirect to',
        description: 'Address that the caller is sent to: `https://...` or a path on this host.',
        ui: { control: 'text', placeholder: 'https://example.com/thanks', showWhen: shownFor('redirect') },
      }),
    headers: z
      .preprocess(fromText, z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}))
      .meta({
        title: 'Headers',
        description: 'Further headers of the answer: an object, or JSON text.',
        ui: { control: 'key-values' },
      }),
    contentType: z
      .string()
      .trim()
      .max(200)
      .optional()
      .meta({
        title: 'Content type',
        description: 'Overrides the content type that follows from the body.',
        ui: { control: 'text', placeholder: 'application/xml', advanced: true },
      }),
  }),
  summary: '{{status}} {{bodyType}}',
  traits: { pure: true, answersCaller: true },
});
