import { findPersonalData } from './personal-data/find-personal-data';
import type { PersonalDataSearch } from './personal-data/find-personal-data';
import type { Masker } from './personal-data/mask';
import { casedPieces } from './text-case';
import type { TextCase } from './text-case';

const SPACES = /\s+/g;
const SPECIAL = /[^\p{L}\p{M}\p{N}\s]/gu;
/** Controls and format characters that nobody sees: zero-width characters, byte order marks, soft hyphens. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

/** What is done to every text, in this order. */
export interface TextRules {
  readonly unicode: 'none' | 'NFC' | 'NFKC';
  readonly removeInvisible: boolean;
  readonly trim: boolean;
  readonly collapseWhitespace: boolean;
  readonly personalData: PersonalDataSearch;
  readonly masker: Masker;
  readonly removeSpecialCharacters: boolean;
  /** Special characters that stay. */
  readonly keep: ReadonlySet<string>;
  readonly textCase: TextCase;
}

/** The text as the rules want it. Masks are set before characters are removed, and no later rule touches them. */
export function cleanText(text: string, key: string, rules: TextRules): string {
  const tidy = tidied(normalised(text, rules), rules);
  const findings = rules.personalData.kinds.size === 0 ? [] : findPersonalData(tidy, key, rules.personalData);
  const masks = findings.map((finding) => rules.masker.mask(finding));
  const starts = [0, ...findings.map((finding) => finding.end)];
  const ends = [...findings.map((finding) => finding.start), tidy.length];
  const pieces = starts.map((start, index) => withoutSpecial(tidy.slice(start, ends[index]), rules));
  const joined = casedPieces(pieces, rules.textCase).reduce(
    (whole, piece, index) => whole + (masks[index - 1] ?? '') + piece,
    '',
  );
  return tidied(joined, rules);
}

function normalised(text: string, { unicode, removeInvisible }: TextRules): string {
  const visible = removeInvisible ? text.replace(INVISIBLE, '') : text;
  return unicode === 'none' ? visible : visible.normalize(unicode);
}

function tidied(text: string, { trim, collapseWhitespace }: TextRules): string {
  const collapsed = collapseWhitespace ? text.replace(SPACES, ' ') : text;
  return trim ? collapsed.trim() : collapsed;
}

function withoutSpecial(text: string, { removeSpecialCharacters, keep }: TextRules): string {
  if (!removeSpecialCharacters) return text;
  return text.replace(SPECIAL, (character) => (keep.has(character) ? character : ''));
}
