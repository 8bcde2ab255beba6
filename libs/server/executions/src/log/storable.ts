import type { Json } from '@millrace/workflow-model';

/** The value without what Postgres cannot turn into text: NUL, and halves of surrogate pairs. */
export function storable(value: Json): Json {
  if (typeof value === 'string') return value.replace(/\0|[\ud800-\udfff]/gu, '');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key) as string, storable(inner)]));
}
