import { nearestKey } from '@millrace/workflow-model';

const MAX_LISTED = 20;
/** Candidates beyond this are not compared: a hint is not worth more than a few milliseconds. */
const MAX_COMPARED = 1_000;

/** Two sentences for the end of a message: what was probably meant and what there is. Empty when there is nothing. */
export function hintFor(name: string, candidates: readonly string[]): string {
  const meant = nearestKey(candidates.slice(0, MAX_COMPARED), name);
  const listed = candidates.slice(0, MAX_LISTED).map((candidate) => clip(candidate, 60));
  const more = candidates.length > MAX_LISTED ? ` and ${candidates.length - MAX_LISTED} more` : '';
  const sentences = [
    ...(meant === undefined ? [] : [`Did you mean "${clip(meant, 100)}"?`]),
    ...(listed.length === 0 ? [] : [`Available: ${listed.join(', ')}${more}.`]),
  ];
  return sentences.length === 0 ? '' : ` ${sentences.join(' ')}`;
}

/** Text that is at most `length` characters long, with its end cut off if need be. */
export function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
