import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from '@millrace/web-api';
import { Theme } from '@millrace/web-ui/base';
import { Splash } from './shell/splash';

/** The root of the page. */
@Component({
  selector: 'mr-root',
  imports: [RouterOutlet, Splash],
  template: `
    @if (session.status() === 'unknown') {
      <mr-splash />
    }
    <router-outlet />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly session = inject(Session);

  constructor() {
    inject(Theme);
  }
}
