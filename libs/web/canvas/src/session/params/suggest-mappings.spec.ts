import type { Json } from '@millrace/workflow-model';
import { type EmptyParam, type MappingSource, suggestMappings } from './suggest-mappings';

const param = (name: string, more: Partial<EmptyParam> = {}): EmptyParam => ({
  name,
  title: name,
  types: ['string'],
  ...more,
});
const source = (root: string, sample: Json, distance = 1): MappingSource => ({ root, sample, distance });

/** The path that is suggested for a param. */
function pathFor(empty: EmptyParam, ...sources: readonly MappingSource[]): string | undefined {
  return suggestMappings([empty], sources)[0]?.path;
}

describe('what fits an empty param', () => {
  const order = source('Order', {
    id: 7,
    customer: { email: 'ada@example.com', fullName: 'Ada' },
    'delivery day': 'Monday',
    link: 'https://a.io/7',
    total: 12.5,
    items: [{ sku: 'x' }],
  });

  it.each<[string, EmptyParam, string | undefined]>([
    ['the same name', param('id'), 'Order.id'],
    ['the same words in another spelling', param('full_name'), 'Order.customer.fullName'],
    ['words over two keys', param('customerEmail'), 'Order.customer.email'],
    ['its title', param('who', { title: 'Full name' }), 'Order.customer.fullName'],
    ['another word for the same', param('url'), 'Order.link'],
    ['the look that its format asks for', param('target', { format: 'uri' }), 'Order.link'],
    ['a key that is no name', param('deliveryDay'), 'Order["delivery day"]'],
    ['a number', param('total', { types: ['number'] }), 'Order.total'],
    ['a list', param('items', { types: ['array'] }), 'Order.items'],
    ['some of its words', param('orderId'), 'Order.id'],
    ['nothing like it', param('colour'), undefined],
    ['the name, but another type', param('items'), undefined],
    ['the name, but no whole number', param('total', { types: ['integer'] }), undefined],
  ])('is found by %s', (_why, empty, path) => {
    expect(pathFor(empty, order)).toBe(path);
  });

  it('is rather near than far, and rather high than deep', () => {
    expect(pathFor(param('id'), source('Far', { id: 'a' }, 3), source('Near', { id: 'b' }))).toBe('Near.id');
    expect(pathFor(param('id'), source('A', { inner: { id: 1 }, id: 2 }))).toBe('A.id');
  });

  it('is named past the envelope of the result', () => {
    expect(pathFor(param('data'), source('A', { data: 'x' }))).toBe('A.data.data');
  });

  it('comes with what is there, for each param that has one', () => {
    expect(suggestMappings([param('id'), param('colour'), param('total')], [order])).toEqual([
      { name: 'id', path: 'Order.id', value: 7 },
      { name: 'total', path: 'Order.total', value: 12.5 },
    ]);
  });

  it('is not looked for in data without end', () => {
    const deep = { a: { a: { a: { a: { a: { a: { wanted: 1 } } } } } } };
    const wide = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`k${index}`, index]));
    expect(pathFor(param('wanted'), source('A', deep))).toBeUndefined();
    expect(pathFor(param('wanted'), source('A', { ...wide, wanted: 1 }))).toBeUndefined();
    expect(suggestMappings([param('id')], [source('A', null)])).toEqual([]);
  });
});
