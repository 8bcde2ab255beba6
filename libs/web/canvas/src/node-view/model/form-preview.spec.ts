import { fieldsOf } from './param-fields';
import { previewFields } from './form-preview';

it('draws fields as the page will, by their names where they have no label', () => {
  expect(
    previewFields([
      { name: 'email', label: 'Your address', kind: 'email', required: true, placeholder: 'ada@example.com' },
      { name: 'size', label: '', kind: 'select', options: ['S', 2] },
      { name: 'token', kind: 'hidden' },
      { label: '' },
      'text',
    ]),
  ).toEqual([
    { label: 'Your address', kind: 'email', required: true, options: [], placeholder: 'ada@example.com' },
    { label: 'size', kind: 'select', required: false, options: ['S', '2'] },
  ]);
  expect(previewFields('{{ fields }}')).toEqual([]);
});

it('a list of fields has a control of its own; other lists do not', () => {
  const element = (...names: string[]) => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  });
  const schema = {
    type: 'object',
    properties: {
      fields: {
        type: 'array',
        items: element('name', 'label', 'kind', 'options', 'required'),
        ui: { control: 'list' },
      },
      rows: { type: 'array', items: element('name', 'label'), ui: { control: 'list' } },
    },
  };
  expect(fieldsOf({ schema, root: schema }).map(({ control }) => control)).toEqual(['form-fields', 'list']);
});
