import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accepted, GraphqlCalls } from '@millrace/web-api';
import { PasswordResetDocument } from '@millrace/web-api/graphql';
import { Button, Clock, Notice } from '@millrace/web-ui';
import { AccountForm } from './account-form';
import { newPasswordProblem, PASSWORD_MIN } from './account-rules';
import { PasswordField } from './password-field';
import { SignInFrame } from './sign-in-frame';

/** Sets a new password by a link. Every session ends, so that whoever knew the old one is out. */
@Component({
  selector: 'mr-new-password-page',
  imports: [Button, Notice, PasswordField, RouterLink, SignInFrame],
  template: `
    <mr-sign-in-frame forEverybody heading="Choose a new password" text="You are signed out everywhere then.">
      @if (isDone()) {
        <div class="done">
          <mr-notice tone="success" text="Your new password holds. Sign in with it." />
          <a mr-button variant="primary" routerLink="/sign-in">Sign in</a>
        </div>
      } @else {
        <form novalidate (submit)="send($event)">
          @if (form.message(); as message) {
            <mr-notice tone="error" [text]="message">
              @if (form.error()?.code === 'LINK_NOT_VALID') {
                <a routerLink="/forgot-password">Ask for a new link</a>
              }
            </mr-notice>
          }
          <mr-password-field
            label="New password"
            autocomplete="new-password"
            [help]="form.errorOf('password') ? null : help"
            [value]="password()"
            [error]="form.errorOf('password')"
            (valueChange)="password.set($event); form.change('password')"
            (left)="form.leave('password')"
          />
          <button mr-button variant="primary" type="submit" [busy]="form.isBusy()" [disabled]="form.pauseSeconds() > 0">
            Set password
          </button>
        </form>
      }
    </mr-sign-in-frame>
  `,
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPasswordPage {
  /** The secret of the link; from the address. */
  readonly token = input.required<string>();
  protected readonly help = `At least ${PASSWORD_MIN} characters.`;
  protected readonly password = signal('');
  protected readonly isDone = signal(false);
  protected readonly form = new AccountForm(
    computed(() => ({ password: this.password() })),
    { password: newPasswordProblem },
    inject(Clock).seconds,
  );
  private readonly calls = inject(GraphqlCalls);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const result = await this.form.send(async ({ password }) => {
      const input = { token: this.token(), password };
      accepted((await this.calls.call(PasswordResetDocument, { input })).passwordReset);
    });
    if (result === 'done') this.isDone.set(true);
    else this.element.querySelector('input')?.focus();
  }
}
