import type { Json } from '@millrace/workflow-model';

/** What templates and expressions can see. Roots are asked for only when a param names them, so they may be built lazily. */
export interface Scope {
  /** Value of a root by the name that was written; undefined when there is none. */
  resolveRoot(name: string): Json | undefined;
  /** Names for error messages. */
  rootNames(): readonly string[];
  /**
   * Whether the root is a node's recorded result `{ success, data, error? }`. Then `root.title` means `root.data.title`
   * unless the key is `success`, `data` or `error`. No root is one when absent.
   */
  isEnvelope?(name: string): boolean;
}

/** Keys of an envelope that are never looked for inside its `data`. */
export const ENVELOPE_KEYS: ReadonlySet<string> = new Set(['success', 'data', 'error']);

/** A scope over plain values. `envelopes` names the roots that are node results. */
export function scopeOf(
  roots: Readonly<Record<string, Json>>,
  options: { readonly envelopes?: Iterable<string> } = {},
): Scope {
  const envelopes = new Set(options.envelopes ?? []);
  return {
    resolveRoot: (name) => (Object.hasOwn(roots, name) ? roots[name] : undefined),
    rootNames: () => Object.keys(roots),
    isEnvelope: (name) => envelopes.has(name),
  };
}
