import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@millrace/web-api';
import { Button, Field, FocusFirst, Input, Notice, ValueBinding } from '@millrace/web-ui';
import { AccountForm } from './account-form';
import { emailProblem, passwordProblem } from './account-rules';
import { PasswordField } from './password-field';
import { SignInFrame } from './sign-in-frame';

/** For people with an account. */
@Component({
  selector: 'mr-sign-in-page',
  imports: [Button, Field, FocusFirst, Input, Notice, PasswordField, RouterLink, SignInFrame, ValueBinding],
  template: `
    <mr-sign-in-frame
      [returnTo]="returnTo()"
      heading="Sign in to Millrace"
      text="Your workflows are where you left them."
    >
      <form novalidate (submit)="signIn($event)">
        @if (form.error(); as error) {
          <mr-notice tone="error" [text]="error.message" />
        }
        <mr-field label="E-mail" required [error]="form.errorOf('email')">
          <input
            mrInput
            mrFocusFirst
            name="email"
            type="email"
            autocomplete="username"
            autocapitalize="off"
            spellcheck="false"
            [mrValue]="email()"
            (mrValueChange)="email.set($event); form.change('email')"
            (blur)="form.leave('email')"
          />
        </mr-field>
        <mr-password-field
          autocomplete="current-password"
          [value]="password()"
          [error]="form.errorOf('password')"
          (valueChange)="password.set($event); form.change('password')"
        />
        <button mr-button variant="primary" type="submit" [busy]="form.isBusy()">Sign in</button>
      </form>
      <span mrOther>
        New here? <a routerLink="/sign-up" [queryParams]="{ returnTo: returnTo() }">Create an account</a>
      </span>
    </mr-sign-in-frame>
  `,
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  /** Where to go then; from the address. */
  readonly returnTo = input<string>();
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly form = new AccountForm(
    computed(() => ({ email: this.email(), password: this.password() })),
    { email: emailProblem, password: passwordProblem },
  );
  private readonly session = inject(Session);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    const result = await this.form.send((values) => this.session.signIn(values));
    if (result !== 'done') {
      const field = result === 'failed' ? 'password' : result;
      this.element.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus();
    }
  }
}
