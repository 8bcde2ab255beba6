import type { z } from 'zod';

export type Prefer = 'last' | 'first' | 'keep-both';

/** How two values become one. */
export interface MergeRule {
  readonly depth: 'shallow' | 'deep';
  readonly arrays: 'replace' | 'append' | 'by-position';
  readonly prefer: Prefer;
}

export interface KeyPair {
  readonly left: string;
  readonly right: string;
}

/** How lists are joined by key. */
export interface JoinRule extends MergeRule {
  readonly join: 'inner' | 'left' | 'right' | 'outer' | 'unmatched';
  readonly keys: readonly (string | KeyPair)[];
  readonly matches: 'all' | 'first';
  readonly looseTypes: boolean;
}

/** Adds an issue when a join by key has no key. */
export function refineMerge(
  params: { readonly mode: string; readonly keys: readonly unknown[] },
  issues: z.core.$RefinementCtx,
): void {
  if (params.mode !== 'by-key' || params.keys.length > 0) return;
  issues.addIssue({ code: 'custom', path: ['keys'], message: 'Name at least one field that must be equal.' });
}
