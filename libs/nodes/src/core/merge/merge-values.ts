import type { Json, JsonObject } from '@millrace/workflow-model';
import type { MergeRule } from './merge-params';

/** One value of several, in order. Branches that bring no object stand under their name. */
export function mergeBranches(branches: readonly { alias: string; value: Json }[], rule: MergeRule): Json {
  if (branches.length === 1) return branches[0]?.value ?? null;
  return mergeObjects(
    branches.map(({ alias, value }) => (isObject(value) ? value : { [alias]: value })),
    rule,
  );
}

/** One object of several, in order. With `keep-both` a clash is resolved by numbering: `name`, `name_2`. */
export function mergeObjects(objects: readonly JsonObject[], rule: MergeRule): JsonObject {
  const merged = new Map<string, Json>();
  objects.forEach((object, index) => {
    for (const [key, value] of Object.entries(object)) put(merged, { key, value, index }, rule);
  });
  return Object.fromEntries(merged);
}

function put(merged: Map<string, Json>, entry: { key: string; value: Json; index: number }, rule: MergeRule): void {
  const { key, value, index } = entry;
  const present = merged.get(key);
  if (present === undefined) {
    merged.set(key, value);
  } else if (rule.depth === 'deep' && isObject(present) && isObject(value)) {
    merged.set(key, mergeObjects([present, value], rule));
  } else if (rule.depth === 'deep' && Array.isArray(present) && Array.isArray(value) && rule.arrays !== 'replace') {
    merged.set(key, mergeLists(present, value, rule));
  } else if (rule.prefer === 'keep-both') {
    if (!sameText(present, value)) merged.set(freeKey(merged, key, index + 1), value);
  } else if (rule.prefer === 'last') {
    merged.set(key, value);
  }
}

function mergeLists(one: readonly Json[], other: readonly Json[], rule: MergeRule): Json[] {
  if (rule.arrays === 'append') return [...one, ...other];
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_nothing, index) => mergeElements(one[index], other[index], rule));
}

function mergeElements(one: Json | undefined, other: Json | undefined, rule: MergeRule): Json {
  if (one === undefined || other === undefined) return one ?? other ?? null;
  if (isObject(one) && isObject(other)) return mergeObjects([one, other], rule);
  return rule.prefer === 'first' ? one : other;
}

function freeKey(merged: ReadonlyMap<string, Json>, key: string, from: number): string {
  let number = Math.max(from, 2);
  while (merged.has(`${key}_${number}`)) number += 1;
  return `${key}_${number}`;
}

function sameText(one: Json, other: Json): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a value is an object and no list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
