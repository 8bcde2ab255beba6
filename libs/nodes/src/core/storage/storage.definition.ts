import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

const onlyFor = (...operations: string[]) => ({ param: 'operation', is: operations });

export const storageDefinition = defineNode({
  type: 'storage',
  version: 1,
  title: 'Storage',
  description: 'Writes, reads or deletes a value under a key; values outlive the run and belong to the workspace.',
  category: 'output',
  keywords: ['save', 'load', 'store', 'key-value', 'database', 'remember', 'state', 'static data'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The key with its value.' }],
  params: z.object({
    operation: z
      .enum(['write', 'read', 'delete'])
      .default('write')
      .meta({
        title: 'Operation',
        description: 'What is done with the key.',
        ui: { control: 'select', labels: { write: 'Write a value', read: 'Read the value', delete: 'Delete the key' } },
      }),
    key: z
      .preprocess(
        (key) => (typeof key === 'number' ? String(key) : key),
        z.string('Give a key.').trim().min(1, 'Give a key.').max(512),
      )
      .meta({
        title: 'Key',
        description: 'Name of the value, at most 512 characters; templates are filled in.',
        ui: { control: 'text', placeholder: 'orders/{{ trigger.id }}' },
      }),
    value: z
      .json()
      .optional()
      .meta({
        title: 'Value',
        description: 'What is written; the input when empty. At most 1 MiB of JSON.',
        ui: { control: 'json', showWhen: onlyFor('write') },
      }),
    defaultValue: z
      .json()
      .optional()
      .meta({
        title: 'Default',
        description: 'What a read gives when there is no such key; null when empty.',
        ui: { control: 'json', showWhen: onlyFor('read') },
      }),
    failWhenMissing: z
      .boolean()
      .default(false)
      .meta({
        title: 'Fail when the key is missing',
        description: 'Whether reading or deleting a key that does not exist fails the node.',
        ui: { control: 'toggle', showWhen: onlyFor('read', 'delete'), advanced: true },
      }),
  }),
  summary: '{{operation}} {{key}}',
  traits: { effect: 'write', readsWhen: { param: 'operation', is: ['read'] } },
});
