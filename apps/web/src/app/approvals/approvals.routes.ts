import type { Routes, UrlMatcher, UrlMatchResult } from '@angular/router';

/** The list, and one approval beside it, are one page: it stays while one goes through them. */
const listOrOne: UrlMatcher = (segments) => {
  const [approvalId] = segments;
  if (segments.length > 1) return null;
  const posParams: UrlMatchResult['posParams'] = approvalId === undefined ? {} : { approvalId };
  return { consumed: segments, ...(posParams && { posParams }) };
};

/** Below `/approvals`. */
export const approvalsRoutes: Routes = [
  {
    matcher: listOrOne,
    title: 'Approvals',
    loadComponent: async () => (await import('./approvals-page')).ApprovalsPage,
  },
];
