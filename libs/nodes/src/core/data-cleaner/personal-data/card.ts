import { digitRuns } from './finding';
import type { DigitGroup, Finding } from './finding';

const SEPARATOR = /^[ -]$/;
const PREFIX_DIGITS = 4;
const MAX_DIGITS = 19;

/** First digits of card numbers and the lengths that go with them. */
const BRANDS: readonly { readonly from: number; readonly to: number; readonly lengths: readonly number[] }[] = [
  { from: 4000, to: 4999, lengths: [13, 16, 19] },
  { from: 5100, to: 5599, lengths: [16] },
  { from: 2221, to: 2720, lengths: [16] },
  { from: 2200, to: 2204, lengths: [16, 17, 18, 19] },
  { from: 3400, to: 3499, lengths: [15] },
  { from: 3700, to: 3799, lengths: [15] },
  { from: 3000, to: 3059, lengths: [14, 15, 16, 17, 18, 19] },
  { from: 3600, to: 3699, lengths: [14, 15, 16, 17, 18, 19] },
  { from: 3800, to: 3999, lengths: [14, 15, 16, 17, 18, 19] },
  { from: 3528, to: 3589, lengths: [16, 17, 18, 19] },
  { from: 5000, to: 5099, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { from: 5600, to: 6999, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { from: 8100, to: 8299, lengths: [16, 17, 18, 19] },
];

/** Lengths of card numbers by their first four digits; undefined for an unknown brand. */
const LENGTHS: readonly (ReadonlySet<number> | undefined)[] = Array.from(
  { length: 10 ** PREFIX_DIGITS },
  (_nothing, prefix) => {
    const lengths = BRANDS.filter(({ from, to }) => prefix >= from && prefix <= to).flatMap((brand) => brand.lengths);
    return lengths.length === 0 ? undefined : new Set(lengths);
  },
);
const ZERO = '0'.charCodeAt(0);

/** Payment card numbers: digits of a known brand and length whose check digit is right, in one run or in groups. */
export function findCards(text: string): Finding[] {
  return Array.from(digitRuns(text, SEPARATOR), (run) => findInRun(text, run)).flat();
}

/** Whether the last digit is the Luhn check digit of the others. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - ZERO;
    const doubled = digit * 2;
    if (index % 2 === 0) sum += digit;
    else sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

function findInRun(text: string, run: readonly DigitGroup[]): Finding[] {
  const found: Finding[] = [];
  for (let first = 0; first < run.length; first += 1) {
    const last = lastGroupOfCard(text, run, first);
    const [start, end] = [run[first]?.start ?? 0, run[last ?? first]?.end ?? 0];
    if (last === undefined) continue;
    found.push({ kind: 'card', start, end, text: text.slice(start, end) });
    first = last;
  }
  return found;
}

/** The furthest group with which the digits from `first` on make a card number. */
function lastGroupOfCard(text: string, run: readonly DigitGroup[], first: number): number | undefined {
  let digits = '';
  let lengths: ReadonlySet<number> | undefined;
  let best: number | undefined;
  for (let last = first; last < run.length; last += 1) {
    const { start = 0, end = 0 } = run[last] ?? {};
    if (digits.length + end - start > MAX_DIGITS) break;
    digits += text.slice(start, end);
    if (digits.length < PREFIX_DIGITS) continue;
    lengths ??= LENGTHS[Number(digits.slice(0, PREFIX_DIGITS))];
    if (lengths === undefined) break;
    if (lengths.has(digits.length) && passesLuhn(digits)) best = last;
  }
  return best;
}
