import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { apiErrorOf, BROWSER, Permissions, Session } from '@millrace/web-api';
import { Button, Clock, Field, FocusFirst, Input, Notice, ValueBinding, type NoticeTone } from '@millrace/web-ui';
import { AccountForm, type Check } from './account-form';
import { emailProblem, newPasswordProblem, PASSWORD_MIN, passwordProblem } from './account-rules';
import { elsewhereProblem } from './elsewhere-words';
import { PasswordField } from './password-field';
import { returnTo } from './return-address';
import { ProviderButtons } from './provider-buttons';
import { SignInFrame } from './sign-in-frame';
import { SignInMethods } from './sign-in-methods';

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
  imports: [
    Button,
    Field,
    FocusFirst,
    Input,
    Notice,
    PasswordField,
    ProviderButtons,
    RouterLink,
    SignInFrame,
    ValueBinding,
  ],
  templateUrl: './account-page.html',
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPage {
  /** From the data of the route. */
  readonly kind = input.required<AccountPageKind>();
  /** Where to go then; from the address. */
  readonly returnTo = input<string>();
  /** The secret of an invitation that the new account is to accept; from the address. */
  readonly invitation = input<string>();
  /** Present when a session came to its end by itself; from the address. */
  readonly ended = input<string>();
  /** What went wrong at another service; from the address. */
  readonly error = input<string>();
  protected readonly methods = inject(SignInMethods);
  /** Somebody without an account who gets one now, or goes to the one that they have. */
  protected readonly isGuest = inject(Permissions).isGuest;
  protected readonly isStarting = signal(false);
  /** Why nobody can try the product just now. */
  protected readonly guestProblem = signal<string | null>(null);
  private readonly browser = inject(BROWSER);
  protected readonly words = computed(() => WORDS[this.kind()]);
  protected readonly isNew = computed(() => this.kind() === 'sign-up');
  /** Nobody makes an account here who was not invited. */
  protected readonly isClosed = computed(() => this.isNew() && !this.invitation() && !this.methods.current().signUp);
  protected readonly text = computed(() => {
    if (this.isGuest()) return 'What you made as a guest comes along.';
    return this.isNew() && this.invitation()
      ? 'Then you join the workspace that you are invited to.'
      : this.words().text;
  });
  protected readonly notice = computed((): { readonly tone: NoticeTone; readonly text: string } | null => {
    const problem = elsewhereProblem(this.error());
    if (problem !== null) return { tone: 'error', text: problem };
    return this.ended() === undefined
      ? null
      : { tone: 'info', text: 'Your session has ended. Sign in to go on where you were.' };
  });
  /** Somebody with an account accepts the invitation on its page. */
  protected readonly wayBack = computed(() =>
    this.invitation() ? `/invitations/${this.invitation()}` : this.returnTo(),
  );
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly form = new AccountForm(
    computed(() => ({ name: this.name(), email: this.email(), password: this.password() })),
    { name: () => null, email: emailProblem, password: (text) => this.words().checkPassword(text) },
    inject(Clock).seconds,
  );
  private readonly session = inject(Session);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** Begins without an account; the frame goes on from there. */
  protected async tryOut(): Promise<void> {
    this.isStarting.set(true);
    this.guestProblem.set(null);
    try {
      await this.session.startAsGuest();
    } catch (error) {
      this.guestProblem.set(apiErrorOf(error).message);
      this.isStarting.set(false);
    }
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const wasGuest = this.isGuest();
    const result = await this.form.send(({ name, ...account }) =>
      this.isNew()
        ? this.session.signUp({
            ...account,
            name: name.trim() || null,
            ...(this.invitation() ? { invitation: this.invitation() } : {}),
          })
        : this.session.signIn(account),
    );
    // Nothing that was read as a guest holds any more.
    if (result === 'done' && wasGuest) this.browser.load(returnTo(this.returnTo()));
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
