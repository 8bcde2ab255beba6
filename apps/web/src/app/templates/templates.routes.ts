import type { Routes } from '@angular/router';

/** Below `/templates`: the gallery of examples, and one of them. */
export const templatesRoutes: Routes = [
  { path: '', title: 'Templates', loadComponent: async () => (await import('./templates-page')).TemplatesPage },
  { path: ':templateId', title: 'Template', loadComponent: async () => (await import('./template-page')).TemplatePage },
];
