import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

/** Milliseconds that the sandbox gives a script at most. */
const MAX_TIMEOUT_MS = 10_000;

export const codeDefinition = defineNode({
  type: 'code',
  version: 1,
  title: 'Code',
  description: 'Runs your own JavaScript in a sandbox and gives what it returns.',
  category: 'action',
  keywords: ['javascript', 'js', 'script', 'function', 'program', 'custom'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'What the code returned.' }],
  params: z.object({
    code: z
      .string()
      .min(1, 'write some code')
      .max(100_000)
      .meta({
        title: 'Code',
        description:
          'Body of an async function: `input`, `trigger`, `nodes` and, in loops, `item` and `index` are there; `return` gives the output.',
        ui: { control: 'code', language: 'javascript', rows: 12, placeholder: 'return { total: input.items.length };' },
      }),
    timeoutMs: z.coerce
      .number()
      .int()
      .min(1)
      .max(MAX_TIMEOUT_MS)
      .default(MAX_TIMEOUT_MS)
      .meta({
        title: 'Time limit',
        description: 'Milliseconds after which the code is stopped; at most 10,000.',
        ui: { control: 'number', advanced: true },
      }),
  }),
  rawParams: ['code'],
  summary: 'JavaScript',
  traits: { repeatable: true },
  // The sandbox's own limit comes first; the rest is for waiting for a free child.
  timeoutMs: 60_000,
});
