import { groupsOf } from './shortcut-groups';

const shortcut = (id: string, label: string, group: string, keys = 'Mod+K') => ({
  id,
  label,
  group,
  keys: [keys],
  remapped: false,
});
const all = [
  shortcut('a', 'Search', 'Everywhere'),
  shortcut('b', 'Undo', 'Canvas', 'Mod+Z'),
  shortcut('c', 'Help', 'Everywhere', '?'),
];

it('groups shortcuts by their place, in the order in which they came', () => {
  expect(groupsOf(all).map(({ heading, shortcuts }) => [heading, shortcuts.map(({ id }) => id)])).toEqual([
    ['Everywhere', ['a', 'c']],
    ['Canvas', ['b']],
  ]);
});

it('finds them by label or keys', () => {
  expect(groupsOf(all, 'undo')).toHaveLength(1);
  expect(groupsOf(all, 'mod+z')[0]?.shortcuts[0]?.id).toBe('b');
  expect(groupsOf(all, 'nothing')).toEqual([]);
});
