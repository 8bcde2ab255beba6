import type { Routes } from '@angular/router';

/** Below `/workflows/:workflowId/tests`: the tests of one workflow. */
export const workflowTestsRoutes: Routes = [
  { path: '', title: 'Tests', loadComponent: async () => (await import('./tests-page')).TestsPage },
];
