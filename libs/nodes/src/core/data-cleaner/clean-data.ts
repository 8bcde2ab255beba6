import { FORBIDDEN_KEYS } from '@millrace/workflow-model';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { cleanText } from './clean-text';
import type { TextRules } from './clean-text';
import { covers } from './field-paths';
import type { PathPattern } from './field-paths';
import { findPersonalData } from './personal-data/find-personal-data';
import type { PersonalDataKind } from './personal-data/finding';

/** What is cleaned, and how. */
export interface CleaningRules {
  /** What is cleaned; everything when empty. */
  readonly fields: readonly PathPattern[];
  readonly exclude: readonly PathPattern[];
  readonly includeKeys: boolean;
  readonly includeNumbers: boolean;
  readonly dropEmpty: boolean;
  readonly text: TextRules;
}

/** What happened, in numbers. */
export interface CleaningReport {
  /** Texts that were looked at. */
  readonly texts: number;
  readonly changed: number;
  readonly masked: Readonly<Partial<Record<PersonalDataKind, number>>> & { readonly total: number };
}

/** One cleaning: walks through data and counts. */
export class CleanData {
  private texts = 0;
  private changed = 0;

  constructor(private readonly rules: CleaningRules) {}

  /** A cleaned copy in the same shape. */
  clean(value: Json): Json {
    return this.cleaned(value, []);
  }

  report(): CleaningReport {
    const counts = Object.fromEntries(this.rules.text.masker.counts);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { texts: this.texts, changed: this.changed, masked: { ...counts, total } };
  }

  private cleaned(value: Json, path: readonly (string | number)[]): Json {
    if (typeof value === 'string') return this.isChosen(path) ? this.cleanedText(value, path) : value;
    if (typeof value === 'number')
      return this.rules.includeNumbers && this.isChosen(path) ? this.cleanedNumber(value, path) : value;
    if (Array.isArray(value)) {
      return value
        .map((element, index) => this.cleaned(element, [...path, index]))
        .filter((element) => this.isKept(element));
    }
    return typeof value === 'object' && value !== null ? this.cleanedObject(value, path) : value;
  }

  private cleanedObject(value: JsonObject, path: readonly (string | number)[]): JsonObject {
    const entries = new Map<string, Json>();
    for (const [key, entry] of Object.entries(value)) {
      const inner = this.cleaned(entry, [...path, key]);
      if (this.isKept(inner)) entries.set(freeKey(entries, this.cleanedKey(key, [...path, key])), inner);
    }
    return Object.fromEntries(entries);
  }

  private cleanedText(text: string, path: readonly (string | number)[]): string {
    const clean = cleanText(text, keyOf(path), this.rules.text);
    this.texts += 1;
    if (clean !== text) this.changed += 1;
    return clean;
  }

  private cleanedNumber(value: number, path: readonly (string | number)[]): Json {
    const text = String(value);
    const { kinds, ...search } = this.rules.text.personalData;
    if (kinds.size === 0 || findPersonalData(text, keyOf(path), { kinds, ...search }).length === 0) return value;
    return this.cleanedText(text, path);
  }

  /** A key that would vanish or become one of those that reach the prototype stays as it is. */
  private cleanedKey(key: string, path: readonly (string | number)[]): string {
    if (!this.rules.includeKeys || !this.isChosen(path)) return key;
    const clean = cleanText(key, '', this.rules.text);
    return clean === '' || FORBIDDEN_KEYS.has(clean) ? key : clean;
  }

  private isChosen(path: readonly (string | number)[]): boolean {
    const { fields, exclude } = this.rules;
    if (exclude.some((pattern) => covers(pattern, path))) return false;
    return fields.length === 0 || fields.some((pattern) => covers(pattern, path));
  }

  private isKept(value: Json): boolean {
    if (!this.rules.dropEmpty) return true;
    if (value === null || value === '') return false;
    return typeof value !== 'object' || Object.keys(value).length > 0;
  }
}

/** The name under which a text stands: the last key that is not an index. */
function keyOf(path: readonly (string | number)[]): string {
  return path.findLast((segment) => typeof segment === 'string') ?? '';
}

function freeKey(entries: ReadonlyMap<string, Json>, key: string): string {
  if (!entries.has(key)) return key;
  let number = 2;
  while (entries.has(`${key}_${number}`)) number += 1;
  return `${key}_${number}`;
}
