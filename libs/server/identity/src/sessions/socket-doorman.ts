import { Injectable } from '@nestjs/common';
import { SubscriptionAuthenticator, type SocketIdentity } from '@millrace/server-platform';
import { apiTokenIn, ApiTokenStore } from '../tokens/api-token-store';
import { AccessTokens } from './access-tokens';

/** A socket of an API token is looked at again after this time, at the latest. */
const API_TOKEN_SOCKET_MS = 3_600_000;

function tokenIn(parameters: Readonly<Record<string, unknown>>): string | null {
  const given = parameters['authorization'] ?? parameters['Authorization'] ?? parameters['token'];
  return typeof given === 'string' ? given.replace(/^Bearer\s+/i, '') : null;
}

/** Lets WebSockets in that bring a good token as `authorization` (or `token`) in their connection parameters. */
@Injectable()
export class SocketDoorman extends SubscriptionAuthenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly apiTokens: ApiTokenStore,
  ) {
    super();
  }

  override async authenticate(parameters: Readonly<Record<string, unknown>>): Promise<SocketIdentity | null> {
    const token = tokenIn(parameters);
    if (token !== null && apiTokenIn(token) !== null) return this.#byApiToken(token);
    const claims = token === null ? null : await this.tokens.read(token);
    const actor = claims && (await this.tokens.actorOf(claims));
    return actor && { userId: actor.userId, actor, expiresAtMs: claims.exp * 1000 };
  }

  async #byApiToken(secret: string): Promise<SocketIdentity | null> {
    const actor = await this.apiTokens.actorOf(secret);
    if (!actor?.apiTokenId) return null;
    const [token] = await this.apiTokens.list(actor.workspaceId, actor.userId, actor.apiTokenId);
    const endsAtMs = token?.expiresAt.getTime() ?? 0;
    return { userId: actor.userId, actor, expiresAtMs: Math.min(endsAtMs, Date.now() + API_TOKEN_SOCKET_MS) };
  }
}
