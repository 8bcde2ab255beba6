import type { Routes } from '@angular/router';

/** Below `/runs`: the list of all runs, one run, and two side by side. */
export const runsRoutes: Routes = [
  { path: '', title: 'Runs', loadComponent: async () => (await import('./list/runs-page')).RunsPage },
  { path: ':executionId', title: 'Run', loadComponent: async () => (await import('./view/run-page')).RunPage },
  {
    path: ':executionId/compare/:otherId',
    title: 'Compare runs',
    loadComponent: async () => (await import('./compare/compare-page')).ComparePage,
  },
];

/** Below `/workflows/:workflowId/runs`: the runs of one workflow. */
export const workflowRunsRoutes: Routes = [
  { path: '', title: 'Runs', loadComponent: async () => (await import('./list/runs-page')).RunsPage },
];
