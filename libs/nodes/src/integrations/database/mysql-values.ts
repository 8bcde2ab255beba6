import type { Json } from '@millrace/workflow-model';
import mysql from 'mysql2';

const BINARY_CHARSET = 63;
const TEXTS = new Set(['VAR_STRING', 'STRING', 'VARCHAR', 'BLOB', 'TINY_BLOB', 'MEDIUM_BLOB', 'LONG_BLOB']);

/** A column as the driver tells it. */
export interface MysqlColumn {
  readonly name: string;
  readonly columnType?: number | undefined;
  readonly characterSet?: number | undefined;
}

/** What people call the type of a column. */
export function mysqlTypeName({ columnType, characterSet }: MysqlColumn): string {
  const name =
    (mysql.Types as unknown as Record<number, string | undefined>)[columnType ?? -1] ?? `type ${columnType ?? '?'}`;
  if (!TEXTS.has(name)) return name.toLowerCase();
  return characterSet === BINARY_CHARSET ? 'binary' : 'text';
}

/** A value as JSON: times as ISO 8601, bytes as Base64. `bigint` and `decimal` come as text already. */
export function mysqlJson(value: unknown, column: MysqlColumn): Json {
  if (value === undefined || value === null) return null;
  if (Buffer.isBuffer(value)) return value.toString('base64');
  const type = mysqlTypeName(column);
  if (typeof value === 'string') return /^(?:datetime|timestamp)/.test(type) ? value.replace(' ', 'T') : value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return String(value);
  return value as Json;
}

/** A value as it is bound: lists and objects are JSON; whole numbers go as text, which `LIMIT ?` takes as well. */
export function mysqlBound(value: Json): string | number | boolean | null {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return Number.isInteger(value) ? String(value) : value;
}
