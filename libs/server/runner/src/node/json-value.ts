import { NodeError } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';

const DEEPEST = 512;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
/** NUL and lone surrogates: Postgres takes neither in text. */
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /[\u0000\uD800-\uDFFF]/;
// eslint-disable-next-line no-control-regex
const LONE = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * A value as JSON can hold it. Comes back as it is when there is nothing to mend, so that the usual value is not copied.
 * Undefined members go, dates become text, whole BigInts become numbers, numbers that JSON does not know become null.
 * @throws NodeError `NODE_OUTPUT_NOT_JSON`
 */
export function asJson(value: unknown, depth = 0): Json {
  switch (typeof value) {
    case 'string':
      return UNSTORABLE.test(value) ? mended(value) : value;
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'bigint':
      return Number(value);
    case 'undefined':
      return null;
    case 'object':
      if (value === null) return null;
      if (depth >= DEEPEST) throw notJson(`it is nested deeper than ${DEEPEST} levels, or contains itself`);
      return Array.isArray(value) ? asArray(value, depth + 1) : asObject(value, depth + 1);
    default:
      throw notJson(`it holds a ${typeof value}`);
  }
}

function asArray(values: readonly unknown[], depth: number): Json[] {
  let copy: Json[] | undefined;
  for (let index = 0; index < values.length; index += 1) {
    const value = asJson(values[index], depth);
    if (copy === undefined && value !== values[index]) copy = values.slice(0, index) as Json[];
    copy?.push(value);
  }
  return copy ?? (values as Json[]);
}

function asObject(object: object, depth: number): Json {
  if (object instanceof Date) return Number.isNaN(object.getTime()) ? null : object.toISOString();
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(`it holds a ${nameOf(object)}`);
  let clean = prototype === Object.prototype;
  const entries: [string, Json][] = [];
  for (const key of Object.keys(object)) {
    const before = (object as Record<string, unknown>)[key];
    const drop = before === undefined || FORBIDDEN.has(key);
    if (drop) {
      clean = false;
      continue;
    }
    const value = asJson(before, depth);
    const name = UNSTORABLE.test(key) ? mended(key) : key;
    if (value !== before || name !== key) clean = false;
    entries.push([name, value]);
  }
  return clean ? (object as JsonObject) : Object.fromEntries(entries);
}

function mended(text: string): string {
  return text.replace(LONE, '\uFFFD');
}

function nameOf(object: object): string {
  return object.constructor?.name || 'special object';
}

function notJson(reason: string): NodeError {
  return new NodeError({
    code: 'NODE_OUTPUT_NOT_JSON',
    fault: 'bug',
    message: `The node gave a value that is no JSON: ${reason}.`,
  });
}
