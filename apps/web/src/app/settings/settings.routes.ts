import type { Routes } from '@angular/router';

/** Below `/settings`. */
export const settingsRoutes: Routes = [
  {
    path: '',
    loadComponent: async () => (await import('./settings-page')).SettingsPage,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'profile' },
      {
        path: 'profile',
        title: 'Profile',
        loadComponent: async () => (await import('./profile-settings')).ProfileSettings,
      },
      {
        path: 'appearance',
        title: 'Appearance',
        loadComponent: async () => (await import('./appearance-settings')).AppearanceSettings,
      },
      {
        path: 'shortcuts',
        title: 'Shortcuts',
        loadComponent: async () => (await import('./shortcut-settings')).ShortcutSettings,
      },
      { path: 'api', title: 'API', loadComponent: async () => (await import('./api-settings')).ApiSettings },
      { path: 'about', title: 'About', loadComponent: async () => (await import('./about-settings')).AboutSettings },
    ],
  },
];
