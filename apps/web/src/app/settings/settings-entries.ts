import type { Type } from '@angular/core';
import type { IconName } from '@millrace/web-ui/base';

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
  /** Holds a table, which takes more width than rows of settings. */
  readonly isWide?: boolean;
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
    path: 'account',
    label: 'Security',
    icon: 'shield',
    group: 'You',
    keywords: ['password', 'sessions', 'devices', 'sign out', 'confirm e-mail', 'linked accounts'],
    load: async () => (await import('./account/account-settings')).AccountSettings,
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
    path: 'workspace',
    label: 'General',
    icon: 'settings',
    group: 'Workspace',
    keywords: ['workspace', 'rename', 'leave', 'owner', 'transfer'],
    load: async () => (await import('./workspace/workspace-settings')).WorkspaceSettings,
  },
  {
    path: 'members',
    label: 'Members',
    icon: 'users',
    group: 'Workspace',
    permission: 'member:read',
    keywords: ['people', 'invite', 'invitation', 'roles', 'team'],
    load: async () => (await import('./members/members-settings')).MembersSettings,
  },
  {
    path: 'tokens',
    label: 'API tokens',
    icon: 'key-round',
    group: 'Workspace',
    keywords: ['api key', 'scopes', 'program', 'bearer'],
    load: async () => (await import('./tokens/token-settings')).TokenSettings,
  },
  {
    path: 'webhooks',
    label: 'Webhooks',
    icon: 'webhook',
    group: 'Workspace',
    permission: 'workspace:manage',
    keywords: ['notifications', 'events', 'outgoing', 'signature', 'deliveries', 'replay'],
    isWide: true,
    load: async () => (await import('./webhooks/webhook-settings')).WebhookSettings,
  },
  {
    path: 'storage',
    label: 'Storage',
    icon: 'database',
    group: 'Workspace',
    permission: 'workspace:manage',
    keywords: ['retention', 'space', 'old runs', 'delete', 'disk', 'cleanup', 'vacuum'],
    isWide: true,
    load: async () => (await import('./storage/storage-settings')).StorageSettings,
  },
  {
    path: 'queue',
    label: 'Queue',
    icon: 'layers',
    group: 'Workspace',
    permission: 'workspace:manage',
    keywords: ['workers', 'stuck', 'late', 'dead letters', 'jobs', 'throughput', 'load'],
    isWide: true,
    load: async () => (await import('./queue/queue-settings')).QueueSettings,
  },
  {
    path: 'audit',
    label: 'Audit log',
    icon: 'logs',
    group: 'Workspace',
    permission: 'audit:read',
    keywords: ['history', 'who', 'changes', 'export'],
    isWide: true,
    load: async () => (await import('./audit/audit-settings')).AuditSettings,
  },
  {
    path: 'instance',
    label: 'Instance',
    icon: 'server',
    group: 'Server',
    permission: 'workspace:manage',
    keywords: ['mail', 'single sign-on', 'oidc', 'vault', 'limits', 'setup'],
    load: async () => (await import('./instance/instance-settings')).InstanceSettings,
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
