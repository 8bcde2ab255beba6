import { invalid } from '@millrace/server-platform';

/** Characters of a note. */
export const MAX_NOTE_LENGTH = 2_000;
/** Characters of a version's name. */
export const MAX_NAME_LENGTH = 100;

/** @throws DomainError `INVALID_NOTE` when the database would not take the note of a version */
export function requireStorableNote(note = ''): void {
  if (note.length <= MAX_NOTE_LENGTH && !note.includes('\u0000')) return;
  throw invalid('INVALID_NOTE', `A note has at most ${MAX_NOTE_LENGTH} characters, none of them NUL. Shorten it.`);
}

/** The name of a version; null when it has none. @throws DomainError `INVALID_NAME` */
export function readVersionName(name = ''): string | null {
  const given = name.trim();
  if (given.length > MAX_NAME_LENGTH || given.includes('\u0000')) {
    throw invalid('INVALID_NAME', `A version's name has at most ${MAX_NAME_LENGTH} characters, none of them NUL.`);
  }
  return given === '' ? null : given;
}
