import { getCountrySpecifications, isValidIBAN } from 'ibantools';
import { isWordAt } from './finding';
import type { Finding } from './finding';

const OPENING = /[A-Za-z]{2}\d{2}/g;
const ALPHANUMERIC = /[A-Za-z0-9]/;
const lengths = new Map(
  Object.entries(getCountrySpecifications()).flatMap(([country, { chars }]) =>
    typeof chars === 'number' ? [[country, chars] as const] : [],
  ),
);

/** International bank account numbers of the right length for their country whose check digits are right. */
export function findIbans(text: string): Finding[] {
  const found: Finding[] = [];
  let from = 0;
  for (const { index } of text.matchAll(OPENING)) {
    if (index < from || isWordAt(text, index - 1)) continue;
    const end = endOfIban(text, index);
    if (end === undefined) continue;
    found.push({ kind: 'iban', start: index, end, text: text.slice(index, end) });
    from = end;
  }
  return found;
}

function endOfIban(text: string, start: number): number | undefined {
  const length = lengths.get(text.slice(start, start + 2).toUpperCase());
  if (length === undefined) return undefined;
  let compact = '';
  let index = start;
  while (compact.length < length && index < text.length) {
    const character = text[index] ?? '';
    if (ALPHANUMERIC.test(character)) compact += character.toUpperCase();
    else if (!/[ -]/.test(character) || !ALPHANUMERIC.test(text[index + 1] ?? '')) return undefined;
    index += 1;
  }
  return compact.length === length && !isWordAt(text, index) && isValidIBAN(compact) ? index : undefined;
}
