import { Injectable } from '@nestjs/common';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { validate as isUuid } from 'uuid';
import type { Role } from '../access/actor';

/** Somebody who belongs to a workspace. */
export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly joinedAt: Date;
  /** When a session of theirs in this workspace was last used. */
  readonly lastSeenAt: Date | null;
}

const MEMBERS = `select u.id as "userId", u.name, u.email, m.role, m.created_at as "joinedAt",
    (select max(s.last_used_at) from session s where s.user_id = u.id and s.workspace_id = m.workspace_id) as "lastSeenAt"
  from membership m join app_user u on u.id = m.user_id where m.workspace_id = $1`;

/** Who belongs to which workspace, as what. */
@Injectable()
export class MembershipStore {
  constructor(private readonly pool: SqlPool) {}

  /** Everybody, in the order in which they joined. */
  async list(workspaceId: string): Promise<Member[]> {
    const { rows } = await this.pool.query<Member>(`${MEMBERS} order by m.created_at, u.id`, [workspaceId]);
    return rows;
  }

  /** One member; null for everybody else. */
  async find(client: SqlClient, workspaceId: string, userId: string): Promise<Member | null> {
    if (!isUuid(userId)) return null;
    const { rows } = await client.query<Member>(`${MEMBERS} and m.user_id = $2`, [workspaceId, userId]);
    return rows[0] ?? null;
  }

  /** Makes changes of the members of a workspace wait for one another, so that its last owner cannot get lost. */
  async lock(client: SqlClient, workspaceId: string): Promise<void> {
    await client.query('select 1 from workspace where id = $1 for update', [workspaceId]);
  }

  /** How many owners a workspace has. */
  async countOwners(client: SqlClient, workspaceId: string): Promise<number> {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from membership where workspace_id = $1 and role = 'owner'`,
      [workspaceId],
    );
    return rows[0]?.count ?? 0;
  }

  /** False when they are a member already. */
  async add(client: SqlClient, member: { workspaceId: string; userId: string; role: Role }): Promise<boolean> {
    const { rowCount } = await client.query(
      'insert into membership (user_id, workspace_id, role) values ($1, $2, $3) on conflict do nothing',
      [member.userId, member.workspaceId, member.role],
    );
    return rowCount === 1;
  }

  async setRole(client: SqlClient, member: { workspaceId: string; userId: string; role: Role }): Promise<void> {
    await client.query('update membership set role = $3 where user_id = $1 and workspace_id = $2', [
      member.userId,
      member.workspaceId,
      member.role,
    ]);
  }

  async remove(client: SqlClient, workspaceId: string, userId: string): Promise<void> {
    await client.query('delete from membership where user_id = $1 and workspace_id = $2', [userId, workspaceId]);
  }
}
