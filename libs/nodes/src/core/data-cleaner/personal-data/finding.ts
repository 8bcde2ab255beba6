/** Kinds of personal data that can be found in text. */
export const PERSONAL_DATA_KINDS = ['email', 'phone', 'card', 'iban', 'ssn', 'ip'] as const;

export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** Something found in a text: characters `start` (inclusive) to `end` (exclusive). */
export interface Finding {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A group of digits; groups of one number stand next to each other with a short separator between them. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
}

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

/** Whether the character at an index belongs to a word; outside of the text nothing does. */
export function isWordAt(text: string, index: number): boolean {
  const character = text[index];
  return character !== undefined && WORD_CHARACTER.test(character);
}

/** Groups after which a run is cut: real numbers have a handful, and memory stays bounded whatever the text. */
const MAX_GROUPS = 1_000;

/** Runs of digit groups that `separator` joins; a group that touches a letter ends its run and is left out. */
export function* digitRuns(text: string, separator: RegExp): Generator<DigitGroup[]> {
  let run: DigitGroup[] = [];
  for (const match of text.matchAll(/\d+/g)) {
    const group = { start: match.index, end: match.index + match[0].length };
    const last = run.at(-1);
    if (last !== undefined && (run.length === MAX_GROUPS || !joins(text.slice(last.end, group.start), separator))) {
      yield run;
      run = [];
    }
    if (!isWordAt(text, group.start - 1) && !isWordAt(text, group.end)) run.push(group);
  }
  if (run.length > 0) yield run;
}

function joins(between: string, separator: RegExp): boolean {
  return between.length <= 4 && separator.test(between);
}
