import { isDeepStrictEqual } from 'node:util';
import { formatPath } from '@millrace/workflow-model';
import type { DataPath, Json, JsonObject } from '@millrace/workflow-model';
import type { PayloadChange } from '../approval';

/** Changes that a record holds; the rest is in the payload itself. */
const MOST_CHANGES = 200;

/** What was changed, in the order of the data. Objects are gone into; lists of another length are one change. */
export function payloadDiff(before: Json, after: Json): PayloadChange[] {
  const changes: PayloadChange[] = [];
  collect(before, after, [], changes);
  return changes.slice(0, MOST_CHANGES);
}

function collect(before: Json | undefined, after: Json | undefined, at: DataPath, changes: PayloadChange[]): void {
  if (changes.length > MOST_CHANGES) return;
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      collect(own(before, key), own(after, key), [...at, key], changes);
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((value, index) => collect(value, after[index], [...at, index], changes));
    return;
  }
  if (isDeepStrictEqual(before, after)) return;
  const [was, is] = [before === undefined ? {} : { before }, after === undefined ? {} : { after }];
  changes.push({ path: formatPath(at), ...was, ...is });
}

function own(value: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
