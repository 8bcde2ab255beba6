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
  /** Whether the person has shown to receive mail at the address. */
  readonly isEmailVerified: boolean;
  /** Somebody without an account who tries things out. */
  readonly isGuest: boolean;
  /** Sessions of other versions are over. */
  readonly tokenVersion: number;
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
  email_verified_at: Date | null;
  is_guest: boolean;
  token_version: number;
}

const COLUMNS = 'id, email, name, created_at, email_verified_at, is_guest, token_version';

const userOf = (row: UserRow): User => ({
  id: row.id,
  email: row.email,
  name: row.name,
  createdAt: row.created_at,
  isEmailVerified: row.email_verified_at !== null,
  isGuest: row.is_guest,
  tokenVersion: row.token_version,
});

/** What a new account is made of. */
export interface NewUser {
  readonly email: string;
  readonly name: string;
  /** Null for those who sign in elsewhere only. */
  readonly passwordHash: string | null;
  readonly isEmailVerified?: boolean;
  readonly isGuest?: boolean;
}

/** Users, workspaces and who belongs where. */
@Injectable()
export class UserStore {
  constructor(private readonly pool: SqlPool) {}

  /** @throws DomainError `EMAIL_TAKEN` */
  async addUser(client: SqlClient, user: NewUser): Promise<User> {
    const { rows } = await client.query<UserRow>(
      `insert into app_user (id, email, name, password_hash, email_verified_at, is_guest)
       values ($1, $2, $3, $4, case when $5 then now() end, $6)
       on conflict (email) do nothing returning ${COLUMNS}`,
      [newId(), user.email, user.name, user.passwordHash, user.isEmailVerified ?? false, user.isGuest ?? false],
    );
    const [row] = rows;
    if (!row) throw emailTaken();
    return userOf(row);
  }

  /** Makes an account of a guest. Null when there is no such guest. */
  async claim(client: SqlClient, guestId: string, account: NewUser): Promise<User | null> {
    const { rows } = await client.query<UserRow>(
      `update app_user set email = $2, name = $3, password_hash = $4, email_verified_at = case when $5 then now() end,
         is_guest = false, updated_at = now() where id = $1 and is_guest returning ${COLUMNS}`,
      [guestId, account.email, account.name, account.passwordHash, account.isEmailVerified ?? false],
    );
    return rows[0] ? userOf(rows[0]) : null;
  }

  /** Makes a workspace with its first member. */
  async addWorkspace(
    client: SqlClient,
    workspace: { name: string; userId: string; role: Role; isSandbox?: boolean },
  ): Promise<MemberWorkspace> {
    const id = newId();
    await client.query('insert into workspace (id, name, is_sandbox) values ($1, $2, $3)', [
      id,
      workspace.name,
      workspace.isSandbox ?? false,
    ]);
    await client.query('insert into membership (user_id, workspace_id, role) values ($1, $2, $3)', [
      workspace.userId,
      id,
      workspace.role,
    ]);
    return { id, name: workspace.name, role: workspace.role };
  }

  /** The user with this address, with what the password is checked against. */
  async findByEmail(email: string): Promise<{ user: User; passwordHash: string | null } | null> {
    const { rows } = await this.pool.query<UserRow & { password_hash: string | null }>(
      `select ${COLUMNS}, password_hash from app_user where email = $1`,
      [email],
    );
    const [row] = rows;
    return row ? { user: userOf(row), passwordHash: row.password_hash } : null;
  }

  /** The user with this id. */
  async find(userId: string): Promise<User | null> {
    const { rows } = await this.pool.query<UserRow>(`select ${COLUMNS} from app_user where id = $1`, [userId]);
    return rows[0] ? userOf(rows[0]) : null;
  }

  /** What the password of a person is checked against; null for those who have none. Locks the account. */
  async lockPassword(client: SqlClient, userId: string): Promise<string | null> {
    const { rows } = await client.query<{ password_hash: string | null }>(
      'select password_hash from app_user where id = $1 for update',
      [userId],
    );
    return rows[0]?.password_hash ?? null;
  }

  async setPassword(client: SqlClient, userId: string, passwordHash: string): Promise<void> {
    await client.query('update app_user set password_hash = $2, updated_at = now() where id = $1', [
      userId,
      passwordHash,
    ]);
  }

  async setName(client: SqlClient, userId: string, name: string): Promise<User | null> {
    const { rows } = await client.query<UserRow>(
      `update app_user set name = $2, updated_at = now() where id = $1 returning ${COLUMNS}`,
      [userId, name],
    );
    return rows[0] ? userOf(rows[0]) : null;
  }

  /** Notes that the person receives mail at the address; false when the account has another one by now. */
  async markVerified(client: SqlClient, userId: string, email: string): Promise<boolean> {
    const { rowCount } = await client.query(
      'update app_user set email_verified_at = coalesce(email_verified_at, now()) where id = $1 and email = $2',
      [userId, email],
    );
    return rowCount === 1;
  }

  /**
   * Where somebody works who signs in: in the workspace of the last session if they still belong to it, else in the oldest.
   * Who belongs nowhere any more gets a workspace of their own.
   */
  async homeOf(user: User): Promise<MemberWorkspace> {
    const { rows } = await this.pool.query<MemberWorkspace>(
      `select w.id, w.name, m.role from membership m join workspace w on w.id = m.workspace_id
         left join (select workspace_id from session where user_id = $1 order by last_used_at desc limit 1) last
           on last.workspace_id = w.id
        where m.user_id = $1 order by last.workspace_id nulls last, m.created_at, w.id limit 1`,
      [user.id],
    );
    const name = `${user.name}'s workspace`;
    return rows[0] ?? this.pool.tx((client) => this.addWorkspace(client, { name, userId: user.id, role: 'owner' }));
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
