import type { ListedShortcut } from '@millrace/web-ui';

/** Shortcuts under the heading of their place. */
export interface ShortcutGroup {
  readonly heading: string;
  readonly shortcuts: readonly ListedShortcut[];
}

/** Groups in the order in which they were registered, without those that do not match a search. */
export function groupsOf(listed: readonly ListedShortcut[], search = ''): readonly ShortcutGroup[] {
  const words = search.trim().toLowerCase();
  const matching = listed.filter(({ label, keys }) => `${label} ${keys.join(' ')}`.toLowerCase().includes(words));
  const groups = new Map<string, ListedShortcut[]>();
  for (const shortcut of matching) groups.set(shortcut.group, [...(groups.get(shortcut.group) ?? []), shortcut]);
  return [...groups].map(([heading, shortcuts]) => ({ heading, shortcuts }));
}
