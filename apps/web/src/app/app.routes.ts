import type { Routes } from '@angular/router';

/** Lazy, one folder an area. */
export const routes: Routes = [];
