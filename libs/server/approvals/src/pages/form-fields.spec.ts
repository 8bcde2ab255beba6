import { fieldsHtml, fieldsIn, readFields } from './form-fields';
import { html } from './html';
import { instantText } from './instant-text';
import { payloadFields, payloadIn } from './schema-fields';

const read = (field: object, value: unknown) => {
  const { values, errors } = readFields(fieldsIn([{ name: 'x', ...field } as never]), { x: value });
  return errors['x'] ?? values['x'];
};

describe('what a form sends', () => {
  it.each<[object, unknown, unknown]>([
    [{}, 'a', 'a'],
    [{ kind: 'textarea' }, 'a\r\nb', 'a\nb'],
    [{ kind: 'number' }, '1.5', 1.5],
    [{ kind: 'number' }, '', null],
    [{ kind: 'number' }, 'many', 'Enter a number.'],
    [{ kind: 'email' }, ' ada@example.com ', 'ada@example.com'],
    [{ kind: 'email' }, 'ada', 'Enter an address such as ada@example.com.'],
    [{ kind: 'url' }, 'javascript:alert(1)', 'Enter an address that begins with https://.'],
    [{ kind: 'url' }, 'https://example.com/a', 'https://example.com/a'],
    [{ kind: 'date' }, '2026-02-29', 'Enter a date.'],
    [{ kind: 'date' }, '2028-02-29', '2028-02-29'],
    [{ kind: 'time' }, '24:00', 'Enter a time such as 09:30.'],
    [{ kind: 'select', options: ['a'] }, 'b', 'Choose from the list.'],
    [{ kind: 'multi', options: ['a', 'b'] }, ['b', 'b', 'a'], ['b', 'a']],
    [{ kind: 'multi', options: ['a'], required: true }, undefined, 'Choose at least one.'],
    [{ kind: 'checkbox' }, undefined, false],
    [{ kind: 'checkbox', required: true }, undefined, 'This has to be checked.'],
    [{ required: true }, '  ', 'This is needed.'],
    [{}, 'x'.repeat(1_001), 'At most 1000 characters.'],
    [{ kind: 'json' }, '{"a":1}', { a: 1 }],
  ])('%j: %j is read as %j', (field, value, expected) => {
    expect(read(field, value)).toEqual(expected);
  });

  it('holds nothing that the form does not ask for', () => {
    expect(readFields(fieldsIn([{ name: 'a' }, 'odd', { label: 'no name' }]), { a: '1', b: '2' }).values).toEqual({
      a: '1',
    });
    expect(readFields(fieldsIn([{ name: 'a' }]), 'text').values).toEqual({ a: '' });
  });
});

it.each<[object, string]>([
  [{ kind: 'email' }, '<input type="email"'],
  [{ kind: 'textarea' }, '<textarea'],
  [{ kind: 'select', options: ['a'] }, '<select'],
  [{ kind: 'checkbox' }, 'type="checkbox"'],
  [{ kind: 'radio', options: ['a', 'b'] }, 'type="radio" id="f1-0"'],
  [{ kind: 'multi', options: ['a', 'b'] }, 'type="checkbox" id="f1-0"'],
  [{ kind: 'file' }, '<input type="file"'],
])('the first field that is wrong has the focus: %j', (field, control) => {
  const fields = fieldsIn([{ name: 'fine' }, { name: 'x', required: true, ...field }, { name: 'y', required: true }]);
  const markup = fieldsHtml(fields, { reading: readFields(fields, {}) })
    .map(({ text }) => text)
    .join('');
  expect(markup.match(/ autofocus/g)).toHaveLength(1);
  const tag = markup.slice(markup.lastIndexOf('<', markup.indexOf(' autofocus')));
  expect(tag.replace(/\s+/g, ' ')).toContain(control);
  expect(fieldsHtml(fields).join('')).not.toContain('autofocus');
});

it('markup escapes everything but markup', () => {
  const evil = `"><script>'&`;
  const inner = html`<i>${evil}</i>`;
  expect(html`<b title="${evil}">${[evil, inner, null, false, 0]}</b>`.text).toBe(
    '<b title="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;<i>&quot;&gt;&lt;script&gt;&#39;&amp;</i>0</b>',
  );
  const markup = fieldsHtml(
    fieldsIn([{ name: 'a', label: evil, help: evil, kind: 'radio', options: [evil], value: evil }]),
  );
  expect(markup.map(({ text }) => text).join('')).not.toContain('<script');
});

describe('a form of a payload', () => {
  const schema = {
    type: 'object',
    properties: { a: { type: 'string', maxLength: 20 }, n: { type: 'integer' } },
    required: ['a'],
  };

  it('has a field for each plain property, and leaves out what was empty and stays so', () => {
    const fields = payloadFields({ a: 'x' }, schema);
    expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
      ['payload.a', 'text', true],
      ['payload.n', 'number', false],
    ]);
    expect(payloadIn(fields, readFields(fields, { 'payload.a': 'y', 'payload.n': '' }))).toEqual({ a: 'y' });
  });

  it('follows the payload where there is no schema, and keeps the kinds of its values', () => {
    const fields = payloadFields({ dueDate: 'today', n: 1, ok: true, text: 'a\nb' }, null);
    expect(fields.map(({ label, kind }) => [label, kind])).toEqual([
      ['Due date', 'text'],
      ['N', 'number'],
      ['Ok', 'checkbox'],
      ['Text', 'textarea'],
    ]);
    const sent = { 'payload.dueDate': 'now', 'payload.n': '2', 'payload.text': 'c' };
    expect(payloadIn(fields, readFields(fields, sent))).toEqual({ dueDate: 'now', n: 2, ok: false, text: 'c' });
  });

  it.each([
    [{ a: 'x', more: 1 }, schema],
    [{ a: null }, null],
    [{ a: [1] }, null],
    [{}, null],
    [[1], schema],
    [{ a: { deep: 1 } }, { properties: { a: { type: 'object' } } }],
    ['text', null],
  ])('is the JSON as a whole for %j', (payload, given) => {
    const fields = payloadFields(payload as never, given as never);
    expect(fields).toMatchObject([{ name: 'payload', kind: 'json' }]);
    expect(payloadIn(fields, readFields(fields, { payload: JSON.stringify(payload) }))).toEqual(payload);
  });
});

it('instants say their zone', () => {
  expect(instantText(new Date('2026-11-22T03:31:02Z'))).toBe('Sun, 22 Nov 2026, 03:31 UTC');
});
