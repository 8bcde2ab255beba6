import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { refineMerge } from './merge-params';

const inModes = (...modes: string[]) => ({ param: 'mode', is: modes });

export const mergeDefinition = defineNode({
  type: 'merge',
  version: 1,
  title: 'Merge',
  description: 'Waits for several branches and makes one value of them: one object, one list, or a join by key.',
  category: 'logic',
  aliases: ['join'],
  keywords: ['join', 'combine', 'append', 'union', 'wait', 'gather', 'zip', 'fan-in'],
  inputs: [{ id: 'main', description: 'Every branch that is to be merged.' }],
  outputs: [{ id: 'main' }],
  params: z
    .object({
      mode: z
        .enum(['objects', 'append', 'by-key', 'by-position', 'combinations', 'choose'])
        .default('objects')
        .meta({
          title: 'Mode',
          description: 'What is made of the branches.',
          ui: {
            control: 'select',
            labels: {
              objects: 'One object of all fields',
              append: 'One list, one branch after the other',
              'by-key': 'Join lists where fields are equal',
              'by-position': 'Join lists element by element',
              combinations: 'Every combination of list elements',
              choose: 'One of the branches',
            },
          },
        }),
      order: z
        .array(z.string().min(1))
        .max(100)
        .default([])
        .meta({
          title: 'Order of branches',
          description:
            'Names of parent nodes that come first, in this order. The others follow in the order of their edges.',
          ui: { control: 'list', advanced: true },
        }),
      listPath: z
        .string()
        .max(500)
        .optional()
        .meta({
          title: 'List inside each branch',
          description: 'Path of the list in what a branch brings, such as `data.items`; the value itself when empty.',
          ui: { control: 'text', showWhen: inModes('append', 'by-key', 'by-position', 'combinations') },
        }),
      depth: z
        .enum(['shallow', 'deep'])
        .default('shallow')
        .meta({
          title: 'Depth',
          description: 'Whether objects inside objects are merged too, or replaced as a whole.',
          ui: {
            control: 'select',
            labels: { shallow: 'Only the outer fields', deep: 'Objects inside objects too' },
            showWhen: inModes('objects', 'by-key', 'by-position', 'combinations'),
          },
        }),
      arrays: z
        .enum(['replace', 'append', 'by-position'])
        .default('replace')
        .meta({
          title: 'Lists in deep merges',
          description: 'What happens when both sides hold a list under the same field.',
          ui: {
            control: 'select',
            labels: {
              replace: 'One replaces the other',
              append: 'One after the other',
              'by-position': 'Element by element',
            },
            showWhen: { param: 'depth', is: ['deep'] },
            advanced: true,
          },
        }),
      prefer: z
        .enum(['last', 'first', 'keep-both'])
        .default('last')
        .meta({
          title: 'When fields clash',
          description: 'Which branch wins when several have the same field.',
          ui: {
            control: 'select',
            labels: {
              last: 'The later branch',
              first: 'The earlier branch',
              'keep-both': 'Keep both, numbered by branch',
            },
            showWhen: inModes('objects', 'by-key', 'by-position', 'combinations'),
          },
        }),
      join: z
        .enum(['inner', 'left', 'right', 'outer', 'unmatched'])
        .default('inner')
        .meta({
          title: 'Keep',
          description: 'Which elements of a join by key are kept.',
          ui: {
            control: 'select',
            labels: {
              inner: 'Only pairs',
              left: 'All of the first branch',
              right: 'All of the second branch',
              outer: 'Everything',
              unmatched: 'Only what has no partner',
            },
            showWhen: inModes('by-key'),
          },
        }),
      keys: z
        .array(
          z.union([
            z.string().min(1),
            z.object({
              left: z.string().min(1).meta({ title: 'Field of the first branch' }),
              right: z.string().min(1).meta({ title: 'Field of the other branch' }),
            }),
          ]),
        )
        .max(20)
        .default([])
        .meta({
          title: 'Fields that must be equal',
          description: 'Paths of fields; `{ "left": "id", "right": "customerId" }` where they have different names.',
          ui: { control: 'list', showWhen: inModes('by-key') },
        }),
      matches: z
        .enum(['all', 'first'])
        .default('all')
        .meta({
          title: 'Several partners',
          description: 'Whether an element is joined with every partner or only with the first.',
          ui: {
            control: 'select',
            labels: { all: 'Join with every partner', first: 'Join with the first' },
            showWhen: inModes('by-key'),
            advanced: true,
          },
        }),
      looseTypes: z
        .boolean()
        .default(false)
        .meta({
          title: 'Loose types',
          description: 'Whether the keys `5` and `"5"` count as equal.',
          ui: { control: 'toggle', showWhen: inModes('by-key'), advanced: true },
        }),
      unpaired: z
        .enum(['drop', 'keep'])
        .default('drop')
        .meta({
          title: 'Elements without partner',
          description: 'What happens to the rest of the longer list when lists are joined element by element.',
          ui: {
            control: 'select',
            labels: { drop: 'Leave them out', keep: 'Keep them' },
            showWhen: inModes('by-position'),
          },
        }),
      branch: z
        .union([z.string(), z.number().int().min(1)])
        .default('first')
        .meta({
          title: 'Branch',
          description: '`first`, `last`, the name of a parent node, or the number of the branch counted from 1.',
          ui: { control: 'text', showWhen: inModes('choose') },
        }),
    })
    .superRefine(refineMerge),
  summary: '{{mode}}',
  traits: { pure: true, joins: 'all' },
});
