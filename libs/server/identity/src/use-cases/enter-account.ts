import { Injectable } from '@nestjs/common';
import { SqlPool } from '@millrace/server-platform';
import { AuditTrail } from '../audit/audit-trail';
import { ClaimGuest } from '../guests/claim-guest';
import type { SessionKind } from '../persistence/session-store';
import { UserStore, type User } from '../persistence/user-store';
import { StartSession, type SignedIn } from './signed-in';

/** How somebody enters. */
export interface Entrance {
  readonly kind: SessionKind;
  /** `password`, or the name of the provider. */
  readonly how: string;
  /** Who was a guest until now: the workspace is handed over. */
  readonly guest?: User | null;
}

/** Starts a session of somebody who has shown who they are. */
@Injectable()
export class EnterAccount {
  constructor(
    private readonly pool: SqlPool,
    private readonly users: UserStore,
    private readonly startSession: StartSession,
    private readonly guests: ClaimGuest,
    private readonly audit: AuditTrail,
  ) {}

  async run(user: User, { kind, how, guest = null }: Entrance): Promise<SignedIn> {
    if (guest) await this.guests.handOver(guest, user);
    const workspace = await this.users.homeOf(user);
    return this.pool.tx(async (client) => {
      const actor = { userId: user.id, workspaceId: workspace.id, via: 'session' } as const;
      const target = { type: 'user', id: user.id, label: user.email };
      await this.audit.record(client, { action: 'signIn.succeeded', actor, target, details: { kind, how } });
      return this.startSession.run({ user, workspace }, kind, client);
    });
  }
}
