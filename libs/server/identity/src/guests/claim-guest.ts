import { Injectable } from '@nestjs/common';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { AuditTrail } from '../audit/audit-trail';
import { emailTaken } from '../identity.errors';
import { SessionStore } from '../persistence/session-store';
import { UserStore, type MemberWorkspace, type NewUser, type User } from '../persistence/user-store';

const UNIQUE_VIOLATION = '23505';

/** What becomes of a guest who makes an account, or has one. */
@Injectable()
export class ClaimGuest {
  constructor(
    private readonly pool: SqlPool,
    private readonly users: UserStore,
    private readonly sessions: SessionStore,
    private readonly audit: AuditTrail,
  ) {}

  /** The guest who asks; null for everybody else. */
  async guestOf(actor: Pick<Actor, 'userId'> | undefined): Promise<User | null> {
    const user = actor ? await this.users.find(actor.userId) : null;
    return user?.isGuest ? user : null;
  }

  /**
   * The guest becomes an account, the sandbox a workspace like others; everything in it stays. Every session before is over.
   * @throws DomainError `EMAIL_TAKEN`
   */
  async becomeAccount(
    client: SqlClient,
    guest: User,
    account: NewUser,
  ): Promise<{ user: User; workspace: MemberWorkspace }> {
    await this.sessions.revokeAll(client, { userId: guest.id, because: 'the guest became an account' });
    const user = await this.#become(client, guest, account);
    const name = `${user.name}'s workspace`;
    const { rows } = await client.query<MemberWorkspace>(
      `update workspace w set is_sandbox = false, name = case when w.is_sandbox then $2 else w.name end
         from membership m where m.user_id = $1 and m.workspace_id = w.id returning w.id, w.name, m.role`,
      [user.id, name],
    );
    const workspace = rows[0] ?? (await this.users.addWorkspace(client, { name, userId: user.id, role: 'owner' }));
    return { user, workspace };
  }

  /** Somebody with an account was a guest until now: the workspace becomes theirs, the guest is no more. */
  handOver(guest: User, user: User): Promise<void> {
    return this.pool.tx(async (client) => {
      await this.sessions.revokeAll(client, { userId: guest.id, because: 'the guest signed in' });
      const { rows } = await client.query<{ id: string }>(
        `insert into membership (user_id, workspace_id, role) select $2, workspace_id, role from membership where user_id = $1
         on conflict do nothing returning workspace_id as id`,
        [guest.id, user.id],
      );
      for (const { id } of rows) {
        await client.query('update workspace set is_sandbox = false where id = $1', [id]);
        const actor = { userId: user.id, workspaceId: id, via: 'session' } as const;
        const target = { type: 'user', id: guest.id, label: guest.email };
        await this.audit.record(client, { action: 'guest.claimed', actor, target });
      }
      await client.query('delete from app_user where id = $1 and is_guest', [guest.id]);
    });
  }

  async #become(client: SqlClient, guest: User, account: NewUser): Promise<User> {
    try {
      const user = await this.users.claim(client, guest.id, account);
      if (user) return user;
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    }
    throw emailTaken();
  }
}
