import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { credentialNameTaken, credentialNotFound } from '../credentials.errors';
import type { Credential, CredentialHealth, CredentialShare, SecretLayer, TokenState } from '../model/credential';

const COLUMNS = `
  c.id, c.workspace_id AS "workspaceId", c.type, c.name, c.state, c.layers, c.allowed_domains AS "allowedDomains", c.health,
  c.tokens, c.created_by AS "createdBy", c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.values_at AS "valuesAt",
  c.last_used_at AS "lastUsedAt",
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('subjectKind', s.subject_kind, 'subject', s.subject, 'right', s.may)
      ORDER BY s.subject_kind DESC, s.subject)
    FROM credential_share s WHERE s.credential_id = c.id
  ), '[]') AS shares`;

/** Rung with the id of a credential, in the transaction that changes its values, whom it is shared with, or ends it. */
export const CREDENTIAL_CHANGED_BELL = 'millrace_credential_changed';

/** What a new row says. */
export interface NewCredential extends Pick<
  Credential,
  'id' | 'workspaceId' | 'type' | 'name' | 'allowedDomains' | 'createdBy'
> {
  readonly shares: readonly CredentialShare[];
}

/** What an active row may become. Absent members stay. */
export interface CredentialChange {
  readonly name?: string;
  readonly layers?: readonly SecretLayer[];
  readonly allowedDomains?: readonly string[];
  readonly health?: CredentialHealth;
}

/** Rows of credentials. No method takes or gives a value of a credential. */
@Injectable()
export class CredentialStore {
  constructor(private readonly pool: SqlPool) {}

  /** Those that are not being deleted, by name. Index: credential_name. */
  async list(workspaceId: string, type?: string): Promise<Credential[]> {
    const { rows } = await this.pool.query<Credential>(
      `SELECT ${COLUMNS} FROM credential c
       WHERE c.workspace_id = $1 AND c.state <> 'deleting' AND ($2::text IS NULL OR c.type = $2) ORDER BY lower(c.name)`,
      [workspaceId, type ?? null],
    );
    return rows;
  }

  /** Also those that are being stored or deleted. Index: credential_pkey. @throws DomainError `CREDENTIAL_NOT_FOUND` */
  async find(
    workspaceId: string,
    id: string,
    client: SqlClient = this.pool,
    lock: '' | 'FOR UPDATE' = '',
  ): Promise<Credential> {
    const [found] = isUuid(id) ? await this.findMany(workspaceId, [id], client, lock) : [];
    if (!found) throw credentialNotFound(id);
    return found;
  }

  /** Those of these that the workspace has. Index: credential_pkey. */
  async findMany(
    workspaceId: string,
    ids: readonly string[],
    client: SqlClient = this.pool,
    lock: '' | 'FOR UPDATE' = '',
  ): Promise<Credential[]> {
    const known = ids.filter((id) => isUuid(id));
    if (known.length === 0) return [];
    const { rows } = await client.query<Credential>(
      `SELECT ${COLUMNS} FROM credential c WHERE c.id = ANY($1::uuid[]) AND c.workspace_id = $2 ${lock && `${lock} OF c`}`,
      [known, workspaceId],
    );
    return rows;
  }

  /** A `pending` row. @throws DomainError `CREDENTIAL_NAME_TAKEN` */
  async insert(client: SqlClient, made: NewCredential): Promise<void> {
    await uniquely(made.name, () =>
      client.query(
        `INSERT INTO credential (id, workspace_id, type, name, state, allowed_domains, created_by)
         VALUES ($1, $2, $3, $4, 'pending', $5, $6)`,
        [made.id, made.workspaceId, made.type, made.name, made.allowedDomains, made.createdBy],
      ),
    );
    await this.share(client, made.id, made.shares);
  }

  /** Its values are stored: it can be used. False when it was given up in the meantime. */
  async activate(client: SqlClient, id: string, layers: readonly SecretLayer[]): Promise<boolean> {
    const { rowCount } = await client.query(
      `UPDATE credential SET state = 'active', layers = $2, updated_at = clock_timestamp() WHERE id = $1 AND state = 'pending'`,
      [id, JSON.stringify(layers)],
    );
    return rowCount === 1;
  }

