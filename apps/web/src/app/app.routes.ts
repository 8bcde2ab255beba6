import type { Type } from '@angular/core';
import type { Routes } from '@angular/router';
import { LoadErrorPage } from './shell/load-error-page';
import { signedIn, signedOut } from './sign-in/session-guards';

const accountPage = async (): Promise<Type<unknown>> => (await import('./sign-in/account-page')).AccountPage;

/** Lazy, one folder an area. */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in',
    canActivate: [signedOut],
    data: { kind: 'sign-in' },
    loadComponent: accountPage,
  },
  {
    path: 'sign-up',
    title: 'Create an account',
    canActivate: [signedOut],
    data: { kind: 'sign-up' },
    loadComponent: accountPage,
  },
  {
    path: 'forgot-password',
    title: 'A new password',
    canActivate: [signedOut],
    loadComponent: async () => (await import('./sign-in/forgot-page')).ForgotPage,
  },
  {
    path: 'new-password/:token',
    title: 'A new password',
    loadComponent: async () => (await import('./sign-in/new-password-page')).NewPasswordPage,
  },
  {
    path: 'confirm-email/:token',
    title: 'Your e-mail address',
    loadComponent: async () => (await import('./sign-in/confirm-email-page')).ConfirmEmailPage,
  },
  {
    path: 'invitations/:token',
    title: 'Invitation',
    loadComponent: async () => (await import('./sign-in/invitation-page')).InvitationPage,
  },
  {
    path: 'credentials/connected',
    title: 'Connected',
    loadComponent: async () => (await import('./credentials/connected-page')).ConnectedPage,
  },
  // Not lazy: it is shown when something could not be loaded.
  { path: 'error', title: 'Page not loaded', component: LoadErrorPage },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./shell/shell')).Shell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'workflows' },
      {
        path: 'workflows',
        pathMatch: 'full',
        title: 'Workflows',
        loadComponent: async () => (await import('./workflows/workflows-page')).WorkflowsPage,
      },
      {
        path: 'workflows/:workflowId',
        loadChildren: async () => (await import('./editor/editor.routes')).editorRoutes,
      },
      { path: 'runs', loadChildren: async () => (await import('./runs/runs.routes')).runsRoutes },
      { path: 'approvals', loadChildren: async () => (await import('./approvals/approvals.routes')).approvalsRoutes },
      { path: 'schedules', loadChildren: async () => (await import('./schedules/schedules.routes')).schedulesRoutes },
      { path: 'templates', loadChildren: async () => (await import('./templates/templates.routes')).templatesRoutes },
      {
        path: 'credentials',
        loadChildren: async () => (await import('./credentials/credentials.routes')).credentialsRoutes,
      },
      { path: 'settings', loadChildren: async () => (await import('./settings/settings.routes')).settingsRoutes },
      {
        path: '**',
        title: 'Page not found',
        loadComponent: async () => (await import('./shell/not-found-page')).NotFoundPage,
      },
    ],
  },
];
