import { described, retyped, rowOf, rowsOfSchema, schemaOfRows } from './schema-rows';

const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    name: { type: 'string', description: 'Full name' },
    tags: { type: 'array', items: { type: 'string' } },
    address: { type: 'object', properties: { city: { type: 'string' } } },
  },
  required: ['name'],
};

it('reads properties as rows and writes them back unchanged', () => {
  const rows = rowsOfSchema(schema) ?? [];
  expect(rows.map(({ name, type, required }) => [name, type, required])).toEqual([
    ['name', 'string', true],
    ['tags', 'strings', false],
    ['address', 'other', false],
  ]);
  expect(schemaOfRows(rows, schema)).toEqual(schema);
});

it('leaves what rows cannot show to the editor of JSON', () => {
  expect(rowsOfSchema({ type: 'array' })).toBeUndefined();
  expect(rowsOfSchema({ anyOf: [] })).toBeUndefined();
  expect(rowsOfSchema('no JSON')).toBeUndefined();
  expect(rowsOfSchema(undefined)).toEqual([]);
});

it('changes type and meaning of a row', () => {
  const row = described(retyped(rowOf('n', { type: 'string', description: 'a' }, true), 'integer'), 'How many');
  expect(row.schema).toEqual({ type: 'integer', description: 'How many' });
  expect(described(row, '').schema).toEqual({ type: 'integer' });
  expect(retyped(row, 'other')).toBe(row);
});

it('writes nothing when there are no rows, and leaves rows without a name out', () => {
  expect(schemaOfRows([], undefined)).toBeUndefined();
  expect(schemaOfRows([], schema)).toEqual({ type: 'object', additionalProperties: false, properties: {} });
  expect(schemaOfRows([rowOf('', undefined, true), rowOf('a', { type: 'string' }, false)], undefined)).toEqual({
    type: 'object',
    properties: { a: { type: 'string' } },
  });
});
