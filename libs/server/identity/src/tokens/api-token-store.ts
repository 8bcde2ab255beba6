import { Injectable } from '@nestjs/common';
import { newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import { isAtLeast, type Actor, type Role } from '../access/actor';
import { roleMay, tokenPermissions, type Permission } from '../access/permission';
import { hashOfSecret, newSecret } from '../sessions/secrets';

/** What every API token begins with, so that scanners of code and logs find it. */
export const API_TOKEN_PREFIX = 'mlr_';

/** The API token in a bearer header; null when it holds another kind of token. */
export function apiTokenIn(authorization: string): string | null {
  const text = authorization.replace(/^Bearer\s+/i, '');
  return text.startsWith(API_TOKEN_PREFIX) ? text : null;
}

/** An API token, without its secret. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
  readonly userName: string;
  /** First characters of the secret, to tell tokens apart. */
  readonly hint: string;
  /** At most this role; that of its maker when null. */
  readonly role: Role | null;
  readonly scopes: readonly Permission[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBecause: string | null;
}

interface ActorRow {
  id: string;
  userId: string;
  workspaceId: string;
  memberRole: Role;
  role: Role | null;
  scopes: string[];
}

const COLUMNS = `t.id, t.name, t.user_id as "userId", u.name as "userName", t.hint, t.role, t.scopes, t.created_at as "createdAt",
  t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt", t.revoked_because as "revokedBecause"`;
const FROM_LIVE = `from api_token t
  join membership m on m.user_id = t.user_id and m.workspace_id = t.workspace_id
  where t.revoked_at is null and t.expires_at > now()`;
const HINT_LENGTH = 8;
/** How exact "last used" is: a write for every call would cost more than the call. */
const USED_MINUTES = 1;

/** API tokens. What one may do is looked up each time: no more than its scopes, and no more than its maker may now. */
@Injectable()
export class ApiTokenStore {
  constructor(private readonly pool: SqlPool) {}

  /** Makes a token; its secret is known here and never again. */
  async add(
    client: SqlClient,
    token: { actor: Actor; name: string; role: Role | null; scopes: readonly Permission[]; days: number },
  ): Promise<{ id: string; secret: string }> {
    const id = newId();
    const secret = `${API_TOKEN_PREFIX}${newSecret()}`;
    const { userId, workspaceId } = token.actor;
    await client.query(
      `insert into api_token (id, workspace_id, user_id, name, token_hash, hint, role, scopes, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, now() + $9 * interval '1 day')`,
      [
        id,
        workspaceId,
        userId,
        token.name,
        hashOfSecret(secret),
        secret.slice(0, HINT_LENGTH),
        token.role,
        token.scopes,
        token.days,
      ],
    );
    return { id, secret };
  }

  /** Who a token stands for at this moment; null when it is unknown, over, revoked, or its maker is no longer a member. */
  async actorOf(secret: string): Promise<Actor | null> {
    const { rows } = await this.pool.queryNamed<ActorRow & { isStale: boolean }>(
      'identity-api-token',
      `select t.id, t.user_id as "userId", t.workspace_id as "workspaceId", m.role as "memberRole", t.role, t.scopes,
         coalesce(t.last_used_at < now() - interval '${USED_MINUTES} minutes', true) as "isStale"
       ${FROM_LIVE} and t.token_hash = $1`,
      [hashOfSecret(secret)],
    );
    const [row] = rows;
    if (!row) return null;
    if (row.isStale) await this.pool.query('update api_token set last_used_at = now() where id = $1', [row.id]);
    return actorOfRow(row);
  }

  /** The same by id. */
  async actorOfId(id: string): Promise<Actor | null> {
    const { rows } = await this.pool.query<ActorRow>(
      `select t.id, t.user_id as "userId", t.workspace_id as "workspaceId", m.role as "memberRole", t.role, t.scopes
       ${FROM_LIVE} and t.id = $1`,
      [id],
    );
    return rows[0] ? actorOfRow(rows[0]) : null;
  }

  /** Tokens of the workspace, or only those of one member of it; the newest first. */
  async list(workspaceId: string, userId: string | null, id: string | null = null): Promise<ApiToken[]> {
    const { rows } = await this.pool.query<ApiToken>(
      `select ${COLUMNS} from api_token t join app_user u on u.id = t.user_id
        where t.workspace_id = $1 and ($2::uuid is null or t.user_id = $2) and ($3::uuid is null or t.id = $3)
        order by t.created_at desc, t.id desc`,
      [workspaceId, userId, id],
    );
    return rows;
  }

  /** Ends a token; only one of `userId` unless that is null. What it was called, or null when there is no such token. */
  async revoke(
    client: SqlClient,
    { id, workspaceId, userId, because }: { id: string; workspaceId: string; userId: string | null; because: string },
  ): Promise<string | null> {
    const { rows } = await client.query<{ name: string }>(
      `update api_token set revoked_at = coalesce(revoked_at, now()), revoked_because = coalesce(revoked_because, $4)
        where id = $1 and workspace_id = $2 and ($3::uuid is null or user_id = $3) returning name`,
      [id, workspaceId, userId, because],
    );
    return rows[0]?.name ?? null;
  }

  /** Ends the tokens of a member that are for more than `role` may; all of them when it is null. */
  async revokeBeyond(
    client: SqlClient,
    { userId, workspaceId, role }: { userId: string; workspaceId: string; role: Role | null },
  ): Promise<void> {
    const allowed = role === null ? null : tokenPermissionsOf(role);
    await client.query(
      `update api_token set revoked_at = now(), revoked_because = $4
        where user_id = $1 and workspace_id = $2 and revoked_at is null and ($3::text[] is null or not (scopes <@ $3::text[]))`,
      [userId, workspaceId, allowed, role === null ? 'left the workspace' : `is ${role} now`],
    );
  }
}

function actorOfRow({ id, userId, workspaceId, memberRole, role, scopes }: ActorRow): Actor {
  const lower = role !== null && isAtLeast(memberRole, role) ? role : memberRole;
  const known = scopes.filter((scope): scope is Permission => tokenPermissions.includes(scope as Permission));
  return { userId, workspaceId, role: lower, via: 'token', scopes: known, apiTokenId: id };
}

/** What a token may be made for by somebody with this role. */
export function tokenPermissionsOf(role: Role): readonly Permission[] {
  return tokenPermissions.filter((permission) => roleMay(role, permission));
}
