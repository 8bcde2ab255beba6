import { changedValues } from './changed-values';
import type { ChangedElement, ElementsDiff } from './document-diff';

/** Elements that came, went and changed, matched by id. `layoutKeys` are those that only move the picture. */
export function diffElements<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  layoutKeys: readonly string[],
): ElementsDiff<T> {
  const beforeById = new Map(before.map((element) => [element.id, element]));
  const afterIds = new Set(after.map((element) => element.id));
  return {
    added: after.filter((element) => !beforeById.has(element.id)),
    removed: before.filter((element) => !afterIds.has(element.id)),
    changed: after.flatMap((element) => changed(beforeById.get(element.id), element, layoutKeys)),
  };
}

function changed<T extends { readonly id: string }>(
  before: T | undefined,
  after: T,
  layoutKeys: readonly string[],
): ChangedElement<T>[] {
  if (before === undefined) return [];
  const changes = changedValues(before, after);
  if (changes.length === 0) return [];
  const layoutOnly = changes.every((change) => layoutKeys.includes(String(change.path[0])));
  return [{ id: after.id, before, after, changes, layoutOnly }];
}
