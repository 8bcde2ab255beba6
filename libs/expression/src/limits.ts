/** Bounds of one evaluation. */
export interface EvaluationLimits {
  /** Characters of text that one evaluation may produce; 16 Mi by default. */
  readonly maxOutputCharacters: number;
  /** Units of work: about one per step of an expression, section turn or 64 characters looked at; 2,000,000 by default. */
  readonly maxCost: number;
}

/** What holds when the caller says nothing else. */
export const DEFAULT_LIMITS: EvaluationLimits = {
  maxOutputCharacters: 16 * 1024 * 1024,
  maxCost: 2_000_000,
};

/** Characters that one template or expression may have. */
export const MAX_SOURCE_CHARACTERS = 1_000_000;
