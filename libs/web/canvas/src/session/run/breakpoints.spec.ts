import { memoryStore } from '../ports/key-value-store';
import { Breakpoints } from './breakpoints';

const nodes = new Map([
  ['a', 1],
  ['b', 2],
]);

function made(store = memoryStore()) {
  const breakpoints = new Breakpoints(store, () => nodes);
  breakpoints.open('w');
  return { breakpoints, store };
}

it('are set on several nodes at once, and taken away when all have one', () => {
  const { breakpoints } = made();
  expect(breakpoints.toggle(['a'])).toBe(true);
  expect(breakpoints.toggle(['a', 'b'])).toBe(true);
  expect([breakpoints.has('a'), breakpoints.ids()]).toEqual([true, ['a', 'b']]);
  expect(breakpoints.toggle(['a', 'b'])).toBe(false);
  expect(breakpoints.all().size).toBe(0);
});

it('are kept for each workflow in this browser', () => {
  const { breakpoints, store } = made();
  breakpoints.toggle(['a']);
  expect(made(store).breakpoints.ids()).toEqual(['a']);
  breakpoints.open('other');
  expect(breakpoints.ids()).toEqual([]);
  breakpoints.open('w');
  breakpoints.toggle(['a']);
  expect(store.getItem('millrace.breakpoints.w')).toBeNull();
});

it('count for nodes that are there only', () => {
  const { breakpoints } = made();
  breakpoints.toggle(['gone', 'b']);
  expect([breakpoints.ids(), breakpoints.has('gone')]).toEqual([['b'], true]);
});

it('hold for the page when they cannot be kept, and are none when what was kept cannot be read', () => {
  const full = new Breakpoints(
    {
      ...memoryStore(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    },
    () => nodes,
  );
  full.open('w');
  full.toggle(['a']);
  expect(full.ids()).toEqual(['a']);
  const store = memoryStore();
  for (const text of ['{', '{}', '[1]']) {
    store.setItem('millrace.breakpoints.w', text);
    expect(made(store).breakpoints.ids()).toEqual([]);
  }
  full.open(undefined);
  expect(full.toggle(['a'])).toBe(true);
});
