import type { JsonObject } from '@millrace/workflow-model';
import { aliasOf } from '@millrace/workflow-model';
import { ENVELOPE_KEYS } from '../scope';
import { lookUpKey } from './schema-path';

/** What a param may name. */
export interface KnownRoots {
  /** JSON Schema of each root, undefined when it is not known. The schema of an envelope is that of its `data`. */
  readonly roots: Readonly<Record<string, JsonObject | undefined>>;
  /** Roots that are node results `{ success, data, error? }`. */
  readonly envelopes?: Iterable<string>;
}

/** A schema together with the document that its references point into. */
export interface LocatedSchema {
  readonly schema: JsonObject | undefined;
  readonly root: JsonObject | undefined;
}

/** Where a path leads, or how far it comes. */
export type PathVerdict =
  | { readonly is: 'known'; readonly at: LocatedSchema }
  | { readonly is: 'open' }
  /** `missing` is the index of the first key that is not there; `certain` when the schema rules it out. */
  | {
      readonly is: 'missing';
      readonly missing: number;
      readonly keys: readonly string[];
      readonly what: string;
      readonly certain: boolean;
    };

/** Where roots come from. Asked only for the names that a param mentions. */
export interface RootSource {
  has(name: string): boolean;
  /** Schema of a root, of its `data` when it is an envelope; undefined when it is not known. */
  schema(name: string): JsonObject | undefined;
  isEnvelope(name: string): boolean;
  /** For messages. */
  names(): readonly string[];
}

/** Roots that are all listed. */
export function listedRoots({ roots, envelopes }: KnownRoots): RootSource {
  const marked = new Set(envelopes ?? []);
  return {
    has: (name) => Object.hasOwn(roots, name),
    schema: (name) => (Object.hasOwn(roots, name) ? roots[name] : undefined),
    isEnvelope: (name) => marked.has(name),
    names: () => Object.keys(roots),
  };
}

/** Answers questions about roots and the schemas behind them. */
export class RootSchemas {
  private readonly source: RootSource;

  constructor(source: RootSource) {
    this.source = source;
  }

  names(): readonly string[] {
    return this.source.names();
  }

  /** The known name behind a written one: itself, its alias form, or without the `_` that expressions put before a digit. */
  nameOf(written: string): string | undefined {
    const forms = [written, aliasOf(written), ...(/^_\d/.test(written) ? [written.slice(1)] : [])];
    return forms.find((form) => this.source.has(form));
  }

  /** What lies at a path inside a root. */
  follow(name: string, path: readonly (string | number)[]): PathVerdict {
    const schema = this.source.schema(name);
    if (!this.source.isEnvelope(name)) return followPath({ schema, root: schema }, path);
    const [first] = path;
    if (first === undefined || first === 'error') return { is: 'open' };
    if (!ENVELOPE_KEYS.has(String(first))) return followPath({ schema, root: schema }, path);
    if (first === 'data') return shifted(followPath({ schema, root: schema }, path.slice(1)), 1);
    return shifted(followPath({ schema: { type: 'boolean' }, root: undefined }, path.slice(1)), 1);
  }
}

function shifted(verdict: PathVerdict, by: number): PathVerdict {
  return verdict.is === 'missing' ? { ...verdict, missing: verdict.missing + by } : verdict;
}

/** What lies at a path inside a value that a schema describes. */
export function followPath(start: LocatedSchema, path: readonly (string | number)[]): PathVerdict {
  let { schema } = start;
  for (const [index, key] of path.entries()) {
    const verdict = lookUpKey(schema, key, start.root);
    if (verdict.is === 'absent')
      return { is: 'missing', missing: index, keys: verdict.keys, what: verdict.what, certain: true };
    if (verdict.is === 'open') {
      if (verdict.keys.length === 0) return { is: 'open' };
      return { is: 'missing', missing: index, keys: verdict.keys, what: 'an object', certain: false };
    }
    schema = verdict.schema;
  }
  return schema === undefined ? { is: 'open' } : { is: 'known', at: { schema, root: start.root } };
}
