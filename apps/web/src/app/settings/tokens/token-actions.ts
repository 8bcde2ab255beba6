import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import {
  ApiTokenCreateDocument,
  ApiTokenRevokeDocument,
  ApiTokensDocument,
  GrantableScopesDocument,
  type ApiTokenCreateInput,
  type ApiTokenRowFragment,
} from '@millrace/web-api/graphql';

/** Whether a token works, and why not. */
export type TokenState = 'works' | 'revoked' | 'ended';

/** Whether a token works now. */
export function tokenState({ revokedAt, expiresAt }: ApiTokenRowFragment, nowMs: number): TokenState {
  if (revokedAt !== null) return 'revoked';
  return Date.parse(expiresAt) > nowMs ? 'works' : 'ended';
}

/** API tokens, at the server. Everything throws `ApiError`. */
@Injectable({ providedIn: 'root' })
export class TokenActions {
  private readonly api = inject(GraphqlApi);

  async list(ofEverybody: boolean): Promise<readonly ApiTokenRowFragment[]> {
    return (await this.api.query(ApiTokensDocument, { ofEverybody })).apiTokens;
  }

  /** What tokens of the person may be made for. */
  async grantable(): Promise<readonly string[]> {
    return (await this.api.query(GrantableScopesDocument, {})).me.grantableScopes;
  }

  /** The token itself; the server never shows it again. */
  async create(input: ApiTokenCreateInput): Promise<string> {
    const { secret } = accepted((await this.api.mutate(ApiTokenCreateDocument, { input })).apiTokenCreate);
    if (!secret) throw new Error('The server made a token and did not show it.');
    return secret;
  }

  async revoke(id: string): Promise<void> {
    accepted((await this.api.mutate(ApiTokenRevokeDocument, { id })).apiTokenRevoke);
  }
}
