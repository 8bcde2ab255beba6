import type { Environment } from '@marcbachmann/cel-js';
import { currentRun } from '../current-run';
import { fault } from '../fault';
import { type CelNumber, declare, wholeNumber } from './declare';

/** Functions over numbers. */
export function declareNumbers(environment: Environment): void {
  declareRounding(environment);
  declareExtremes(environment);
  declare(
    environment,
    { signature: 'toNumber(dyn): double', description: 'A number from text, a bool or a number.' },
    toNumber,
  );
}

function declareRounding(environment: Environment): void {
  declare(
    environment,
    { signature: 'round(num): double', description: 'The nearest whole number; halves away from zero.' },
    (value: CelNumber) => roundTo(Number(value), 0),
  );
  declare(
    environment,
    { signature: 'round(num, num): double', description: 'Rounded to so many digits after the point.' },
    (value: CelNumber, digits: CelNumber) => roundTo(Number(value), wholeNumber(digits, 'A number of digits')),
  );
  declare(
    environment,
    { signature: 'floor(num): double', description: 'The next whole number below.' },
    (value: CelNumber) => Math.floor(Number(value)),
  );
  declare(
    environment,
    { signature: 'ceil(num): double', description: 'The next whole number above.' },
    (value: CelNumber) => Math.ceil(Number(value)),
  );
  declare(environment, { signature: 'abs(num): double', description: 'Without its sign.' }, (value: CelNumber) =>
    Math.abs(Number(value)),
  );
}

/** Through decimal notation, because `1.005 * 100` is not 100.5. */
function roundTo(value: number, digits: number): number {
  if (digits < -15 || digits > 15) throw fault('INVALID_ARGUMENT', 'round: digits are between -15 and 15.');
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return value;
  const rounded = shifted(Math.round(shifted(Math.abs(value), digits)), -digits);
  return value < 0 ? -rounded : rounded;
}

function shifted(value: number, digits: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

function declareExtremes(environment: Environment): void {
  for (const [name, which] of [
    ['min', 'smallest'],
    ['max', 'largest'],
  ] as const) {
    const ofTwo = (a: CelNumber, b: CelNumber): number => Math[name](Number(a), Number(b));
    declare(
      environment,
      { signature: `${name}(num, num): double`, description: `The ${which} of two numbers.` },
      ofTwo,
    );
    const ofList = (list: Iterable<unknown>): number => extreme(name, numbersOf(list, name));
    declare(environment, { signature: `${name}(list): double`, description: `The ${which} number of a list.` }, ofList);
    declare(
      environment,
      { signature: `list.${name}(): double`, description: `The ${which} number of the list.` },
      ofList,
    );
  }
}

function extreme(name: 'min' | 'max', numbers: readonly number[]): number {
  if (numbers.length === 0) throw fault('PATH_NOT_FOUND', `${name}: the list is empty.`);
  return numbers.reduce((best, each) => Math[name](best, each));
}

/** The numbers of a list, as doubles. */
export function numbersOf(list: Iterable<unknown>, name: string): number[] {
  const values = [...list];
  currentRun().meter.spend(values.length / 4);
  return values.map((value) => {
    if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
    throw fault('EXPRESSION_TYPE', `${name}: the list holds something that is no number; use map and toNumber first.`);
  });
}

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  const text = typeof value === 'string' ? value.trim() : '';
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && text.length <= 400) return Number(text);
  throw fault('INVALID_ARGUMENT', 'toNumber: this is no number. Digits, a point and an exponent are understood.');
}
