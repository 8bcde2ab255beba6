import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import { Permissions, Session } from '@millrace/web-api';
import { cameBackTo, returnTo, wasHereBefore } from './return-address';

/** Only for somebody who is signed in; others come back after they have signed in. */
export const signedIn: CanActivateFn = async (_route, { url }) => {
  const router = inject(Router);
  if (await inject(Session).restore()) {
    // Other services lead back to the front door.
    const wanted = url === '/workflows' ? cameBackTo() : null;
    return wanted === null || wanted === url || new RedirectCommand(router.parseUrl(wanted));
  }
  const page = wasHereBefore() ? '/sign-in' : '/sign-up';
  const queryParams = url === '/' ? {} : { returnTo: url };
  return new RedirectCommand(router.createUrlTree([page], { queryParams }));
};

/** Only for strangers and guests; somebody with an account goes where they wanted to go. */
export const signedOut: CanActivateFn = async ({ queryParamMap }) => {
  const router = inject(Router);
  const permissions = inject(Permissions);
  if (!(await inject(Session).restore())) return true;
  await permissions.load();
  if (permissions.isGuest()) return true;
  return new RedirectCommand(router.parseUrl(returnTo(queryParamMap.get('returnTo'))));
};
