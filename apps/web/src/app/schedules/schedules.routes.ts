import type { Routes } from '@angular/router';

/** Below `/schedules`: what starts by the clock. */
export const schedulesRoutes: Routes = [
  { path: '', title: 'Schedules', loadComponent: async () => (await import('./schedules-page')).SchedulesPage },
];
