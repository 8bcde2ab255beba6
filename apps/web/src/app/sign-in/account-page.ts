import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@millrace/web-api';
import { Button, Field, FocusFirst, Input, Notice, ValueBinding } from '@millrace/web-ui';
import { AccountForm, type Check } from './account-form';
import { emailProblem, newPasswordProblem, PASSWORD_MIN, passwordProblem } from './account-rules';
import { PasswordField } from './password-field';
import { SignInFrame } from './sign-in-frame';

/** For people with an account, or without one. */
export type AccountPageKind = 'sign-in' | 'sign-up';

interface Words {
  readonly heading: string;
  readonly text: string;
  readonly action: string;
  readonly other: { readonly question: string; readonly label: string; readonly path: string };
  readonly passwordHelp: string | null;
  readonly checkPassword: Check;
}

const WORDS: Readonly<Record<AccountPageKind, Words>> = {
  'sign-in': {
    heading: 'Sign in to Millrace',
    text: 'Your workflows are where you left them.',
    action: 'Sign in',
    other: { question: 'New here?', label: 'Create an account', path: '/sign-up' },
    passwordHelp: null,
    checkPassword: passwordProblem,
  },
  'sign-up': {
    heading: 'Create your account',
    text: 'It stays on this server, with a workspace of your own for your workflows.',
    action: 'Create account',
    other: { question: 'Have an account?', label: 'Sign in', path: '/sign-in' },
    passwordHelp: `At least ${PASSWORD_MIN} characters.`,
    checkPassword: newPasswordProblem,
  },
};

/** Where strangers come in: signs in, or makes an account first. */
@Component({
  selector: 'mr-account-page',
  imports: [Button, Field, FocusFirst, Input, Notice, PasswordField, RouterLink, SignInFrame, ValueBinding],
  templateUrl: './account-page.html',
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPage {
  /** From the data of the route. */
  readonly kind = input.required<AccountPageKind>();
  /** Where to go then; from the address. */
  readonly returnTo = input<string>();
  protected readonly words = computed(() => WORDS[this.kind()]);
  protected readonly isNew = computed(() => this.kind() === 'sign-up');
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly form = new AccountForm(
    computed(() => ({ name: this.name(), email: this.email(), password: this.password() })),
    { name: () => null, email: emailProblem, password: (text) => this.words().checkPassword(text) },
  );
  private readonly session = inject(Session);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const result = await this.form.send(({ name, ...account }) =>
      this.isNew() ? this.session.signUp({ ...account, name: name.trim() || null }) : this.session.signIn(account),
    );
    if (result === 'done' || (result === 'failed' && this.isNew())) return;
    // What the server refuses without naming a field is the password more often than not.
    const field = result === 'failed' ? 'password' : result;
    this.element.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus();
  }

  /** A new password has rules that are told when the field is left; an old one is right or wrong as a whole. */
  protected leavePassword(): void {
    if (this.isNew()) this.form.leave('password');
  }
}
