import { booleanAttribute, ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@millrace/web-api';
import { Logo } from '../brand/logo';
import { rememberVisit, returnTo } from './return-address';

/** What the pages for strangers share: the sign, a heading, the form, and where to go once somebody is signed in, be it in another tab. */
@Component({
  selector: 'mr-sign-in-frame',
  imports: [Logo],
  template: `
    <main>
      <mr-logo [size]="36" />
      <h1>{{ heading() }}</h1>
      <p class="text">{{ text() }}</p>
      <section class="mr-card"><ng-content /></section>
      <p class="other"><ng-content select="[mrOther]" /></p>
    </main>
  `,
  styles: `
    :host {
      display: grid;
      min-height: 100dvh;
      padding: 48px 16px;
      isolation: isolate;
    }

    /* The canvas, far away: it fades before it meets the words. */
    :host::before {
      position: fixed;
      z-index: -1;
      inset: 0;
      background: radial-gradient(circle at 1px 1px, var(--grid-dot) 1px, transparent 0) 0 0 / 20px 20px;
      mask: radial-gradient(ellipse 360px 400px at center, transparent 75%, black 130%);
      content: '';
    }

    main {
      width: min(360px, 100%);
      margin: auto;
      text-align: center;
    }

    mr-logo {
      margin-bottom: 16px;
    }

    h1 {
      text-wrap: balance;
    }

    .text {
      margin-top: 6px;
      color: var(--text-2);
      text-wrap: balance;
    }

    section {
      margin-top: 24px;
      padding: 24px;
      box-shadow: var(--shadow-raised);
      text-align: start;
    }

    .other {
      margin-top: 20px;
      color: var(--text-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInFrame {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
  readonly returnTo = input<string>();
  /** Whether the page is for those who are signed in as well. */
  readonly forEverybody = input(false, { transform: booleanAttribute });

  constructor() {
    const session = inject(Session);
    const router = inject(Router);
    effect(() => {
      if (session.status() !== 'signed-in' || this.forEverybody()) return;
      rememberVisit();
      void router.navigateByUrl(returnTo(this.returnTo()), { replaceUrl: true });
    });
  }
}
