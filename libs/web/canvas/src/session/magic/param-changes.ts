import type { Edit, Json, JsonObject } from '@millrace/workflow-model';

/** One param that Magic Input would change. */
export interface ParamChange {
  readonly param: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly before?: Json;
  readonly after?: Json;
}

/** The account that somebody chose for a slot. */
export interface ChosenAccount {
  readonly slot: string;
  readonly credentialId: string;
}

/** What a proposal would change; null takes a param away. What it does not name stays as it is. */
export function paramChanges(config: JsonObject, proposed: JsonObject): readonly ParamChange[] {
  return Object.entries(proposed).flatMap(([param, after]): ParamChange[] => {
    const before = Object.hasOwn(config, param) ? config[param] : undefined;
    if (after === null) return before === undefined ? [] : [{ param, kind: 'removed', before }];
    if (before === undefined) return [{ param, kind: 'added', after }];
    return same(before, after) ? [] : [{ param, kind: 'changed', before, after }];
  });
}

/** Accepted changes as one edit; undefined when nothing is left to do. */
export function acceptedEdit(
  nodeId: string,
  changes: readonly ParamChange[],
  account?: ChosenAccount,
): Edit | undefined {
  const edits: Edit[] = changes.map(({ param, after }) => ({
    kind: 'updateConfig',
    nodeId,
    path: [param],
    ...(after !== undefined && { value: after }),
  }));
  if (account !== undefined) edits.push({ kind: 'setCredential', nodeId, ...account });
  return edits.length === 0 ? undefined : { kind: 'batch', edits };
}

/** An answer to an open question as the param's type wants it. */
export function answerValue(text: string, schema: Json | undefined): Json {
  const type = isObject(schema) ? schema['type'] : undefined;
  if ((type === 'number' || type === 'integer') && /^-?\d+(?:\.\d+)?$/.test(text.trim())) return Number(text);
  if (type === 'boolean' && /^(?:true|false|yes|no)$/i.test(text.trim())) return /^(?:true|yes)$/i.test(text.trim());
  if (type === 'string' || (type === undefined && !/^\s*[[{](?!\{)/.test(text))) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function same(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, at) => same(each, other[at] ?? null));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  const fits = (key: string): boolean => Object.hasOwn(other, key) && same(one[key] ?? null, other[key] ?? null);
  return keys.length === Object.keys(other).length && keys.every(fits);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
