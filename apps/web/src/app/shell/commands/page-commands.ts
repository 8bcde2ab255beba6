import { inject } from '@angular/core';
import type { IconName } from '@millrace/web-ui';
import type { Command, CommandSource } from './command';
import { PaletteOpener } from './palette-opener';

/** Path, label, icon and other words of every page. */
const PAGES: readonly (readonly [path: string, label: string, icon: IconName, ...keywords: string[]])[] = [
  ['/workflows', 'Workflows', 'workflow', 'home', 'list'],
  ['/runs', 'Runs', 'activity', 'executions', 'history', 'log'],
  ['/templates', 'Templates', 'layout-template', 'examples', 'gallery'],
  ['/settings/profile', 'Profile', 'circle-user', 'settings', 'account'],
  ['/settings/appearance', 'Appearance', 'palette', 'settings', 'theme', 'dark'],
  ['/settings/shortcuts', 'Shortcuts', 'keyboard', 'settings', 'keys'],
  ['/settings/api', 'API', 'code-xml', 'settings', 'graphql', 'rest', 'docs'],
  ['/settings/about', 'About', 'info', 'settings', 'version', 'licence'],
];

/** The pages of the product. */
export function pageCommands(): CommandSource {
  const palette = inject(PaletteOpener);
  const commands: readonly Command[] = PAGES.map(([path, label, icon, ...keywords]) => ({
    id: path,
    label,
    icon,
    keywords,
    run: () => palette.go(path),
  }));
  return { id: 'pages', heading: 'Pages', commands: () => commands };
}
