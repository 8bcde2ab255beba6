import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Permissions } from '@millrace/web-api';
import { Icon } from '@millrace/web-ui/base';

/** Tells guests that what they make is kept for some days only, and how to keep it. */
@Component({
  selector: 'mr-guest-banner',
  imports: [Icon, RouterLink],
  template: `
    @if (isGuest()) {
      <p>
        <mr-icon name="circle-user" [size]="14" />
        You are a guest: what you make is kept for some days.
        <a routerLink="/sign-up" [queryParams]="{ returnTo: router.url }">Create an account to keep it</a>
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: 4px 8px;
      min-height: 36px;
      padding: 4px 16px;
      border-bottom: 1px solid var(--border-1);
      background: var(--surface-2);
      color: var(--text-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GuestBanner {
  protected readonly isGuest = inject(Permissions).isGuest;
  protected readonly router = inject(Router);

  constructor() {
    void inject(Permissions).load();
  }
}
