import type { Routes } from '@angular/router';

/** Below `/runs`: the list of all runs, and one run. */
export const runsRoutes: Routes = [
  { path: '', title: 'Runs', loadComponent: async () => (await import('./runs-placeholder')).RunsPlaceholder },
  {
    path: ':executionId',
    title: 'Run',
    loadComponent: async () => (await import('./runs-placeholder')).RunsPlaceholder,
  },
];
