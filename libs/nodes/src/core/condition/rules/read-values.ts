import type { Json } from '@millrace/workflow-model';
import { DateTime } from 'luxon';

const TRUE_WORDS = new Set(['true', '1', 'yes', 'on']);
const FALSE_WORDS = new Set(['false', '0', 'no', 'off']);
const RADIX_PREFIX = /^[+-]?0[xob]/i;
const ISO_DATE = /^\d{4}-\d{2}/;
const EPOCH_DIGITS = /^-?\d{9,16}$/;
const MAX_DATE_LENGTH = 64;
const MAX_NUMBER_LENGTH = 400;

/** A number, or text that is one: `"12.5"`, `"-3e2"`. */
export function readNumber(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > MAX_NUMBER_LENGTH) return undefined;
  const text = value.trim();
  if (text === '' || RADIX_PREFIX.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** A boolean, or a word or number that people write for one: `"yes"`, `"off"`, `1`. */
export function readBoolean(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const word = String(value).trim().toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  return FALSE_WORDS.has(word) ? false : undefined;
}

/** Text of a string, or with `loose` of a number or boolean. */
export function readText(value: Json | undefined, loose: boolean): string | undefined {
  if (typeof value === 'string') return value;
  if (loose && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  return undefined;
}

/**
 * An instant: ISO 8601, SQL, RFC 2822 and HTTP dates, or milliseconds since the epoch. Without an offset the time is read
 * in `timezone`; a date alone is the start of that day.
 */
export function readInstant(value: Json | undefined, timezone: string): DateTime | undefined {
  if (typeof value === 'number') return valid(DateTime.fromMillis(value, { zone: timezone }));
  if (typeof value !== 'string' || value.length > MAX_DATE_LENGTH) return undefined;
  const text = value.trim();
  if (EPOCH_DIGITS.test(text)) return valid(DateTime.fromMillis(Number(text), { zone: timezone }));
  const options = { zone: timezone };
  if (ISO_DATE.test(text)) return valid(DateTime.fromISO(text, options)) ?? valid(DateTime.fromSQL(text, options));
  return valid(DateTime.fromRFC2822(text, options)) ?? valid(DateTime.fromHTTP(text, options));
}

/** Whether text looks like an ISO 8601 date, so that greater and less mean later and earlier. */
export function looksLikeDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(text) && text.length <= MAX_DATE_LENGTH;
}

/** Characters of text, elements of a list, or keys of an object. */
export function lengthOf(value: Json | undefined): number | undefined {
  if (typeof value === 'string') return charactersOf(value);
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}

function charactersOf(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}

function valid(date: DateTime): DateTime | undefined {
  return date.isValid ? date : undefined;
}
