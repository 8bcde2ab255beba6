import type { Json } from '@millrace/workflow-model';

const LONGEST = 4_000;

/** A value as people read it in a comparison; undefined is told as a word. */
export function linesOf(value: Json | null | undefined, isAbsent = false): string {
  if (isAbsent || value === undefined) return 'nothing';
  const text = typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value, null, 2);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
