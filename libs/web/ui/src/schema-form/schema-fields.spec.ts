import { schemaFields } from './schema-fields';

const kinds = (schema: unknown, value?: unknown): Record<string, string> =>
  Object.fromEntries((schemaFields(schema, value) ?? []).map(({ name, kind }) => [name, kind]));

describe('fields of a schema', () => {
  it('are written with what fits their type', () => {
    const properties = {
      name: { type: 'string' },
      text: { type: 'string', maxLength: 4_000 },
      day: { type: 'string', format: 'date' },
      at: { type: 'string', format: 'date-time' },
      amount: { type: 'number' },
      count: { type: 'integer' },
      paid: { type: 'boolean' },
      level: { enum: ['low', 'high'] },
      tags: { type: 'array', items: { type: 'string' } },
      any: {},
      maybe: { type: ['string', 'null'] },
      both: { type: ['string', 'number'] },
    };
    expect(kinds({ type: 'object', properties })).toEqual({
      name: 'text',
      text: 'long-text',
      day: 'date',
      at: 'date-time',
      amount: 'number',
      count: 'integer',
      paid: 'boolean',
      level: 'choice',
      tags: 'json',
      any: 'json',
      maybe: 'text',
      both: 'json',
    });
  });

  it('have names that people read, and say which must be there', () => {
    const [due, id] =
      schemaFields({
        type: 'object',
        required: ['dueDate'],
        properties: {
          dueDate: { type: 'string' },
          id: { type: 'string', title: 'Number', description: 'As printed.' },
        },
      }) ?? [];
    expect(due).toMatchObject({ title: 'Due date', required: true });
    expect(id).toEqual({ name: 'id', title: 'Number', help: 'As printed.', kind: 'text', required: false });
  });

  it('stand inside one another, but not without end', () => {
    const leaf = { type: 'object', properties: { x: { type: 'string' } } };
    const within = (inner: unknown) => ({ type: 'object', properties: { in: inner } });
    const [first] = schemaFields(within(within(within(leaf)))) ?? [];
    const [second] = first?.fields ?? [];
    const [third] = second?.fields ?? [];
    expect([first?.kind, second?.kind, third?.kind]).toEqual(['object', 'object', 'json']);
  });
});

describe('a value without a schema', () => {
  it('stands for itself', () => {
    const value = { customer: 'Ada', total: 12, paid: false, lines: [1], address: { city: 'Ulm' }, note: 'a\nb' };
    expect(kinds(null, value)).toEqual({
      customer: 'text',
      total: 'number',
      paid: 'boolean',
      lines: 'json',
      address: 'object',
      note: 'long-text',
    });
  });

  it.each([[[1, 2]], ['text'], [null], [{}], [undefined]])('is no form when it is %j', (value) => {
    expect(schemaFields(null, value)).toBeUndefined();
  });
});

it('a schema of something else than an object is no form', () => {
  expect(schemaFields({ type: 'array', properties: undefined }, [1])).toBeUndefined();
  expect(schemaFields({ type: 'string' }, 'x')).toBeUndefined();
  expect(schemaFields(true, { a: 1 })).toBeUndefined();
});
