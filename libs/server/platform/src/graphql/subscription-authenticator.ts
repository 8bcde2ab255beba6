import type { IncomingMessage } from 'node:http';

/** Who opened a WebSocket, and until when that is known. */
export interface SocketIdentity {
  /** Counts towards the caps per user. */
  readonly userId: string;
  /** Becomes `context.actor` of every subscription. */
  readonly actor: unknown;
  /** Milliseconds since the epoch; the socket is closed then. */
  readonly expiresAtMs: number;
}

/** Who may open a WebSocket. Provided by identity. */
export abstract class SubscriptionAuthenticator {
  /** Null when the parameters hold no valid token: the socket is closed with 4403. */
  abstract authenticate(
    connectionParams: Readonly<Record<string, unknown>>,
    request: IncomingMessage,
  ): Promise<SocketIdentity | null>;
}
