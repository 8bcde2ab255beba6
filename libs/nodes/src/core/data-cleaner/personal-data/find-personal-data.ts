import type { CountryCode } from 'libphonenumber-js';
import { findCards } from './card';
import { findEmails } from './email';
import type { Finding, PersonalDataKind } from './finding';
import { findIbans } from './iban';
import { findIpAddresses } from './ip-address';
import { findPhones } from './phone';
import type { PhoneBudget } from './phone';
import { findSsns } from './ssn';

export interface PersonalDataSearch {
  readonly kinds: ReadonlySet<PersonalDataKind>;
  readonly phoneCountry: CountryCode;
  readonly phoneBudget: PhoneBudget;
}

/** Strictest first: what a check digit proves is not taken for a telephone number. */
const ORDER: readonly PersonalDataKind[] = ['email', 'iban', 'card', 'ip', 'ssn', 'phone'];

/** Personal data in a text, in order and without overlaps. `key` is the name under which the text stands. */
export function findPersonalData(text: string, key: string, search: PersonalDataSearch): Finding[] {
  let findings: Finding[] = [];
  for (const kind of ORDER) {
    if (!search.kinds.has(kind)) continue;
    const fresh = gapsBetween(text, findings).flatMap(({ start, end }) =>
      find(kind, text.slice(start, end), { key, search }).map((finding) => moved(finding, start)),
    );
    if (fresh.length > 0) findings = [...findings, ...fresh].sort((one, other) => one.start - other.start);
  }
  return findings;
}

function find(
  kind: PersonalDataKind,
  text: string,
  { key, search }: { key: string; search: PersonalDataSearch },
): Finding[] {
  switch (kind) {
    case 'email':
      return findEmails(text);
    case 'iban':
      return findIbans(text);
    case 'card':
      return findCards(text);
    case 'ip':
      return findIpAddresses(text);
    case 'ssn':
      return findSsns(text, key);
    case 'phone':
      return findPhones(text, search.phoneCountry, search.phoneBudget);
  }
}

function gapsBetween(text: string, findings: readonly Finding[]): { start: number; end: number }[] {
  const starts = [0, ...findings.map((finding) => finding.end)];
  const ends = [...findings.map((finding) => finding.start), text.length];
  return starts.map((start, index) => ({ start, end: ends[index] ?? start })).filter(({ start, end }) => end > start);
}

function moved(finding: Finding, by: number): Finding {
  return { ...finding, start: finding.start + by, end: finding.end + by };
}
