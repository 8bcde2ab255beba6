import { formSchema } from './form-schema';
import type { Json } from './json';
import { outputSchemaOf } from './output-schema';

it('says what each kind of field gives', () => {
  const fields: Json = [
    { name: 'email', label: 'Address', kind: 'email', required: true },
    { name: 'count', kind: 'number' },
    { name: 'sum', kind: 'number', required: true },
    { name: 'terms', kind: 'checkbox' },
    { name: 'tags', kind: 'multi', options: ['a', 'b'] },
    { name: 'bill', kind: 'file' },
    { name: 'bills', kind: 'file', multiple: true },
    { name: 'plain' },
  ];
  const schema = formSchema(fields);
  expect(schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: ['email', 'count', 'sum', 'terms', 'tags', 'bill', 'bills', 'plain'],
    properties: {
      email: { type: 'string', title: 'Address' },
      count: { type: ['number', 'null'] },
      sum: { type: 'number' },
      terms: { type: 'boolean' },
      tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
      bill: { type: ['object', 'null'], properties: { fileName: {}, mimeType: {}, bytes: {}, base64: {} } },
      bills: { type: 'array', items: { type: 'object' } },
      plain: { type: 'string' },
    },
  });
});

it.each<[string, Json | undefined]>([
  ['there are none', undefined],
  ['none has a name yet', [{ kind: 'text' }, 'odd', null, { name: '' }]],
  ['they are worked out during the run', { $expr: 'trigger.fields' }],
  ['a name is', [{ name: 'a' }, { name: '{{ trigger.name }}' }]],
])('says nothing when %s', (_why, fields) => {
  expect(formSchema(fields)).toBeUndefined();
});

it('is the output of a node whose param holds the fields of a form', () => {
  const paramsSchema = { type: 'object', properties: { title: {}, fields: { ui: { describes: 'form' } } } };
  expect(outputSchemaOf({ paramsSchema }, { config: { fields: [{ name: 'a' }] } })).toEqual(
    formSchema([{ name: 'a' }]),
  );
  expect(outputSchemaOf({ paramsSchema }, { config: {} })).toBeUndefined();
});
