import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { accepted, apiErrorOf, BROWSER, GraphqlApi, Permissions } from '@millrace/web-api';
import { GuestClaimElsewhereDocument } from '@millrace/web-api/graphql';
import { Button, Notice } from '@millrace/web-ui';
import { leaveFor } from './return-address';
import { SignInMethods } from './sign-in-methods';

/** Ways to sign in at other services, as this server offers them; nothing without any. */
@Component({
  selector: 'mr-provider-buttons',
  imports: [Button, Notice],
  template: `
    @for (provider of methods.current().providers; track provider.id) {
      @if (isGuest()) {
        <button mr-button type="button" [busy]="leaving() === provider.id" (click)="claim(provider.id)">
          Continue with {{ provider.name }}
        </button>
      } @else {
        <a mr-button [href]="provider.url" (click)="leave()">Continue with {{ provider.name }}</a>
      }
    }
    @if (problem(); as text) {
      <mr-notice tone="error" [text]="text" />
    }
    @if (methods.current().providers.length > 0) {
      <p aria-hidden="true"><span>or</span></p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
    }

    :host:empty {
      display: none;
    }

    a,
    button {
      justify-content: center;
    }

    p {
      display: flex;
      align-items: center;
      gap: 12px;
      margin: 8px 0;
      color: var(--text-3);
      font-size: var(--size-12);

      &::before,
      &::after {
        flex: 1;
        height: 1px;
        background: var(--border-1);
        content: '';
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProviderButtons {
  /** Where to go then. */
  readonly returnTo = input<string>();
  protected readonly methods = inject(SignInMethods);

  protected readonly isGuest = inject(Permissions).isGuest;
  protected readonly leaving = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);
  private readonly api = inject(GraphqlApi);
  private readonly browser = inject(BROWSER);

  protected leave(): void {
    leaveFor(this.returnTo());
  }

  /** A guest takes the workspace along: the server has to know who goes. */
  protected async claim(provider: string): Promise<void> {
    this.leaving.set(provider);
    this.problem.set(null);
    try {
      const { url } = accepted((await this.api.mutate(GuestClaimElsewhereDocument, { provider })).guestClaimElsewhere);
      this.leave();
      if (url) this.browser.load(url);
    } catch (error) {
      this.problem.set(apiErrorOf(error).message);
      this.leaving.set(null);
    }
  }
}
