import { inject, Injectable } from '@angular/core';
import { apiErrorOf, Session } from '@millrace/web-api';
import { Toasts } from '@millrace/web-ui/base';

/** Ends the session; says so when the server could not be told, because then the session goes on. */
@Injectable({ providedIn: 'root' })
export class SignOut {
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  async run(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (error) {
      this.toasts.show(`You are still signed in. ${apiErrorOf(error).message}`, { tone: 'error' });
    }
  }
}
