import type { Routes } from '@angular/router';

/** Below `/workflows/:workflowId`: the editor, with its tabs. */
export const editorRoutes: Routes = [
  {
    path: '',
    loadComponent: async () => (await import('./editor-frame')).EditorFrame,
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Editor',
        loadComponent: async () => (await import('./editor-page')).EditorPage,
      },
      {
        path: 'versions',
        loadChildren: async () => (await import('../versions/versions.routes')).workflowVersionsRoutes,
      },
      { path: 'runs', loadChildren: async () => (await import('../runs/runs.routes')).workflowRunsRoutes },
    ],
  },
];
