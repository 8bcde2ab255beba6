import { Injectable } from '@nestjs/common';
import { SqlPool } from '@millrace/server-platform';
import { AuditTrail } from '../audit/audit-trail';
import type { SessionKind } from '../persistence/session-store';
import { UserStore, type NewUser } from '../persistence/user-store';
import { Invitations } from '../workspaces/invitations';
import { StartSession, type SignedIn } from './signed-in';

/** How an account comes to be. */
export interface AccountOrigin {
  readonly kind: SessionKind;
  /** `password`, or the name of the provider. */
  readonly how: string;
  /** The secret of an invitation, instead of a workspace of its own. */
  readonly invitation?: string | null | undefined;
}

/** Makes an account with a workspace, and signs in, all or nothing. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly pool: SqlPool,
    private readonly users: UserStore,
    private readonly invitations: Invitations,
    private readonly startSession: StartSession,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `EMAIL_TAKEN`, `INVITATION_NOT_VALID`, `INVITATION_FOR_ANOTHER` */
  run(account: NewUser, { kind, how, invitation }: AccountOrigin): Promise<SignedIn> {
    return this.pool.tx(async (client) => {
      const user = await this.users.addUser(client, account);
      const own = { name: `${account.name}'s workspace`, userId: user.id, role: 'owner' } as const;
      const workspace = invitation
        ? await this.invitations.accept(client, user, invitation)
        : await this.users.addWorkspace(client, own);
      const actor = { userId: user.id, workspaceId: workspace.id, via: 'session' } as const;
      const target = { type: 'user', id: user.id, label: user.email };
      await this.audit.record(client, { action: 'account.created', actor, target, details: { how } });
      return this.startSession.run({ user, workspace }, kind, client);
    });
  }
}