  /** Changes an active row whose layers are still those. False when they are not. @throws DomainError `CREDENTIAL_NAME_TAKEN` */
  async change(
    client: SqlClient,
    { id, layers }: Pick<Credential, 'id' | 'layers'>,
    change: CredentialChange,
  ): Promise<boolean> {
    const { rowCount } = await uniquely(change.name ?? '', () =>
      client.query(
        `UPDATE credential SET name = coalesce($3, name), layers = coalesce($4, layers),
           allowed_domains = coalesce($5, allowed_domains), health = coalesce($6, health), updated_at = clock_timestamp(),
           values_at = CASE WHEN $4::jsonb IS NULL THEN values_at ELSE clock_timestamp() END
         WHERE id = $1 AND layers = $2::jsonb AND state = 'active'`,
        [
          id,
          JSON.stringify(layers),
          change.name ?? null,
          change.layers ? JSON.stringify(change.layers) : null,
          change.allowedDomains ?? null,
          change.health ? JSON.stringify(change.health) : null,
        ],
      ),
    );
    if (rowCount === 1) await announce(client, id);
    return rowCount === 1;
  }

  /** Replaces whom it is shared with. */
  async share(client: SqlClient, id: string, shares: readonly CredentialShare[]): Promise<void> {
    await client.query('DELETE FROM credential_share WHERE credential_id = $1', [id]);
    await client.query(
      `INSERT INTO credential_share (credential_id, subject_kind, subject, may)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])`,
      [id, shares.map((s) => s.subjectKind), shares.map((s) => s.subject), shares.map((s) => s.right)],
    );
    await announce(client, id);
  }

  /** Nobody can use it from now on. False when that was so before. */
  async beginDeleting(client: SqlClient, id: string): Promise<boolean> {
    const { rowCount } = await client.query(
      `UPDATE credential SET state = 'deleting', updated_at = clock_timestamp() WHERE id = $1 AND state <> 'deleting'`,
      [id],
    );
    await announce(client, id);
    return rowCount === 1;
  }

  /** Its values are gone. */
  async remove(client: SqlClient, id: string): Promise<void> {
    await client.query(`DELETE FROM credential WHERE id = $1 AND state IN ('deleting', 'pending')`, [id]);
  }

  /** What was found out about it. */
  async setHealth(id: string, health: CredentialHealth): Promise<void> {
    await this.pool.query('UPDATE credential SET health = $2 WHERE id = $1', [id, JSON.stringify(health)]);
  }

  /** Which tokens count. */
  async setTokens(client: SqlClient, id: string, tokens: TokenState | null, health?: CredentialHealth): Promise<void> {
    await client.query('UPDATE credential SET tokens = $2, health = coalesce($3, health) WHERE id = $1', [
      id,
      tokens && JSON.stringify(tokens),
      health ? JSON.stringify(health) : null,
    ]);
  }

  /** Written once a minute at most. */
  async touch(id: string): Promise<void> {
    await this.pool.query(
      `UPDATE credential SET last_used_at = now()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [id],
    );
  }

  /** Rows that are neither stored nor gone after ten minutes. Index: credential_unsettled. */
  async unsettled(): Promise<Credential[]> {
    const { rows } = await this.pool.query<Credential>(
      `SELECT ${COLUMNS} FROM credential c
       WHERE c.state <> 'active' AND c.updated_at < now() - interval '10 minutes' ORDER BY c.updated_at LIMIT 100`,
    );
    return rows;
  }
}

/** As `Bell.ring`. */
async function announce(client: SqlClient, id: string): Promise<void> {
  await client.query('SELECT pg_notify($1, $2)', [CREDENTIAL_CHANGED_BELL, id]);
}

async function uniquely<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === '23505' && constraint === 'credential_name') throw credentialNameTaken(name);
    throw error;
  }
}
