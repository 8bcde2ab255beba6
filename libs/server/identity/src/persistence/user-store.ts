import { Injectable } from '@nestjs/common';
import { newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import type { Role } from '../access/actor';
import { emailTaken } from '../identity.errors';

/** A person with an account. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** A workspace, as one of its members sees it. */
export interface MemberWorkspace {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

interface UserRow {
  id: string;
  email: string;
  name: string;
  created_at: Date;
}

const userOf = (row: UserRow): User => ({ id: row.id, email: row.email, name: row.name, createdAt: row.created_at });

/** Users, workspaces and who belongs where. */
@Injectable()
export class UserStore {
  constructor(private readonly pool: SqlPool) {}

  /** @throws DomainError `EMAIL_TAKEN` */
  async addUser(client: SqlClient, user: { email: string; name: string; passwordHash: string }): Promise<User> {
    const { rows } = await client.query<UserRow>(
      `insert into app_user (id, email, name, password_hash) values ($1, $2, $3, $4)
       on conflict (email) do nothing returning id, email, name, created_at`,
      [newId(), user.email, user.name, user.passwordHash],
    );
    const [row] = rows;
    if (!row) throw emailTaken();
    return userOf(row);
  }

  /** Makes a workspace with its first member. */
  async addWorkspace(
    client: SqlClient,
    workspace: { name: string; userId: string; role: Role },
  ): Promise<MemberWorkspace> {
    const id = newId();
    await client.query('insert into workspace (id, name) values ($1, $2)', [id, workspace.name]);
    await client.query('insert into membership (user_id, workspace_id, role) values ($1, $2, $3)', [
      workspace.userId,
      id,
      workspace.role,
    ]);
    return { id, name: workspace.name, role: workspace.role };
  }

  /** The user with this address, with what the password is checked against. */
  async findByEmail(email: string): Promise<{ user: User; passwordHash: string } | null> {
    const { rows } = await this.pool.query<UserRow & { password_hash: string }>(
      'select id, email, name, password_hash, created_at from app_user where email = $1',
      [email],
    );
    const [row] = rows;
    return row ? { user: userOf(row), passwordHash: row.password_hash } : null;
  }

  /** The user with this id. */
  async find(userId: string): Promise<User | null> {
    const { rows } = await this.pool.query<UserRow>('select id, email, name, created_at from app_user where id = $1', [
      userId,
    ]);
    return rows[0] ? userOf(rows[0]) : null;
  }

  /** Where the user belongs, the oldest membership first. */
  async workspacesOf(userId: string): Promise<readonly MemberWorkspace[]> {
    const { rows } = await this.pool.query<{ id: string; name: string; role: Role }>(
      `select w.id, w.name, m.role from membership m join workspace w on w.id = m.workspace_id
        where m.user_id = $1 order by m.created_at, w.id`,
      [userId],
    );
    return rows;
  }
}
