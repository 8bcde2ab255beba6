import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@millrace/web-api';
import { Button, Field, FocusFirst, Input, Notice, ValueBinding } from '@millrace/web-ui';
import { AccountForm } from './account-form';
import { emailProblem, newPasswordProblem, PASSWORD_MIN } from './account-rules';
import { PasswordField } from './password-field';
import { SignInFrame } from './sign-in-frame';

/** For people without an account. */
@Component({
  selector: 'mr-sign-up-page',
  imports: [Button, Field, FocusFirst, Input, Notice, PasswordField, RouterLink, SignInFrame, ValueBinding],
  template: `
    <mr-sign-in-frame
      [returnTo]="returnTo()"
      heading="Create your account"
      text="It stays on this server, with a workspace of your own for your workflows."
    >
      <form novalidate (submit)="signUp($event)">
        @if (form.error(); as error) {
          <mr-notice tone="error" [text]="error.message" />
        }
        <mr-field label="Name" optional [error]="form.errorOf('name')">
          <input
            mrInput
            mrFocusFirst
            name="name"
            autocomplete="name"
            [mrValue]="name()"
            (mrValueChange)="name.set($event); form.change('name')"
          />
        </mr-field>
        <mr-field label="E-mail" required [error]="form.errorOf('email')">
          <input
            mrInput
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
          autocomplete="new-password"
          [help]="form.errorOf('password') ? null : passwordHelp"
          [value]="password()"
          [error]="form.errorOf('password')"
          (valueChange)="password.set($event); form.change('password')"
          (left)="form.leave('password')"
        />
        <button mr-button variant="primary" type="submit" [busy]="form.isBusy()">Create account</button>
      </form>
      <span mrOther>
        Have an account? <a routerLink="/sign-in" [queryParams]="{ returnTo: returnTo() }">Sign in</a>
      </span>
    </mr-sign-in-frame>
  `,
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignUpPage {
  /** Where to go then; from the address. */
  readonly returnTo = input<string>();
  protected readonly passwordHelp = `At least ${PASSWORD_MIN} characters.`;
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly form = new AccountForm(
    computed(() => ({ name: this.name(), email: this.email(), password: this.password() })),
    { name: () => null, email: emailProblem, password: newPasswordProblem },
  );
  private readonly session = inject(Session);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected async signUp(event: Event): Promise<void> {
    event.preventDefault();
    const result = await this.form.send(({ name, ...account }) =>
      this.session.signUp({ ...account, name: name.trim() || null }),
    );
    if (result !== 'done' && result !== 'failed') {
      this.element.querySelector<HTMLInputElement>(`[name="${result}"]`)?.focus();
    }
  }
}
