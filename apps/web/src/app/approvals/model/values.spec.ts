import { changesBetween } from './value-changes';
import { valueLines } from './value-lines';

describe('changes between two values', () => {
  it('are told place by place', () => {
    const before = { a: 1, list: [{ x: 1 }, { x: 2 }], gone: true };
    const after = { a: 2, list: [{ x: 1 }, { x: 3 }], fresh: 'new' };
    expect(changesBetween(before, after)).toEqual([
      { path: 'a', before: 1, after: 2 },
      { path: 'list[1].x', before: 2, after: 3 },
      { path: 'gone', before: true },
      { path: 'fresh', after: 'new' },
    ]);
  });

  it('take a list of another length, and another type, as a whole', () => {
    expect(changesBetween({ list: [1] }, { list: [1, 2] })).toEqual([{ path: 'list', before: [1], after: [1, 2] }]);
    expect(changesBetween('a', { a: 1 })).toEqual([{ path: '', before: 'a', after: { a: 1 } }]);
  });

  it('are none between equal values', () => {
    expect(changesBetween({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
  });
});

describe('data to read', () => {
  it('has plain values first, small lists as tables, JSON for the rest', () => {
    const lines = valueLines({ lines: [{ item: 'Paper', count: 2 }, { item: 'Ink' }], deep: { a: { b: 1 } }, sum: 12 });
    expect(lines).toEqual([
      { name: 'sum', kind: 'text', text: '12' },
      {
        name: 'lines',
        kind: 'table',
        columns: ['item', 'count'],
        rows: [
          ['Paper', '2'],
          ['Ink', '–'],
        ],
      },
      { name: 'deep', kind: 'json', text: JSON.stringify({ a: { b: 1 } }, null, 2) },
    ]);
  });

  it('is JSON when a list is too wide, too long or not plain', () => {
    const wide = [{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }];
    const long = Array.from({ length: 51 }, () => ({ a: 1 }));
    const deep = [{ a: { b: 1 } }];
    expect(valueLines({ wide, long, deep })?.map(({ kind }) => kind)).toEqual(['json', 'json', 'json']);
    expect(valueLines([1, 2])).toBeUndefined();
    expect(valueLines('text')).toBeUndefined();
  });
});
