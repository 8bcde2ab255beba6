import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { optionalDuration, timeoutParam } from '../timer/wait-timeout';
import { blankIsAbsent } from '../timer/wait-params';

export const waitForEventDefinition = defineNode({
  type: 'wait-for-event',
  version: 1,
  title: 'Wait for event',
  description: 'Waits until an event is published in the workspace, or sent to this run.',
  category: 'logic',
  keywords: ['signal', 'message', 'subscribe', 'listen', 'wait', 'correlation', 'receive'],
  inputs: [{ id: 'main' }],
  outputs: [
    { id: 'main', description: 'Name and payload of the event.' },
    { id: 'timeout', label: 'timeout', description: 'Live when no such event came in time.' },
  ],
  params: z.object({
    eventName: z
      .string()
      .trim()
      .min(1, 'Give the event a name.')
      .max(200)
      .regex(/^[^\p{Cc}]*$/u, 'No control characters.')
      .meta({
        title: 'Event name',
        description: 'Name of the event, exactly as it is published; templates are filled in.',
        ui: { control: 'text', placeholder: 'order.paid' },
      }),
    correlation: z
      .preprocess(
        (value) => (typeof value === 'number' ? String(value) : blankIsAbsent(value)),
        z.string().max(500).optional(),
      )
      .meta({
        title: 'Correlation',
        description: 'Only events that carry this value, such as the number of the order.',
        ui: { control: 'text', placeholder: '{{ trigger.orderId }}' },
      }),
    field: z
      .preprocess(
        blankIsAbsent,
        z
          .string()
          .trim()
          .max(200)
          .regex(/^[\w-]+(\.[\w-]+)*$/, 'Names with dots between, such as `order.id`.')
          .default('correlation'),
      )
      .meta({
        title: 'Field of the correlation',
        description: 'Where published events carry the value: a path in their payload.',
        ui: { control: 'text', placeholder: 'orderId' },
      }),
    filter: z
      .union([z.string(), z.object({ $expr: z.string().meta({ title: 'Expression' }) })])
      .optional()
      .meta({
        title: 'Filter',
        description:
          'Condition over `event.name`, `event.payload` and values of the run; only events that fulfil it count.',
        ui: { control: 'expression', language: 'cel', placeholder: 'event.payload.total >= trigger.total' },
      }),
    lookBack: optionalDuration.meta({
      title: 'Look back',
      description: 'Events that were published this long before the run came here count too, up to `PT1H`.',
      ui: { control: 'duration', placeholder: 'PT10M', advanced: true },
    }),
    timeout: timeoutParam,
  }),
  output: z.object({
    name: z.string().meta({ title: 'Name' }),
    payload: z.json().meta({ title: 'Payload' }),
  }),
  rawParams: ['filter'],
  extraRoots: { filter: ['event'] },
  summary: '{{eventName}}',
  traits: { ignoresInput: true, suspends: true, repeatable: true, branches: true },
});
