import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

export const eventTriggerDefinition = defineNode({
  type: 'event-trigger',
  version: 1,
  title: 'Event trigger',
  description: 'Starts the workflow when an event is published in the workspace.',
  category: 'trigger',
  keywords: ['subscribe', 'message', 'publish', 'listen', 'signal', 'chain'],
  inputs: [],
  outputs: [{ id: 'main', description: 'Name, payload and time of the event.' }],
  params: z.object({
    eventName: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .meta({
        title: 'Event name',
        description: 'Name of the events that start a run, exactly as they are published.',
        ui: { control: 'text', placeholder: 'order.placed' },
      }),
    filter: z
      .union([z.string(), z.object({ $expr: z.string().meta({ title: 'Expression' }) })])
      .optional()
      .meta({
        title: 'Filter',
        description:
          'Condition over `event.name`, `event.payload` and `event.publishedAt`; only events that fulfil it start a run.',
        ui: { control: 'expression', language: 'cel', placeholder: 'event.payload.total > 100' },
      }),
  }),
  rawParams: ['eventName', 'filter'],
  output: z.object({
    name: z.string().meta({ title: 'Name' }),
    payload: z.json().meta({ title: 'Payload' }),
    publishedAt: z.string().meta({ title: 'Published at', description: 'ISO 8601.' }),
    executionId: z.string().optional().meta({ title: 'Run that published it' }),
  }),
  summary: '{{eventName}}',
  traits: { trigger: true, pure: true },
  startsOn: 'event',
});
