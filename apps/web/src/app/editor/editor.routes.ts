import type { Routes } from '@angular/router';

/** Below `/workflows/:workflowId`: the editor, with its tabs. */
export const editorRoutes: Routes = [
  {
    path: '',
    title: 'Editor',
    loadComponent: async () => (await import('./editor-placeholder')).EditorPlaceholder,
  },
];
