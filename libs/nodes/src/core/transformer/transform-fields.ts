import { NodeError } from '@millrace/node-sdk';
import { FORBIDDEN_KEYS, getPath, parsePath, setPath, unsetPath } from '@millrace/workflow-model';
import type { DataPath, Json } from '@millrace/workflow-model';

/** What the fields mode is told to do, evaluated. */
export interface FieldRules {
  readonly include: 'none' | 'all' | 'only' | 'except';
  readonly fields: readonly string[];
  /** Old path to new path. */
  readonly rename: Readonly<Record<string, string>>;
  readonly mappings: Readonly<Record<string, Json>> | readonly { readonly field: string; readonly value: Json }[];
}

/**
 * The result: fields of the source that are included, then renamed, then set.
 * @throws NodeError `TRANSFORM_FAILED` when a field cannot stand where it should
 */
export function transformFields(source: Json, rules: FieldRules): Json {
  const started = included(source, rules);
  const renamed = Object.entries(rules.rename).reduce(
    (result, [from, to]) => moved(result, source, { from, to }),
    started,
  );
  return mappingsOf(rules).reduce((result, { field, value }) => put(result, field, value), renamed);
}

function included(source: Json, { include, fields }: FieldRules): Json {
  switch (include) {
    case 'none':
      return {};
    case 'all':
      return source;
    case 'except':
      // From the end, so that removing list elements does not move those that are still to be removed.
      return fields.map(pathOf).sort(byLastIndex).reduce(unsetPath, source);
    case 'only':
      return fields.reduce<Json>((result, field) => {
        const value = getPath(source, pathOf(field));
        return value === undefined ? result : put(result, field, value);
      }, {});
  }
}

function byLastIndex(one: DataPath, other: DataPath): number {
  const [last, otherLast] = [one.at(-1), other.at(-1)];
  return typeof last === 'number' && typeof otherLast === 'number' ? otherLast - last : 0;
}

/** The field under its new name. What is not in the result yet is taken from the source. */
function moved(result: Json, source: Json, { from, to }: { from: string; to: string }): Json {
  const path = pathOf(from);
  const value = getPath(source, path);
  return value === undefined || from === to ? result : put(unsetPath(result, path), to, value);
}

function put(result: Json, field: string, value: Json): Json {
  const path = pathOf(field);
  const next = setPath(result, path, value);
  if (next !== result) return next;
  const message = `The field "${field}" cannot be set: its path leads through a value that is no object, or leaves a hole in a list.`;
  throw new NodeError({ code: 'TRANSFORM_FAILED', fault: 'user', message });
}

function pathOf(field: string): DataPath {
  const path = parsePath(field) ?? [field];
  if (!path.some((segment) => FORBIDDEN_KEYS.has(String(segment)))) return path;
  throw new NodeError({ code: 'TRANSFORM_FAILED', fault: 'user', message: `"${field}" is no name for a field.` });
}

function mappingsOf({ mappings }: FieldRules): readonly { readonly field: string; readonly value: Json }[] {
  if (Array.isArray(mappings)) return mappings as readonly { field: string; value: Json }[];
  return Object.entries(mappings as Readonly<Record<string, Json>>).map(([field, value]) => ({ field, value }));
}
