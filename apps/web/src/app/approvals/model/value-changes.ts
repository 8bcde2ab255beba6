import { formatPath, type Json } from '@millrace/workflow-model';

/** One place at which two values differ. */
export interface ValueChange {
  /** As templates write it; empty for the whole. */
  readonly path: string;
  /** Undefined where there was nothing. */
  readonly before?: Json;
  /** Undefined where there is nothing any more. */
  readonly after?: Json;
}

/** Every place at which two values differ. Lists are compared as a whole where their lengths differ. */
export function changesBetween(before: Json | undefined, after: Json | undefined): readonly ValueChange[] {
  return found(before, after, []);
}

function found(before: Json | undefined, after: Json | undefined, path: readonly (string | number)[]): ValueChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((part, index) => found(part, after[index], [...path, index]));
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => found(before[name], after[name], [...path, name]));
  }
  return [
    {
      path: formatPath(path),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    },
  ];
}

function isFields(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
