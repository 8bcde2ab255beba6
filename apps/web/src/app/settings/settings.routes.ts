import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Route, type Routes } from '@angular/router';
import { Permissions } from '@millrace/web-api';
import { SETTINGS, type SettingsEntry } from './settings-entries';

/** Below `/settings`: one route for each entry. */
export const settingsRoutes: Routes = [
  {
    path: '',
    loadComponent: async () => (await import('./settings-page')).SettingsPage,
    children: [{ path: '', pathMatch: 'full', redirectTo: SETTINGS[0]?.path ?? '' }, ...SETTINGS.map(routeOf)],
  },
];

function routeOf({ path, label, permission, isWide = false, load }: SettingsEntry): Route {
  return {
    path,
    title: label,
    data: { isWide },
    loadComponent: load,
    ...(permission === undefined ? {} : { canActivate: [needs(permission)] }),
  };
}

/** The server refuses anyway: this only spares people a page of refusals. */
function needs(permission: string): CanActivateFn {
  return async () => {
    const router = inject(Router);
    const permissions = inject(Permissions);
    await permissions.load();
    return permissions.has(permission) || router.createUrlTree(['/settings']);
  };
}
