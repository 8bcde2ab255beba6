import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { CountryCode } from 'libphonenumber-js';
import { digitRuns } from './finding';
import type { DigitGroup, Finding } from './finding';

const SEPARATOR = /^(?:[ ./\u00a0-]|[ .-]?\(|\)[ .-]?| [/–-] |\) ?\()$/;
const MIN_DIGITS = 7;
const MAX_DIGITS = 17;
/** Years first, or years last: a date is no telephone number. */
const DATE = /^(?:\d{4}[-./]\d{2}[-./]\d{2}|\d{1,2}([-./])\d{1,2}\1\d{4})(?!\d)/;
const THOUSANDS = /^\d{1,3}(?:([. ])\d{3}(?:\1\d{3})*)$/;

/** Tries that one run of the node may make; beyond them whatever could be a number counts as one, so that time stays bounded. */
export const MAX_PHONE_TRIES = 20_000;

/** Counts tries over all texts of a run. */
export interface PhoneBudget {
  tries: number;
}

/** Whether numbers without a country code can be read as those of this country (two letters, ISO 3166). */
export function isPhoneCountry(country: string): country is CountryCode {
  return isSupportedCountry(country);
}

/** Telephone numbers: international ones, and national ones of `country`. */
export function findPhones(text: string, country: CountryCode, budget: PhoneBudget): Finding[] {
  return Array.from(digitRuns(text, SEPARATOR), (run) => findInRun(text, run, { country, budget })).flat();
}

interface Search {
  readonly country: CountryCode;
  readonly budget: PhoneBudget;
}

function findInRun(text: string, run: readonly DigitGroup[], search: Search): Finding[] {
  const found: Finding[] = [];
  for (let first = 0; first < run.length; first += 1) {
    const date = DATE.exec(text.slice(run[first]?.start ?? 0, (run[first]?.start ?? 0) + 12));
    if (date !== null) {
      first += 2;
      continue;
    }
    if (isFraction(text, run[first]?.start ?? 0)) continue;
    const last = lastGroupOfPhone(text, run, { first, ...search });
    if (last === undefined) continue;
    const [start, end] = [openingOf(text, run[first]?.start ?? 0), run[last]?.end ?? 0];
    found.push({ kind: 'phone', start, end, text: text.slice(start, end) });
    first = last;
  }
  return found;
}

/** The furthest group with which the digits from `first` on make a number. */
function lastGroupOfPhone(
  text: string,
  run: readonly DigitGroup[],
  { first, ...search }: Search & { first: number },
): number | undefined {
  const start = run[first]?.start ?? 0;
  for (let last = furthest(run, first); last >= first; last -= 1) {
    const candidate = text.slice(openingOf(text, start), run[last]?.end ?? start);
    if (digitsIn(run, first, last) >= MIN_DIGITS && isPhone(candidate, last - first + 1, search)) return last;
  }
  return undefined;
}

function isPhone(candidate: string, groups: number, { country, budget }: Search): boolean {
  if (THOUSANDS.test(candidate)) return false;
  budget.tries += 1;
  if (budget.tries > MAX_PHONE_TRIES) return true;
  const international = /^\(?\+/.test(candidate);
  const number = parsePhoneNumberFromString(candidate, { defaultCountry: country, extract: false });
  if (number === undefined) return false;
  if (number.isValid()) return true;
  // North American numbers that are never issued (555) are what people write in examples and tests.
  const looksWritten = international || (groups >= 3 && number.countryCallingCode === '1');
  return looksWritten && number.isPossible();
}

/** Whether digits stand behind a decimal point. */
function isFraction(text: string, start: number): boolean {
  return text[start - 1] === '.' && /\d/.test(text[start - 2] ?? '');
}

/** Where the number begins: a plus sign or bracket before the first digit belongs to it. */
function openingOf(text: string, start: number): number {
  let opening = start;
  if (text[opening - 1] === '(') opening -= 1;
  if (text[opening - 1] === '+') opening -= 1;
  return opening;
}

function furthest(run: readonly DigitGroup[], first: number): number {
  let last = first;
  while (last + 1 < run.length && digitsIn(run, first, last + 1) <= MAX_DIGITS) last += 1;
  return last;
}

function digitsIn(run: readonly DigitGroup[], first: number, last: number): number {
  let digits = 0;
  for (let index = first; index <= last; index += 1) digits += (run[index]?.end ?? 0) - (run[index]?.start ?? 0);
  return digits;
}
