/** Published limits of a document. Everything that is refused because of one names it. */
export const LIMITS = {
  nodes: 5_000,
  edges: 20_000,
  notes: 1_000,
  groups: 1_000,
  /** Objects and lists inside one another in a node's config. */
  configDepth: 64,
  idLength: 200,
  /** Turns of one loop. */
  turns: 10_000,
  /** Problems that one report tells. */
  problems: 1_000,
} as const;

/** Keys that would reach the prototype of an object; refused wherever they appear. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
