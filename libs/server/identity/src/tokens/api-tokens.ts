import { Injectable } from '@nestjs/common';
import { forbidden, invalid, limitExceeded, notFound, SqlPool } from '@millrace/server-platform';
import { validate as isUuid } from 'uuid';
import { isAtLeast, type Actor, type Role } from '../access/actor';
import { actorMay, type Permission } from '../access/permission';
import { AuditTrail } from '../audit/audit-trail';
import { AccessChanges } from '../sessions/access-changes';
import { ApiTokenStore, tokenPermissionsOf, type ApiToken } from './api-token-store';

/** Tokens that one person may have at once in a workspace. */
const MAX_TOKENS = 100;
/** Longest life of a token, in days. */
export const MAX_TOKEN_DAYS = 366;

/** What a new token is to be. */
export interface ApiTokenRequest {
  readonly name: string;
  readonly scopes: readonly string[];
  /** At most this role; that of the maker when null. */
  readonly role: Role | null;
  readonly days: number;
}

/** Tokens for programs: they may do part of what their maker may, in one workspace, for some time. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly pool: SqlPool,
    private readonly tokens: ApiTokenStore,
    private readonly changes: AccessChanges,
    private readonly audit: AuditTrail,
  ) {}

  /** The tokens of the person in this workspace; those of everybody for who may manage them and asks for it. @throws DomainError `FORBIDDEN` */
  list(actor: Actor, ofEverybody: boolean): Promise<ApiToken[]> {
    if (ofEverybody && !actorMay(actor, 'token:manage'))
      throw forbidden('Only owners and admins see the API tokens of everybody.', 'FORBIDDEN', {
        permission: 'token:manage',
      });
    return this.tokens.list(actor.workspaceId, ofEverybody ? null : actor.userId);
  }

  /** The secret is in this answer and nowhere else. @throws DomainError `SCOPE_NOT_ALLOWED`, `ROLE_TOO_HIGH`, `TOO_MANY_TOKENS` */
  async create(actor: Actor, request: ApiTokenRequest): Promise<{ token: ApiToken; secret: string }> {
    const scopes = allowedScopes(actor, request);
    const { name, role, days } = request;
    const { id, secret } = await this.pool.tx(async (client) => {
      await this.#requireRoom(actor);
      const made = await this.tokens.add(client, { actor, name, role, scopes, days });
      const target = { type: 'apiToken', id: made.id, label: name };
      await this.audit.record(client, { action: 'apiToken.created', actor, target, details: { scopes, role, days } });
      return made;
    });
    const [token] = await this.tokens.list(actor.workspaceId, actor.userId, id);
    if (!token) throw tokenNotFound();
    return { token, secret };
  }

  /** An own token, or that of anybody for who may manage them. @throws DomainError `API_TOKEN_NOT_FOUND` */
  async revoke(actor: Actor, id: string): Promise<ApiToken> {
    const userId = actorMay(actor, 'token:manage') ? null : actor.userId;
    const { workspaceId } = actor;
    if (!isUuid(id)) throw tokenNotFound();
    await this.pool.tx(async (client) => {
      const name = await this.tokens.revoke(client, { id, workspaceId, userId, because: 'revoked' });
      if (name === null) throw tokenNotFound();
      await this.changes.tell(client, { apiTokenId: id });
      await this.audit.record(client, {
        action: 'apiToken.revoked',
        actor,
        target: { type: 'apiToken', id, label: name },
      });
    });
    const [token] = await this.tokens.list(workspaceId, userId, id);
    if (!token) throw tokenNotFound();
    return token;
  }

  async #requireRoom({ workspaceId, userId }: Actor): Promise<void> {
    const own = await this.tokens.list(workspaceId, userId);
    const live = own.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > new Date());
    if (live.length >= MAX_TOKENS)
      throw limitExceeded('TOO_MANY_TOKENS', `One person may have ${MAX_TOKENS} API tokens. Revoke one first.`);
  }
}

/** @throws DomainError `ROLE_TOO_HIGH`, `SCOPE_NOT_ALLOWED` */
function allowedScopes(actor: Actor, { role, scopes }: ApiTokenRequest): readonly Permission[] {
  if (role !== null && !isAtLeast(actor.role, role))
    throw invalid('ROLE_TOO_HIGH', `Your role is "${actor.role}": a token cannot have "${role}".`);
  const allowed = tokenPermissionsOf(role ?? actor.role).filter((permission) => actorMay(actor, permission));
  const wrong = scopes.filter((scope) => !(allowed as readonly string[]).includes(scope));
  if (scopes.length > 0 && wrong.length === 0) return [...new Set(scopes)] as Permission[];
  const what = scopes.length === 0 ? 'A token needs at least one scope.' : `A token cannot have: ${wrong.join(', ')}.`;
  throw invalid('SCOPE_NOT_ALLOWED', `${what} You may choose from: ${allowed.join(', ')}.`, { allowed });
}

function tokenNotFound(): Error {
  return notFound('API_TOKEN_NOT_FOUND', 'There is no such API token in this workspace, or it is not yours.');
}
