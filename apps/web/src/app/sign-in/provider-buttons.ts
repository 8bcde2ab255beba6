import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Button } from '@millrace/web-ui';
import { leaveFor } from './return-address';
import { SignInMethods } from './sign-in-methods';

/** Ways to sign in at other services, as this server offers them; nothing without any. */
@Component({
  selector: 'mr-provider-buttons',
  imports: [Button],
  template: `
    @for (provider of methods.current().providers; track provider.id) {
      <a mr-button [href]="provider.url" (click)="leave()">Continue with {{ provider.name }}</a>
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

    a {
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

  protected leave(): void {
    leaveFor(this.returnTo());
  }
}
