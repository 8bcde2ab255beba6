import { FORBIDDEN_KEYS, LIMITS } from '../limits';
import type { Json, JsonObject } from '../json';
import type { DataPath } from './data-path';

/**
 * The value with `next` at `path`; the way there is copied, the rest shared. Missing objects and lists are made (a list
 * where the next segment is a number). The same value when the path leads through text or numbers, leaves a hole in a
 * list, names a forbidden key or has more than 64 segments.
 */
export function setPath(value: Json, path: DataPath, next: Json): Json {
  if (path.length > LIMITS.configDepth) return value;
  return write(value, path, 0, next) ?? value;
}

/** The value without what is at `path`; elements behind it in a list move up. The same value when nothing is there. */
export function unsetPath(value: Json, path: DataPath): Json {
  if (path.length === 0 || path.length > LIMITS.configDepth) return value;
  return erase(value, path, 0) ?? value;
}

/** Undefined when the path does not fit. */
function write(value: Json | undefined, path: DataPath, depth: number, next: Json): Json | undefined {
  const segment = path[depth];
  if (segment === undefined) return next;
  const container = value === undefined ? emptyFor(segment) : value;
  if (Array.isArray(container)) return writeElement(container, path, depth, next);
  if (typeof container !== 'object' || container === null || FORBIDDEN_KEYS.has(String(segment))) return undefined;
  const inner = write(own(container, segment), path, depth + 1, next);
  return inner === undefined ? undefined : { ...container, [segment]: inner };
}

function writeElement(list: Json[], path: DataPath, depth: number, next: Json): Json | undefined {
  const index = indexOf(path[depth]);
  if (index === undefined || index > list.length) return undefined;
  const inner = write(list[index], path, depth + 1, next);
  return inner === undefined ? undefined : [...list.slice(0, index), inner, ...list.slice(index + 1)];
}

function erase(value: Json | undefined, path: DataPath, depth: number): Json | undefined {
  const segment = path[depth];
  if (segment === undefined || typeof value !== 'object' || value === null) return undefined;
  const last = depth === path.length - 1;
  if (Array.isArray(value)) {
    const index = indexOf(segment);
    if (index === undefined || index >= value.length) return undefined;
    if (last) return value.toSpliced(index, 1);
    const inner = erase(value[index], path, depth + 1);
    return inner === undefined ? undefined : value.with(index, inner);
  }
  if (!Object.hasOwn(value, segment)) return undefined;
  if (last) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== String(segment)));
  const inner = erase(own(value, segment), path, depth + 1);
  return inner === undefined ? undefined : { ...value, [segment]: inner };
}

function emptyFor(segment: string | number): Json {
  return typeof segment === 'number' ? [] : {};
}

function own(object: JsonObject, key: string | number): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function indexOf(segment: string | number | undefined): number | undefined {
  const index = typeof segment === 'string' && /^\d+$/.test(segment) ? Number(segment) : segment;
  return typeof index === 'number' && Number.isInteger(index) && index >= 0 ? index : undefined;
}
