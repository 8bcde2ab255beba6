import { SqlPool, limitExceeded } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

/** Characters of a key. */
export const MAX_KEY_CHARACTERS = 512;
/** Bytes of a value as JSON. */
export const MAX_VALUE_BYTES = 1024 * 1024;

/** Durable values per workspace. Index of every statement: key_value_pkey. */
@Injectable()
export class KeyValues {
  constructor(private readonly pool: SqlPool) {}

  /** Undefined when there is none. */
  async read(workspaceId: string, key: string): Promise<Json | undefined> {
    const { rows } = await this.pool.query<{ value: Json }>(
      'SELECT value FROM key_value WHERE workspace_id = $1 AND key = $2',
      [workspaceId, key],
    );
    return rows[0]?.value;
  }

  /** Sets or replaces. @throws DomainError `STORAGE_KEY_INVALID`, `STORAGE_VALUE_TOO_LARGE` */
  async write(workspaceId: string, key: string, value: Json): Promise<void> {
    if (key.length === 0 || key.length > MAX_KEY_CHARACTERS) {
      throw limitExceeded('STORAGE_KEY_INVALID', `A storage key has 1 to ${MAX_KEY_CHARACTERS} characters.`);
    }
    const text = JSON.stringify(value);
    if (Buffer.byteLength(text) > MAX_VALUE_BYTES) {
      throw limitExceeded('STORAGE_VALUE_TOO_LARGE', `A stored value has at most ${MAX_VALUE_BYTES} bytes of JSON.`);
    }
    await this.pool.query(
      `INSERT INTO key_value (workspace_id, key, value) VALUES ($1, $2, $3)
       ON CONFLICT (workspace_id, key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [workspaceId, key, text],
    );
  }

  /** Whether there was something to delete. */
  async delete(workspaceId: string, key: string): Promise<boolean> {
    const { rowCount } = await this.pool.query('DELETE FROM key_value WHERE workspace_id = $1 AND key = $2', [
      workspaceId,
      key,
    ]);
    return rowCount > 0;
  }
}
