import type { Json, JsonObject } from '@millrace/workflow-model';

/** Names under which keys stand. */
const KEY_NAME =
  /^(proxy-)?authorization$|^(x-)?(api|access|auth|secret|private)[-_]?(key|token)$|^(token|password|passwd|secret|client[-_]?secret|bearer)$/i;
/** How keys of well-known services look, and headers that carry one. */
const KEY_TEXT =
  /\b(?:sk|rk|pk)[-_](?:live|test|ant|proj|or)?[-_]?[A-Za-z0-9_-]{12,}|\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bxox[abeprs]-[\w-]{10,}|\bAIza[\w-]{20,}|\bgsk_[A-Za-z0-9]{20,}|\bAKIA[A-Z0-9]{16}\b|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+|\b(?:Bearer|Basic)\s+(?!\{\{)[^\s"'{}]{6,}/g;

/** A text in which everything that looks like a key is `***`. */
export function maskKeys(text: string): string {
  return text.replace(KEY_TEXT, '***');
}

/** A config without literal keys, and the paths where some were. Templates stay: what they bring is only known in a run. */
export function withoutKeys(config: JsonObject): { readonly config: JsonObject; readonly removed: readonly string[] } {
  const removed: string[] = [];
  const cleaned = cleanedObject(config, '', removed);
  return { config: cleaned, removed };
}

function cleanedObject(object: JsonObject, path: string, removed: string[]): JsonObject {
  const entries: [string, Json][] = [];
  for (const [name, value] of Object.entries(object)) {
    const where = path === '' ? name : `${path}.${name}`;
    if (isKey(name, value)) removed.push(where);
    else entries.push([name, cleaned(value, where, removed)]);
  }
  return Object.fromEntries(entries);
}

function cleaned(value: Json, path: string, removed: string[]): Json {
  if (Array.isArray(value)) {
    return value
      .filter((element, index) => {
        const isPair =
          isObject(element) && isKey(String(element['name'] ?? element['key'] ?? ''), element['value'] ?? null);
        if (isPair) removed.push(`${path}.${index}`);
        return !isPair;
      })
      .map((element, index) => cleaned(element, `${path}.${index}`, removed));
  }
  return isObject(value) ? cleanedObject(value, path, removed) : value;
}

function isKey(name: string, value: Json): boolean {
  if (typeof value !== 'string' || value === '') return false;
  if (maskKeys(value) !== value) return true;
  return KEY_NAME.test(name) && !value.includes('{{');
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
