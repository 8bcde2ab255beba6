import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, output, signal } from '@angular/core';
import { accepted, GraphqlApi, Session } from '@millrace/web-api';
import { PasswordChangeDocument } from '@millrace/web-api/graphql';
import { Announcer, Button, Clock, Notice } from '@millrace/web-ui';
import { AccountForm } from '../../sign-in/account-form';
import { newPasswordProblem, PASSWORD_MIN } from '../../sign-in/account-rules';
import { PasswordField } from '../../sign-in/password-field';

/** Changes the password; every other session ends. */
@Component({
  selector: 'mr-password-form',
  imports: [Button, Notice, PasswordField],
  template: `
    <form novalidate (submit)="send($event)">
      <!-- Password managers want to know whose it is. -->
      <input type="email" name="email" autocomplete="username" hidden readonly [value]="email()" />
      @if (form.message(); as message) {
        <mr-notice tone="error" [text]="message" />
      }
      @if (isDone()) {
        <mr-notice tone="success" text="Your new password holds. Every other session has ended." />
      }
      <mr-password-field
        label="Current password"
        name="current"
        autocomplete="current-password"
        [value]="current()"
        [error]="form.errorOf('current')"
        (valueChange)="current.set($event); change('current')"
      />
      <mr-password-field
        label="New password"
        name="next"
        autocomplete="new-password"
        [help]="form.errorOf('next') ? null : help"
        [value]="next()"
        [error]="form.errorOf('next')"
        (valueChange)="next.set($event); change('next')"
        (left)="form.leave('next')"
      />
      <button mr-button type="submit" [busy]="form.isBusy()" [disabled]="form.pauseSeconds() > 0">
        Change password
      </button>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-direction: column;
      gap: 16px;
      max-width: 400px;
      padding: 16px;
    }

    button {
      align-self: flex-start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm {
  /** The password is another one now. */
  readonly changed = output<void>();
  protected readonly help = `At least ${PASSWORD_MIN} characters.`;
  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly isDone = signal(false);
  protected readonly form = new AccountForm(
    computed(() => ({ current: this.current(), next: this.next() })),
    { current: (text) => (text === '' ? 'Enter the password that you have now.' : null), next: newPasswordProblem },
    inject(Clock).seconds,
  );
  private readonly api = inject(GraphqlApi);
  private readonly announcer = inject(Announcer);
  private readonly user = inject(Session).user;
  protected readonly email = computed(() => this.user()?.email ?? '');
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected change(field: 'current' | 'next'): void {
    this.isDone.set(false);
    this.form.change(field);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.isDone.set(false);
    const result = await this.form.send(async (input) => {
      accepted((await this.api.mutate(PasswordChangeDocument, { input })).passwordChange);
    });
    if (result !== 'done') {
      const field = result === 'failed' ? 'current' : result;
      this.element.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus();
      return;
    }
    this.current.set('');
    this.next.set('');
    this.form.reset();
    this.isDone.set(true);
    this.changed.emit();
    this.announcer.say('Password changed');
  }
}
