import { formatPath, type Json } from '@millrace/workflow-model';

/** A value that is not the same in both. */
export interface Difference {
  /** Where it is: `items[2].price`; empty for the whole. */
  readonly path: string;
  /** Absent where it came. */
  readonly before?: string;
  /** Absent where it went. */
  readonly after?: string;
}

/** The differences of two values, and whether there are more than are listed. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly isCut: boolean;
}

/** More than anybody reads. */
const MOST = 200;
const MOST_CHARACTERS = 2_000;

type Path = readonly (string | number)[];

/** Compares two values part by part; lists are compared place by place. Undefined stands for no value at all. */
export function differencesOf(before: Json | undefined, after: Json | undefined, most = MOST): Comparison {
  const found: Difference[] = [];
  const visit = (path: Path, was: Json | undefined, is: Json | undefined): void => {
    if (found.length > most || was === is) return;
    const keys = keysOf(was, is);
    if (keys) for (const key of keys) visit([...path, key], at(was, key), at(is, key));
    else found.push({ path: formatPath([...path]), ...side('before', was), ...side('after', is) });
  };
  visit([], before, after);
  return { differences: found.slice(0, most), isCut: found.length > most };
}

/** What both are made of; undefined when they cannot be compared by parts. */
function keysOf(was: Json | undefined, is: Json | undefined): readonly (string | number)[] | undefined {
  if (Array.isArray(was) && Array.isArray(is))
    return Array.from({ length: Math.max(was.length, is.length) }, (_, i) => i);
  if (!isObject(was) || !isObject(is)) return undefined;
  return [...new Set([...Object.keys(was), ...Object.keys(is)])];
}

function isObject(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: Json | undefined, key: string | number): Json | undefined {
  if (Array.isArray(value)) return value[key as number];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function side(name: 'before' | 'after', value: Json | undefined): Partial<Difference> {
  if (value === undefined) return {};
  const text = typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '');
  return { [name]: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text };
}
