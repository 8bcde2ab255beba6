import type { Routes } from '@angular/router';

/** Below `/credentials`: the accounts of the workspace. */
export const credentialsRoutes: Routes = [
  {
    path: '',
    title: 'Credentials',
    loadComponent: async () => (await import('./credentials-page')).CredentialsPage,
  },
];
