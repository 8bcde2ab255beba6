import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { BROWSER, Session } from '@millrace/web-api';
import { returnTo } from '../sign-in/return-address';
import { provideShellCommands } from './commands/shell-commands';
import { GuestBanner } from './guest-banner';
import { OfflineBanner } from './offline-banner';
import { Rail } from './rail';

/** The frame of every page for people who are signed in: rail, banner, content; and what the keyboard does everywhere. */
@Component({
  selector: 'mr-shell',
  imports: [GuestBanner, OfflineBanner, Rail, RouterOutlet],
  template: `
    <button class="skip" type="button" (click)="main.focus()">Skip to content</button>
    <mr-offline-banner />
    <mr-guest-banner />
    <div class="frame">
      <mr-rail />
      <main #main tabindex="-1"><router-outlet /></main>
    </div>
  `,
  styleUrl: './shell.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  constructor() {
    const destroy = inject(DestroyRef);
    provideShellCommands(destroy);
    const router = inject(Router);
    const session = inject(Session);
    const browser = inject(BROWSER);
    const stop = session.onEnd((reason) => {
      const way = router.url === returnTo(null) ? {} : { returnTo: router.url };
      void router.navigate(['/sign-in'], { queryParams: { ...way, ...(reason === 'over' ? { ended: '1' } : {}) } });
    });
    destroy.onDestroy(stop);
    // Everything that is shown and remembered belongs to the workspace before.
    destroy.onDestroy(session.onMove(() => browser.load('/workflows')));
  }
}
