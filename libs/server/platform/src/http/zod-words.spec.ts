import { z } from 'zod';
import { parseWith } from './zod-pipe';

const messageOf = (schema: z.ZodType, value: unknown): string => {
  try {
    parseWith(schema, value);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing is wrong';
};

describe('what was sent wrongly is said in our words', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['name: is missing', z.object({ name: z.string() }), {}],
    ['name: must be a text', z.object({ name: z.string() }), { name: 1 }],
    ['a.b.1: must be a number', z.object({ a: z.object({ b: z.array(z.number()) }) }), { a: { b: [1, 'x'] } }],
    ['a: must be an object', z.object({ a: z.record(z.string(), z.unknown()) }), { a: [] }],
    ['on: must be true or false', z.object({ on: z.boolean() }), { on: 'yes' }],
    ['first: must be 1 or more', z.object({ first: z.coerce.number().int().min(1) }), { first: '0' }],
    ['first: must be 9 or less', z.object({ first: z.coerce.number().int().max(9) }), { first: '10' }],
    ['first: must be a number', z.object({ first: z.coerce.number() }), { first: 'x' }],
    ['first: must be a whole number', z.object({ first: z.number().int() }), { first: 1.5 }],
    ['name: is empty', z.object({ name: z.string().min(1) }), { name: '' }],
    ['name: must have at least 3 characters', z.object({ name: z.string().min(3) }), { name: 'x' }],
    ['name: must have at most 3 characters', z.object({ name: z.string().max(3) }), { name: 'long' }],
    ['tags: must have at most 1 entries', z.object({ tags: z.array(z.string()).max(1) }), { tags: ['a', 'b'] }],
    ['mode: must be one of a, b', z.object({ mode: z.enum(['a', 'b']) }), { mode: 'c' }],
    ['kind: must be x', z.object({ kind: z.literal('x') }), { kind: 'y' }],
    ['id: is not an id', z.object({ id: z.uuid() }), { id: 'x' }],
    ['at: is not a time such as 2030-01-31T12:00:00Z', z.object({ at: z.iso.datetime() }), { at: 'x' }],
    ['has fields that nobody knows: x, y', z.strictObject({}), { x: 1, y: 2 }],
    ['v: has none of the forms that are allowed here', z.object({ v: z.union([z.string(), z.number()]) }), { v: true }],
    ['v: must be more than 1', z.object({ v: z.number().gt(1) }), { v: 1 }],
    ['v: must be a multiple of 5', z.object({ v: z.number().multipleOf(5) }), { v: 3 }],
  ])('%s', (words, schema, value) => expect(messageOf(schema, value)).toBe(words));

  it('and the words of the schema itself come first', () => {
    expect(messageOf(z.object({ name: z.string({ error: 'is not a name' }) }), {})).toBe('name: is not a name');
    expect(messageOf(z.object({ n: z.string().refine(() => false, 'is taken') }), { n: 'x' })).toBe('n: is taken');
  });
});
