import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import {
  EmailConfirmationRequestDocument,
  LinkedAccountAddDocument,
  LinkedAccountRemoveDocument,
  LinkedAccountsDocument,
  OwnAccountDocument,
  SessionRevokeDocument,
  SessionsDocument,
  SignOutEverywhereDocument,
  type LinkedAccountsQuery,
  type SessionRowFragment,
} from '@millrace/web-api/graphql';

/** An account elsewhere that the person signs in with. */
export type Linked = LinkedAccountsQuery['linkedAccounts'][number];

/** The own account, at the server. Everything throws `ApiError`. */
@Injectable({ providedIn: 'root' })
export class AccountActions {
  private readonly api = inject(GraphqlApi);

  /** Whether the person has shown to receive mail at the address. */
  async isEmailVerified(): Promise<boolean> {
    return (await this.api.query(OwnAccountDocument, {})).me.user.isEmailVerified;
  }

  /** Answers whether a link was mailed; false where the server sends no mail. */
  async confirmEmail(): Promise<boolean> {
    const answer = await this.api.mutate(EmailConfirmationRequestDocument, {});
    return accepted(answer.emailConfirmationRequest).isMailed === true;
  }

  async sessions(): Promise<readonly SessionRowFragment[]> {
    return (await this.api.query(SessionsDocument, {})).sessions;
  }

  async endSession(id: string): Promise<void> {
    accepted((await this.api.mutate(SessionRevokeDocument, { id })).sessionRevoke);
  }

  /** Ends every other session. Answers how many. */
  async endOthers(): Promise<number> {
    const answer = await this.api.mutate(SignOutEverywhereDocument, { keepThis: true });
    return accepted(answer.signOutEverywhere).ended ?? 0;
  }

  async linked(): Promise<readonly Linked[]> {
    return (await this.api.query(LinkedAccountsDocument, {})).linkedAccounts;
  }

  /** Where to send the browser to link an account. */
  async link(provider: string): Promise<string> {
    const { url } = accepted((await this.api.mutate(LinkedAccountAddDocument, { provider })).linkedAccountAdd);
    if (!url) throw new Error('The server did not say where to go.');
    return url;
  }

  async unlink(id: string): Promise<void> {
    accepted((await this.api.mutate(LinkedAccountRemoveDocument, { id })).linkedAccountRemove);
  }
}
