import { inject, signal } from '@angular/core';
import { Permissions } from '@millrace/web-api';
import type { IconName } from '@millrace/web-ui/base';
import type { Command, CommandSource } from './command';
import type { SettingsEntry } from '../../settings/settings-entries';
import { PaletteOpener } from './palette-opener';

/** Path, label, icon and other words of every page outside the settings. */
const PAGES: readonly (readonly [path: string, label: string, icon: IconName, ...keywords: string[]])[] = [
  ['/workflows', 'Workflows', 'workflow', 'home', 'list'],
  ['/runs', 'Runs', 'activity', 'executions', 'history', 'log'],
  ['/approvals', 'Approvals', 'inbox', 'inbox', 'decide', 'reject'],
  ['/schedules', 'Schedules', 'clock', 'cron', 'timer', 'triggers', 'backfill'],
  ['/templates', 'Templates', 'layout-template', 'examples', 'gallery'],
  ['/credentials', 'Credentials', 'key-round', 'accounts', 'secrets', 'tokens', 'api keys'],
];

/** The pages of the product, without settings that the person may not see. */
export function pageCommands(): CommandSource {
  const palette = inject(PaletteOpener);
  const permissions = inject(Permissions);
  const settings = settingsWhenWanted();
  const command = (path: string, label: string, icon: IconName, keywords: readonly string[]): Command => ({
    id: path,
    label,
    icon,
    keywords,
    run: () => palette.go(path),
  });
  return {
    id: 'pages',
    heading: 'Pages',
    commands: () => [
      ...PAGES.map(([path, label, icon, ...keywords]) => command(path, label, icon, keywords)),
      ...settings()
        .filter(({ permission }) => permission === undefined || permissions.has(permission))
        .map(({ path, label, icon, keywords }) => command(`/settings/${path}`, label, icon, ['settings', ...keywords])),
    ],
  };
}

/** The pages of the settings, which are loaded when the palette asks for them first. */
function settingsWhenWanted(): () => readonly SettingsEntry[] {
  const loaded = signal<readonly SettingsEntry[]>([]);
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      import('../../settings/settings-entries').then(
        ({ SETTINGS }) => loaded.set(SETTINGS),
        () => (isAsked = false),
      );
    }
    return loaded();
  };
}
