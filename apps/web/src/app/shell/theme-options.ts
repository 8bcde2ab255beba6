import type { Option, ThemeChoice } from '@millrace/web-ui';

/** The themes, to choose from. */
export const THEME_OPTIONS: readonly Option<ThemeChoice>[] = [
  { value: 'system', label: 'System', icon: 'monitor' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
];
