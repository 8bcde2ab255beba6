import type { DataPath } from '../data/data-path';
import type { Json } from '../json';

/** Path that a pointer of the validator (`#/rules/0/field`) means in a value: numbers where lists are. */
export function instancePath(pointer: string, value: Json): DataPath {
  const path: (string | number)[] = [];
  let current: Json | undefined = value;
  for (const encoded of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(encoded).replaceAll('~1', '/').replaceAll('~0', '~');
    const segment: string | number = Array.isArray(current) ? Number(key) : key;
    path.push(segment);
    current = (current as Record<string | number, Json> | undefined)?.[segment];
  }
  return path;
}
