import type { Json } from '@millrace/workflow-model';

/** A param that waits for a value. */
export interface EmptyParam {
  readonly name: string;
  readonly title: string;
  /** JSON types that it takes; empty for any. */
  readonly types: readonly string[];
  /** Of its schema, such as `uri` or `email`. */
  readonly format?: string;
}

/** Data of a step before. */
export interface MappingSource {
  /** How templates name it. */
  readonly root: string;
  readonly sample: Json;
  /** Steps between; the nearest data is meant first. */
  readonly distance: number;
}

/** A place in the data before that fits a param. */
export interface SuggestedMapping {
  readonly name: string;
  /** Such as `Fetch.customer.email`. */
  readonly path: string;
  /** What is there in the sample. */
  readonly value: Json;
}

/** Values of one sample that are looked at. */
const MAX_LEAVES = 400;
const MAX_DEPTH = 5;
/** Below this a likeness is an accident. */
const LEAST = 50;

interface Leaf {
  readonly keys: readonly string[];
  readonly path: string;
  readonly value: Json;
  readonly distance: number;
}

/**
 * For each param the value before that fits best: of a type that it takes, and named like it (the same words, also spread
 * over the last two keys, or some of them), else with the look that its format asks for. Params without one are left out.
 */
export function suggestMappings(
  params: readonly EmptyParam[],
  sources: readonly MappingSource[],
): readonly SuggestedMapping[] {
  const leaves = sources.flatMap(leavesOf);
  return params.flatMap((param): SuggestedMapping[] => {
    let best: { readonly leaf: Leaf; readonly score: number } | undefined;
    for (const leaf of leaves) {
      const score = scoreOf(param, leaf);
      if (score >= LEAST && (best === undefined || score > best.score)) best = { leaf, score };
    }
    return best === undefined ? [] : [{ name: param.name, path: best.leaf.path, value: best.leaf.value }];
  });
}

function leavesOf({ root, sample, distance }: MappingSource): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (value: Json, keys: readonly string[], path: string): void => {
    if (leaves.length >= MAX_LEAVES || keys.length > MAX_DEPTH) return;
    if (keys.length > 0) leaves.push({ keys, path, value, distance });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [key, inner] of Object.entries(value)) visit(inner, [...keys, key], path + step(key, keys.length === 0));
  };
  visit(sample, [], root);
  return leaves;
}

/** The envelope of a result goes before its data of the same name. */
const ENVELOPE: ReadonlySet<string> = new Set(['success', 'data', 'error']);

function step(key: string, isFirst: boolean): string {
  const written = /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  return isFirst && ENVELOPE.has(key) ? `.data${written}` : written;
}

function scoreOf(param: EmptyParam, { keys, value, distance }: Leaf): number {
  if (!fits(param.types, value)) return 0;
  const likeness = Math.max(nameScore(wordsOf(param.name), keys), nameScore(wordsOf(param.title), keys));
  const look = lookOf(value);
  const looksRight = look !== undefined && (look === formatOf(param.format) || wordsOf(param.name).includes(look));
  const score = Math.max(likeness, looksRight ? 70 : 0);
  return score === 0 ? 0 : score - (distance - 1) * 3 - keys.length;
}

function nameScore(wanted: readonly string[], keys: readonly string[]): number {
  if (wanted.length === 0) return 0;
  const last = wordsOf(keys.at(-1) ?? '');
  if (isSame(wanted, last)) return 100;
  if (isSame(wanted, [...wordsOf(keys.at(-2) ?? ''), ...last])) return 96;
  const shared = wanted.filter((word) => last.includes(word)).length;
  return shared > 0 && shared >= Math.min(wanted.length, last.length) ? 64 : 0;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word) => other.includes(word));
}

/** "customerEmail", "customer_email" and "Customer e-mail" are the same words. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/e-mail/gi, 'email')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => SAME_WORD[word] ?? word);
}

const SAME_WORD: Readonly<Record<string, string>> = {
  uri: 'url',
  link: 'url',
  href: 'url',
  address: 'address',
  mail: 'email',
  msg: 'message',
  text: 'message',
  body: 'message',
  recipient: 'to',
  identifier: 'id',
};

function fits(types: readonly string[], value: Json): boolean {
  if (value === null) return false;
  if (types.length === 0) return true;
  const type = Array.isArray(value) ? 'array' : typeof value;
  // Templates write numbers and switches into text; never whole objects.
  if (types.includes('string') && (type === 'number' || type === 'boolean')) return true;
  return types.includes(type) || (type === 'number' && types.includes('integer') && Number.isInteger(value));
}

function lookOf(value: Json): 'url' | 'email' | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^https?:\/\/\S+$/.test(value)) return 'url';
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? 'email' : undefined;
}

function formatOf(format: string | undefined): string | undefined {
  return format === 'uri' ? 'url' : format;
}
