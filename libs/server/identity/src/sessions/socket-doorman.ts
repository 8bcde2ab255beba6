import { Injectable } from '@nestjs/common';
import { SubscriptionAuthenticator, type SocketIdentity } from '@millrace/server-platform';
import { AccessTokens } from './access-tokens';

function tokenIn(parameters: Readonly<Record<string, unknown>>): string | null {
  const given = parameters['authorization'] ?? parameters['Authorization'] ?? parameters['token'];
  return typeof given === 'string' ? given.replace(/^Bearer\s+/i, '') : null;
}

/** Lets WebSockets in that bring a good token as `authorization` (or `token`) in their connection parameters. */
@Injectable()
export class SocketDoorman extends SubscriptionAuthenticator {
  constructor(private readonly tokens: AccessTokens) {
    super();
  }

  override async authenticate(parameters: Readonly<Record<string, unknown>>): Promise<SocketIdentity | null> {
    const token = tokenIn(parameters);
    const claims = token === null ? null : await this.tokens.read(token);
    const actor = claims && (await this.tokens.actorOf(claims));
    return actor && { userId: actor.userId, actor, expiresAtMs: claims.exp * 1000 };
  }
}
