import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import type { Role } from '../access/actor';
import { hashOfSecret, newSecret } from '../sessions/secrets';

/** A role that can be had by invitation: owners are made by transfer. */
export type InvitedRole = Exclude<Role, 'owner'>;

/** An invitation, without its secret. */
export interface Invitation {
  readonly id: string;
  /** Whom it is for; whoever has the link when null. */
  readonly email: string | null;
  readonly role: InvitedRole;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly invitedBy: string;
}

/** An invitation with what is needed to accept it. */
export interface OpenInvitation extends Invitation {
  readonly workspaceId: string;
  readonly workspaceName: string;
}

const COLUMNS = `i.id, i.email, i.role, i.created_at as "createdAt", i.expires_at as "expiresAt", u.name as "invitedBy"`;
const IS_OPEN = 'i.accepted_at is null and i.revoked_at is null and i.expires_at > now()';

/** Invitations to workspaces. Their secrets are known by their hashes only. */
@Injectable()
export class InvitationStore {
  constructor(private readonly pool: SqlPool) {}

  /** Makes an invitation; its secret is known here and never again. */
  async add(
    client: SqlClient,
    invitation: { workspaceId: string; userId: string; email: string | null; role: InvitedRole; days: number },
  ): Promise<{ id: string; secret: string }> {
    const [id, secret] = [newId(), newSecret()];
    const { workspaceId, email, role, userId, days } = invitation;
    await client.query(
      `insert into invitation (id, workspace_id, email, role, token_hash, created_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 day')`,
      [id, workspaceId, email, role, hashOfSecret(secret), userId, days],
    );
    return { id, secret };
  }

  /** Those that can still be accepted, the newest first; only one if `id` is given. */
  async listOpen(workspaceId: string, id: string | null = null): Promise<Invitation[]> {
    const { rows } = await this.pool.query<Invitation>(
      `select ${COLUMNS} from invitation i join app_user u on u.id = i.created_by
        where i.workspace_id = $1 and ${IS_OPEN} and ($2::uuid is null or i.id = $2) order by i.created_at desc, i.id desc`,
      [workspaceId, id],
    );
    return rows;
  }

  /**
   * The invitation of a secret while it can be accepted: its maker must still be allowed to make it. Locks it for the
   * transaction, so that it is used once.
   */
  async findOpen(client: SqlClient, secret: string): Promise<OpenInvitation | null> {
    const { rows } = await client.query<OpenInvitation>(
      `select ${COLUMNS}, i.workspace_id as "workspaceId", w.name as "workspaceName"
         from invitation i join workspace w on w.id = i.workspace_id join app_user u on u.id = i.created_by
         join membership m on m.user_id = i.created_by and m.workspace_id = i.workspace_id and m.role in ('owner', 'admin')
        where i.token_hash = $1 and ${IS_OPEN} for update of i`,
      [hashOfSecret(secret)],
    );
    return rows[0] ?? null;
  }

  async markAccepted(client: SqlClient, id: string, userId: string): Promise<void> {
    await client.query('update invitation set accepted_at = now(), accepted_by = $2 where id = $1', [id, userId]);
  }

  /** What it was; null when there is none that could still be accepted. */
  async revoke(client: SqlClient, workspaceId: string, id: string): Promise<Invitation | null> {
    if (!isUuid(id)) return null;
    const { rows } = await client.query<Invitation>(
      `update invitation i set revoked_at = now() from app_user u
        where i.id = $2 and i.workspace_id = $1 and u.id = i.created_by and ${IS_OPEN} returning ${COLUMNS}`,
      [workspaceId, id],
    );
    return rows[0] ?? null;
  }
}
