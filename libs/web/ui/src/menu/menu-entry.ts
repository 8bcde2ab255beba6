import type { IconName } from '../icons/names';

/** Something a menu offers. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  /** Its shortcut, shown at the right: `Mod+D`. */
  readonly keys?: string;
  /** Shown at the right in words: a count, a state. */
  readonly hint?: string;
  readonly disabled?: boolean;
  /** Below the label: why it is disabled. */
  readonly why?: string | undefined;
  /** Destroys something. */
  readonly danger?: boolean;
  /** For choices and toggles: whether it holds. */
  readonly checked?: boolean;
  readonly run?: () => void;
  /** A menu beside it, instead of `run`. */
  readonly children?: readonly MenuEntry[];
}

/** A line of a menu: an item, a divider, or the heading of what follows. */
export type MenuEntry = MenuItem | 'divider' | { readonly heading: string };

/** The entry as an item; undefined for dividers and headings. */
export function itemOf(entry: MenuEntry | undefined): MenuItem | undefined {
  return entry === undefined || entry === 'divider' || 'heading' in entry ? undefined : entry;
}

/** The heading of the entry, if it is one. */
export function headingOf(entry: MenuEntry): string | undefined {
  return entry !== 'divider' && 'heading' in entry ? entry.heading : undefined;
}
