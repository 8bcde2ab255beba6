import type { Routes } from '@angular/router';

/** Below `/templates`: the gallery of examples. */
export const templatesRoutes: Routes = [
  {
    path: '',
    title: 'Templates',
    loadComponent: async () => (await import('./templates-placeholder')).TemplatesPlaceholder,
  },
];
