import { NodeError } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { canonicalJson, getPath, parsePath } from '@millrace/workflow-model';
import type { JoinRule, MergeRule } from './merge-params';
import { isObject, mergeObjects } from './merge-values';

/** Elements that a merge may produce. */
export const MAX_ELEMENTS = 100_000;

/** Joins lists one after the other where their keys are equal; elements without a key have no partner. */
export function joinByKey(lists: readonly (readonly Json[])[], rule: JoinRule): Json[] {
  const [first = [], ...others] = lists;
  return others.reduce<readonly Json[]>((joined, list) => joinTwo(joined, list, rule), first).slice();
}

/** Merges the first elements, then the second ones, and so on. */
export function joinByPosition(
  lists: readonly (readonly Json[])[],
  rule: MergeRule & { readonly unpaired: 'drop' | 'keep' },
): Json[] {
  const lengths = lists.map((list) => list.length);
  const length = rule.unpaired === 'keep' ? Math.max(0, ...lengths) : Math.min(...lengths);
  return Array.from({ length }, (_nothing, index) => {
    const elements = lists.flatMap((list) => (index < list.length ? [objectOf(list[index])] : []));
    return mergeObjects(elements, rule);
  });
}

/**
 * Every element of the first list with every one of the second, and so on.
 * @throws NodeError `MERGE_TOO_LARGE`
 */
export function combinations(lists: readonly (readonly Json[])[], rule: MergeRule): Json[] {
  checkSize(lists.reduce((product, list) => product * list.length, 1));
  let rows: JsonObject[][] = [[]];
  for (const list of lists) rows = rows.flatMap((row) => list.map((element) => [...row, objectOf(element)]));
  return lists.length === 0 ? [] : rows.map((row) => mergeObjects(row, rule));
}

function joinTwo(left: readonly Json[], right: readonly Json[], rule: JoinRule): readonly Json[] {
  const pairs = rule.keys.map((key) => (typeof key === 'string' ? { left: key, right: key } : key));
  const leftKey = keyReader(
    pairs.map((pair) => pair.left),
    rule.looseTypes,
  );
  const rightKey = keyReader(
    pairs.map((pair) => pair.right),
    rule.looseTypes,
  );
  const partners = grouped(right, rightKey);
  const met = new Set<string>();
  const joined: Json[] = [];
  for (const element of left) {
    const key = leftKey(element);
    const found = key === undefined ? [] : (partners.get(key) ?? []);
    if (key !== undefined && found.length > 0) met.add(key);
    for (const row of rowsOf(element, rule.matches === 'first' ? found.slice(0, 1) : found, rule)) joined.push(row);
    checkSize(joined.length);
  }
  if (!['right', 'outer', 'unmatched'].includes(rule.join)) return joined;
  return [...joined, ...right.filter((element) => !met.has(rightKey(element) ?? ''))];
}

/** Elements by key; those without a key are left out. */
function grouped(list: readonly Json[], keyOf: (element: Json) => string | undefined): Map<string, Json[]> {
  const groups = new Map<string, Json[]>();
  for (const element of list) {
    const key = keyOf(element);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(element);
    else if (key !== undefined) groups.set(key, [element]);
  }
  return groups;
}

function rowsOf(element: Json, partners: readonly Json[], rule: JoinRule): Json[] {
  if (partners.length === 0) return ['left', 'outer', 'unmatched'].includes(rule.join) ? [element] : [];
  if (rule.join === 'unmatched') return [];
  return partners.map((partner) => mergeObjects([objectOf(element), objectOf(partner)], rule));
}

/** Reads the values of all fields as one text; undefined when one of them is missing or null. */
function keyReader(fields: readonly string[], loose: boolean): (element: Json) => string | undefined {
  const paths = fields.map((field) => parsePath(field) ?? [field]);
  return (element) => {
    const values = paths.map((path) => getPath(element, path));
    if (values.some((value) => value === undefined || value === null)) return undefined;
    return canonicalJson(loose ? values.map(loosened) : values);
  };
}

function loosened(value: Json | undefined): Json {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : (value ?? null);
}

function objectOf(element: Json | undefined): JsonObject {
  return isObject(element) ? element : { value: element ?? null };
}

function checkSize(elements: number): void {
  if (elements <= MAX_ELEMENTS) return;
  const message = `The merge would make more than ${MAX_ELEMENTS} elements. Filter the lists first, or join by more fields.`;
  throw new NodeError({ code: 'MERGE_TOO_LARGE', fault: 'user', message });
}
