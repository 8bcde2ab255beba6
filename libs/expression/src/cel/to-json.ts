import { Duration, UnsignedInt } from '@marcbachmann/cel-js/evaluator';
import type { Json } from '@millrace/workflow-model';
import { FORBIDDEN_KEYS } from '@millrace/workflow-model';
import type { Meter } from '../meter';
import { encodeBase64 } from './bytes';
import { fault } from './fault';

/**
 * What an expression gives, as JSON: ints become numbers, timestamps ISO 8601 text in UTC, durations ISO 8601 text, bytes
 * base64. Lists and objects that are JSON already are handed on as they are.
 */
export function toJson(value: unknown, meter: Meter): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      throw fault('RESULT_NOT_JSON', `The result is ${value}, which is no JSON value.`);
    case 'bigint':
      return safeNumber(value);
    default:
      return value === null ? null : objectToJson(value, meter);
  }
}

function safeNumber(value: bigint): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw fault('RESULT_NOT_JSON', `${value} is too large for a JSON number; use string(...) to keep all its digits.`);
}

function objectToJson(value: unknown, meter: Meter): Json {
  if (Array.isArray(value)) return listToJson(value, meter);
  if (value instanceof Date) return isoText(value);
  if (value instanceof Duration) return durationText(value);
  if (value instanceof UnsignedInt) return safeNumber(value.value);
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (typeof value === 'object' && value !== null && isPlain(value)) return recordToJson(value, meter);
  throw fault('RESULT_NOT_JSON', 'The result is no JSON value.');
}

function isPlain(value: object): value is Record<string, unknown> {
  // By its own prototype and not by `Object`: data may come from another realm.
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function listToJson(list: readonly unknown[], meter: Meter): Json {
  meter.spend(1 + list.length / 16);
  let copy: Json[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const element = toJson(list[i], meter);
    if (copy === undefined && element !== list[i]) copy = list.slice(0, i) as Json[];
    copy?.push(element);
  }
  return copy ?? (list as Json[]);
}

function recordToJson(record: Record<string, unknown>, meter: Meter): Json {
  let isSame = true;
  const copy: Record<string, Json> = {};
  const keys = Object.keys(record);
  meter.spend(1 + keys.length / 16);
  for (const key of keys) {
    if (FORBIDDEN_KEYS.has(key)) {
      isSame = false;
      continue;
    }
    const element = (copy[key] = toJson(record[key], meter));
    if (element !== record[key]) isSame = false;
  }
  return isSame ? (record as Record<string, Json>) : copy;
}

/** ISO 8601 in UTC. */
export function isoText(date: Date): string {
  if (Number.isNaN(date.getTime())) throw fault('RESULT_NOT_JSON', 'The date is not valid.');
  return date.toISOString();
}

/** ISO 8601, in seconds: `PT5400S`. */
export function durationText(duration: Duration): string {
  const milliseconds = duration.valueOf();
  return `${milliseconds < 0 ? '-' : ''}PT${Math.abs(milliseconds) / 1000}S`;
}
