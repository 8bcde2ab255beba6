import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accepted, GraphqlCalls } from '@millrace/web-api';
import { PasswordResetRequestDocument } from '@millrace/web-api/graphql';
import { Button, Clock, Field, FocusFirst, Input, Notice, ValueBinding } from '@millrace/web-ui';
import { AccountForm } from './account-form';
import { emailProblem } from './account-rules';
import { SignInFrame } from './sign-in-frame';
import { SignInMethods } from './sign-in-methods';

/** Asks for a link for a new password. Says the same whether there is an account or not. */
@Component({
  selector: 'mr-forgot-page',
  imports: [Button, Field, FocusFirst, Input, Notice, RouterLink, SignInFrame, ValueBinding],
  templateUrl: './forgot-page.html',
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForgotPage {
  protected readonly methods = inject(SignInMethods);
  protected readonly email = signal('');
  protected readonly isSent = signal(false);
  protected readonly form = new AccountForm(
    computed(() => ({ email: this.email() })),
    { email: emailProblem },
    inject(Clock).seconds,
  );
  protected readonly text = computed(() =>
    this.methods.current().passwordReset ? 'A link to set one comes by mail.' : 'It takes a link.',
  );
  protected readonly sentText = computed(
    () =>
      `If there is an account with ${this.email().trim()}, a link is on its way there. It works once, for an hour. Nothing came? Look among unwanted mail, and at the address.`,
  );
  private readonly calls = inject(GraphqlCalls);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const result = await this.form.send(async ({ email }) => {
      accepted((await this.calls.call(PasswordResetRequestDocument, { email: email.trim() })).passwordResetRequest);
    });
    if (result === 'done') this.isSent.set(true);
    else this.element.querySelector('input')?.focus();
  }
}
