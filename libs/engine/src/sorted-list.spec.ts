import fc from 'fast-check';
import { SortedList, ascending } from './sorted-list';

describe('SortedList', () => {
  it('keeps distinct items in order, whatever is added and deleted', () => {
    const step = fc.record({ add: fc.boolean(), item: fc.integer({ min: 0, max: 30 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const list = new SortedList<number>(ascending);
        const set = new Set<number>();
        for (const { add, item } of steps) {
          if (add) list.add(item);
          else list.delete(item);
          if (add) set.add(item);
          else set.delete(item);
        }
        expect([...list]).toEqual([...set].sort(ascending));
        expect(list.size).toBe(set.size);
      }),
    );
  });

  it('gives the first items and takes the first one out', () => {
    const list = new SortedList<number>(ascending);
    for (const item of [3, 1, 2]) list.add(item);

    expect(list.first(2)).toEqual([1, 2]);
    expect(list.first(Infinity)).toEqual([1, 2, 3]);
    expect(list.shift()).toBe(1);
    expect([...list]).toEqual([2, 3]);
    expect(new SortedList<number>(ascending).shift()).toBeUndefined();
  });
});
