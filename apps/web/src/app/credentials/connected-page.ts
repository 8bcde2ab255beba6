import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@millrace/web-api';
import { CONNECT_CHANNEL, type ConnectAnswer } from '@millrace/web-canvas/credentials';
import { Button, Icon } from '@millrace/web-ui';
import { Logo } from '../brand/logo';

/** Where services send people back to: tells the page that began the sign-in how it ended, and closes if it may. */
@Component({
  selector: 'mr-connected-page',
  imports: [Button, Icon, Logo, RouterLink],
  template: `
    <main>
      <mr-logo [size]="36" />
      <h1>
        <mr-icon [class.good]="isConnected()" [name]="isConnected() ? 'circle-check' : 'circle-alert'" [size]="20" />
        {{ isConnected() ? 'Connected' : 'Not connected' }}
      </h1>
      <p role="status">{{ text() }}</p>
      <div class="buttons">
        <button mr-button type="button" variant="primary" (click)="close()">Close this window</button>
        <a mr-button variant="ghost" routerLink="/credentials" [queryParams]="{ open: credential() ?? null }">
          {{ credential() ? 'Show the credential' : 'Show all credentials' }}
        </a>
      </div>
    </main>
  `,
  styles: `
    :host {
      display: grid;
      min-height: 100dvh;
      padding: 48px 16px;
    }

    main {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 12px;
      width: min(400px, 100%);
      margin: auto;
      text-align: center;
    }

    h1 {
      display: flex;
      align-items: center;
      gap: 8px;
    }

    p {
      color: var(--text-2);
      text-wrap: balance;
    }

    .buttons {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 8px;
    }

    mr-icon {
      color: var(--failed);

      &.good {
        color: var(--completed);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectedPage {
  /** Id of the account, from the address. */
  readonly credential = input<string>();
  /** Stable, upper snake case; absent when it worked. */
  readonly error = input<string>();
  readonly message = input<string>();
  readonly #window = inject(DOCUMENT).defaultView;
  protected readonly isConnected = computed(() => this.error() === undefined && this.credential() !== undefined);
  protected readonly text = computed(() => {
    if (this.isConnected()) return 'The service let you in. Workflows can use the account now.';
    return this.message() ?? 'Nothing is known of this sign-in. Begin it again.';
  });

  constructor() {
    // Whoever comes back may look at the account next.
    void inject(Session).restore();
    effect(() => {
      const [credential, error, message] = [this.credential(), this.error(), this.message()];
      const answer: ConnectAnswer = {
        ...(credential !== undefined && { credential }),
        ...(error !== undefined && { error }),
        ...(message !== undefined && { message }),
      };
      const channel = new BroadcastChannel(CONNECT_CHANNEL);
      channel.postMessage(answer);
      channel.close();
      if (this.isConnected()) this.close();
    });
  }

  protected close(): void {
    // Browsers close only windows that a page opened.
    this.#window?.close();
  }
}
