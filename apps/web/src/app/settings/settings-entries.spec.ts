import { SETTINGS, settingsGroups, type SettingsEntry } from './settings-entries';
import { settingsRoutes } from './settings.routes';

const entry = (path: string, parts: Partial<SettingsEntry>): SettingsEntry => ({ ...SETTINGS[0]!, path, ...parts });

it('shows what everybody may see, and the rest to those who may', () => {
  const entries = [
    entry('profile', { group: 'You' }),
    entry('audit', { group: 'Workspace', permission: 'audit:read' }),
    entry('api', { group: 'Server' }),
  ];
  const shown = (may: boolean): string[] =>
    settingsGroups(entries, (permission) => may && permission === 'audit:read').map(({ heading }) => heading);
  expect(shown(true)).toEqual(['You', 'Workspace', 'Server']);
  expect(shown(false)).toEqual(['You', 'Server']);
});

it('every entry has a route of its own, and the first is where the settings begin', () => {
  const children = settingsRoutes[0]?.children ?? [];
  expect(children[0]).toMatchObject({ path: '', redirectTo: SETTINGS[0]?.path });
  expect(children.slice(1).map(({ path }) => path)).toEqual(SETTINGS.map(({ path }) => path));
  expect(new Set(SETTINGS.map(({ path }) => path)).size).toBe(SETTINGS.length);
});

it('every entry loads', async () => {
  for (const { load } of SETTINGS) expect(typeof (await load())).toBe('function');
});

it('guards the pages that need a permission', () => {
  const guarded = new Map(
    settingsRoutes[0]?.children?.map(({ path, canActivate }) => [path, canActivate?.length ?? 0]),
  );
  for (const { path, permission } of SETTINGS) expect(guarded.get(path)).toBe(permission === undefined ? 0 : 1);
});
