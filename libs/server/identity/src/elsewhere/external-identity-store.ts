import { Injectable } from '@nestjs/common';
import { newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import type { ExternalPerson } from './provider';

/** An account elsewhere that a person signs in with. */
export interface ExternalIdentity {
  readonly id: string;
  readonly provider: string;
  readonly email: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** Which account elsewhere belongs to whom. */
@Injectable()
export class ExternalIdentityStore {
  constructor(private readonly pool: SqlPool) {}

  /** Whose account this is; notes that it was used. */
  async userOf({ issuer, subject }: ExternalPerson): Promise<string | null> {
    const { rows } = await this.pool.query<{ user_id: string }>(
      'update external_identity set last_used_at = now() where issuer = $1 and subject = $2 returning user_id',
      [issuer, subject],
    );
    return rows[0]?.user_id ?? null;
  }

  /** False when the account elsewhere belongs to somebody already. */
  async add(client: SqlClient, userId: string, provider: string, person: ExternalPerson): Promise<boolean> {
    const { rowCount } = await client.query(
      `insert into external_identity (id, user_id, provider, issuer, subject, email) values ($1, $2, $3, $4, $5, $6)
       on conflict (issuer, subject) do nothing`,
      [newId(), userId, provider, person.issuer, person.subject, person.email],
    );
    return rowCount === 1;
  }

  /** The accounts of a person. */
  async list(client: SqlClient, userId: string): Promise<ExternalIdentity[]> {
    const { rows } = await client.query<ExternalIdentity>(
      `select id, provider, email, created_at as "createdAt", last_used_at as "lastUsedAt"
         from external_identity where user_id = $1 order by created_at, id`,
      [userId],
    );
    return rows;
  }

  async remove(client: SqlClient, userId: string, id: string): Promise<void> {
    await client.query('delete from external_identity where id = $1 and user_id = $2', [id, userId]);
  }
}
