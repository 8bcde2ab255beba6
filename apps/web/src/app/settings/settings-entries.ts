import type { Type } from '@angular/core';
import type { IconName } from '@millrace/web-ui';

/** A page of the settings. Adding one is adding a row to {@link SETTINGS}: routes, navigation and palette follow. */
export interface SettingsEntry {
  /** Below `/settings`. */
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** Under which heading of the navigation it stands. */
  readonly group: SettingsGroup;
  /** Shown only to those who have it, such as `workspace:read`; to everybody without one. */
  readonly permission?: string;
  /** Other words by which people look for it. */
  readonly keywords: readonly string[];
  readonly load: () => Promise<Type<unknown>>;
}

/** Headings of the navigation, in their order. */
export const SETTINGS_GROUPS = ['You', 'Workspace', 'Server'] as const;
export type SettingsGroup = (typeof SETTINGS_GROUPS)[number];

/** Every page of the settings; the first is where `/settings` leads. */
export const SETTINGS: readonly SettingsEntry[] = [
  {
    path: 'profile',
    label: 'Profile',
    icon: 'circle-user',
    group: 'You',
    keywords: ['account', 'name', 'e-mail'],
    load: async () => (await import('./profile-settings')).ProfileSettings,
  },
  {
    path: 'appearance',
    label: 'Appearance',
    icon: 'palette',
    group: 'You',
    keywords: ['theme', 'dark', 'light'],
    load: async () => (await import('./appearance-settings')).AppearanceSettings,
  },
  {
    path: 'shortcuts',
    label: 'Shortcuts',
    icon: 'keyboard',
    group: 'You',
    keywords: ['keys'],
    load: async () => (await import('./shortcut-settings')).ShortcutSettings,
  },
  {
    path: 'api',
    label: 'API',
    icon: 'code-xml',
    group: 'Server',
    keywords: ['graphql', 'rest', 'docs'],
    load: async () => (await import('./api-settings')).ApiSettings,
  },
  {
    path: 'about',
    label: 'About',
    icon: 'info',
    group: 'Server',
    keywords: ['version', 'licence'],
    load: async () => (await import('./about-settings')).AboutSettings,
  },
];

/** The entries under their headings, without those that somebody may not see; empty groups are left out. */
export function settingsGroups(
  entries: readonly SettingsEntry[],
  may: (permission: string) => boolean,
): readonly { readonly heading: SettingsGroup; readonly entries: readonly SettingsEntry[] }[] {
  const seen = entries.filter(({ permission }) => permission === undefined || may(permission));
  return SETTINGS_GROUPS.map((heading) => ({
    heading,
    entries: seen.filter(({ group }) => group === heading),
  })).filter((group) => group.entries.length > 0);
}
