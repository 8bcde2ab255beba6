import type { Schema } from '@cfworker/json-schema';
import { isObject } from '../data/is-object';

/** The schema whose keyword failed, found along the way that the validator took; `$ref` leads to a definition of the root. */
export function schemaAt(root: Schema, location: readonly string[]): Schema {
  let current: unknown = root;
  for (const key of location.slice(0, -1)) {
    current = key === '$ref' && isObject(current) ? referred(root, current['$ref']) : step(current, decoded(key));
  }
  return isObject(current) ? current : {};
}

function referred(root: Schema, reference: unknown): unknown {
  const keys = String(reference).split('/').slice(1).map(decoded);
  return keys.reduce<unknown>(step, root);
}

function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function decoded(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}
