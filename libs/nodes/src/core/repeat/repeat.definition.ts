import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

export const repeatDefinition = defineNode({
  type: 'repeat',
  version: 1,
  title: 'Repeat until',
  description: 'Runs the nodes inside it again and again until a condition holds.',
  category: 'logic',
  keywords: ['while', 'until', 'loop', 'poll', 'retry', 'again', 'pages'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'What the last turn gave.' }],
  params: z.object({
    until: z
      .union([z.boolean(), z.string().min(1), z.object({ $expr: z.string().meta({ title: 'Expression' }) })])
      .meta({
        title: 'Until',
        description: 'Looked at after every turn: `last` is what the turn gave, `count` how many turns there were.',
        ui: { control: 'expression', placeholder: 'last.done == true' },
      }),
    maxTurns: z.coerce
      .number()
      .int()
      .min(1)
      .max(1_000)
      .default(100)
      .meta({
        title: 'Most turns',
        description: 'After so many turns without the condition the node fails.',
        ui: { control: 'number' },
      }),
  }),
  rawParams: ['until'],
  extraRoots: { until: ['last', 'count'] },
  summary: 'at most {{maxTurns}}{{^maxTurns}}100{{/maxTurns}} turns',
  traits: { container: true, pure: true },
});
