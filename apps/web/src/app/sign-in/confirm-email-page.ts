import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accepted, apiErrorOf, GraphqlCalls } from '@millrace/web-api';
import { EmailConfirmDocument } from '@millrace/web-api/graphql';
import { Button, Notice, Skeleton } from '@millrace/web-ui';
import { SignInFrame } from './sign-in-frame';

/** Confirms an e-mail address by the link that was mailed to it. */
@Component({
  selector: 'mr-confirm-email-page',
  imports: [Button, Notice, RouterLink, SignInFrame, Skeleton],
  template: `
    <mr-sign-in-frame forEverybody heading="Your e-mail address" text="Mail for you comes to the right place.">
      <div class="done">
        @switch (confirmation.status()) {
          @case ('resolved') {
            <mr-notice tone="success" text="Your e-mail address is confirmed." />
            <a mr-button variant="primary" routerLink="/workflows">Continue</a>
          }
          @case ('error') {
            <mr-notice tone="error" [text]="problem()" />
            @if (mayRepeat()) {
              <button mr-button type="button" (click)="confirmation.reload()">Try again</button>
            } @else {
              <a mr-button routerLink="/settings/account">Ask for a new link</a>
            }
          }
          @default {
            <mr-skeleton [lines]="2" />
          }
        }
      </div>
    </mr-sign-in-frame>
  `,
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmEmailPage {
  /** The secret of the link; from the address. */
  readonly token = input.required<string>();
  private readonly calls = inject(GraphqlCalls);
  protected readonly confirmation = resource({
    params: () => this.token(),
    loader: async ({ params: token }): Promise<true> => {
      accepted((await this.calls.call(EmailConfirmDocument, { token })).emailConfirm);
      return true;
    },
  });

  protected problem(): string {
    return apiErrorOf(this.confirmation.error()).message;
  }

  protected mayRepeat(): boolean {
    return apiErrorOf(this.confirmation.error()).isTransient;
  }
}
