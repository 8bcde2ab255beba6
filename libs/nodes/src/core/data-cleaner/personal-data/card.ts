import { digitRuns } from './finding';
import type { DigitGroup, Finding } from './finding';

const SEPARATOR = /^[ -]$/;
const MIN_DIGITS = 12;
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

/** Payment card numbers: digits of a known brand and length whose check digit is right, in one run or in groups. */
export function findCards(text: string): Finding[] {
  return digitRuns(text, SEPARATOR).flatMap((run) => findInRun(text, run));
}

/** Whether the last digit is the Luhn check digit of the others. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
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
  let best: number | undefined;
  for (let last = first; last < run.length && digits.length <= MAX_DIGITS; last += 1) {
    const { start = 0, end = 0 } = run[last] ?? {};
    if (digits.length + end - start > MAX_DIGITS) break;
    digits += text.slice(start, end);
    if (isCard(digits)) best = last;
  }
  return best;
}

function isCard(digits: string): boolean {
  if (digits.length < MIN_DIGITS) return false;
  const prefix = Number(digits.slice(0, 4));
  const known = BRANDS.some(
    ({ from, to, lengths }) => prefix >= from && prefix <= to && lengths.includes(digits.length),
  );
  return known && passesLuhn(digits);
}
