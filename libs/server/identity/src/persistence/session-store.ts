import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import type { Role } from '../access/actor';

/** What a sign-in is for: the editor, which refreshes, or a script, which holds one token. */
export type SessionKind = 'session' | 'token';

/** One sign-in. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly workspaceId: string;
  readonly kind: SessionKind;
}

/** Days after the last refresh until a session ends. */
export const SESSION_DAYS = 30;
/** Hours until the token of a script ends. */
export const TOKEN_HOURS = 12;

const lifetime: Record<SessionKind, string> = { session: `${SESSION_DAYS} days`, token: `${TOKEN_HOURS} hours` };
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sessions and their refresh tokens. Tokens are known by their hashes only. */
@Injectable()
export class SessionStore {
  constructor(private readonly pool: SqlPool) {}

  /** Starts a session, inside the caller's transaction if one is given. */
  async start(session: Omit<Session, 'id'>, client: SqlClient = this.pool): Promise<Session> {
    const id = newId();
    await client.query(
      `insert into session (id, user_id, workspace_id, kind, expires_at) values ($1, $2, $3, $4, now() + $5::interval)`,
      [id, session.userId, session.workspaceId, session.kind, lifetime[session.kind]],
    );
    return { id, ...session };
  }

  /** A new refresh token of a session: 256 random bits. */
  async issueRefreshToken(sessionId: string, client: SqlClient = this.pool): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await client.query('insert into refresh_token (token_hash, session_id) values ($1, $2)', [
      hashOf(token),
      sessionId,
    ]);
    return token;
  }

  /**
   * Swaps a refresh token for the next one. A token that was used before has been stolen, from the owner or by the owner's
   * successor: the whole session ends. Null when there is no live session for this token.
   */
  rotate(token: string): Promise<{ session: Session; refreshToken: string } | null> {
    return this.pool.tx(async (client) => {
      const session = await this.#sessionOfUnused(client, token);
      if (!session) {
        await this.#revokeStolen(client, token);
        return null;
      }
      await client.query(`update session set expires_at = now() + $2::interval where id = $1`, [
        session.id,
        lifetime.session,
      ]);
      return { session, refreshToken: await this.issueRefreshToken(session.id, client) };
    });
  }

  async #sessionOfUnused(client: SqlClient, token: string): Promise<Session | null> {
    const { rows } = await client.query<{ id: string; user_id: string; workspace_id: string; kind: SessionKind }>(
      `update refresh_token t set used_at = now() from session s
        where t.token_hash = $1 and t.used_at is null and s.id = t.session_id and s.revoked_at is null and s.expires_at > now()
        returning s.id, s.user_id, s.workspace_id, s.kind`,
      [hashOf(token)],
    );
    const [row] = rows;
    return row ? { id: row.id, userId: row.user_id, workspaceId: row.workspace_id, kind: row.kind } : null;
  }

  async #revokeStolen(client: SqlClient, token: string): Promise<void> {
    await client.query(
      `update session s set revoked_at = now(), revoked_because = 'refresh token used twice' from refresh_token t
        where t.token_hash = $1 and t.used_at is not null and s.id = t.session_id and s.revoked_at is null`,
      [hashOf(token)],
    );
  }

  /** Ends a session and every token of it. */
  async revoke(sessionId: string, because: string): Promise<void> {
    await this.pool.query(
      'update session set revoked_at = now(), revoked_because = $2 where id = $1 and revoked_at is null',
      [sessionId, because],
    );
  }

  /** Ends the session of a refresh token. */
  async revokeByRefreshToken(token: string, because: string): Promise<void> {
    await this.pool.query(
      `update session s set revoked_at = now(), revoked_because = $2 from refresh_token t
        where t.token_hash = $1 and s.id = t.session_id and s.revoked_at is null`,
      [hashOf(token), because],
    );
  }

  /** The role that a live session has at this moment; null when it is over or its user is no longer a member. */
  async roleOf(session: Omit<Session, 'kind'>): Promise<{ role: Role; kind: SessionKind } | null> {
    const { rows } = await this.pool.queryNamed<{ role: Role; kind: SessionKind }>(
      'identity-session-role',
      `select m.role, s.kind from session s
         join membership m on m.user_id = s.user_id and m.workspace_id = s.workspace_id
        where s.id = $1 and s.user_id = $2 and s.workspace_id = $3 and s.revoked_at is null and s.expires_at > now()`,
      [session.id, session.userId, session.workspaceId],
    );
    return rows[0] ?? null;
  }

  /** Deletes sessions that ended more than 30 days ago. Returns how many. */
  async forgetOld(): Promise<number> {
    const { rowCount } = await this.pool.query(
      `delete from session where expires_at < now() - interval '30 days' or revoked_at < now() - interval '30 days'`,
    );
    return rowCount;
  }
}
