import type { Environment } from '@marcbachmann/cel-js';
import { fault } from '../fault';

/** A number as functions get it: a literal without a point is an int and arrives as a BigInt. */
export type CelNumber = number | bigint;

/** Functions that the library has, but not the way we need them. Calls are led to the replacement before they are checked. */
export const REPLACED_FUNCTIONS: ReadonlySet<string> = new Set([
  // JavaScript's regular expressions can take for ever.
  'matches',
  // Only lists of nothing but text; nothing bounds the result.
  'join',
  'split',
  // Its pattern takes cubic time for long digits.
  'duration',
  // Parts of a date in a zone go through the zone of the machine.
  'getDate',
  'getDayOfMonth',
  'getDayOfWeek',
  'getDayOfYear',
  'getFullYear',
  'getHours',
  'getMilliseconds',
  'getMinutes',
  'getMonth',
  'getSeconds',
]);

const REPLACEMENT_PREFIX = 'millrace_';

/** Name under which a replacement is registered. */
export function registeredName(name: string): string {
  return REPLACED_FUNCTIONS.has(name) ? REPLACEMENT_PREFIX + name : name;
}

/** Names as people write them, in a message of the library. */
export function plainName(message: string): string {
  return message.replaceAll(REPLACEMENT_PREFIX, '');
}

interface Declared {
  /** Such as `string.slice(num, num): string`; `num` stands for int and double alike. */
  readonly signature: string;
  readonly description: string;
}

type Handler = (...args: never[]) => unknown;

/** Registers a function for every combination of the number types in its signature. */
export function declare(environment: Environment, { signature, description }: Declared, handler: Handler): void {
  const named = signature.replace(/(\w+)\(/, (_whole, name: string) => `${registeredName(name)}(`);
  for (const each of expanded(named)) {
    environment.registerFunction(each, handler as (...args: unknown[]) => unknown, { async: false, description });
  }
}

function expanded(signature: string): string[] {
  if (!/\bnum\b/.test(signature)) return [signature];
  return ['int', 'double'].flatMap((type) => expanded(signature.replace(/\bnum\b/, type)));
}

/** A whole number from an int or a double. */
export function wholeNumber(value: CelNumber, what: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw fault('INVALID_ARGUMENT', `${what} has to be a whole number, not ${number}.`);
}
