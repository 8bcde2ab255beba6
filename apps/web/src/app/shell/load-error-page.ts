import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, EmptyState } from '@millrace/web-ui/base';

/** The code of a page could not be loaded: the server is away, or it serves a newer version than this tab was opened with. */
@Component({
  selector: 'mr-load-error-page',
  imports: [Button, EmptyState, RouterLink],
  template: `
    <mr-empty
      page
      icon="cloud-off"
      heading="This page could not be loaded"
      text="Millrace may have been updated since you opened it, or the connection is gone. Nothing you saved is lost."
    >
      <button mr-button variant="primary" icon="rotate-cw" type="button" (click)="reload()">Reload</button>
      <a mr-button routerLink="/workflows">Go to workflows</a>
    </mr-empty>
  `,
  styles: `
    :host {
      display: grid;
      min-height: 100dvh;
      place-items: center;
    }
  `,
  host: { role: 'main' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadErrorPage {
  protected reload(): void {
    window.location.reload();
  }
}
