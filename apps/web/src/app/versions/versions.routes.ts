import type { Routes } from '@angular/router';

/** Below `/workflows/:workflowId/versions`: the history of one workflow. */
export const workflowVersionsRoutes: Routes = [
  { path: '', title: 'Versions', loadComponent: async () => (await import('./versions-page')).VersionsPage },
];
