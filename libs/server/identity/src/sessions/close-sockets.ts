import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Logger, SubscriptionServer, type SocketIdentity } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { ApiTokenStore } from '../tokens/api-token-store';
import { SessionStore } from '../persistence/session-store';
import { AccessChanges, type AccessChange } from './access-changes';

/** Closes WebSockets at once when the rights that they were opened with end or change, wherever that was done. */
@Injectable()
export class CloseSockets implements OnApplicationBootstrap, OnModuleDestroy {
  #server: SubscriptionServer | null = null;
  readonly #stops: (() => void)[] = [];

  constructor(
    private readonly modules: ModuleRef,
    private readonly changes: AccessChanges,
    private readonly sessions: SessionStore,
    private readonly apiTokens: ApiTokenStore,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#server = serverIn(this.modules);
    if (!this.#server) return;
    this.#stops.push(
      this.changes.listen((change) => this.#server?.close((identity) => concerns(change, actorOf(identity)))),
      this.changes.onMissed(() => void this.closeOver()),
    );
  }

  onModuleDestroy(): void {
    for (const stop of this.#stops) stop();
  }

  /** Looks up the rights of everybody who has a socket open here, and closes those whose rights are not what they were. */
  async closeOver(): Promise<void> {
    for (const identity of this.#server?.identities() ?? []) {
      try {
        const isOver = !(await this.#stillHolds(actorOf(identity)));
        if (isOver) this.#server?.close((other) => other === identity);
      } catch (error) {
        this.logger.warn({ error }, 'the rights of a WebSocket could not be looked up');
      }
    }
  }

  async #stillHolds({ userId, workspaceId, role, sessionId, apiTokenId }: Actor): Promise<boolean> {
    if (apiTokenId) return (await this.apiTokens.actorOfId(apiTokenId)) !== null;
    if (!sessionId) return false;
    return (await this.sessions.roleOf({ id: sessionId, userId, workspaceId }))?.role === role;
  }
}

/** Null in processes without GraphQL. */
function serverIn(modules: ModuleRef): SubscriptionServer | null {
  try {
    return modules.get(SubscriptionServer, { strict: false });
  } catch {
    return null;
  }
}

const actorOf = ({ actor }: SocketIdentity): Actor => actor as Actor;

function concerns(change: AccessChange, actor: Actor): boolean {
  const { exceptSessionId, ...given } = change;
  if (exceptSessionId !== undefined && actor.sessionId === exceptSessionId) return false;
  const wanted = Object.entries(given) as [keyof typeof given, string | undefined][];
  return wanted.length > 0 && wanted.every(([name, value]) => value === undefined || actor[name] === value);
}
