import type { CanDeactivateFn, Routes } from '@angular/router';
import type { EditorFrame } from './editor-frame';

const mayLeave: CanDeactivateFn<EditorFrame> = (frame) => frame.mayLeave();

/** Below `/workflows/:workflowId`: the editor, with its tabs. */
export const editorRoutes: Routes = [
  {
    path: '',
    loadComponent: async () => (await import('./editor-frame')).EditorFrame,
    canDeactivate: [mayLeave],
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
      { path: 'tests', loadChildren: async () => (await import('../tests/tests.routes')).workflowTestsRoutes },
      { path: 'runs', loadChildren: async () => (await import('../runs/runs.routes')).workflowRunsRoutes },
    ],
  },
];
