import type { Json, JsonObject } from '@millrace/workflow-model';
import { isObject } from './schema';

/** Names of the two fields of elements that may also be written as one object: key and value. */
export function keysInTable(form: JsonObject | undefined): readonly [string, string] | undefined {
  const names = isObject(form?.['properties']) ? Object.keys(form['properties']) : [];
  const [first, second] = names;
  return names.length === 2 && first !== undefined && second !== undefined ? [first, second] : undefined;
}

/** Elements of a list; an object that says the same becomes one, and a single value a list of one. */
export function asList(value: Json | undefined, keys: readonly [string, string] | undefined): readonly Json[] {
  if (Array.isArray(value)) return value;
  if (isObject(value) && keys !== undefined) {
    return Object.entries(value).map(([key, each]) => ({ [keys[0]]: key, [keys[1]]: each }));
  }
  return value === undefined || value === '' ? [] : [value];
}

/** A heading for an element: the first text that names it. */
export function headingOf(element: Json): string | undefined {
  if (!isObject(element)) return undefined;
  const name = element['label'] ?? element['name'] ?? element['title'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** One of "Cases" is a "Case", of "Keys of the branches" a "Key", of "Except" an "Item". */
export function oneOf(title: string): string {
  const [first = ''] = title.split(' ');
  if (/ies$/.test(first)) return `${first.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(first)) return first.slice(0, -2);
  return /[^s]s$/.test(first) ? first.slice(0, -1) : 'Item';
}

/** A new element. One that has an id of its own gets one that no other has, so that what leads to it stays when it moves. */
export function newElement(form: JsonObject | undefined, others: readonly Json[]): Json {
  if (form === undefined) return '';
  const properties = isObject(form['properties']) ? form['properties'] : {};
  if (properties['id'] === undefined) return {};
  const taken = new Set(others.flatMap((other, at) => (isObject(other) ? [String(other['id'] ?? `case-${at}`)] : [])));
  let number = others.length;
  while (taken.has(`case-${number}`)) number += 1;
  return { id: `case-${number}`, ...(properties['label'] !== undefined && { label: `Case ${number + 1}` }) };
}
