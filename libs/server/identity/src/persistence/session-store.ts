import { Injectable } from '@nestjs/common';
import { currentRequest, newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import type { Role } from '../access/actor';
import { AccessChanges } from '../sessions/access-changes';
import { hashOfSecret, newSecret } from '../sessions/secrets';

/** What a sign-in is for: the editor, which refreshes, or a script, which holds one token. */
export type SessionKind = 'session' | 'token';

/** One sign-in. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly workspaceId: string;
  readonly kind: SessionKind;
}

/** One sign-in, as the person sees it. */
export interface ShownSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly workspaceName: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

/** What a session may at this moment. */
export interface LiveSession {
  readonly role: Role;
  readonly kind: SessionKind;
  readonly isGuest: boolean;
}

/** Days after the last refresh until a session ends. */
export const SESSION_DAYS = 30;
/** Hours until the token of a script ends. */
export const TOKEN_HOURS = 12;

const lifetime: Record<SessionKind, string> = { session: `${SESSION_DAYS} days`, token: `${TOKEN_HOURS} hours` };

/** Sessions and their refresh tokens, known by their hashes only. Whatever ends a session tells it to its open sockets. */
@Injectable()
export class SessionStore {
  constructor(
    private readonly pool: SqlPool,
    private readonly changes: AccessChanges,
  ) {}

  /**
   * Starts a session, inside the caller's transaction if one is given. `tokenVersion` is that of the account when its password
   * was checked: if it has changed since, the session is over before it begins.
   */
  async start(
    session: Omit<Session, 'id'> & { tokenVersion: number },
    client: SqlClient = this.pool,
  ): Promise<Session> {
    const id = newId();
    const { userId, workspaceId, kind, tokenVersion } = session;
    const request = currentRequest();
    await client.query(
      `insert into session (id, user_id, workspace_id, kind, token_version, address, user_agent, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, now() + $8::interval)`,
      [
        id,
        userId,
        workspaceId,
        kind,
        tokenVersion,
        request?.address ?? null,
        request?.userAgent ?? null,
        lifetime[kind],
      ],
    );
    return { id, userId, workspaceId, kind };
  }

  /** The session works in another workspace from now on, and no longer in the one before. Null when it is over. */
  async moveTo(
    client: SqlClient,
    { sessionId, userId, workspaceId }: { sessionId: string; userId: string; workspaceId: string },
  ): Promise<Session | null> {
    const { rows } = await client.query<{ kind: SessionKind }>(
      `update session set workspace_id = $3 where id = $1 and user_id = $2 and revoked_at is null and expires_at > now()
       returning kind`,
      [sessionId, userId, workspaceId],
    );
    await this.changes.tell(client, { sessionId });
    return rows[0] ? { id: sessionId, userId, workspaceId, kind: rows[0].kind } : null;
  }

  /** The sessions of a person that live, the one that was used last first. */
  async listLive(userId: string): Promise<ShownSession[]> {
    const { rows } = await this.pool.query<ShownSession>(
      `select s.id, s.kind, w.name as "workspaceName", s.address, s.user_agent as "userAgent", s.created_at as "createdAt",
         s.last_used_at as "lastUsedAt", s.expires_at as "expiresAt"
       from session s join workspace w on w.id = s.workspace_id join app_user u on u.id = s.user_id
       where s.user_id = $1 and s.revoked_at is null and s.expires_at > now() and s.token_version = u.token_version
       order by s.last_used_at desc, s.id desc limit 200`,
      [userId],
    );
    return rows;
  }

  /** Ends one session of a person. False when there is none that lives. */
  async revokeOf(client: SqlClient, { userId, sessionId }: { userId: string; sessionId: string }): Promise<boolean> {
    const { rowCount } = await client.query(
      `update session set revoked_at = now(), revoked_because = 'ended by its owner'
        where id = $1 and user_id = $2 and revoked_at is null`,
      [sessionId, userId],
    );
    await this.changes.tell(client, { userId, sessionId });
    return rowCount === 1;
  }

  /**
   * Ends every session of a person, those included that begin at this moment, but `keep`. How many there were.
   */
  async revokeAll(
    client: SqlClient,
    { userId, because, keep = null }: { userId: string; because: string; keep?: string | null },
  ): Promise<number> {
    await client.query('update app_user set token_version = token_version + 1 where id = $1', [userId]);
    const { rowCount } = await client.query(
      `update session set revoked_at = now(), revoked_because = $2
        where user_id = $1 and revoked_at is null and expires_at > now() and id is distinct from $3::uuid`,
      [userId, because, keep],
    );
    if (keep !== null) {
      await client.query(
        `update session s set token_version = u.token_version from app_user u
          where s.id = $1 and s.user_id = u.id and u.id = $2`,
        [keep, userId],
      );
    }
    await this.changes.tell(client, { userId, ...(keep === null ? {} : { exceptSessionId: keep }) });
    return rowCount;
  }

  /** A new refresh token of a session: 256 random bits. */
  async issueRefreshToken(sessionId: string, client: SqlClient = this.pool): Promise<string> {
    const token = newSecret();
    await client.query('insert into refresh_token (token_hash, session_id) values ($1, $2)', [
      hashOfSecret(token),
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
      await client.query(`update session set expires_at = now() + $2::interval, last_used_at = now() where id = $1`, [
        session.id,
        lifetime.session,
      ]);
      return { session, refreshToken: await this.issueRefreshToken(session.id, client) };
    });
  }

  async #sessionOfUnused(client: SqlClient, token: string): Promise<Session | null> {
    const { rows } = await client.query<{ id: string; user_id: string; workspace_id: string; kind: SessionKind }>(
      `update refresh_token t set used_at = now() from session s join app_user u on u.id = s.user_id
        where t.token_hash = $1 and t.used_at is null and s.id = t.session_id and s.revoked_at is null
          and s.expires_at > now() and s.token_version = u.token_version
        returning s.id, s.user_id, s.workspace_id, s.kind`,
      [hashOfSecret(token)],
    );
    const [row] = rows;
    return row ? { id: row.id, userId: row.user_id, workspaceId: row.workspace_id, kind: row.kind } : null;
  }

  async #revokeStolen(client: SqlClient, token: string): Promise<void> {
    const { rows } = await client.query<{ id: string }>(
      `update session s set revoked_at = now(), revoked_because = 'refresh token used twice' from refresh_token t
        where t.token_hash = $1 and t.used_at is not null and s.id = t.session_id and s.revoked_at is null returning s.id`,
      [hashOfSecret(token)],
    );
    for (const { id } of rows) await this.changes.tell(client, { sessionId: id });
  }

  /** Ends a session and every token of it. */
  async revoke(client: SqlClient, sessionId: string, because: string): Promise<void> {
    await client.query(
      'update session set revoked_at = now(), revoked_because = $2 where id = $1 and revoked_at is null',
      [sessionId, because],
    );
    await this.changes.tell(client, { sessionId });
  }

  /** Ends the session of a refresh token. */
  async revokeByRefreshToken(client: SqlClient, token: string, because: string): Promise<void> {
    const { rows } = await client.query<{ id: string }>(
      `update session s set revoked_at = now(), revoked_because = $2 from refresh_token t
        where t.token_hash = $1 and s.id = t.session_id and s.revoked_at is null returning s.id`,
      [hashOfSecret(token), because],
    );
    for (const { id } of rows) await this.changes.tell(client, { sessionId: id });
  }

  /** The role that a live session has at this moment; null when it is over or its user is no longer a member. */
  async roleOf(session: Omit<Session, 'kind'>): Promise<LiveSession | null> {
    const { rows } = await this.pool.queryNamed<LiveSession>(
      'identity-session-role',
      `select m.role, s.kind, u.is_guest as "isGuest" from session s
         join app_user u on u.id = s.user_id and u.token_version = s.token_version
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
