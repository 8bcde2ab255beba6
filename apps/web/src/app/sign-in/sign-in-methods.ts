import { inject, Injectable, resource } from '@angular/core';
import { GraphqlCalls } from '@millrace/web-api';
import { SignInMethodsDocument, type SignInMethodsQuery } from '@millrace/web-api/graphql';

/** How people can sign in to this server. */
export type Methods = SignInMethodsQuery['signInMethods'];

/** What holds until the server has said: a password works everywhere. */
const USUAL: Methods = { signUp: true, guests: false, passwordReset: true, providers: [] };

/** Asks the server once how people can sign in; forms are there before it has answered. */
@Injectable({ providedIn: 'root' })
export class SignInMethods {
  private readonly calls = inject(GraphqlCalls);
  private readonly asked = resource({
    loader: async (): Promise<Methods> => (await this.calls.call(SignInMethodsDocument, {})).signInMethods,
  });

  /** The usual ones until the server has answered, and when it cannot. A signal. */
  readonly current = (): Methods => (this.asked.hasValue() ? this.asked.value() : USUAL);
}
