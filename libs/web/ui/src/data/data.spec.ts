import { isCelPath, pathText, templateText } from './data-path';
import { dataRows, typeOf, valueText, type RowSettings } from './data-rows';
import { cellOf, cellSteps, tableOf } from './data-table';
import { roughSize } from './data-viewer';

const settings = (rest: Partial<RowSettings> = {}): RowSettings => ({
  toggled: new Set(),
  openDepth: 2,
  query: '',
  mode: 'json',
  ...rest,
});
const names = (value: unknown, rest: Partial<RowSettings> = {}): string[] =>
  dataRows(value, settings(rest)).map(({ steps }) => steps.join('.'));
const invoices = { customer: { name: 'Ada' }, items: [{ total: 1 }, { total: 2, note: 'late' }], tags: ['a', 'b'] };

describe('paths', () => {
  it('are written as templates read them', () => {
    expect(pathText('Fetch.data', ['items', 0, 'due date', 'a"b'])).toBe('Fetch.data.items[0]["due date"]["a\\"b"]');
    expect(pathText('', ['items', 0])).toBe('items[0]');
    expect(templateText('Fetch.id')).toBe('{{ Fetch.id }}');
  });

  it('names with letters of any script need no quotes in templates, but do in CEL', () => {
    expect(pathText('Fetch', ['größe'])).toBe('Fetch.größe');
    expect([isCelPath('Fetch', ['size', 0]), isCelPath('Fetch', ['größe']), isCelPath('1Fetch', [])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('rows', () => {
  it('show the first levels open', () => {
    expect(names(invoices)).toEqual([
      'customer',
      'customer.name',
      'items',
      'items.0',
      'items.0.total',
      'items.1',
      'items.1.total',
      'items.1.note',
      'tags',
      'tags.0',
      'tags.1',
    ]);
  });

  it('a toggled row is the other way round', () => {
    expect(names({ a: { b: 1 } }, { toggled: new Set(['["a"]']) })).toEqual(['a']);
    expect(names({ a: { b: { c: { d: 1 } } } }, { toggled: new Set(['["a","b","c"]']) })).toContain('a.b.c.d');
  });

  it('a schema shows one item of a list, with the fields of all', () => {
    expect(names(invoices, { mode: 'schema', openDepth: 3 })).toEqual([
      'customer',
      'customer.name',
      'items',
      'items.0',
      'items.0.total',
      'items.0.note',
      'tags',
    ]);
  });

  it('a search shows what holds the text, and what leads there', () => {
    expect(names(invoices, { query: 'LATE' })).toEqual(['items', 'items.1', 'items.1.note']);
    expect(names(invoices, { query: 'name' })).toEqual(['customer', 'customer.name']);
    expect(names(invoices, { query: 'nowhere' })).toEqual([]);
  });

  it('a hundred thousand items are rows within a second', () => {
    const before = performance.now();
    expect(
      dataRows(
        Array.from({ length: 100_000 }, (_unused, index) => index),
        settings(),
      ),
    ).toHaveLength(100_000);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('values are told in one line', () => {
    expect([valueText([1]), valueText([]), valueText({ a: 1 }), valueText(null), valueText('x'.repeat(9), 4)]).toEqual([
      '1 item',
      '0 items',
      '1 field',
      'null',
      'xxxx…',
    ]);
    expect([typeOf([]), typeOf({}), typeOf(1), typeOf('a'), typeOf(true), typeOf(undefined)]).toEqual([
      'list',
      'object',
      'number',
      'text',
      'boolean',
      'null',
    ]);
  });
});

describe('table', () => {
  it('a list is its items, with every field a column', () => {
    const table = tableOf(invoices.items);
    expect(table.columns).toEqual(['total', 'note']);
    expect(cellOf(table, table.rows[1]?.item, 'note')).toBe('late');
    expect(cellSteps(table, invoices.items, 1, 'note')).toEqual([1, 'note']);
  });

  it('an object around one list is that list', () => {
    const table = tableOf({ items: [{ id: 1 }], total: 1 });
    expect([table.steps, table.columns]).toEqual([['items'], ['id']]);
    expect(cellSteps(table, { items: [{ id: 1 }] }, 0, 'id')).toEqual(['items', 0, 'id']);
  });

  it('any other object is one item, whose path has no index', () => {
    const table = tableOf(invoices.customer);
    expect([table.columns, table.rows.length]).toEqual([['name'], 1]);
    expect(cellSteps(table, invoices.customer, 0, 'name')).toEqual(['name']);
  });

  it('plain items stand in one column; nothing has none', () => {
    const table = tableOf(['a', 'b'], 'B');
    expect([table.columns, table.rows]).toEqual([['value'], [{ item: 'b', index: 1 }]]);
    expect(cellSteps(table, ['a', 'b'], 1, 'value')).toEqual([1]);
    expect(tableOf(null).rows).toEqual([]);
  });
});

it('the size of data is guessed without writing it', () => {
  expect(roughSize({ a: 'x'.repeat(1_000) })).toBeGreaterThan(1_000);
  expect(roughSize(Array.from({ length: 300_000 }, () => 1))).toBeGreaterThan(4_000_000);
});
