import type { Json } from '@millrace/workflow-model';
import { FORBIDDEN_KEYS } from '@millrace/workflow-model';

/** A deep copy that nobody can change, without keys that are never data. */
export function frozenCopy(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as Json[];
  const kept = Object.entries(value).filter(([key]) => !FORBIDDEN_KEYS.has(key));
  return Object.freeze(Object.fromEntries(kept.map(([key, element]) => [key, frozenCopy(element)])));
}
