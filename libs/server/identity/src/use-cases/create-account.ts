import { Injectable } from '@nestjs/common';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { AuditTrail } from '../audit/audit-trail';
import type { SessionKind } from '../persistence/session-store';
import { ClaimGuest } from '../guests/claim-guest';
import { UserStore, type MemberWorkspace, type NewUser, type User } from '../persistence/user-store';
import { Invitations } from '../workspaces/invitations';
import { StartSession, type SignedIn } from './signed-in';

/** How an account comes to be. */
export interface AccountOrigin {
  readonly kind: SessionKind;
  /** `password`, or the name of the provider. */
  readonly how: string;
  /** The secret of an invitation, instead of a workspace of its own. */
  readonly invitation?: string | null | undefined;
  /** Who was a guest until now, and keeps what they made. */
  readonly guest?: User | null;
}

/** Somebody who has an account now, and how they come to a workspace of their own. */
interface Begun {
  readonly user: User;
  readonly own: () => Promise<MemberWorkspace>;
}

/** Makes an account with a workspace, and signs in, all or nothing. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly pool: SqlPool,
    private readonly users: UserStore,
    private readonly invitations: Invitations,
    private readonly guests: ClaimGuest,
    private readonly startSession: StartSession,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `EMAIL_TAKEN`, `INVITATION_NOT_VALID`, `INVITATION_FOR_ANOTHER` */
  run(account: NewUser, { kind, how, invitation, guest = null }: AccountOrigin): Promise<SignedIn> {
    return this.pool.tx(async (client) => {
      const { user, own } = guest ? await this.#ofGuest(client, guest, account) : await this.#ofNobody(client, account);
      const workspace = invitation ? await this.invitations.accept(client, user, invitation) : await own();
      const actor = { userId: user.id, workspaceId: workspace.id, via: 'session' } as const;
      const target = { type: 'user', id: user.id, label: user.email };
      await this.audit.record(client, {
        action: 'account.created',
        actor,
        target,
        details: { how, ...(guest ? { wasGuest: true } : {}) },
      });
      return this.startSession.run({ user, workspace }, kind, client);
    });
  }

  async #ofNobody(client: SqlClient, account: NewUser): Promise<Begun> {
    const user = await this.users.addUser(client, account);
    const own = { name: `${account.name}'s workspace`, userId: user.id, role: 'owner' } as const;
    return { user, own: () => this.users.addWorkspace(client, own) };
  }

  async #ofGuest(client: SqlClient, guest: User, account: NewUser): Promise<Begun> {
    const { user, workspace } = await this.guests.becomeAccount(client, guest, account);
    return { user, own: () => Promise.resolve(workspace) };
  }
}
