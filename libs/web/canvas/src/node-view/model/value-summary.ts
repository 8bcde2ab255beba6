import type { Json } from '@millrace/workflow-model';

/** The type of a value in the words of data views. */
export function typeWord(value: Json | undefined): string {
  if (value === undefined) return 'undefined';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 1 ? '1 item' : `${value.length} items`;
  return typeof value === 'object' ? 'object' : typeof value;
}

/** A value in one line of at most so many characters. */
export function inOneLine(value: Json | undefined, most = 120): string {
  if (value === undefined) return 'undefined';
  if (value === '') return '[empty]';
  const text = typeof value === 'string' ? value.replace(/\s*\n\s*/g, ' ↵ ') : JSON.stringify(value);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Elements of a list, 1 for anything else. */
export function itemCount(value: Json): number {
  return Array.isArray(value) ? value.length : 1;
}

/** "1 item", "3 items". */
export function countWords(count: number, noun = 'item'): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`;
}
