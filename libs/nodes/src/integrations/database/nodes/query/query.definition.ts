import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

const whole = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value);

export const queryDefinition = defineNode({
  type: 'database/query',
  version: 1,
  title: 'Database: query',
  description: 'Reads or changes data in PostgreSQL, MySQL or MariaDB with one SQL statement.',
  category: 'action',
  keywords: ['sql', 'postgres', 'postgresql', 'mysql', 'mariadb', 'select', 'insert', 'table'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'Rows, or how many rows were changed.' }],
  params: z.object({
    query: z
      .string()
      .trim()
      .min(1, 'write a statement')
      .max(100_000)
      .refine(
        (text) => !text.includes('{{'),
        'must hold no {{ }}: write $1 (PostgreSQL) or ? (MySQL), and put the value into "Values"',
      )
      .meta({
        title: 'Statement',
        description: 'One SQL statement, with `$1`, `$2` (PostgreSQL) or `?` (MySQL) where values belong.',
        ui: {
          control: 'code',
          language: 'sql',
          rows: 6,
          placeholder: 'SELECT id, total FROM orders WHERE email = $1',
        },
      }),
    parameters: z
      .array(z.json())
      .max(1_000)
      .default([])
      .meta({
        title: 'Values',
        description: 'Values for `$1`, `$2` or `?` in their order; they never become part of the statement.',
        ui: { control: 'list', placeholder: '{{ trigger.email }}' },
      }),
    mode: z
      .enum(['rows', 'single', 'execute'])
      .default('rows')
      .meta({
        title: 'Answer',
        description: 'All rows, only the first one as `row`, or only how many rows there were.',
        ui: { control: 'select', labels: { rows: 'All rows', single: 'First row', execute: 'Only the count' } },
      }),
    readOnly: z
      .boolean()
      .default(true)
      .meta({
        title: 'Only read',
        description: 'The database refuses every change. Turn it off for INSERT, UPDATE and the like.',
        ui: { control: 'toggle' },
      }),
    maxRows: z
      .preprocess(whole, z.number().int().min(1).max(10_000))
      .default(1_000)
      .meta({
        title: 'Rows at most',
        description: 'Further rows are left out, and `truncated` is true.',
        ui: { control: 'number', advanced: true },
      }),
    timeoutMs: z
      .preprocess(whole, z.number().int().min(100).max(600_000))
      .default(30_000)
      .meta({
        title: 'Timeout (ms)',
        description: 'Milliseconds after which the database stops the statement.',
        ui: { control: 'number', advanced: true },
      }),
  }),
  rawParams: ['query'],
  output: z.object({
    rows: z.array(z.record(z.string(), z.json())),
    row: z.record(z.string(), z.json()).nullable(),
    rowCount: z.number(),
    fields: z.array(z.object({ name: z.string(), type: z.string() })),
    truncated: z.boolean(),
  }),
  summary: '{{query}}',
  traits: { ignoresInput: true, effect: 'write' },
  timeoutMs: 660_000,
  credentials: [{ id: 'account', title: 'Database', types: ['postgres', 'mysql'], required: true }],
});
