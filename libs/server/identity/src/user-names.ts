import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { validate as isUuid } from 'uuid';

/** Names of users for lists that show who did something; one query for all of a list. */
@Injectable()
export class UserNames {
  readonly #names = new DataLoader<string, string | null>((ids) => this.#find(ids), {
    cache: false,
    maxBatchSize: 200,
  });

  constructor(private readonly pool: SqlPool) {}

  /** Null for the product itself and for users who are gone. The caller has the id from a row of its own workspace. */
  nameOf(userId: string): Promise<string | null> {
    return this.#names.load(userId);
  }

  async #find(ids: readonly string[]): Promise<(string | null)[]> {
    // Index: app_user_pkey.
    const { rows } = await this.pool.query<{ id: string; name: string }>(
      'select id, name from app_user where id = any($1::uuid[])',
      [ids.filter((id) => isUuid(id))],
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return ids.map((id) => names.get(id) ?? null);
  }
}
